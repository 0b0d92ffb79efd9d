"""The programs that are run in Node are valid, and the reader fails on none. Node shows what they send."""

from __future__ import annotations

from rtpsnippets.limits import Deadline
from rtpsnippets.site.javascript.script import read_script
from tests.site.javascript.programs import programs


def test_programs__are_several_hundred() -> None:
    assert len(programs()) >= 600


def test_read_script__finds_no_error_in_a_program() -> None:
    read = {name: (code, read_script(code, Deadline(60))) for name, code in programs().items()}
    assert [name for name, (_, script) in read.items() if script.error] == []
    assert [name for name, (code, script) in read.items() if any(c.span.end > len(code) for c in script.calls)] == []
