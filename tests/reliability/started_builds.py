"""Start the real command on a folder in which it has much to do.

>>> definitions("x", "a", number=1)
'{"events": {"a-0": {"value": "x a 0"}, "stays": {"value": "same"}}}'
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from rtpsnippets import load
from rtpsnippets.snippets.bundle import files_of
from tests.clean_environment import CHECKOUT, environment
from tests.reliability.scene import Scene


def definitions(value: str, *names: str, number: int) -> str:
    """JSON that defines `number` events for each of `names`, which send `value`."""
    events = {f"{name}-{each}": {"value": f"{value} {name} {each}"} for name in names for each in range(number)}
    return json.dumps({"events": {**events, "stays": {"value": "same"}}})


def scene_of(folder: Path, number: int = 8) -> tuple[Scene, Path]:
    """A scene in `folder`, and the definitions for its build; `number` events change, and as many go and come."""
    files = []
    for value, names in (("old", ("changed", "gone")), ("new", ("changed", "come"))):
        path = folder / f"{value}.json"
        path.write_text(definitions(value, *names, number=number))
        files.append(files_of(load(path).values()))
    return Scene(folder / "site", *files), folder / "new.json"


def start(*arguments: str | Path) -> subprocess.Popen[bytes]:
    """Start the real command with these arguments."""
    return subprocess.Popen(
        [sys.executable, "-m", "rtpsnippets", *arguments],
        cwd=CHECKOUT,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )


def started(path: Path, folder: Path, *options: str) -> subprocess.Popen[bytes]:
    """Start a build of the definitions at `path` into `folder`; return when it has begun to write."""
    before = folder.stat().st_mtime_ns
    process = start("build", path, "-o", folder, *options)
    while folder.stat().st_mtime_ns == before and os.waitid(os.P_PID, process.pid, _LOOK) is None:
        time.sleep(0.0002)
    return process


_LOOK = os.WEXITED | os.WNOHANG | os.WNOWAIT if hasattr(os, "waitid") else 0
