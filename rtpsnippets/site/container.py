"""Read a container exported from Google Tag Manager: its Custom HTML tags, and when they fire.

>>> html = {"key": "html", "value": "<script>rtp('send', 'event', {value: 'Sale'})</script>"}
>>> tag = {"tagId": "3", "name": "Sale", "type": "html", "parameter": [html], "firingTriggerId": ["2147479553"]}
>>> text = json.dumps({"exportFormatVersion": 2, "containerVersion": {"tag": [tag]}})
>>> container = read_container(text, Deadline(60))
>>> [(part.name, part.line, part.trigger, len(part.contents.codes)) for part in container.parts]
[('tag "Sale"', 1, Trigger(on='load', selector=''), 1)]
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from rtpsnippets.display import cut, quoted
from rtpsnippets.limits import Deadline
from rtpsnippets.lines import Lines
from rtpsnippets.site.container_triggers import Firing, Table, Triggers, parameters, tables, text
from rtpsnippets.site.javascript.mentions import mentions_in
from rtpsnippets.site.javascript.model import Call, Mention, Span
from rtpsnippets.site.model import Contents, Part
from rtpsnippets.site.page import read_page
from rtpsnippets.site.page_code import SOME_CONTAINER

FORMAT = "exportFormatVersion"
"""A key that every container has."""

_VERSION = 2
_HTML = "html"
_VARIABLE = re.compile(r"\{\{[^{}]+\}\}")
_CALLED = re.compile(r"\{\{[^{}]*\brtp\b[^{}]*\}\}\s*\(")
"""A variable that is called and may be the function `rtp`."""
_PARTS = {"tag": "tagId", "variable": "variableId", "customTemplate": "templateId"}
"""The parts that may contain code, each with the key of its id; only the code of HTML tags is read."""


class FormatError(Exception):
    """A container has an unsupported format; the text says which."""


def read_container(content: str, deadline: Deadline) -> Contents | None:
    """Return what the text of a container contains; None if it is not a container.

    Raises `FormatError` for an unsupported format, and `TooSlowError` at the deadline.
    """
    try:
        data = json.loads(content)
    except json.JSONDecodeError:
        return None
    version = data.get("containerVersion") if isinstance(data, dict) else None
    if not isinstance(version, dict) or FORMAT not in data:
        return None
    if data[FORMAT] != _VERSION:
        raise FormatError(
            f"is a Google Tag Manager export in format {data[FORMAT]}; only format {_VERSION} is supported"
        )
    container = text(version.get("container"), "publicId") or SOME_CONTAINER
    return Contents(is_page=False, parts=tuple(_parts(version, content, deadline)), container=container)


def _parts(version: Table, content: str, deadline: Deadline) -> Iterator[Part]:
    lines, triggers = Lines(content), Triggers(version)
    for key, number in _PARTS.items():
        for entry in tables(version, key):
            deadline.check()
            if key == "tag" and text(entry, "type") == _HTML:
                contents = _contents(parameters(entry).get(_HTML, ""), deadline)
                refusal = triggers.refusal(entry)
                firing = Firing(None) if refusal else triggers.firing(entry)
            else:
                has_call = any(any(mentions_in(each)) for each in _texts(entry))
                mentions = (Mention(Span(0, 0)),) if has_call else ()
                contents, firing, refusal = Contents(is_page=False, mentions=mentions), Firing(None), ""
            if contents.codes or contents.marked_elements or contents.mentions:
                name = f"{key.removeprefix('custom').lower()} {quoted(text(entry, 'name'))}"
                line = _line(content, lines, number, text(entry, number))
                yield Part(name, line, contents, firing.trigger, firing.remarks, refusal)


def _texts(data: object) -> Iterator[str]:
    """Yield all strings in a part of a container except notes."""
    if isinstance(data, str):
        yield data
    for key, value in data.items() if isinstance(data, dict) else enumerate(data if isinstance(data, list) else ()):
        yield from _texts(value) if key != "notes" else ()


def _line(content: str, lines: Lines, key: str, number: str) -> int | None:
    """Return the line of the entry with this id, if there is only one. In strings, quotes are escaped."""
    found = [match.start() for match in re.finditer(rf'"{key}"\s*:\s*"{re.escape(number)}"', content)]
    return lines.number(found[0]) if len(found) == 1 else None


def _contents(html: str, deadline: Deadline) -> Contents:
    """Return what the HTML of a tag contains. Variables, quoted or not, are replaced by names and then put back."""
    prefix = max(re.findall("variable_*", html), key=len, default="variable") + "_"
    names: dict[str, str] = {}
    code = _VARIABLE.sub(lambda found: f"({names.setdefault(found[0], f'{prefix}{len(names)}_')})", html)
    variables = {name: variable for variable, name in names.items()}

    def put_back(name: re.Match[str]) -> str:
        return variables[name[0].strip("()")]

    name = re.compile(rf"\({prefix}\d+_\)|{prefix}\d+_")
    contents = read_page(code, deadline)
    # Code with a syntax error may be correct once Google Tag Manager replaces its variables.
    codes = tuple(each for each in contents.codes if not (names and each.script.error))
    if (len(codes) < len(contents.codes) or _CALLED.search(html)) and any(mentions_in(html)):
        contents = replace(contents, mentions=(*contents.mentions, Mention(Span(0, 0))))
    found: Contents = _with_variables(replace(contents, codes=codes), lambda text: name.sub(put_back, text))
    return found


def _with_variables(found: Any, put_back: Callable[[str], str]) -> Any:  # noqa: ANN401 (any part of a page)
    """Return `found` with its variables put back; the value of a call with a variable is unknown."""
    if isinstance(found, str):
        return put_back(found)
    if isinstance(found, tuple):
        return tuple(_with_variables(part, put_back) for part in found)
    if not is_dataclass(found) or isinstance(found, type):
        return found
    parts = {each.name: _with_variables(getattr(found, each.name), put_back) for each in fields(found)}
    result = replace(found, **parts)
    if isinstance(found, Call) and isinstance(result, Call) and result.values != found.values:
        variable = _VARIABLE.findall(" ".join(parts["values"]))[0]
        return result.unknown(f'contains "{cut(variable)}", which Google Tag Manager replaces')
    return result
