"""The most memory that a process has had."""

from __future__ import annotations

import re
from pathlib import Path

_STATUS = Path("/proc/self/status")


def peak_memory() -> float:
    """The most memory that this process has had so far, in MB; 0 on a system that has no `/proc`."""
    # Not `ru_maxrss`: in a child it begins with what the parent had.
    status = _STATUS.read_text("utf-8", "replace") if _STATUS.exists() else ""
    found = re.search(r"VmHWM:\s*(\d+) kB", status)
    return int(found[1]) / 1024 if found else 0
