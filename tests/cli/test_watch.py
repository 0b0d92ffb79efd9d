"""`rtpsnippets build --watch`: a build for each change, whatever happens to the files, until it is told to stop."""

from __future__ import annotations

import contextlib
import os
import re
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import watchfiles

import rtpsnippets.cli.watch
from rtpsnippets import FileAccessError
from rtpsnippets.__main__ import main
from rtpsnippets.cli.signals import Stopped
from rtpsnippets.cli.watch import keep_building
from rtpsnippets.cli.watched import places
from rtpsnippets.folder import look
from rtpsnippets.plan import Plan, plan
from tests.clean_environment import environment
from tests.cli.events import EVENTS, Run
from tests.holder import held
from tests.sites.started import wait_until
from tests.terminal import in_a_terminal

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has neither these signals nor terminals")

COMMAND = [sys.executable, "-m", "rtpsnippets", "build", "--watch"]
CREATED = "7 created, 0 changed, 0 kept, 0 removed in site"
CHANGED = "0 created, 4 changed, 3 kept, 0 removed in site"
KEPT = "0 created, 0 changed, 7 kept, 0 removed in site"
BROKEN = "not built; still watching"
PAUSE = 0.5
"""How many seconds a build that nobody wants has to show itself."""
STOPS = [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)]


class Watching:
    """A running `build --watch` whose output leads into files; each line is expected once, in order."""

    def __init__(self, process: subprocess.Popen[bytes], folder: Path) -> None:
        self.process = process
        self._folder = folder
        self._expected: list[str] = []

    @property
    def _lines(self) -> list[str]:
        lines = (self._folder / "out.txt").read_text("utf-8").splitlines()
        return [re.sub(r"^\d\d:\d\d:\d\d (?=\d|mended|not)", "", line) for line in lines]

    @property
    def messages(self) -> str:
        """What is on standard error."""
        return (self._folder / "err.txt").read_text("utf-8")

    def expect(self, *lines: str) -> None:
        """Wait until the next lines have come, and see that there are no others."""
        self._expected += lines
        wait_until(lambda: len(self._lines) >= len(self._expected), self._folder / "err.txt")
        assert self._lines == self._expected, self.messages

    def expect_at_last(self, line: str) -> None:
        """Wait until the last line is this one, whatever has come before it."""
        wait_until(lambda: self._lines[-1] == line, self._folder / "err.txt")

    def stop(self, number: int) -> int:
        """Send the signal, and return the exit code."""
        self.process.send_signal(number)
        return self.process.wait(60)


@contextlib.contextmanager
def watching(folder: Path, *arguments: str) -> Iterator[Watching]:
    """Run the command in `folder` while the body runs."""
    with (folder / "out.txt").open("wb") as out, (folder / "err.txt").open("wb") as err:
        process = subprocess.Popen([*COMMAND, *arguments], cwd=folder, env=environment(), stdout=out, stderr=err)
        try:
            yield Watching(process, folder)
        finally:
            process.terminate()
            process.wait(60)


def put(path: Path, text: str) -> None:
    """Put a new file there, as many editors do: at once, in the place of an old one."""
    new = path.with_name(f"{path.name}~")
    new.write_text(text, "utf-8")
    new.replace(path)


def watched(*names: str) -> str:
    return f"watching {', '.join(names)}; Ctrl-C stops"


