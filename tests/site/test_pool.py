"""The reading of many files: in their order, by several processes, whatever happens to these."""

from __future__ import annotations

import multiprocessing.process
import multiprocessing.resource_tracker
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from rtpsnippets.progress import untracked
from rtpsnippets.site import pool
from rtpsnippets.site.pool import max_jobs, read_all, work
from rtpsnippets.site.site_file import SiteFile, read_site_file
from tests.clean_environment import environment
from tests.patience import comes_true
from tests.site import odd_workers

SIZE, SECONDS = 1_000, 10
DIED = "was not read: the process that was reading it ended, perhaps because it ran out of memory"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of some pages, enough for several processes."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(pool, "FEW", 10)
    names = [f"{at:02}.html" for at in range(40)]
    for name in names:
        Path(name).write_text(f'<p id="{name}"><p id="{name}">')
    Path(names[20]).write_text("x" * 2 * SIZE)
    return names


def read(names: list[str], jobs: int) -> list[SiteFile]:
    with closing(read_all(names, untracked, "reading", max_bytes=SIZE, seconds=SECONDS, jobs=jobs)) as files:
        return list(files)


def shown(files: list[SiteFile]) -> list[tuple[object, ...]]:
    return [(file.path, file.contents, file.refusal) for file in files]


def test_read_all__gives_the_same_in_the_same_order_however_many_read(site: list[str]) -> None:
    alone = [read_site_file(name, SIZE, SECONDS) for name in site]
    assert shown(read(site, 3)) == shown(read(site, 1)) == shown(alone)
    assert alone[20].refusal
    assert alone[21].contents
    assert alone[21].contents.repeated


