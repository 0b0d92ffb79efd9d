"""The real commands in folders that no site should have: they end, read nothing outside, and report skipped files."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.clean_environment import environment
from tests.patience import comes_true
from tests.reliability.site_folders import NAMES, SECRET, add_no_files, add_ways_out, deep, lay_out, page, run

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the folders need Linux")

FORMATS = ("text", "json", "github", "sarif")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    lay_out(tmp_path)
    return tmp_path


# Outside.


def test_audit__reads_nothing_outside(folder: Path) -> None:
    add_ways_out(folder)
    done = run(folder, "audit", "site", "events.toml")
    assert done.returncode == 1  # the page without a tag
    assert SECRET.encode() not in done.stdout + done.stderr
    assert done.stderr.startswith(b"did not follow 6 symbolic links in the site\n")


def test_import__reads_nothing_outside(folder: Path) -> None:
    add_ways_out(folder)
    done = run(folder, "import", "site")
    assert done.returncode == 0
    assert SECRET.encode() not in done.stdout + done.stderr
    assert done.stderr.count(b"skipped: is a symbolic link, which is not followed\n") == 6


def test_audit__a_site_that_is_a_link_is_read(folder: Path) -> None:
    (folder / "link").symlink_to("site")
    os.link(folder / "site/a.html", folder / "site/b.html")  # a name like any other
    done = run(folder, "audit", "link/", "events.toml", "--ignore", "no-tag")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"no findings in 2 pages and 0 scripts\n")


# Special files, and files that can't be read.

_NO_FILES = {
    "huge.js": "is larger than the limit of 10 MB",
    "pipe.html": "cannot be read: it is a pipe, not a file",
    "socket.html": "cannot be read: it is a socket, not a file",
}


def test_audit__special_files_are_skipped_with_the_reason(folder: Path) -> None:
    add_no_files(folder / "site")
    done = run(folder, "audit", "site", "events.toml", "--ignore", "no-tag")
    assert done.returncode == 1
    assert done.stdout.decode() == "".join(f"site/{name}: {why} [skipped-file]\n" for name, why in _NO_FILES.items())


# Root may read everything, and the interpreter may be only root's: everything is loaded before the user changes.
_AS_NOBODY = """
import os
from contextlib import redirect_stderr, redirect_stdout, suppress
from io import StringIO
from rtpsnippets.__main__ import main
with redirect_stdout(StringIO()), redirect_stderr(StringIO()), suppress(SystemExit):
    main()
if os.geteuid() == 0:
    os.seteuid(65534)
main()
"""


@pytest.fixture
def public() -> Iterator[Path]:
    """A site that everybody can reach; pytest's own folders belong to its user."""
    with TemporaryDirectory() as made:
        Path(made).chmod(0o755)
        lay_out(Path(made))
        yield Path(made)


def test_audit__unreadable_files_are_skipped_with_the_reason(public: Path) -> None:
    (public / "site/closed.html").write_text(page(SECRET))
    (public / "site/closed").mkdir()
    (public / "site/closed/x.html").write_text(page(SECRET))
    for name in ("closed.html", "closed"):
        (public / "site" / name).chmod(0)
    program = [sys.executable, "-c", _AS_NOBODY, "audit", "site", "events.toml", "--ignore", "no-tag"]
    done = subprocess.run(program, cwd=public, env=environment(), capture_output=True, check=False, timeout=100)
    (public / "site/closed").chmod(0o700)
    refused = "cannot be read: Permission denied [skipped-file]\n"
    assert (done.returncode, done.stderr) == (1, b"2 findings in 2 pages and 0 scripts\n")
    assert done.stdout.decode() == f"site/closed: {refused}site/closed.html: {refused}"


