"""A share of the rounds in which several processes build into one folder; one round uses the real command."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from rtpsnippets import load
from rtpsnippets.snippets.bundle import files_of
from tests.clean_environment import CHECKOUT, run
from tests.reliability.scene import built, contents
from tests.reliability.started_builds import definitions, start

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows can't lock a folder")


def test_build__of_several_at_once_one_is_complete() -> None:
    # In its own process: one with threads must not be forked.
    ran = run([sys.executable, "-m", "tests.reliability.together", "--rounds", "15"], CHECKOUT)
    assert ran.code == 0, ran.output
    assert "15 rounds, 0 complaints" in ran.output


def test_build__of_several_real_commands_at_once_one_is_complete(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.json" for number in range(4)]
    for path in paths:
        path.write_text(definitions(path.stem, "shared", f"only-{path.stem}", number=20))
    processes = [start("build", path, "-o", tmp_path / "site") for path in paths]
    ended = [(process.communicate()[1], process.returncode) for process in processes]
    assert ended == [(b"", 0)] * len(paths)
    assert contents(tmp_path / "site") in [built(files_of(load(path).values())) for path in paths]