@pytest.mark.skipif(os.name == "nt", reason="Windows holds no signals back anyway")
def test_read_all__reads_where_no_signal_can_be_held_back(site: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    multiprocessing.resource_tracker.ensure_running()
    monkeypatch.delattr(signal, "pthread_sigmask")
    assert shown(read(site, 2)) == shown(read(site, 1))


def test_read_all__gives_nothing_ahead_of_who_takes_it(site: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """So that memory stays flat: of a site of any size a few parts are under way."""
    asked: list[list[str]] = []
    monkeypatch.setattr(Connection, "send", _noting(Connection.send, asked))
    names = site * 20
    with closing(read_all(names, untracked, "reading", max_bytes=SIZE, seconds=SECONDS, jobs=2)) as files:
        next(files)
        assert 0 < sum(map(len, asked)) <= 9 * 16
        assert len(list(files)) == len(names) - 1
    assert sum(map(len, asked)) == len(names)


def _noting(send: Callable[..., None], asked: list[list[str]]) -> Callable[..., None]:
    def noted(self: Connection, names: list[str]) -> None:
        asked.append(names)
        send(self, names)

    return noted


def test_read_all__of_few_files_no_process_is_started(site: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(multiprocessing.process.BaseProcess, "start", None)
    assert len(read(site[:10], 2)) == 10


def test_read_all__a_file_over_which_a_process_ends_is_skipped(
    site: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "work", odd_workers.work)
    names = [*site[:5], "deadly.html", *site[5:20], "deadly.htm", "deadly.js", *site[21:]]
    assert [(file.path, file.refusal) for file in read(names, 2)] == [
        (name, DIED if "deadly" in name else "") for name in names
    ]


@pytest.mark.parametrize("started", [0, 1])
def test_read_all__where_the_system_starts_no_process_the_files_are_read_here(
    started: int, site: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _limit_starts(started, monkeypatch)
    assert shown(read(site, 3)) == shown(read(site, 1))


def test_read_all__what_ended_a_process_is_not_read_here(site: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "work", odd_workers.work)
    _limit_starts(1, monkeypatch)
    names = ["deadly.html", *site[1:11]]
    assert [file.refusal for file in read(names, 2)] == [DIED] * 11


def _limit_starts(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the system start so many processes and no more."""
    start = multiprocessing.process.BaseProcess.start
    started: list[object] = []

    def start_some(process: multiprocessing.process.BaseProcess) -> None:
        if len(started) >= number:
            raise BlockingIOError(11, "Resource temporarily unavailable")
        started.append(process)
        start(process)

    monkeypatch.setattr(multiprocessing.process.BaseProcess, "start", start_some)


def test_read_all__no_process_stays_when_it_is_closed(site: list[str]) -> None:
    files = read_all(site * 3, untracked, "reading", max_bytes=SIZE, seconds=SECONDS, jobs=2)
    next(files)
    assert multiprocessing.active_children()
    files.close()
    assert multiprocessing.active_children() == []


@pytest.mark.usefixtures("signals_of_before")
@pytest.mark.parametrize("lacking", ["", "pthread_sigmask"], ids=["everywhere", "Windows"])
def test_work__reads_what_is_asked_for_until_nobody_asks(
    lacking: str, site: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(signal, lacking, raising=False)
    ours, theirs = Pipe()
    answers: list[list[SiteFile]] = []

    def ask() -> None:
        ours.send(site[:2])
        answers.append(ours.recv())
        ours.close()

    asking = threading.Thread(target=ask)
    asking.start()
    work(theirs, SIZE, SECONDS)
    asking.join()
    assert shown(answers[0]) == shown([read_site_file(name, SIZE, SECONDS) for name in site[:2]])
    # Ctrl-C reaches all processes of a terminal.
    assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


def test_max_jobs__is_the_number_of_cores_that_this_process_may_use(monkeypatch: pytest.MonkeyPatch) -> None:
    assert 1 <= max_jobs() <= (os.cpu_count() or 1)
    # Where the system doesn't say what one process may use.
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 7)
    assert max_jobs() == 7
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert max_jobs() == 1


PROGRAM = """
from rtpsnippets.site import pool
from rtpsnippets.__main__ import main
from tests.site import odd_workers
if __name__ == "__main__":
    pool.FEW = 0
    pool.work = odd_workers.work
    main()
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no signals")
def test_audit__stopped_while_files_are_read_ends_with_all_its_processes(tmp_path: Path) -> None:
    (tmp_path / "program.py").write_text(PROGRAM)
    (tmp_path / "events.toml").write_text('[events.a]\nvalue = "A"\n')
    site = tmp_path / "site"
    site.mkdir()
    for at in range(40):
        (site / f"slow{at}.html").write_text("")
    command = [sys.executable, "program.py", "audit", "site", "--jobs", "2"]
    plain = {**environment(), "PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen(command, cwd=tmp_path, env=plain, stderr=subprocess.PIPE) as process:
        assert comes_true(lambda: len(list(site.glob("*.pid"))) == 2)
        process.send_signal(signal.SIGTERM)
        said = process.communicate(timeout=60)[1]
    assert (process.returncode, said) == (143, b"stopped\n")
    pids = [int(path.suffixes[-2][1:]) for path in site.glob("*.pid")]
    assert comes_true(lambda: not any(Path(f"/proc/{pid}").exists() for pid in pids))


# Python reads it at its start: each process that reads files says that it is there, and waits for the signal.
SLOW_START = """
import os, pathlib, sys, time
if "spawn_main" in str(sys.orig_argv):
    pathlib.Path(f"{os.getpid()}.pid").touch()
    while not pathlib.Path("sent").exists():
        time.sleep(0.01)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no signals")
def test_work__ctrl_c_while_it_begins_is_left_to_the_process_that_asks(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(SLOW_START)
    (tmp_path / "events.toml").write_text('[events.a]\nvalue = "A"\n')
    site = tmp_path / "site"
    site.mkdir()
    for at in range(pool.FEW + 1):
        (site / f"{at}.html").write_text("")
    command = [sys.executable, "-m", "rtpsnippets", "audit", "site", "events.toml", "--jobs", "2"]
    plain = {**environment(), "PYTHONPATH": str(tmp_path)}
    with subprocess.Popen(command, cwd=tmp_path, env=plain, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert comes_true(lambda: len(list(tmp_path.glob("*.pid"))) == 2)
        for begun in tmp_path.glob("*.pid"):
            os.kill(int(begun.stem), signal.SIGINT)
        (tmp_path / "sent").touch()
        found, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (1, b"1 finding in %d pages and 0 scripts\n" % (pool.FEW + 1)), found
