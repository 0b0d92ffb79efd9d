"""Rare cases of `rtpsnippets build --watch`: wrong usage and failures."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import watchfiles

import rtpsnippets.cli.watch
from rtpsnippets import FileAccessError
from rtpsnippets.cli.watch import keep_building, places
from rtpsnippets.extras import needs_extra
from rtpsnippets.output.folder import read_folder
from rtpsnippets.output.plan import Plan, plan
from rtpsnippets.signals import Stopped
from tests.cli.events import EVENTS, Run
from tests.cli.watching import not_on_windows

pytestmark = not_on_windows


@pytest.mark.parametrize("option", ["--check", "--diff", "--exit-code"])
def test_watch__with_what_is_for_one_run_is_wrong_usage(option: str, events: Run) -> None:
    done = events("build", "--watch", "-o", "site", option)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Error: --watch cannot be used with --check, --diff or --exit-code" in done.stderr
    assert not Path("site").exists()


def test_watch__of_standard_input_is_wrong_usage(events: Run) -> None:
    done = events("build", "--watch", "-", "--input-format", "toml", "-o", "site", stdin=EVENTS)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Error: --watch cannot be used with standard input (-)" in done.stderr


def test_watch__without_the_extra_says_how_to_get_it(events: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    done = events("build", "--watch", "-o", "site")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"{needs_extra('--watch', 'watch')}\nFound 1 problem.\n"


# What no test can bring about from outside.


def never() -> Plan:
    pytest.fail("nothing is built")


def stops() -> Plan:
    raise Stopped(signal.SIGTERM)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such limit")
def test_watch__where_the_system_refuses_to_watch_it_says_so(folder: Path) -> None:
    import resource  # noqa: PLC0415 (not on Windows)

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    highest = os.open(folder, os.O_RDONLY)
    resource.setrlimit(resource.RLIMIT_NOFILE, (highest, hard))
    try:
        with pytest.raises(FileAccessError, match=r"^cannot watch: .*Too many open files"):
            keep_building(never, [str(folder / "events.toml")], None)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
        os.close(highest)


def test_watch__in_a_folder_that_is_gone_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    with pytest.raises(FileAccessError, match=r"^cannot watch the current folder: No such file or directory$"):
        keep_building(never, ["events.toml"], None)


def test_watch__a_folder_that_goes_while_watching_begins_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine").mkdir()

    def goes(path: Path) -> list[Path]:
        found = list(places(path))
        with contextlib.suppress(FileNotFoundError):
            (tmp_path / "mine").rmdir()
        return found

    monkeypatch.setattr(rtpsnippets.cli.watch, "places", goes)
    with pytest.raises(Stopped):
        keep_building(stops, [str(tmp_path / "mine" / "events.toml")], None)


def test_watch__a_build_waits_for_an_interval_without_a_change(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = str(folder / "events.toml")
    intervals = iter([{(watchfiles.Change.modified, path)}, {(watchfiles.Change.added, path)}, set()])

    def build() -> Plan:
        assert list(intervals) == []
        return stops()

    monkeypatch.setattr(watchfiles, "watch", lambda *_paths, **_options: (interval for interval in intervals))
    with pytest.raises(Stopped):
        keep_building(build, [path], None)


def test_watch__on_windows_the_library_s_own_way_to_end_for_ctrl_c_is_ours(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def is_interrupted(*_paths: str, **_options: object) -> Iterator[set[object]]:
        yield set()
        raise KeyboardInterrupt

    monkeypatch.setattr(watchfiles, "watch", is_interrupted)
    with pytest.raises(Stopped) as raised:
        keep_building(lambda: plan({}, read_folder(folder / "site", [])), [str(folder / "events.toml")], None)
    assert raised.value.exit_code == 130
