"""Kill builds at random times with a signal that no process can handle, and check what they leave.

    python -m tests.reliability.kill --trials 1000 --seed 1

Most trials kill a fork of this process, which writes at once; some kill the real command. The next build is of the
same definitions or, in half of the trials, of the previous ones.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from rtpsnippets.output.build import build
from tests.reliability.figures import conclude, tally
from tests.reliability.scene import Scene
from tests.reliability.started_builds import scene_of, started

BEFORE, BETWEEN, AFTER = "before the first write", "between the first and the last", "after the last write"

_REAL_COMMAND_EACH = 20
_FEWEST_BETWEEN = 1 / 6
"""The share of the trials that must interrupt the writing: the others show little."""

_Start = Callable[[], int]
"""Starts a build and returns its process id."""


def _forked(run: Callable[[], object]) -> int:
    """Start running a function in a fork of this process; return the process id."""
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


def _id_of(process: subprocess.Popen[bytes]) -> int:
    """Return the id of a process; from now on only the trial waits for it."""
    process.returncode = 0
    if process.stderr:
        process.stderr.close()
    return process.pid


def _duration(scene: Scene, start: _Start) -> float:
    """How long a build takes that is not killed: the median of several."""
    times = []
    for _ in range(5):
        scene.lay_out()
        process = start()
        began = time.monotonic()
        os.waitpid(process, 0)
        times.append(time.monotonic() - began)
        assert scene.is_finished, "a build that nobody kills must end"
    return sorted(times)[2]


def _trial(scene: Scene, start: _Start, wait: float, *, back: bool) -> tuple[list[str], list[str]]:
    """Start a build, kill it after `wait` seconds, build again (or `back`); return when it was hit and complaints."""
    scene.lay_out()
    process = start()
    time.sleep(wait)
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    when = [BEFORE if scene.is_untouched else AFTER if scene.is_finished else BETWEEN]
    if scene.temporaries:
        when.append("left a temporary")
    return when, scene.torn() + scene.touched() + scene.next_build(back=back) + scene.touched()


def _trials(number: int, seed: int, folder: Path) -> Iterator[tuple[list[str], list[str]]]:
    """Run trials in `folder`; yield when each was hit, and its complaints."""
    chance = random.Random(seed)  # noqa: S311 (times, not secrets)
    scene, path = scene_of(folder)
    starts: list[_Start] = [
        lambda: _forked(lambda: build(scene.after, scene.folder)),
        lambda: _id_of(started(path, scene.folder)),
    ]
    longest = [_duration(scene, start) for start in starts]
    for count in range(1, number + 1):
        which = int(count % _REAL_COMMAND_EACH == 0)
        wait, back = chance.uniform(0, longest[which]), chance.random() < 1 / 2
        when, complaints = _trial(scene, starts[which], wait, back=back)
        longest[which] *= 0.9 if AFTER in when else 1.03  # the load of the machine may have changed
        yield [*when, f"of {('a warm process', 'the real command')[which]}"], complaints


def main() -> None:
    """Run the trials, print the figures, and exit with 1 if there was any complaint."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--trials", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        counts, wrong = tally(_trials(options.trials, options.seed, Path(folder)))
    if counts[BETWEEN] < options.trials * _FEWEST_BETWEEN:
        wrong.append("too few trials interrupted the writing to show anything")
    conclude(counts, wrong, f"{options.trials} trials")


if __name__ == "__main__":
    main()
