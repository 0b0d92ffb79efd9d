"""The command in this process and an empty current folder, with definitions or a site in it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.events import EVENTS, Run
from tests.cli.in_process import Output, exit_code
from tests.site.audit.sites import DEFINITIONS, calling, write_site


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, signals_of_before: None) -> Run:  # noqa: ARG001
    """Run the command in this process, in an empty current folder."""
    monkeypatch.chdir(tmp_path)

    def run_command(*arguments: str, encoding: str = "utf-8", **given: Any) -> subprocess.CompletedProcess[str]:
        out, err = Output(encoding), Output(encoding)
        code = exit_code(*arguments, stdout=out, stderr=err, **given)
        return subprocess.CompletedProcess(arguments, code, out.text, err.text)

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
    """The command, beside definitions and a site that differs from them in one value."""
    Path("events.toml").write_text(DEFINITIONS, "utf-8")
    write_site({"a.html": calling("'Downlaod'", "'Download'")})
    return run


@pytest.fixture
def no_site_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """Simulate an installation without the site reader."""
    for name in ("site_file", "javascript.script"):
        monkeypatch.delitem(sys.modules, f"rtpsnippets.site.{name}", raising=False)
    monkeypatch.setitem(sys.modules, "tree_sitter", None)
