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

Run = Callable[..., subprocess.CompletedProcess[str]]
