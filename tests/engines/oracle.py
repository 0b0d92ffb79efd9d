"""Compare what programs send in Node with what is read of them.

The rule: a call that is read sends exactly that each time it runs, and each call that runs is read or listed. Programs
that run strings (`eval`) or set `rtp` itself are out of scope.
"""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from rtpsnippets.limits import Deadline
from rtpsnippets.site.javascript.model import Script, Span
from rtpsnippets.site.javascript.script import read_script
from tests.engines.programs import NODE, find_program

_RECORDER = Path(__file__).parent / "recorder.mjs"
_SECONDS = 60
_ERROR = 1_000
"""How much of Node's output is shown if it exits unexpectedly."""
_EXPORT = re.compile(r"^export (?:default )?|^import .*", re.MULTILINE)
_DEFAULT = "export default "
_GLOBAL = "window.default="  # of the same length, so that all offsets stay the same


@dataclass(frozen=True, slots=True)
class Sent:
    """One call that a program made, and its offset; None if it comes from code that is not in the program.

    `value` is what was sent, and `end` what the same object contains at the end; None if it is not an event. Anything
    but a string or a list of strings is a mapping with its type.
    """

    at: int | None
    phase: str
    value: object
    end: object


@dataclass(frozen=True, slots=True)
class Ran:
    """What a program did: its calls in order, and the error that ended it or kept it from running."""

    sent: tuple[Sent, ...] = ()
    thrown: str = ""
    error: str = ""


class Recorder:
    """Node with recording pages: one process for many programs."""

    def __init__(self) -> None:
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 (it is closed with this)
        # With a small stack, endless recursion ends soon.
        command = [find_program(*NODE), "--stack-size=300", str(_RECORDER)]
        pipe = subprocess.PIPE
        self._node = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=self._errors, encoding="utf-8")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._node.kill()
        self._node.communicate()
        self._errors.close()

    def begin(self, codes: Sequence[str]) -> None:
        """Start running these programs in the background; `end` returns what they did."""
        assert self._node.stdin
        self._node.stdin.write(f"{json.dumps([_without_exports(code) for code in codes])}\n")
        self._node.stdin.flush()

    def end(self, codes: Sequence[str]) -> list[Ran]:
        """Return what each of these programs did, which `begin` started."""
        assert self._node.stdout
        line = self._node.stdout.readline()
        if not line:
            self._errors.seek(0)
            raise RuntimeError(self._errors.read().decode()[-_ERROR:])
        answers = json.loads(line)
        return [_ran(code, answer) for code, answer in zip(codes, answers, strict=True)]

    def run(self, codes: Sequence[str]) -> list[Ran]:
        """Run these programs, and return what each did."""
        self.begin(codes)
        return self.end(codes)


def _without_exports(code: str) -> str:
    """The code of a module as a script, with everything at the same offset."""
    return _EXPORT.sub(lambda word: _GLOBAL if word[0] == _DEFAULT else " " * len(word[0]), code)


def _ran(code: str, answer: dict[str, Any]) -> Ran:
    at = _places(code)
    sent = tuple(
        Sent(None if call["at"] is None else at[call["at"]], call["phase"], call["sent"], call["end"])
        for call in answer["calls"]
    )
    return Ran(sent, answer["thrown"], answer["error"])


def _places(code: str) -> Sequence[int]:
    """The index of each character by that of its first code unit, which is what Node counts."""
    if code.isascii():
        return range(len(code) + 1)
    return [at for at, character in enumerate(code) for _ in range(1 + (character > "\uffff"))]


def read(code: str) -> Script:
    """What the package reads in a program."""
    return read_script(code, Deadline(_SECONDS))


def complaints(code: str, ran: Ran, script: Script) -> list[str]:
    """What is wrong with what was read in a program, if anything."""
    return list(dict.fromkeys(_complaints(code, ran, script)))


def _complaints(code: str, ran: Ran, script: Script) -> Iterator[str]:
    if script.error and not ran.error:
        yield f"{_place(code, script.error.start)}: is wrongly read as a mistake"
    places = [*(call.span for call in script.calls), *(mention.span for mention in script.mentions)]
    by_start = {call.span: call for call in script.calls}
    reached = {_place_of(sent.at, places) for sent in ran.sent}
    # A listed finding that isn't just for the call at its own location stands for calls elsewhere.
    unknown = [span for span in places if span not in by_start or by_start[span].values is None]
    is_elsewhere_listed = any(span not in reached for span in unknown)
    for sent in ran.sent:
        span = _place_of(sent.at, places)
        call = by_start.get(span) if span else None
        where = "elsewhere" if sent.at is None else _place(code, sent.at)
        if call and call.values is not None:
            known = list(call.values) if call.is_list else call.values[0]
            if sent.value != known:
                yield f"{where}: sends {sent.value!a}, not {known!a}"
            elif sent.end != known:
                yield f"{where}: has {sent.end!a} at the end, not {known!a}"
        elif span is None and sent.value is not None and not is_elsewhere_listed:
            yield f"{where}: sends {sent.value!a} without being read"


def _place_of(at: int | None, spans: Sequence[Span]) -> Span | None:
    """The innermost of the locations around a character."""
    around = [span for span in spans if at is not None and span.start <= at < span.end]
    return min(around, key=lambda span: span.end - span.start, default=None)


def _place(code: str, at: int) -> str:
    before = code[:at]
    return f"{before.count(chr(10)) + 1}:{at - before.rfind(chr(10))}"