DEFAULT = watched("events.toml", "events.json", "events.yaml", "events.yml")
OTHER = EVENTS.replace("MyEvent", "Other")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with definitions."""
    put(tmp_path / "events.toml", EVENTS)
    return tmp_path


@pytest.mark.parametrize(("name", "code"), STOPS)
def test_watch__builds_for_each_change_until_it_is_told_to_stop(name: str, code: int, folder: Path) -> None:
    with watching(folder, "-o", "site") as run:
        run.expect(CREATED, DEFAULT)
        put(folder / "events.toml", OTHER)
        run.expect(CHANGED)
        assert b"Other" in (folder / "site" / "my-event.js").read_bytes()
        put(folder / "events.toml", OTHER)  # a change that changes nothing
        run.expect(KEPT)
        assert run.stop(getattr(signal, name)) == code
        run.expect()
        assert run.messages == "stopped\n"


def test_watch__a_broken_file_is_said_and_that_it_is_mended(folder: Path) -> None:
    with watching(folder, "-o", "site") as run:
        run.expect(CREATED, DEFAULT)
        put(folder / "events.toml", f'{EVENTS}[events.bad]\nbutten = "x"\n')
        run.expect(BROKEN)
        assert run.messages.startswith("events.toml:6: events.bad: ")
        assert run.messages.endswith("problems; nothing was written\n")
        put(folder / "events.toml", "[")
        run.expect(BROKEN)
        put(folder / "events.toml", OTHER)
        run.expect(f"mended: {CHANGED}")
        put(folder / "events.toml", OTHER)
        run.expect(KEPT)


def test_watch__a_warning_is_said_each_time(folder: Path) -> None:
    with watching(folder, "-o", "site") as run:
        run.expect(CREATED, DEFAULT)
        put(folder / "events.toml", EVENTS.replace('"2"', '"1"'))
        run.expect("0 created, 5 changed, 2 kept, 0 removed in site")
        assert "events.toml:4: events.nine.value: warning: " in run.messages


def test_watch__a_file_that_is_gone_is_waited_for(folder: Path) -> None:
    with watching(folder, "-o", "site") as run:
        run.expect(CREATED, DEFAULT)
        (folder / "events.toml").unlink()
        run.expect(BROKEN)
        assert run.messages.startswith("no definitions: ")
        put(folder / "events.json", '{"events": {"my-event": {"value": "Other"}}}')
        run.expect("mended: 0 created, 4 changed, 0 kept, 3 removed in site")


def test_watch__a_file_that_is_written_in_place_is_read_when_it_is_whole(folder: Path) -> None:
    with watching(folder, "-o", "site") as run:
        run.expect(CREATED, DEFAULT)
        with (folder / "events.toml").open("w") as file:
            for line in OTHER.splitlines(keepends=True):
                file.write(line)
                file.flush()
        run.expect_at_last(CHANGED)


def test_watch__its_own_files_and_those_of_others_are_no_change(folder: Path) -> None:
    with watching(folder, "-o", ".") as run:
        run.expect(CREATED.replace("in site", "in ."), DEFAULT)
        time.sleep(PAUSE)
        for name in ("other.toml", "my-event.js~"):
            put(folder / name, "x")
        time.sleep(PAUSE)
        run.expect()
        put(folder / "events.toml", OTHER)
        run.expect(CHANGED.replace("in site", "in ."))


def test_watch__the_file_that_a_link_leads_to_is_watched_and_the_link(folder: Path) -> None:
    for name, text in (("one", EVENTS), ("two", OTHER)):
        (folder / name).mkdir()
        put(folder / name / "events.toml", text)
    (folder / "current").symlink_to("one")
    (folder / "campaign.toml").symlink_to(Path("current", "events.toml"))
    with watching(folder, "campaign.toml", "-o", "site") as run:
        run.expect(CREATED, watched("campaign.toml"))
        put(folder / "one" / "events.toml", OTHER)
        run.expect(CHANGED)
        put(folder / "two" / "events.toml", EVENTS)
        (folder / "next").symlink_to("two")
        (folder / "next").replace(folder / "current")
        run.expect(CHANGED)
        put(folder / "two" / "events.toml", OTHER)
        run.expect(CHANGED)


def test_watch__a_folder_that_is_made_removed_moved_and_made_anew_is_watched(tmp_path: Path) -> None:
    definitions = tmp_path / "deep" / "er"
    name = str(Path("deep", "er", "campaign.toml"))
    with watching(tmp_path, name, "-o", "site") as run:
        run.expect(BROKEN, watched(name))
        definitions.mkdir(parents=True)
        run.expect_at_last(BROKEN)
        put(definitions / "campaign.toml", EVENTS)
        run.expect_at_last(f"mended: {CREATED}")
        definitions.rename(tmp_path / "away")
        run.expect_at_last(BROKEN)
        (tmp_path / "away").rename(definitions)
        run.expect_at_last(f"mended: {KEPT}")
        put(definitions / "campaign.toml", OTHER)
        run.expect_at_last(CHANGED)


def test_watch__a_folder_further_up_that_gives_way_to_another_is_watched(tmp_path: Path) -> None:
    for name, text in (("old", EVENTS), ("new", OTHER)):
        (tmp_path / name / "deep").mkdir(parents=True)
        put(tmp_path / name / "deep" / "events.toml", text)
    with watching(tmp_path, "old/deep/events.toml", "-o", "site") as run:
        run.expect(CREATED, watched("old/deep/events.toml"))
        (tmp_path / "old").rename(tmp_path / "older")
        (tmp_path / "new").rename(tmp_path / "old")
        wait_until(lambda: b"Other" in (tmp_path / "site" / "my-event.js").read_bytes(), tmp_path / "err.txt")
        put(tmp_path / "old" / "deep" / "events.toml", EVENTS)
        wait_until(lambda: b"MyEvent" in (tmp_path / "site" / "my-event.js").read_bytes(), tmp_path / "err.txt")


def test_watch__what_an_own_template_includes_is_watched(folder: Path) -> None:
    (folder / "mine").mkdir()
    put(folder / "mine" / "part.html", "one")
    put(folder / "mine" / "script.html", '<script>{{ calls }}</script>{% include "part.html" %}')
    with watching(folder, "-o", "site", "--format", "script", "--templates", "mine") as run:
        run.expect(
            "2 created, 0 changed, 0 kept, 0 removed in site",
            watched("events.toml", "events.json", *["events.yaml", "events.yml", "mine"]),
        )
        put(folder / "mine" / "part.html", "two")
        run.expect("0 created, 2 changed, 0 kept, 0 removed in site")


def test_watch__own_templates_are_watched_new_ones_too(folder: Path) -> None:
    with watching(folder, "-o", "site", "--templates", "mine") as run:
        run.expect(BROKEN, f"{DEFAULT.removesuffix('; Ctrl-C stops')}, mine; Ctrl-C stops")
        assert run.messages.startswith("mine: no such folder\n")
        (folder / "mine").mkdir()
        run.expect_at_last(BROKEN)
        put(folder / "mine" / "js.js", "{{ calls }}\n")
        run.expect_at_last(f"mended: {CREATED}")
        put(folder / "mine" / "button.html", '<b onclick="{{ calls }}">{{ label }}</b>')
        run.expect_at_last("0 created, 2 changed, 5 kept, 0 removed in site")
        put(folder / "mine" / "button.html", '<i onclick="{{ calls }}">{{ label }}</i>')
        wait_until(lambda: (folder / "site" / "nine.button.html").read_bytes().startswith(b"<i "), folder / "err.txt")


def test_watch__while_another_build_writes_it_waits_and_then_goes_on(folder: Path) -> None:
    with watching(folder, "-o", "site") as run:
        run.expect(CREATED, DEFAULT)
        with held(folder / "site"):
            put(folder / "events.toml", OTHER)
            run.expect(BROKEN)
            assert run.messages == "another build is writing to site/\n"
        put(folder / "events.toml", OTHER)
        run.expect(f"mended: {CHANGED}")


on_linux = pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="only Linux shows what a process does")


def has_open(process: subprocess.Popen[bytes], path: Path) -> bool:
    """Whether the process has the file or folder open."""
    opened = Path("/proc", str(process.pid), "fd")
    with contextlib.suppress(FileNotFoundError):  # one was closed just now
        return str(path) in [str(file.readlink()) for file in opened.iterdir()]
    return False


@on_linux
@pytest.mark.parametrize(("name", "code"), STOPS)
def test_watch__stops_during_a_build_as_well(name: str, code: int, folder: Path) -> None:
    with watching(folder, "-o", "site") as run:
        run.expect(CREATED, DEFAULT)
        with held(folder / "site"):
            put(folder / "events.toml", OTHER)
            wait_until(lambda: has_open(run.process, folder / "site"), folder / "err.txt")
            assert run.stop(getattr(signal, name)) == code
        run.expect()
        assert run.messages == "stopped\n"
    assert b"MyEvent" in (folder / "site" / "my-event.js").read_bytes()


@on_linux
def test_watch__no_other_thread_takes_a_signal_that_waits_for_the_end_of_a_write(folder: Path) -> None:
    with watching(folder, "-o", "site") as run:
        run.expect(CREATED, DEFAULT)
        tasks = Path("/proc", str(run.process.pid), "task")
        others = [task for task in tasks.iterdir() if task.name != str(run.process.pid)]
        assert others
        for task in others:
            (mask,) = re.findall(r"(?m)^SigBlk:\s+(\w+)", (task / "status").read_text())
            for name, _ in STOPS:
                assert int(mask, 16) >> (getattr(signal, name) - 1) & 1, f"{name} in {task.name}"


def test_watch__what_the_caller_ignores_does_not_disturb_it(folder: Path) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)  # as nohup does
    try:
        with watching(folder, "-o", "site") as run:
            run.expect(CREATED, DEFAULT)
            run.process.send_signal(signal.SIGHUP)
            put(folder / "events.toml", OTHER)
            run.expect(CHANGED)
            assert run.stop(signal.SIGTERM) == 143
    finally:
        signal.signal(signal.SIGHUP, before)


def test_watch__in_a_terminal_ctrl_c_stops_it(folder: Path) -> None:
    with in_a_terminal([*COMMAND, "-o", "site"], folder, {**environment(), "TERM": "xterm"}) as terminal:
        terminal.wait_for(b"Ctrl-C stops\r\n")
        put(folder / "events.toml", OTHER)
        terminal.wait_for(CHANGED.encode())
        terminal.press(b"\x03")
        assert terminal.wait_for_the_end() == 130
        assert terminal.screen.endswith(b"in site\r\n^Cstopped\r\n")


@pytest.mark.parametrize("option", ["--check", "--diff", "--exit-code"])
def test_watch__with_what_is_for_one_run_is_wrong_usage(option: str, events: Run) -> None:
    done = events("build", "--watch", "-o", "site", option)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Error: --watch goes on and on; --check, --diff and --exit-code are for one run" in done.stderr
    assert not Path("site").exists()


def test_watch__of_standard_input_is_wrong_usage(events: Run) -> None:
    done = events("build", "--watch", "-", "--input-format", "toml", "-o", "site", stdin=EVENTS)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Error: --watch reads the definitions again and again, standard input (-) has them once" in done.stderr


# What a person seldom sees, and no test can bring about from outside.


@pytest.fixture
def arguments(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.setattr(sys, "argv", ["rtpsnippets", "build", "--watch", "-o", "site"])


@pytest.mark.usefixtures("arguments")
def test_watch__without_the_extra_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    with pytest.raises(SystemExit) as ended:
        main()
    said = (
        "--watch needs an extra that is not installed\n    pip install 'path/to/rtpsnippets[watch]'\n"
        "1 problem; nothing was written\n"
    )
    assert (ended.value.code, capfd.readouterr()) == (1, ("", said))


def never() -> Plan:
    pytest.fail("nothing is built")


def stops() -> Plan:
    raise Stopped(signal.SIGTERM)


def test_watch__where_the_system_lets_nobody_watch_it_says_so(folder: Path) -> None:
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


def test_watch__a_build_waits_for_a_moment_without_a_change(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = str(folder / "events.toml")
    moments = iter([{(watchfiles.Change.modified, path)}, {(watchfiles.Change.added, path)}, set()])

    def build() -> Plan:
        assert list(moments) == []
        return stops()

    monkeypatch.setattr(watchfiles, "watch", lambda *_paths, **_options: (moment for moment in moments))
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
        keep_building(lambda: plan({}, look(folder / "site", [])), [str(folder / "events.toml")], None)
    assert raised.value.exit_code == 130
