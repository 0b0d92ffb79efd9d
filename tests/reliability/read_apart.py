"""Read one file of a site, and report the time and memory of the process."""

from __future__ import annotations

import time
from typing import NamedTuple
from unittest.mock import patch

from rtpsnippets.limits import MAX_SITE_FILE
from rtpsnippets.site.site_file import read_site_file
from tests.reliability.memory import peak_memory


class Taken(NamedTuple):
    """What was found in a file, or why it was skipped; the processor time in seconds and the memory in MB."""

    refusal: str
    calls: int
    seconds: float
    memory: float


def read(path: str, seconds: float) -> Taken:
    """Read the file, for `seconds` at most."""
    start = time.process_time()
    # Processor time, since other programs may be busy.
    with patch.object(time, "monotonic", time.process_time):
        file = read_site_file(path, MAX_SITE_FILE, seconds)
    taken = time.process_time() - start
    calls = sum(len(code.script.calls) for code in file.contents.codes) if file.contents else 0
    return Taken(file.refusal, calls, taken, peak_memory())
