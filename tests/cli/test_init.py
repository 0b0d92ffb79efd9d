"""`rtpsnippets init`: a definitions file to start from."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.events import Run


def test_init__writes_a_definitions_file_that_check_accepts(run: Run) -> None:
    assert run("init").stdout == "created events.toml\n"
    assert run("init", "deep/down").stdout == f"created {Path('deep/down/events.toml')}\n"
    assert run("check").stdout == "3 events, no problems\n"
    assert "#" in Path("events.toml").read_text()


def test_init__what_is_commented_out_can_be_used_as_it_stands(run: Run) -> None:
    run("init")
    file = Path("events.toml")
    text = re.sub(r"(?m)^# (?=\[defaults\]$|\w+ = )", "", file.read_text())
    file.write_text(text.replace('button = "Download"\n', ""))
    assert run("check").stdout == "3 events, no problems\n"
    assert "js, script, button, link  download - example whitepaper\n" in run("list").stdout


def test_init__never_overwrites(run: Run) -> None:
    Path("events.toml").write_text("mine")
    done = run("init")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "events.toml: is there already\n    it is never overwritten\n1 problem; nothing was written\n"
    assert Path("events.toml").read_text() == "mine"


@pytest.mark.parametrize("folder", ["file", "file/site"])
def test_init__a_file_where_the_folder_should_be_is_refused_by_the_system(folder: str, run: Run) -> None:
    Path("file").write_text("")
    done = run("init", folder)
    assert (done.returncode, done.stderr) == (3, f"cannot write {folder}: Not a directory\n")