_CHANGING = """
import os
from pathlib import Path
from rtpsnippets.__main__ import main
from rtpsnippets.site import pool
read = pool.read_site_file
def read_later(path, *limits):
    name = Path(path).name
    if name == "gone.html":
        os.unlink(path)
    if name == "grown.html":
        os.truncate(path, 20_000_000)
    if name == "pipe.html":
        os.unlink(path)
        os.mkfifo(path)
    return read(path, *limits)
pool.read_site_file = read_later
main()
"""


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("audit", "site", "events.toml", "--ignore", "no-tag"), "{}: {} [skipped-file]\n"),
        (("import", "site"), "{}: skipped: {}\n"),
    ],
    ids=["audit", "import"],
)
def test_commands__what_changes_after_it_was_found_is_skipped(
    command: tuple[str, ...], said: str, folder: Path
) -> None:
    for name in ("gone", "grown", "pipe"):
        (folder / f"site/{name}.html").write_text(page("a"))
    program = [sys.executable, "-c", _CHANGING, *command]
    done = subprocess.run(program, cwd=folder, env=environment(), capture_output=True, check=False, timeout=100)
    printed = (done.stdout + done.stderr).decode()
    assert done.returncode == (1 if command[0] == "audit" else 0)
    assert said.format("site/gone.html", "no such file") in printed
    assert said.format("site/grown.html", "is larger than the limit of 10 MB") in printed
    assert said.format("site/pipe.html", "cannot be read: it is a pipe, not a file") in printed


# Names.


@pytest.fixture
def named(folder: Path) -> Path:
    for name in NAMES:
        path = os.path.join(os.fsencode(folder), b"site", name)  # noqa: PTH118 (no path of pathlib has any bytes)
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120
        with open(path, "w") as file:  # noqa: PTH123
            file.write("rtp('send', 'event', { value: 'wrong' })" if name.endswith(b".js") else page("wrong"))
    return folder


def test_audit__no_file_name_is_a_command(named: Path) -> None:
    for format in FORMATS:
        done = run(named, "audit", "site", "events.toml", "--output-format", format)
        assert done.returncode == 1
        printed = (done.stdout + done.stderr).decode()
        assert printed.replace("\n", "").isprintable()
        assert "##[" not in printed
        commands = re.findall(r"(?m)^::.*", printed)
        assert [line for line in commands if not re.match(r"::(error|warning) file=", line)] == []
        assert bool(commands) is (format == "github")
        if format in {"json", "sarif"}:
            json.loads(done.stdout)
        assert printed.count("wrong") >= len(NAMES)


def test_import__no_file_name_is_a_command(named: Path) -> None:
    done = run(named, "import", "site")
    assert done.returncode == 0
    printed = (done.stdout + done.stderr).decode()
    assert printed.replace("\n", "").isprintable()
    assert "##[" not in printed
    assert not re.search(r"(?m)^::", printed)
    (named / "made.toml").write_bytes(done.stdout)
    assert run(named, "check", "made.toml").returncode == 0


# Very deep, very many.

_SECONDS = 40
"""Anything that takes more than a few seconds on a usual machine is wrong: it once took minutes."""


def test_commands__of_very_deep_folders_what_can_be_reached_is_read(folder: Path) -> None:
    with deep(folder / "site", 3_000, (500, 2_500)):
        audited = run(folder, "audit", "site", "events.toml", "--ignore", "no-tag", seconds=_SECONDS)
        imported = run(folder, "import", "site", seconds=_SECONDS)
    assert audited.returncode == 1
    assert audited.stdout.count(b'x.html:1:9: no event has the value "deep" [unknown-value]\n') == 1
    assert audited.stdout.count(b"/d: cannot be read: File name too long [skipped-file]\n") == 1
    assert audited.stderr == b"2 findings in 2 pages and 0 scripts\n"
    assert imported.returncode == 0
    skipped = (
        b"/d: skipped: cannot be read: File name too long\nImported 2 events from 2 calls in 2 files; 1 skipped.\n"
    )
    assert skipped in imported.stderr


