r"""Write imported events as a definitions file in any of its formats.

>>> from rtpsnippets.errors import Location
>>> adopted = AdoptedEvent(Event("sale", "Sale"), Location("a.html", 1, 2), others=2)
>>> print(written([adopted], ["a.html"], "toml"), end="")
# Imported by rtpsnippets from: a.html
# The comments say where a page or a script sends each event.
<BLANKLINE>
# a.html:1:2 and 2 more
[events.sale]
value = "Sale"
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rtpsnippets.display import printable
from rtpsnippets.events.element import LABEL, Element
from rtpsnippets.events.event import Event
from rtpsnippets.events.invisible import as_json, as_toml
from rtpsnippets.events.link import Link
from rtpsnippets.site.importing.adopt import AdoptedEvent

_Value = str | bool | Sequence[str] | Mapping[str, "str | bool"]

_HEAD = """\
# Imported by rtpsnippets from: {}
# The comments say where a page or a script sends each event.
"""

_WIDTH = 100
"""The maximum length of a list on one line; a longer list has a line for each value."""

# What YAML 1.1 reads as a plain string in any context.
_PLAIN_IN_YAML = re.compile(r"(?!(?:true|false|yes|no|on|off|y|n|null)\Z)[a-z][a-z0-9_-]*")


def written(events: Sequence[AdoptedEvent], sources: Sequence[str], format: str) -> str:
    """Return a definitions file with the events from `sources`; `format` is one of `read.INPUT_FORMATS`.

    `check` accepts it. TOML and YAML contain comments with the sources and the locations of each event.
    """
    return "".join(_WRITERS[format](events, _HEAD.format(", ".join(map(printable, sources)))))


def _toml(events: Sequence[AdoptedEvent], head: str) -> Iterator[str]:
    yield head
    for adopted in events:
        yield f"\n# {_places(adopted)}\n[events.{adopted.event.id}]\n"
        yield from (f"{line}\n" for line in _TOML.members(adopted.event, ""))


def _yaml(events: Sequence[AdoptedEvent], head: str) -> Iterator[str]:
    yield f"{head}\nevents:\n"
    for at, adopted in enumerate(events):
        event_id = adopted.event.id if _PLAIN_IN_YAML.fullmatch(adopted.event.id) else f'"{adopted.event.id}"'
        empty_line = "\n" if at else ""
        yield f"{empty_line}  # {_places(adopted)}\n  {event_id}:\n"
        yield from (f"{line}\n" for line in _YAML.members(adopted.event, " " * 4))


def _json(events: Sequence[AdoptedEvent], _head: str) -> Iterator[str]:
    tables = []
    for adopted in events:
        members = ",\n".join(_JSON.members(adopted.event, " " * 6))
        tables.append(f'    "{adopted.event.id}": {{\n{members}\n    }}')
    yield '{\n  "events": {\n' + ",\n".join(tables) + "\n  }\n}\n"


_WRITERS = {"toml": _toml, "yaml": _yaml, "json": _json}


def _places(adopted: AdoptedEvent) -> str:
    more = f" and {adopted.others} more" if adopted.others else ""
    return printable(f"{adopted.location}{more}")


@dataclass(frozen=True, slots=True)
class _Style:
    """How a format writes a string and the key of a member."""

    string: Callable[[str], str]
    key: Callable[[str], str]

    def members(self, event: Event, indent: str) -> Iterator[str]:
        """Yield the keys of an event with their values, one per line, and a long list on several lines."""
        for name, value in _table_of(event).items():
            line = f"{indent}{self.key(name)}{self._value(value)}"
            if isinstance(value, tuple) and len(line) > _WIDTH:
                values = ",\n".join(f"{indent}  {self.string(one)}" for one in value)
                line = f"{indent}{self.key(name)}[\n{values}\n{indent}]"
            yield line

    def _value(self, value: _Value) -> str:
        if isinstance(value, bool):
            return str(value).lower()
        if isinstance(value, str):
            return self.string(value)
        if isinstance(value, Mapping):
            return f"{{ {', '.join(f'{self.key(name)}{self._value(below)}' for name, below in value.items())} }}"
        return f"[{', '.join(map(self.string, value))}]"


_TOML = _Style(as_toml, "{} = ".format)
_YAML = _Style(as_toml, "{}: ".format)
_JSON = _Style(as_json, '"{}": '.format)


def _table_of(event: Event) -> Mapping[str, _Value]:
    """Return the definition of the event: the keys that `import` can set and that have a value."""
    value = event.value if isinstance(event.value, str) else event.own_values
    elements = {name: _element(element) for name, element in event.elements.items()}
    flags = {name: True for name in ("guard", "refresh") if getattr(event, name)}
    trigger = {name: text for name in ("selector", "on") if (text := getattr(event, name))}
    return {"value": value, **elements, **trigger, **flags}


def _element(element: Element) -> _Value:
    """Return the label alone for a button without attributes, otherwise a table."""
    table = {LABEL: element.label, **element.attributes}
    return table if element.attributes or isinstance(element, Link) else element.label
