"""Inline code under a policy with hashes: what `rtpsnippets csp` prints is necessary and sufficient."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.hostile import GROUPS
from tests.pages.command import rtpsnippets, snippets
from tests.pages.visitor import BLOCKED, STRICT, TAG, Visitor, html_and_xhtml, sent

_VALUES = ["1", "2", "3", "4", "5"]
_CALLS = sent(["1", "2", "3", "4"], ["5"])
_REFRESH = ["get", "campaign", True]
# Two of each group, without the very long texts.
_TEXTS = [text for texts in GROUPS.values() for text in [text for text in texts if len(text) < 1000][:2]]


_UNSAFE_HASHES = "'unsafe-hashes'"
_PREFIX = "'sha256-"


def policy_of(line: str) -> str:
    """The policy with the output of `rtpsnippets csp`."""
    return f"{STRICT} {line.strip()}"


def without_unsafe_hashes(line: str) -> str:
    """The line with just the hashes."""
    return " ".join(source for source in line.split() if source != _UNSAFE_HASHES)


def with_a_bit_changed(line: str, at: int, bit: int) -> str:
    """The line with one bit of the hash at this index changed."""
    sources = line.split()
    places = [place for place, source in enumerate(sources) if source.startswith(_PREFIX)]
    place = places[at]
    digest = bytearray(b64decode(sources[place].removeprefix(_PREFIX).rstrip("'")))
    digest[bit // 8] ^= 1 << bit % 8
    sources[place] = f"{_PREFIX}{b64encode(digest).decode()}'"
    return " ".join(sources)


def _write(folder: Path, values: Mapping[str, object], **fields: object) -> Path:
    """A definitions file with two events for each value: one with a button and a link, and one with a script."""
    elements = {"button": "Go", "link": {"label": "Go", "href": "#x"}}
    events = {}
    for event_id, value in values.items():
        events[event_id] = {"value": value, **elements, **fields}
        events[f"{event_id}-alone"] = {"value": value, **fields}
    file = folder / "events.json"
    file.write_text(json.dumps({"events": events}), "utf-8")
    return file


def _body(file: Path, format: str, *options: str | Path) -> str:
    return _bodies(file, *options)[format]


def _bodies(file: Path, *options: str | Path) -> Mapping[str, str]:
    """The snippets of all events, by format."""
    found = snippets(file, *options).values()
    return {format: "".join(of_event.get(format, "") for of_event in found) for format in ("button", "link", "script")}


class Hostile(NamedTuple):
    """The snippets with hostile values, by format, and the one policy for all of them."""

    bodies: Mapping[str, str]
    policy: str


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Hostile:
    """The output of the command for some hostile values of each group."""
    file = _write(tmp_path_factory.mktemp("hostile"), {f"e{at}": text for at, text in enumerate(_TEXTS)})
    return Hostile(_bodies(file), policy_of(rtpsnippets("csp", file)))


@html_and_xhtml
@pytest.mark.parametrize("format", ["button", "link", "script"])
def test_hashes__allow_every_hostile_value(visitor: Visitor, hostile: Hostile, format: str, content_type: str) -> None:
    visitor.open(hostile.bodies[format], head=TAG, policy=hostile.policy, content_type=content_type)
    visitor.click_all("button, a")
    assert visitor.calls == sent(*_TEXTS)
    assert visitor.messages == []


@pytest.mark.parametrize("format", ["button", "link", "script"])
@pytest.mark.parametrize("options", [(), ("--guard",)], ids=["plain", "guard"])
def test_hashes__are_of_the_whole_code(visitor: Visitor, tmp_path: Path, format: str, options: tuple[str, ...]) -> None:
    file = _write(tmp_path, {"go": _VALUES}, refresh=True)
    policy = policy_of(rtpsnippets("csp", file, *options))
    visitor.open(_body(file, format, *options), head=TAG, policy=policy)
    visitor.click_all("#go")
    assert visitor.calls == [*_CALLS, _REFRESH]
    assert visitor.messages == []


def test_hashes__of_plain_calls_are_not_those_of_guarded_ones(visitor: Visitor, tmp_path: Path) -> None:
    file = _write(tmp_path, {"go": _VALUES})
    visitor.open(_body(file, "button", "--guard"), head=TAG, policy=policy_of(rtpsnippets("csp", file)))
    visitor.click("#go")
    assert visitor.calls == []


@pytest.mark.parametrize("format", ["button", "script"])
def test_hashes__are_those_of_a_custom_template(visitor: Visitor, tmp_path: Path, format: str) -> None:
    file = _write(tmp_path, {"go": 'it\'s "x" & <b>'})
    button = '<button id="{{ id }}" onclick="\n  var n &#61; &apos;é&apos; &lt; 2;\r\n\t{{ calls }} "><b>x</b></button>'
    (tmp_path / "button.html").write_bytes(button.encode())
    (tmp_path / "script.html").write_bytes("<script>\r\n  var n = '&amp;é';\n  {{ calls }}\n</script>".encode())
    templates = ("--templates", tmp_path)
    policy = policy_of(rtpsnippets("csp", file, *templates))
    visitor.open(_body(file, format, *templates), head=TAG, policy=policy)
    visitor.click_all("#go")
    assert visitor.calls == sent('it\'s "x" & <b>')


@pytest.mark.parametrize("bit", [0, 255])
@pytest.mark.parametrize("format", ["button", "link", "script"])
def test_hash__with_one_bit_changed_its_code_does_not_run(
    visitor: Visitor, tmp_path: Path, format: str, bit: int
) -> None:
    file = _write(tmp_path, {"one": "One", "two": "Two", "three": "Three"})
    line = with_a_bit_changed(rtpsnippets("csp", file), 1, bit)
    visitor.open(_body(file, format), head=TAG, policy=policy_of(line))
    visitor.click_all("button, a")
    assert visitor.calls == sent("One", "Three")
    assert BLOCKED.search(visitor.messages[0])


@pytest.mark.parametrize(("format", "calls"), [("button", []), ("link", []), ("script", sent("Go!"))])
def test_hashes__without_unsafe_hashes_are_for_scripts_alone(
    visitor: Visitor, tmp_path: Path, format: str, calls: list[object]
) -> None:
    file = _write(tmp_path, {"go": "Go!"})
    visitor.open(_body(file, format), head=TAG, policy=policy_of(without_unsafe_hashes(rtpsnippets("csp", file))))
    visitor.click_all("#go")
    assert visitor.calls == calls
