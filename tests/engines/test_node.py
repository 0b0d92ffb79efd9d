"""The literal, the statements and the binding in Node: every character and hostile text, by code unit."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from rtpsnippets import Event, ProblemsError, call, literal, render_binding
from rtpsnippets.events.triggers import selector_problems
from tests.engines.lost_escapes import lose_escape
from tests.hostile import TEXTS, shown

_REFRESH = ["get", "campaign", True]
_HERE = Path(__file__).parent
_SURROGATES = range(0xD800, 0xE000)
_CHARACTERS = [chr(code_point) for code_point in range(0x110000) if code_point not in _SURROGATES]


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("", "", id="alone"),
        pytest.param("a", "b", id="between letters"),
        pytest.param("a ", " b", id="between spaces"),
    ],
)
def test_literal__every_character_is_read_back_by_node(node: str, tmp_path: Path, before: str, after: str) -> None:
    file = tmp_path / "literals.txt"
    literals = (literal(f"{before}{character}{after}") for character in _CHARACTERS)
    file.write_text("\n".join(literals), "utf-8", newline="\n")
    assert _run(node, "literals.mjs", file, before, after) == {"count": 1_112_064, "lines": 1_112_064, "wrong": []}


@pytest.mark.parametrize("form", ["{}", "a{}b", "\U0001f600{}", "{}\U0001f600"])
def test_literal__every_lone_surrogate_is_refused(form: str) -> None:
    assert [point for point in _SURROGATES if not _is_refused(form.format(chr(point)))] == []


def test_literal__two_halves_that_python_keeps_apart_are_refused() -> None:
    assert _is_refused("\ud83d\ude00")


@pytest.mark.parametrize("mode", ["sloppy", "strict"])
def test_call__every_hostile_value_is_sent_by_node(node: str, tmp_path: Path, mode: str) -> None:
    statements = [call(text) for text in TEXTS]
    _assert_called(node, tmp_path, mode, statements, [[["send", "event", {"value": text}]] for text in TEXTS])


@pytest.mark.parametrize("mode", ["sloppy", "strict"])
def test_statements__every_hostile_value_is_sent_by_node_with_a_guard_and_a_refresh(
    node: str, tmp_path: Path, mode: str
) -> None:
    events = [Event("any", [text, "b", "c", "d", text], guard=True, refresh=True) for text in TEXTS]
    expected: list[object] = [
        [["send", "event", {"value": [text, "b", "c", "d"]}], ["send", "event", {"value": [text]}], _REFRESH]
        for text in TEXTS
    ]
    _assert_called(node, tmp_path, mode, [" ".join(event.statements) for event in events], expected)


@pytest.mark.no_cover
def test_binding__every_character_is_read_back_by_node(node: str, tmp_path: Path) -> None:
    parts = ["".join(_CHARACTERS[at : at + 64]) for at in range(0, len(_CHARACTERS), 64)]
    batches = [parts[at : at + 4] for at in range(0, len(parts), 4)]
    sent = _sent_by(node, tmp_path, [Event(f"e{at}", batch) for at, batch in enumerate(batches)])["sent"]
    assert sum(len(part) for part in parts) == 1_112_064
    assert sent == [[["send", "event", {"value": batch}]] for batch in batches]


@pytest.mark.parametrize("mode", ["sloppy", "strict"])
def test_binding__every_hostile_value_is_sent_by_node(node: str, tmp_path: Path, mode: str) -> None:
    alone = [Event(f"alone-{at}", text, refresh=True) for at, text in enumerate(TEXTS)]
    in_lists = [Event(f"list-{at}", [text, "b", "c", "d", text]) for at, text in enumerate(TEXTS)]
    assert _sent_by(node, tmp_path, [*alone, *in_lists], mode)["sent"] == [
        *([["send", "event", {"value": text}], _REFRESH] for text in TEXTS),
        *(
            [["send", "event", {"value": [text, "b", "c", "d"]}], ["send", "event", {"value": [text]}]]
            for text in TEXTS
        ),
    ]


def test_binding__every_hostile_selector_is_queried_by_node(node: str, tmp_path: Path) -> None:
    selectors = [text for text in TEXTS if not selector_problems(text)]
    events = [Event(f"e{at}", "x", selector=selector) for at, selector in enumerate(selectors)]
    assert len(selectors) > 600
    assert _sent_by(node, tmp_path, events)["selectors"] == selectors


def test_binding__a_literal_that_is_not_escaped_is_noticed(
    node: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lose_escape(monkeypatch, "value", "\\")
    assert _sent_by(node, tmp_path, [Event("any", r"\x41")])["sent"] == [[["send", "event", {"value": "A"}]]]


@pytest.mark.parametrize("mode", ["sloppy", "strict"])
def test_node__a_literal_that_is_not_escaped_is_noticed(node: str, tmp_path: Path, mode: str) -> None:
    got = _called(node, tmp_path, mode, ["rtp('it's');", r"rtp('\x41');", "rtp('a');rtp('b');"])
    assert got == ["SyntaxError: missing ) after argument list", [["A"]], [["a"], ["b"]]]


def test_node__strict_mode_is_strict(node: str, tmp_path: Path) -> None:
    statements = ["rtp(function () { return typeof this; }());"]
    assert _called(node, tmp_path, "strict", statements) == [[["undefined"]]]
    assert _called(node, tmp_path, "sloppy", statements) == [[["object"]]]


def _sent_by(node: str, folder: Path, events: list[Event], mode: str = "sloppy") -> dict[str, list[object]]:
    """What each event sends by a click on its marked element, and the selectors that the binding of all queries."""
    file = folder / "binding.json"
    file.write_text(json.dumps({"binding": render_binding(events), "ids": [event.id for event in events]}), "ascii")
    ran = _run(node, "binding.mjs", file, mode)
    assert isinstance(ran, dict)
    return ran


def _assert_called(node: str, folder: Path, mode: str, statements: list[str], expected: list[object]) -> None:
    got = _called(node, folder, mode, statements)
    wrong = [
        f"{shown(statement)}\n  expected {shown(json.dumps(should))}\n  got      {shown(json.dumps(did))}"
        for statement, should, did in zip(statements, expected, got, strict=True)
        if did != should
    ]
    assert not wrong, "\n".join([f"{len(wrong)} of {len(statements)} are wrong", *wrong[:20]])


def _called(node: str, folder: Path, mode: str, statements: list[str]) -> list[object]:
    """The arguments with which each statement calls `rtp`, or its error."""
    file = folder / "statements.json"
    file.write_text(json.dumps(statements), "ascii", newline="\n")
    called = _run(node, "statements.mjs", file, mode)
    assert isinstance(called, list)
    return called


def _run(node: str, script: str, file: Path, *options: str) -> object:
    command = [node, str(_HERE / script), str(file), *options]
    done = subprocess.run(command, capture_output=True, encoding="ascii", timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    answer: object = json.loads(done.stdout)
    return answer


def _is_refused(text: str) -> bool:
    try:
        literal(text)
    except ProblemsError:
        return True
    return False
