"""The real command in an empty current folder, with definitions or a site in it, and folders for other programs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.clean_environment import environment as plain_environment
from tests.cli.events import EVENTS, Run
from tests.site.audit.sites import DEFINITIONS, calling, write_site


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the real command in an empty current folder."""
    monkeypatch.chdir(tmp_path)

    def run_command(*arguments: str, stdin: str | bytes = "", **variables: str) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-m", "rtpsnippets", *arguments],
            check=False,
            capture_output=True,
            input=stdin if isinstance(stdin, bytes) else stdin.encode(),
            env={**plain_environment(), **variables},
        )
        assert b"Traceback" not in done.stderr
        return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())

    return run_command


@pytest.fixture
def events(run: Run) -> Run:
    """The same, with an `events.toml` in the current folder."""
    Path("events.toml").write_text(EVENTS)
    return run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an `events.toml`, which is not the current one."""
    (tmp_path / "events.toml").write_text(EVENTS)
    return tmp_path


@pytest.fixture
def site(run: Run) -> Run:
    """The real command, beside definitions and a site that agrees with them but for a value."""
    Path("events.toml").write_text(DEFINITIONS, "utf-8")
    write_site({"a.html": calling("'Downlaod'", "'Download'")})
    return run
