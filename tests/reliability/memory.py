"""The peak memory of a process."""

from __future__ import annotations

import re
from pathlib import Path

_STATUS = Path("/proc/self/status")


def peak_memory() -> float:
    """Return the peak memory of this process so far, in MB; 0 on a system without `/proc`."""
    # Not `ru_maxrss`: in a child it starts with the parent's value.
    status = _STATUS.read_text("utf-8", "replace") if _STATUS.exists() else ""
    found = re.search(r"VmHWM:\s*(\d+) kB", status)
    return int(found[1]) / 1024 if found else 0
