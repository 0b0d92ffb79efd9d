"""A script that is read, and calls for it."""

from __future__ import annotations

from rtpsnippets.limits import Deadline
from rtpsnippets.site.javascript.model import Call, Script
from rtpsnippets.site.javascript.script import read_script
from tests.site.javascript.known import Sent

B = "rtp('send', 'event', {value: 'b'})"
SHOW = "rtp('get', 'campaign', true)"


def read(code: str, seconds: float = 60) -> Script:
    return read_script(code, Deadline(seconds))


def sent(code: str) -> list[Sent | None]:
    values = [call.value for call in read(code).calls]
    return [list(value) if isinstance(value, tuple) else value for value in values]


def only_call(code: str) -> Call:
    (call,) = read(code).calls
    return call
