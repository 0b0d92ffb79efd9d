"""Read one file of a site in a process of its own, and print as JSON what that took.

As a program, with the path of the file and the seconds that it may take as its arguments.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from typing import NamedTuple
from unittest.mock import patch

from rtpsnippets.limits import MAX_SITE_FILE
from rtpsnippets.site.site_file import read_site_file
from tests.clean_environment import CHECKOUT
from tests.reliability.memory import peak_memory


class Taken(NamedTuple):
    """What was found in a file, or why nothing was, and what it took: in seconds of a core, and in MB."""

    refusal: str
    calls: int
    seconds: float
    memory: float


def read_apart(path: str, seconds: float, hangs: float) -> Taken | str:
    """Read the file, for `seconds` at most; how the process ended, if not well: after `hangs` seconds it is ended."""
    program = [sys.executable, "-m", "tests.reliability.read_apart", path, f"{seconds:g}"]
    try:
        done = subprocess.run(program, cwd=CHECKOUT, capture_output=True, text=True, check=False, timeout=hangs)
    except subprocess.TimeoutExpired:
        return f"took more than {hangs:g} s"
    if done.returncode < 0:
        return f"ended with {signal.Signals(-done.returncode).name}"
    return Taken(*json.loads(done.stdout)) if done.returncode == 0 else done.stderr


def _read(path: str, seconds: float) -> Taken:
    start = time.process_time()
    # Other programs may have the machine: what counts is the time that this one has.
    with patch.object(time, "monotonic", time.process_time):
        file = read_site_file(path, MAX_SITE_FILE, seconds)
    taken = time.process_time() - start
    calls = sum(len(code.script.calls) for code in file.contents.codes) if file.contents else 0
    return Taken(file.refusal, calls, taken, peak_memory())


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_read(sys.argv[1], float(sys.argv[2]))))
