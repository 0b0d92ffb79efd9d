r"""Read back what we emit, independently of the code that writes it: without its regular expressions and JSON.

>>> decode_literal(r"'it\u0027s'"), decode_call("rtp('send', 'event', { value: ['a', 'b'] });")
("it's", ['a', 'b'])
"""

from __future__ import annotations

import re
from array import array
from html.parser import HTMLParser

_UNIT = re.compile(r"\\u([0-9a-f]{4})|([^\\'])")
_CALL = re.compile(r"rtp\('send', 'event', \{ value: (.*) \}\);")
_LITERALS = re.compile(r"('[^']*')(?:, (?=')|\Z)")
_ROW = re.compile(
    r"(?P<id>'[^']*'): \{ on: (?P<on>'[^']*'), seconds: (?P<seconds>[0-9]+), selector: (?P<selector>'[^']*'), "
    r"refresh: (?P<refresh>true|false), calls: \[ (?P<calls>.*) \] \},?"
)
_BATCHES = re.compile(r"('[^']*'|\[[^\]]*\])(?:, (?=['\[])|\Z)")
_REFERENCE = re.compile(r"&#x([0-9a-f]+);|&amp;|([^&])")


def decode_literal(literal: str) -> str:
    """The text that a JavaScript engine reads, by code unit."""
    assert literal[0] == literal[-1] == "'"
    found, at = array("H"), 1
    while at < len(literal) - 1:
        unit = _UNIT.match(literal, at)
        assert unit, literal[at:]
        found.append(int(unit[1], 16) if unit[1] else ord(unit[2]))
        at = unit.end()
    return found.tobytes().decode("utf-16-le" if array("H", [1]).tobytes()[0] else "utf-16-be")


def decode_call(call: str) -> str | list[str]:
    """The value that a call sends."""
    found = _CALL.fullmatch(call)
    assert found, call
    return _decode_value(found[1])


def _decode_value(value: str) -> str | list[str]:
    if not value.startswith("["):
        return decode_literal(value)
    literals = _LITERALS.findall(value[1:-1])
    assert ", ".join(literals) == value[1:-1], value
    return [decode_literal(literal) for literal in literals]


def decode_binding(script: str) -> dict[str, dict[str, object]]:
    """The table of a binding: the data of each event, by id."""
    _, _, rest = script.partition("\nvar events = {\n")
    rows, end, _ = rest.partition("\n};\n")
    assert end, script
    assert rows.count("},\n") == rows.count("\n"), rows
    return dict(map(_decode_row, rows.split("\n")))


def _decode_row(row: str) -> tuple[str, dict[str, object]]:
    found = _ROW.fullmatch(row)
    assert found, row
    batches = _BATCHES.findall(found["calls"])
    assert ", ".join(batches) == found["calls"], row
    return decode_literal(found["id"]), {
        "on": decode_literal(found["on"]),
        "seconds": int(found["seconds"]),
        "selector": decode_literal(found["selector"]),
        "refresh": found["refresh"] == "true",
        "calls": [_decode_value(batch) for batch in batches],
    }


def decode_references(escaped: str) -> str:
    """The text of HTML with hexadecimal references, `&amp;` and no other markup."""
    text, at = "", 0
    while at < len(escaped):
        match = _REFERENCE.match(escaped, at)
        assert match, escaped[at:]
        text += chr(int(match[1], 16)) if match[1] else match[2] or "&"
        at = match.end()
    return text


class Seen(HTMLParser):
    """What an HTML parser sees, in order: start tags with their attributes, end tags, and texts."""

    def __init__(self, snippet: str) -> None:
        super().__init__()
        self.seen: list[tuple[str, object]] = []
        self.feed(snippet)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((f"<{tag}>", attrs))

    def handle_endtag(self, tag: str) -> None:
        self.seen.append((f"</{tag}>", None))

    def handle_data(self, data: str) -> None:
        if self.seen and self.seen[-1][0] == "text":
            data = f"{self.seen.pop()[1]}{data}"
        self.seen.append(("text", data))

    def handle_comment(self, data: str) -> None:
        self.seen.append(("comment", data))

    def handle_decl(self, decl: str) -> None:
        self.seen.append(("declaration", decl))

    def handle_pi(self, data: str) -> None:
        self.seen.append(("instruction", data))
