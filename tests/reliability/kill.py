"""Kill builds at random moments with a signal that no process can heed, and look at what they leave.

    python -m tests.reliability.kill --trials 1000 --seed 1

Most trials kill a copy of this process, which is warm and writes at once; some kill the real command.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from rtpsnippets import load
from rtpsnippets.build import build
from rtpsnippets.files import files_of
from tests.clean_environment import CHECKOUT, environment
from tests.reliability.scene import Scene

_REAL_COMMAND_EACH = 20

_Start = Callable[[Path], int]
"""Starts a build into a folder; returns the id of its process."""


def definitions(value: str, *names: str, number: int = 8) -> str:
    """JSON that defines some events for each of `names`, which send `value`."""
    events = {f"{name}-{each}": {"value": f"{value} {each}"} for name in names for each in range(number)}
    events["stays"] = {"value": "same"}
    return json.dumps({"events": events})


def scene_of(folder: Path, number: int = 8) -> tuple[Scene, Path]:
    """A scene in `folder`, and the definitions of what its build makes: for each of `number`, two files of each kind."""
    files = []
    for value, names in (("old", ("changed", "gone")), ("new", ("changed", "come"))):
        path = folder / f"{value}.json"
        path.write_text(definitions(value, *names, number=number))
        files.append(files_of(load(path).values()))
    return Scene(folder / "site", *files), folder / "new.json"


def command(path: Path, folder: Path) -> list[str]:
    """The real command that builds the definitions at `path` into `folder`."""
    return [sys.executable, "-m", "rtpsnippets", "build", str(path), "-o", str(folder)]


def forked(run: Callable[[], object]) -> int:
    """Run a function in a copy of this process, which is on its way when this returns; return its id."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        os.write(writing, b"!")
        try:
            run()
        finally:
            os._exit(0)
    os.read(reading, 1)
    os.close(reading)
    os.close(writing)
    return process


def _start_command(path: Path, folder: Path) -> int:
    """Start the real command, and return when it has begun to write."""
    before = folder.stat().st_mtime_ns
    process = subprocess.Popen(
        command(path, folder), cwd=CHECKOUT, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    while folder.stat().st_mtime_ns == before and os.waitid(os.P_PID, process.pid, _LOOK) is None:
        time.sleep(0.0002)
    process.returncode = 0  # `trial` waits for it
    return process.pid


_LOOK = os.WEXITED | os.WNOHANG | os.WNOWAIT


def _duration(scene: Scene, start: _Start) -> float:
    """How long a build takes that is not killed: the middle one of some."""
    times = []
    for _ in range(5):
        scene.lay_out()
        process = start(scene.folder)
        began = time.monotonic()
        os.waitpid(process, 0)
        times.append(time.monotonic() - began)
        assert scene.is_finished, "a build that nobody kills must end"
    return sorted(times)[2]


def trial(scene: Scene, start: _Start, wait: float) -> tuple[list[str], list[str]]:
    """Start a build, kill it after `wait` seconds, build again; return when it was hit, and the complaints."""
    scene.lay_out()
    process = start(scene.folder)
    time.sleep(wait)
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    when = ["before the first write" if scene.is_untouched else "after the last" if scene.is_finished else "between"]
    if scene.temporaries:
        when.append("left a temporary")
    return when, scene.torn() + scene.touched() + scene.next_build() + scene.touched()


def trials(number: int, seed: int, folder: Path) -> Iterator[tuple[list[str], list[str]]]:
    """Make trials in `folder`; each gives when it was hit, and the complaints."""
    chance = random.Random(seed)  # noqa: S311 (moments, not secrets)
    scene, path = scene_of(folder)
    starts: list[_Start] = [
        lambda site: forked(lambda: build(scene.after, site)),
        lambda site: _start_command(path, site),
    ]
    durations = [_duration(scene, start) for start in starts]
    for count in range(1, number + 1):
        which = int(count % _REAL_COMMAND_EACH == 0)
        when, complaints = trial(scene, starts[which], chance.uniform(0, 1.1 * durations[which]))
        yield [*when, f"of {('a warm process', 'the real command')[which]}"], complaints


def main() -> None:
    """Make the trials, print the figures, and end with 1 if there was any complaint."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--trials", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    wrong: list[str] = []
    with TemporaryDirectory() as folder:
        for when, complaints in trials(options.trials, options.seed, Path(folder)):
            counts.update(when)
            wrong += complaints
    for what, count in counts.most_common():
        sys.stdout.write(f"{count:6} {what}\n")
    sys.stdout.write("\n".join([*wrong, f"{options.trials} trials, {len(wrong)} complaints\n"]))
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
