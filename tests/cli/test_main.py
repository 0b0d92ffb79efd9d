"""The command line as a whole: help, wrong usage, color, and what the system refuses."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from rtpsnippets.version import VERSION
from tests import clean_environment
from tests.cli.events import Run
from tests.cli.in_process import Output, exit_code


@pytest.mark.parametrize("arguments", [["build", "-o"], ["show", "--templates"], ["check"], ["init"]])
def test_system__a_path_that_is_too_long_is_said_in_a_line(arguments: list[str], events: Run) -> None:
    done = events(*arguments, "x" * 300 + ".toml")
    assert done.returncode == 3
    assert done.stderr.endswith(": File name too long\n")


@pytest.fixture
def full(events: Run) -> str:
    """A device that is always full, in a folder with definitions."""
    path = Path("/dev/full")
    if not path.exists():
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"this test needs {path}, which is missing")
    assert events("check").returncode == 0
    return str(path)


def ended(redirected: str) -> tuple[int, str]:
    """The exit code and the output of a shell command that starts with our arguments."""
    ran = clean_environment.run(["/bin/sh", "-c", f"{shlex.quote(sys.executable)} -m rtpsnippets {redirected}"], Path())
    return ran.code, ran.output


@pytest.mark.process
@pytest.mark.parametrize("arguments", ["show", "--help", "--version"])
def test_system__a_full_output_is_said_in_a_line(arguments: str, full: str) -> None:
    assert ended(f"{arguments} > {full}") == (3, "cannot access standard output: No space left on device\n")


@pytest.mark.process
@pytest.mark.parametrize(
    ("arguments", "code"),
    [("check nope.toml", 1), ("check /dev/zero", 3), ("check odd.toml", 0), ("nonsense", 2), ("show >&2", 3)],
)
def test_system__a_message_that_cannot_be_written_leaves_the_exit_code(arguments: str, code: int, full: str) -> None:
    Path("odd.toml").write_text('[events.a]\nvalue = ["x", "x"]')
    printed = "Found no problems in 1 event (1 warning).\n" if code == 0 else ""
    assert ended(f"2> {full} {arguments}") == (code, printed)


@pytest.mark.process
@pytest.mark.usefixtures("events")
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux holds a process to a limit of memory")
def test_system__too_little_memory_is_said_in_a_line() -> None:
    Path("out").mkdir()
    for name in ("my-event.js", "nine.js"):
        with Path("out", name).open("wb") as file:
            file.truncate(450_000_000)
    command = f"ulimit -v 700000; {shlex.quote(sys.executable)} -m rtpsnippets build -o out 2>&1"
    ran = clean_environment.run(["/bin/sh", "-c", command], Path())
    assert (ran.code, ran.output) == (3, "out of memory; nothing more was written\n")
    assert {path.name for path in Path("out").iterdir()} == {"my-event.js", "nine.js"}


@pytest.mark.process
@pytest.mark.usefixtures("events")
@pytest.mark.parametrize("arguments", ["check", "--version"])
def test_system__a_closed_output_is_no_error(arguments: str) -> None:
    assert ended(f"{arguments} >&-") == (0, "")


@pytest.mark.parametrize("arguments", [["--version"], ["-V"], ["-V", "check"]])
def test_version__is_that_of_the_package(arguments: list[str], run: Run) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"rtpsnippets {VERSION}\n", "")


@pytest.mark.process
def test_system__an_output_that_nobody_reads_is_the_end() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "rtpsnippets", "--version"]
    ran = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert (ran.returncode, ran.stderr) == (1, b"")


@pytest.mark.process
def test_system__a_closed_input_is_said_in_a_line() -> None:
    assert ended("check --input-format toml - <&-") == (3, "cannot read <stdin>: it is closed\n")


def test_system__what_is_refused_where_nobody_expects_it_is_said_with_its_path(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(path: object) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os.path, "lexists", refuses)
    done = run("check")
    assert (done.returncode, done.stdout, done.stderr) == (3, "", "cannot access events.toml: Permission denied\n")


@pytest.mark.process
@pytest.mark.usefixtures("events")
def test_system__a_reader_that_has_enough_is_no_error() -> None:
    assert ended("show | true") == (0, "")


@pytest.mark.process
@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
def test_system__a_run_that_is_told_to_stop_says_so_and_exits_as_a_shell_has_it() -> None:
    command = [sys.executable, "-m", "rtpsnippets", "check", "-", "--input-format", "toml"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stderr=pipe, env=clean_environment.environment()) as run:
        assert run.stdin
        assert run.stderr
        # It is reading: it has taken more than fits into the pipe.
        run.stdin.write(b"#" * 1_000_000)
        run.stdin.flush()
        while run.poll() is None:  # Python handles a signal between two reads only at the next read
            run.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                run.wait(0.5)  # a second signal at its very end would change the exit code
        assert (run.returncode, run.stderr.read()) == (130, b"stopped\n")


def test_help__fits_a_terminal(run: Run) -> None:
    commands = ("", "init", "import", "check", "show", "build", "list", "csp", "preview", "audit", "schema")
    printed = "".join(run(*command.split(), "--help", COLUMNS="80").stdout for command in commands)
    assert [line for line in printed.splitlines() if len(line) > 80] == []


def test_help__every_command_has_examples(run: Run) -> None:
    assert "Examples:" in run("--help").stdout
    for command in ("init", "check", "show", "build", "list"):
        assert "Examples:" in run(command, "-h").stdout


@pytest.mark.parametrize("command", ["", "build", "import"])
def test_help__is_a_word_too(command: str, run: Run) -> None:
    done = run("help", *command.split())
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == run(*command.split(), "--help").stdout
    assert "\n  help " not in done.stdout
    assert run("help", "help", *command.split()).stdout == done.stdout


@pytest.mark.parametrize(
    ("name", "suggested"),
    [
        ("validate", "check"),
        ("Lint", "check"),
        ("render", "show"),
        ("ls", "list"),
        ("compile", "build"),
        ("watch", "build --watch"),
        ("version", "--version"),
        ("shwo", "show"),
        ("Check", "check"),
    ],
)
def test_usage__an_unknown_command_suggests_the_one_that_is_meant(name: str, suggested: str, run: Run) -> None:
    for arguments in ([name, "--nonsense"], ["help", name]):
        done = run(*arguments)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.endswith(f"\nError: No such command '{name}'. Did you mean '{suggested}'?\n")


def test_usage__a_command_that_resembles_none_suggests_none(run: Run) -> None:
    assert run("xyzzy").stderr.endswith("\nError: No such command 'xyzzy'.\n")


@pytest.mark.parametrize(
    ("arguments", "suggested"),
    [
        ("list --format html", "--output-format html"),
        ("csp --json", "--output-format json"),
        ("init --format yaml", "--output-format yaml"),
        ("import site --format=json", "--output-format json"),
    ],
)
def test_usage__an_earlier_name_of_an_option_leads_to_the_new_one(arguments: str, suggested: str, events: Run) -> None:
    done = events(*arguments.split())
    assert (done.returncode, done.stdout) == (2, "")
    old = "--json" if "--json" in arguments else "--format"
    assert done.stderr.endswith(f"\nError: No such option '{old}'. Did you mean '{suggested}'?\n")


@pytest.mark.parametrize("command", ["list", "init"])
def test_usage__an_earlier_name_of_an_option_without_a_value_is_refused_too(command: str, events: Run) -> None:
    done = events(command, "--format")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "Error: Option '--format' requires an argument.\n"


@pytest.mark.parametrize("arguments", [["nonsense"], ["build"], ["show", "--format", "pdf"], ["check", "--nonsense"]])
def test_usage__wrong_usage_exits_with_2(arguments: list[str], events: Run) -> None:
    done = events(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Error: " in done.stderr


@pytest.mark.parametrize(
    ("command", "what"),
    [("audit", "the folder of the built site"), ("import", "pages, scripts, or folders that contain them")],
)
def test_usage__what_has_to_be_named_is_said(command: str, what: str, run: Run) -> None:
    done = run(command)
    assert (done.returncode, done.stdout) == (2, "")
    assert f". Specify {what}" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such terminals")
def test_messages__are_in_color_only_where_it_is_wanted(run: Run) -> None:
    def on_a_terminal(no_color: str) -> str:
        screen = Output(is_terminal=True)
        assert exit_code("check", stderr=screen, NO_COLOR=no_color) == 1
        return screen.text

    assert "\x1b" not in run("check", NO_COLOR="").stderr
    assert "\x1b" not in run("check", NO_COLOR="", FORCE_COLOR="").stderr
    assert "\x1b[31m" in run("check", NO_COLOR="", FORCE_COLOR="0").stderr
    assert "\x1b" not in run("check", NO_COLOR="1", FORCE_COLOR="1").stderr
    assert "\x1b[31m" in on_a_terminal("")
    assert "\x1b" not in on_a_terminal("1")
