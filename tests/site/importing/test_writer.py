r"""The definitions file: each format says exactly what the events are, and where they are from."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from rtpsnippets import Button, Event, Link
from rtpsnippets.definitions.load import read_definitions
from rtpsnippets.definitions.read import INPUT_FORMATS
from rtpsnippets.errors import Location
from rtpsnippets.site.importing.adopt import AdoptedEvent
from rtpsnippets.site.importing.writer import written
from tests.hostile import TEXTS, class_form, data_form, label_form

_EVENTS = (
    Event("sale", "Sale", Button("Buy")),
    Event(
        "list",
        [f"a long value with the number {number}" for number in range(3)],
        Button("日本", {"class": "cta", "disabled": True}),
        link=Link("Go", {"href": "/x", "data-x": "y"}),
        guard=True,
        refresh=True,
    ),
    Event("no", ["x", "y"]),
    Event("1", "::x"),
)

_TOML = """\
# Imported by rtpsnippets from: site, a.html
# The comments say where a page or a script sends each event.

# a.html:1:2
[events.sale]
value = "Sale"
button = "Buy"

# a.html:1:2 and 3 more
[events.list]
value = [
  "a long value with the number 0",
  "a long value with the number 1",
  "a long value with the number 2"
]
button = { label = "日本", class = "cta", disabled = true }
link = { label = "Go", href = "/x", data-x = "y" }
guard = true
refresh = true

# a.html:1:2
[events.no]
value = ["x", "y"]

# a.html:1:2
[events.1]
value = "::x"
"""

_YAML = """\
# Imported by rtpsnippets from: site, a.html
# The comments say where a page or a script sends each event.

events:
  # a.html:1:2
  sale:
    value: "Sale"
    button: "Buy"

  # a.html:1:2 and 3 more
  list:
    value: [
      "a long value with the number 0",
      "a long value with the number 1",
      "a long value with the number 2"
    ]
    button: { label: "日本", class: "cta", disabled: true }
    link: { label: "Go", href: "/x", data-x: "y" }
    guard: true
    refresh: true

  # a.html:1:2
  "no":
    value: ["x", "y"]

  # a.html:1:2
  "1":
    value: "::x"
"""

_JSON = """\
{
  "events": {
    "sale": {
      "value": "Sale",
      "button": "Buy"
    },
    "list": {
      "value": [
        "a long value with the number 0",
        "a long value with the number 1",
        "a long value with the number 2"
      ],
      "button": { "label": "日本", "class": "cta", "disabled": true },
      "link": { "label": "Go", "href": "/x", "data-x": "y" },
      "guard": true,
      "refresh": true
    },
    "no": {
      "value": ["x", "y"]
    },
    "1": {
      "value": "::x"
    }
  }
}
"""


def _adopted(events: Sequence[Event]) -> list[AdoptedEvent]:
    return [AdoptedEvent(event, Location("a.html", 1, 2), 3 * (event.id == "list")) for event in events]


@pytest.mark.parametrize(("format", "text"), [("toml", _TOML), ("yaml", _YAML), ("json", _JSON)])
def test_written__is_readable(format: str, text: str) -> None:
    assert written(_adopted(_EVENTS), ["site", "a.html"], format) == text


@pytest.mark.parametrize("format", INPUT_FORMATS)
def test_written__comments_contain_no_line_break_and_no_command(format: str) -> None:
    location = Location("a\n::error::b\x1b##[c].html", 1, 1)
    text = written([AdoptedEvent(_EVENTS[0], location, 0)], ["\nx##[y]"], format)
    assert "##[" not in text
    assert "\x1b" not in text
    assert not [line for line in text.splitlines() if line.lstrip().startswith("::")]


def _read_again(events: Sequence[Event], format: str, folder: Path) -> list[Event]:
    file = folder / f"events.{format}"
    text = written(_adopted(events), ["x"], format)
    assert "##[" not in text
    file.write_text(text, "utf-8", newline="")
    read = read_definitions([str(file)], max_bytes=10**8)
    assert read.problems == []
    return list(read.events.values())


@pytest.mark.no_cover
@pytest.mark.parametrize("format", INPUT_FORMATS)
def test_written__hostile_texts_are_read_unchanged(format: str, tmp_path: Path) -> None:
    texts = [text for text in TEXTS if text]
    events = [
        Event(
            f"e{number}",
            text if number % 2 else [text, "x", text],
            Button(label_form(text), {"class": class_form(text)}),
            link=Link(label_form(text), {"href": "/", "title": data_form(text)}),
        )
        for number, text in enumerate(texts)
    ]
    assert _read_again(events, format, tmp_path) == events


@pytest.mark.parametrize("format", INPUT_FORMATS)
def test_written__random_texts_are_read_unchanged(format: str, tmp_path: Path) -> None:
    made = random.Random(8)  # noqa: S311 (texts to read, no secrets)
    chars = [*map(chr, range(0x300)), *"\u2028\u2029\ufeff\ufffe\U000e0001\U0001f600\U0010ffff日'\"\\#:{}[],&*!|>%@`-"]
    texts = ["".join(made.choices(chars, k=made.randint(1, 12))) for _ in range(2_000)]
    events = [Event(f"e{number}", text) for number, text in enumerate(texts)]
    assert _read_again(events, format, tmp_path) == events


@pytest.mark.parametrize("event_id", ["yes", "on", "null", "y", "true", "12", "1e3", "0x1f", "1_0", "a-b_c", "null-x"])
def test_written__no_id_is_something_else_to_yaml(event_id: str, tmp_path: Path) -> None:
    assert _read_again([Event(event_id, "x")], "yaml", tmp_path) == [Event(event_id, "x")]


@pytest.mark.parametrize("format", INPUT_FORMATS)
@pytest.mark.parametrize(
    ("value", "escaped"),
    [
        ("a\u200bb", r"a\u200bb"),
        ("a\tb\n", r"a\tb\n"),
        ("\x7f", r"\u007f"),
        ("\u2028", r"\u2028"),
        ("e\u0301 日", r"e\u0301 \u65e5"),  # NFC would change it
        ('"\\', r"\"\\"),
        ("##[x", r"#\u0023[x"),
        ("日本 é 😀", "日本 é 😀"),
    ],
)
def test_written__what_cannot_be_seen_is_an_escape(value: str, escaped: str, format: str) -> None:
    assert f'"{escaped}"' in written(_adopted([Event("a", value)]), ["x"], format)


def test_written__each_format_has_its_own_escapes_beyond_the_first_plane() -> None:
    texts = {format: written(_adopted([Event("a", "\U000e0001")]), ["x"], format) for format in INPUT_FORMATS}
    assert r'"\U000e0001"' in texts["toml"]
    assert r'"\U000e0001"' in texts["yaml"]
    assert json.loads(texts["json"])["events"]["a"]["value"] == "\U000e0001"
    assert texts["json"].isascii()