@pytest.mark.no_cover
def test_commands__of_very_many_files_in_a_folder_all_are_read(folder: Path) -> None:
    for number in range(20_000):
        os.link(folder / "site/a.html", folder / f"site/{number}.html")
    audited = run(folder, "audit", "site", "events.toml", "--ignore", "no-tag", seconds=_SECONDS)
    assert (audited.returncode, audited.stderr) == (0, b"no findings in 20001 pages and 0 scripts\n")
    imported = run(folder, "import", "site", seconds=_SECONDS)
    assert imported.returncode == 0
    assert imported.stderr.startswith(b"Imported 1 event from 20001 calls in 20001 files.\nNext steps:\n")
    assert imported.stderr.endswith(b" and 19981 more\n")


@pytest.mark.no_cover
def test_audit__of_very_many_links_all_are_counted(folder: Path) -> None:
    for number in range(20_000):
        (folder / f"site/{number}.html").symlink_to("a.html")
    done = run(folder, "audit", "site", "events.toml", "--ignore", "no-tag", seconds=_SECONDS)
    assert done.returncode == 0
    assert done.stderr == b"did not follow 20000 symbolic links in the site\nno findings in 1 page and 0 scripts\n"


# Signals.

_MANY = 210
"""The number of slow pages: enough for several processes."""


@pytest.fixture
def slow(folder: Path) -> Path:
    """A site in which every page is slow, with enough of them for several processes."""
    # The result for a script of up to 5,000 characters is cached, and then takes no time.
    (folder / "slow.html").write_text("<script>" + "rtp('send', 'event', { value: 'a' });" * 140 + "</script>")
    for number in range(_MANY):
        os.link(folder / "slow.html", folder / f"site/{number:03}.html")
    return folder


def _children(process: int) -> list[int]:
    """The child processes that read files."""
    found = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return [int(one) for one in found if b"spawn_main" in Path(f"/proc/{one}/cmdline").read_bytes()]


def _started(folder: Path, *command: str) -> subprocess.Popen[bytes]:
    """Start a command that reads with two processes, and wait until both are running."""
    program = [sys.executable, "-m", "rtpsnippets", *command, "--jobs", "2"]
    process = subprocess.Popen(
        program,
        cwd=folder,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,  # its own process group, as in a terminal
    )
    assert comes_true(lambda: len(_children(process.pid)) == 2)
    time.sleep(0.5)
    return process


_COMMANDS = {"audit": ("audit", "site", "events.toml"), "import": ("import", "site", "-o", "made.toml")}


@pytest.mark.parametrize(
    ("name", "code", "to_all", "command"),
    [
        ("SIGINT", 130, True, "audit"),
        ("SIGTERM", 143, True, "import"),
        ("SIGTERM", 143, False, "audit"),
        ("SIGHUP", 129, False, "import"),
    ],
)
def test_commands__stopped_while_several_processes_read_end_with_these(
    name: str, code: int, *, to_all: bool, command: str, slow: Path
) -> None:
    process = _started(slow, *_COMMANDS[command])
    children = _children(process.pid)
    (os.killpg if to_all else os.kill)(process.pid, getattr(signal, name))
    printed, said = process.communicate(timeout=60)
    assert (process.returncode, printed, said) == (code, b"", b"stopped\n")
    assert comes_true(lambda: not any(Path(f"/proc/{child}").exists() for child in children))
    assert not (slow / "made.toml").exists()


def test_audit__a_process_that_is_killed_while_it_reads_changes_nothing(slow: Path) -> None:
    process = _started(slow, *_COMMANDS["audit"])
    os.kill(_children(process.pid)[0], signal.SIGKILL)
    printed, said = process.communicate(timeout=100)
    undisturbed = run(slow, *_COMMANDS["audit"])
    assert (process.returncode, printed, said) == (undisturbed.returncode, undisturbed.stdout, undisturbed.stderr)
    assert f" in {_MANY + 1} ".encode() in said
