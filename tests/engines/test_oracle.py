"""What programs send in Node is what is read in them or listed, and the comparison notices mistakes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rtpsnippets.site.javascript.model import Call, Mention, Script, Span
from tests.engines import oracle
from tests.engines.oracle import Ran, Recorder, Sent, complaints, read
from tests.site.javascript.known import MANY, ONE
from tests.site.javascript.programs import programs

_A = "rtp('send', 'event', {value: 'A'})"
_SPAN = Span(0, len(_A))
_READ = Script((Call(_SPAN, ("A",)),))


@pytest.fixture(scope="module")
def recorder() -> Iterator[Recorder]:
    """Node, which is started once."""
    with Recorder() as recorder:
        yield recorder


_PROGRAMS = {**programs(), **{code: code for code in (*ONE, *(code for code, _ in MANY))}}


@pytest.mark.parametrize("code", [pytest.param(code, id=name) for name, code in _PROGRAMS.items()])
def test_program__is_read_as_it_sends(recorder: Recorder, code: str) -> None:
    (ran,) = recorder.run([code])
    assert complaints(code, ran, read(code)) == []


def test_programs__are_right_and_send(recorder: Recorder) -> None:
    ran = dict(zip(programs(), recorder.run([*programs().values()]), strict=True))
    assert {name: one.error for name, one in ran.items() if one.error} == {}
    assert [name for name, one in ran.items() if all(sent.value is None for sent in one.sent)] == []


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (_A, [Sent(0, "run", "A", "A")]),
        (f"'😀'; {_A}", [Sent(5, "run", "A", "A")]),
        ("rtp('send', 'event', {value: ['A', '😀']})", [Sent(0, "run", ["A", "😀"], ["A", "😀"])]),
        ("rtp('send', 'event', {value: 1})", [Sent(0, "run", {"odd": "number"}, {"odd": "number"})]),
        ("rtp('send', 'event')", [Sent(0, "run", {"odd": "no object"}, {"odd": "no object"})]),
        ("rtp('get', 'campaign', true)", [Sent(0, "run", None, None)]),
        ("var d = {value: 'A'}; rtp('send', 'event', d); d.value = 'B'", [Sent(22, "run", "A", "B")]),
        (f"setTimeout(() => {_A})", [Sent(17, "timer", "A", "A")]),
        (f"document.body.onclick = () => {_A}", [Sent(30, "listener", "A", "A")] * 2),
        (f"const track = () => {_A}", [Sent(20, "function", "A", "A")] * 2),
        (f"export default () => {_A}", [Sent(21, "function", "A", "A")] * 2),
        (f"Promise.resolve().then(() => {_A})", [Sent(29, "run", "A", "A")]),
        ("rtp.q.push(['send', 'event', {value: 'A'}])", [Sent(6, "run", "A", "A")]),
        ("eval('rtp(`send`, `event`, {value: `A`})')", [Sent(None, "run", "A", "A")]),
        ("setTimeout('rtp(`send`, `event`, {value: `A`})')", [Sent(None, "timer", "A", "A")]),
    ],
)
def test_recorder__reports_what_is_sent_where_and_when(recorder: Recorder, code: str, expected: list[Sent]) -> None:
    (ran,) = recorder.run([code])
    assert [*ran.sent] == expected


@pytest.mark.parametrize("given", ["ga('send', 'event', d)", "bus.emit(d)", "new Vue(d)", "analytics.track([d])"])
def test_recorder__lets_other_code_change_what_it_gets(recorder: Recorder, given: str) -> None:
    (ran,) = recorder.run([f"var d = {{value: 'A'}}; {given}; rtp('send', 'event', d)"])
    assert [sent.value for sent in ran.sent] == ["changed"]


def test_recorder__ends_an_endless_program(recorder: Recorder) -> None:
    looped, again, right = recorder.run(["for (;;);", "(function f() { rtp(); f() })()", _A])
    assert "timed out" in looped.thrown
    assert "too many calls" in again.thrown
    assert len(right.sent) == 1


def test_recorder__leaves_out_an_endless_text(recorder: Recorder) -> None:
    (ran,) = recorder.run(["for (var v = 'A'; v.length < 1e8; v += v); for (;;) rtp('send', 'event', {value: v})"])
    assert {str(sent.value) for sent in ran.sent} == {"{'odd': 'string'}"}


def test_recorder__reports_how_node_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "ends.mjs"
    script.write_text("process.stdin.on('data', () => { throw new Error('no more') })", "ascii")
    monkeypatch.setattr(oracle, "_RECORDER", script)
    with Recorder() as recorder, pytest.raises(RuntimeError, match="no more"):
        recorder.run([_A])


def test_recorder__reports_a_mistake(recorder: Recorder) -> None:
    (ran,) = recorder.run(["rtp("])
    assert ran.error.startswith("SyntaxError")


def _sent(value: object, at: int | None = 0, end: object = "A") -> Ran:
    return Ran((Sent(at, "run", value, end),))


_UNKNOWN = Call(_SPAN, None, "is unknown")
_HANDED_ON = Call(Span(40, 43), None, "may be sent by code that the function is handed on to")
_SILENT = ["1:36: sends 'A' without being read"]


@pytest.mark.parametrize(
    ("ran", "script", "expected"),
    [
        pytest.param(_sent("A"), _READ, [], id="read"),
        pytest.param(Ran(), _READ, [], id="never run"),
        pytest.param(_sent("B"), _READ, ["1:1: sends 'B', not 'A'"], id="another value"),
        pytest.param(_sent(["A"]), _READ, ["1:1: sends ['A'], not 'A'"], id="a list"),
        pytest.param(_sent(None), _READ, ["1:1: sends None, not 'A'"], id="no event"),
        pytest.param(_sent("A", end="B"), _READ, ["1:1: has 'B' at the end, not 'A'"], id="changed afterwards"),
        pytest.param(_sent("B"), Script((_UNKNOWN,)), [], id="listed"),
        pytest.param(_sent("A"), Script(mentions=(Mention(_SPAN),)), [], id="mentioned"),
        pytest.param(_sent("A", 35), _READ, _SILENT, id="missed"),
        pytest.param(_sent(None, 35), _READ, [], id="missed, but no event"),
        pytest.param(_sent("A", 35), Script((_HANDED_ON,)), [], id="handed on"),
        pytest.param(_sent("A", 35), Script(mentions=(Mention(Span(40, 43)),)), [], id="mentioned elsewhere"),
        pytest.param(
            Ran((*_sent("A").sent, *_sent("A", 35).sent)), Script((_UNKNOWN,)), _SILENT, id="listed for another call"
        ),
        pytest.param(_sent("A", None), Script(), ["elsewhere: sends 'A' without being read"], id="text that is run"),
        pytest.param(Ran(), Script(error=_SPAN), ["1:1: is wrongly read as a mistake"], id="no mistake"),
        pytest.param(Ran(error="x"), Script(error=_SPAN), [], id="a mistake"),
    ],
)
def test_complaints__see_what_is_wrong(ran: Ran, script: Script, expected: list[str]) -> None:
    assert complaints(f"{_A};{_A}", ran, script) == expected


def test_complaints__take_the_innermost_of_two_calls() -> None:
    code = f"rtp('send', 'event', {{value: {_A}}})"
    inner = Call(Span(code.index(_A), code.index(_A) + len(_A)), ("A",))
    script = Script((Call(Span(0, len(code)), ("B",)), inner))
    assert complaints(code, Ran((Sent(0, "run", "B", "B"), Sent(inner.span.start, "run", "A", "A"))), script) == []
