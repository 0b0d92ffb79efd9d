"""Read one file of a site, and tell what that took of the process that does it."""

from __future__ import annotations

import time
from typing import NamedTuple
from unittest.mock import patch

from rtpsnippets.limits import MAX_SITE_FILE
from rtpsnippets.site.site_file import read_site_file
from tests.reliability.memory import peak_memory


class Taken(NamedTuple):
    """What was found in a file, or why nothing was, and what it took: in seconds of a core, and in MB."""

    refusal: str
    calls: int
    seconds: float
    memory: float


def read(path: str, seconds: float) -> Taken:
    """Read the file, for `seconds` at most."""
    start = time.process_time()
    # Other programs may have the machine: what counts is the time that this one has.
    with patch.object(time, "monotonic", time.process_time):
        file = read_site_file(path, MAX_SITE_FILE, seconds)
    taken = time.process_time() - start
    calls = sum(len(code.script.calls) for code in file.contents.codes) if file.contents else 0
    return Taken(file.refusal, calls, taken, peak_memory())
