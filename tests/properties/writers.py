r"""Write plain data as a definitions file, in the ways of people and programs.

>>> print(toml({"events": {"a": {"value": ["x", 'y"']}}}, layout="headers", is_ascii=True), end="")
[events.a]
value = ["x", "y\u0022"]
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import yaml
from hypothesis import strategies as st

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPED = re.compile(r"[\x00-\x1f\x7f\"\\]")
_ESCAPED_IN_ASCII = re.compile(r"[^ !#-\[\]-~]")
_LOST_BY_YAML = frozenset("\x85\u2028\u2029")  # PyYAML may write them as a space, unless it escapes them

Writer = Callable[[Any], str]


def toml(data: Mapping[str, Any], *, layout: str, is_ascii: bool) -> str:
    """The data as TOML: events as tables with `headers`, as dotted keys (`dots`), or as `inline` tables."""
    writer = _Toml(is_ascii=is_ascii)
    if layout == "inline" or not _are_tables(data.get("events")):
        return writer.members(data)
    write = writer.headers if layout == "headers" else writer.dots
    beside = {name: value for name, value in data.items() if name != "events"}
    tables = {name: beside.pop(name) for name in list(beside) if layout == "headers" and isinstance(beside[name], dict)}
    written = (f"[{writer.key(name)}]\n{writer.members(table)}" for name, table in tables.items())
    return "".join([writer.members(beside), *written, *write(data["events"])])


def _are_tables(events: object) -> bool:
    return isinstance(events, dict) and bool(events) and all(isinstance(table, dict) for table in events.values())


class _Toml:
    """Writes keys and values of TOML."""

    def __init__(self, *, is_ascii: bool) -> None:
        self._escaped = _ESCAPED_IN_ASCII if is_ascii else _ESCAPED

    def members(self, table: Mapping[str, Any]) -> str:
        return "".join(f"{self.key(name)} = {self.value(value)}\n" for name, value in table.items())

    def headers(self, events: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
        for event_id, table in events.items():
            yield f"[events.{self.key(event_id)}]\n"
            yield self.members(table)

    def dots(self, events: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
        for event_id, table in events.items():
            above = f"events . {self.key(event_id)}"
            yield from (f"{above}.{self.key(name)}={self.value(value)}\n" for name, value in table.items())

    def key(self, name: str) -> str:
        return name if _BARE.fullmatch(name) else self._text(name)

    def value(self, value: Any) -> str:
        match value:
            case str():
                return self._text(value)
            case bool() | int() | float():
                return str(value).lower()
            case list():
                return f"[{', '.join(map(self.value, value))}]"
            case dict():
                return f"{{ {', '.join(f'{self.key(name)} = {self.value(below)}' for name, below in value.items())} }}"
        return str(value.isoformat())

    def _text(self, text: str) -> str:
        return f'"{self._escaped.sub(_toml_escape, text)}"'


def _toml_escape(found: re.Match[str]) -> str:
    number = ord(found[0])
    return f"\\u{number:04X}" if number <= 0xFFFF else f"\\U{number:08X}"


def _toml_writer(layout: str, is_ascii: bool) -> Writer:  # noqa: FBT001 (drawn)
    return lambda data: toml(data, layout=layout, is_ascii=is_ascii)


def _json_writer(is_ascii: bool, indent: int | str | None) -> Writer:  # noqa: FBT001 (drawn)
    return lambda data: json.dumps(data, ensure_ascii=is_ascii, indent=indent)


class _Dumper(yaml.SafeDumper):
    """Writes every value in full: no alias for a repeated list, and no tag for a quoted string."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 (the host's own form)
        return True

    def represent_scalar(self, tag: str, value: str, style: str | None = None) -> yaml.ScalarNode:
        is_text = tag == "tag:yaml.org,2002:str"
        return super().represent_scalar(tag, value, style if is_text else "")


def _yaml_writer(is_flow: bool | None, quotes: str | None, width: int, is_unicode: bool) -> Writer:  # noqa: FBT001 (drawn)
    def write(data: object, *, is_unicode: bool = is_unicode) -> str:
        text: str = yaml.dump(
            data,
            Dumper=_Dumper,
            sort_keys=False,
            default_flow_style=is_flow,
            default_style=quotes,
            # In a folded text PyYAML also breaks indented lines, which then stay broken.
            width=10_000 if quotes == ">" else width,
            allow_unicode=is_unicode,
        )
        return write(data, is_unicode=False) if _LOST_BY_YAML & set(text) else text

    return write


TOML = st.builds(_toml_writer, st.sampled_from(["headers", "dots", "inline"]), st.booleans())
JSON = st.builds(_json_writer, st.booleans(), st.sampled_from([None, 0, 2, "\t"]))
YAML = st.builds(
    _yaml_writer,
    st.sampled_from([None, False, True]),
    st.sampled_from([None, "'", '"', "|", ">"]),
    st.sampled_from([20, 80, 10_000]),
    st.booleans(),
)
WRITERS: Mapping[str, st.SearchStrategy[Writer]] = {"toml": TOML, "json": JSON, "yaml": YAML}
"""The ways to write each input format."""
