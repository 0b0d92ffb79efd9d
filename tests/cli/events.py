"""The definitions that the tests of the command line start from, and the type of what runs it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable

EVENTS = """\
[events.my-event]
value = "MyEvent"
[events.nine]
value = ["1", "2", "3", "4", "5", "6", "7", "8", "9"]
button = "Nine"
"""

SCRIPTS = """\
[events.plain]
value = "1"
[events.loaded]
value = "2"
on = "load"
[events.pressed]
value = "3"
button = "Go"
[events.read]
value = "4"
link = { label = "Go", href = "/x" }
[events.signup]
value = "5"
selector = "form.sign-up"
on = "submit"
[events.later]
value = "6"
on = "after 60s"
[events.marked]
value = "7"
carrier = "data"
"""
"""Events, some of which a script would send at the wrong time."""

SCRIPTED = {
    "plain": True,
    "loaded": True,
    **dict.fromkeys(("pressed", "read", "signup", "later", "marked"), False),
}
"""The events that have a script snippet."""

Run = Callable[..., subprocess.CompletedProcess[str]]
