"""Ctrl-C and SIGTERM while a build writes: it stops soon, with the right exit code, and every file is complete."""

from __future__ import annotations

import os
import random
import signal
import time
from pathlib import Path

import pytest

from tests.reliability.started_builds import scene_of, started

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows can't block signals")

TRIALS = 8
WRITING = 0.05
"""How many seconds a signal may wait during the writing: less than the writing takes."""


@pytest.mark.parametrize(("name", "code", "options"), [("SIGINT", 130, []), ("SIGTERM", 143, ["--watch"])])
def test_build__stopped_while_it_writes_leaves_whole_files_and_no_temporaries(
    name: str, code: int, options: list[str], tmp_path: Path
) -> None:
    chance = random.Random(1)  # noqa: S311 (times, not secrets)
    scene, path = scene_of(tmp_path, 200)
    hits = 0
    for _ in range(TRIALS):
        scene.lay_out()
        process = started(path, scene.folder, *options)
        time.sleep(chance.uniform(0, WRITING))
        process.send_signal(getattr(signal, name))
        _, said = process.communicate()
        # After the writing, the signal has its usual effect again.
        at_the_end = [(-getattr(signal, name), b"")] if scene.is_finished else []
        assert (process.returncode, said) in ((code, b"stopped\n"), (0, b""), *at_the_end)
        hits += process.returncode == code and not scene.is_finished
        assert scene.temporaries + scene.torn() + scene.touched() == []
        assert scene.next_build() + scene.touched() == []
    assert hits >= TRIALS // 3
