"""The programs that are run in Node are right, and none makes the reader fail: what they send is told by Node."""

from __future__ import annotations

import pytest

from rtpsnippets.limits import Deadline
from rtpsnippets.site.javascript.script import read_script
from tests.site.javascript.programs import programs


def test_programs__are_some_hundred() -> None:
    assert len(programs()) >= 600


@pytest.mark.parametrize("code", [pytest.param(code, id=name) for name, code in programs().items()])
def test_read_script__takes_no_program_for_a_mistake(code: str) -> None:
    script = read_script(code, Deadline(60))
    assert script.error is None
    assert all(code[call.span.start : call.span.end] for call in script.calls)
