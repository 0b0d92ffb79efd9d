"""The command line, as a person types it: what is printed where, exit codes, and the files on the disk."""

from __future__ import annotations

import json
import os
import shlex
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

EVENTS = """\
[events.my-event]
value = "MyEvent"
[events.nine]
value = ["1", "2", "3", "4", "5", "6", "7", "8", "9"]
button = "Nine"
"""
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the real command in an empty current folder."""
    monkeypatch.chdir(tmp_path)

    def run_command(*arguments: str, stdin: str | bytes = "", **environment: str) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-m", "rtpsnippets", *arguments],
            check=False,
            capture_output=True,
            input=stdin if isinstance(stdin, bytes) else stdin.encode(),
            env={**os.environ, **environment},
        )
        assert b"Traceback" not in done.stderr
        return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())

    return run_command


@pytest.fixture
def events(run: Run) -> Run:
    """The same, with an `events.toml` in the current folder."""
    Path("events.toml").write_text(EVENTS)
    return run


def contents(folder: str = "site") -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path(folder).iterdir() if not path.name.startswith(".")}


def times(folder: str = "site") -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in Path(folder).iterdir()}


def test_init__writes_a_definitions_file_that_check_accepts(run: Run) -> None:
    assert run("init").stdout == "created events.toml\n"
    assert run("init", "deep/down").stdout == f"created {Path('deep/down/events.toml')}\n"
    assert run("check").stdout == "3 events, no problems\n"
    assert "#" in Path("events.toml").read_text()


def test_init__never_overwrites(run: Run) -> None:
    Path("events.toml").write_text("mine")
    done = run("init")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "events.toml: is there already\n    it is never overwritten\n1 problem; nothing was written\n"
    assert Path("events.toml").read_text() == "mine"


def test_init__a_file_where_the_folder_should_be_is_refused_by_the_system(run: Run) -> None:
    Path("file").write_text("")
    done = run("init", "file/site")
    assert (done.returncode, done.stderr) == (3, "cannot write file/site: Not a directory\n")


def test_check__prints_problems_on_standard_error_and_writes_nothing(run: Run) -> None:
    Path("a.toml").write_text("[events.a]\n")
    Path("b.json").write_text("{")
    done = run("check", "a.toml", "b.json")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("a.toml:1: events.a: has no value\n    give it")
    assert done.stderr.endswith("\n2 problems; nothing was written\n")
    assert sorted(map(str, Path().iterdir())) == ["a.toml", "b.json"]


def test_check__a_warning_is_no_problem(run: Run) -> None:
    Path("a.toml").write_text('[events.a]\nvalue = ["x", "x"]')
    done = run("check", "a.toml")
    assert (done.returncode, done.stdout) == (0, "1 event, no problems\n")
    assert done.stderr.startswith('a.toml:2: events.a.value: warning: has the value "x" 2 times\n')


def test_check__reads_standard_input(run: Run) -> None:
    assert run("check", "-", "--input-format", "toml", stdin=EVENTS).stdout == "2 events, no problems\n"
    done = run("check", "-", stdin=EVENTS)
    assert done.returncode == 1
    assert "<stdin>: the format of standard input is not known\n    say it: --input-format toml\n" in done.stderr
    done = run("check", "-", "--input-format", "json", stdin=b"\xff")
    assert "<stdin>:1: is not UTF-8" in done.stderr


@pytest.mark.parametrize("name", ["events.toml", "events.json", "events.yaml", "events.yml"])
def test_check__without_files_the_definitions_of_the_current_folder_are_used(name: str, run: Run) -> None:
    Path(name).write_text("[events]" if name.endswith("toml") else '{"events": {}}')
    assert run("check").stderr.startswith(f"{name}: defines no event")


def test_check__without_files_none_or_several_definitions_are_a_problem(run: Run) -> None:
    done = run("check")
    assert (done.returncode, done.stderr.split("\n")[1]) == (1, "    name a file, or write one: rtpsnippets init")
    Path("events.toml").write_text("")
    Path("events.json").write_text("")
    done = run("check")
    assert done.returncode == 1
    assert done.stderr.startswith("there is more than one file: events.toml, events.json\n    name the files to use\n")


def test_check__what_cannot_be_read_is_refused_by_the_system(run: Run) -> None:
    Path("folder.toml").mkdir()
    done = run("check", "folder.toml")
    assert (done.returncode, done.stderr) == (3, "cannot read folder.toml: Is a directory\n")


def test_check__control_characters_never_reach_the_terminal(run: Run) -> None:
    done = run("check", "-", "--input-format", "json", stdin=r'{"events": {"\u001b[31m\u202e\n": {"value": "x"}}}')
    assert r'bad id "\u001b[31m\u202e\n"' in done.stderr
    assert not {"\x1b", "\u202e"} & set(done.stderr)


def test_show__prints_the_button_of_an_event_or_else_its_script(events: Run) -> None:
    done = events("show")
    assert done.returncode == 0
    script, button, end = done.stdout.split("\n")
    assert script == "<script>rtp('send', 'event', { value: 'MyEvent' });</script>"
    assert button.startswith('<button id="nine" type="button" onclick="')
    assert end == ""


def test_show__takes_files_and_ids_in_any_order(events: Run) -> None:
    Path("more.json").write_text('{"events": {"more": {"value": "More"}}}')
    done = events("show", "more", "./events.toml", "my-event", "more.json", "--format", "js")
    assert done.stdout == "rtp('send', 'event', { value: 'More' });\nrtp('send', 'event', { value: 'MyEvent' });\n"


@pytest.mark.parametrize("name", ["./no", "folder/no", "no.toml", ".toml"])
def test_show__an_argument_with_a_dot_or_a_slash_is_a_file(name: str, events: Run) -> None:
    assert f"{name}: no such file" in events("show", name).stderr


def test_show__a_format_is_for_the_events_that_have_it(events: Run) -> None:
    assert events("show", "--format", "button").stdout.count("<button") == 1
    done = events("show", "my-event", "--format", "button")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith('the event "my-event" has no button\n    give it the key "button"')


def test_show__json_holds_every_format_of_every_event(events: Run) -> None:
    shown = json.loads(events("show", "--format", "json").stdout)
    assert {event_id: list(snippets) for event_id, snippets in shown.items()} == {
        "my-event": ["js", "script"],
        "nine": ["js", "script", "button"],
    }
    assert shown["my-event"]["js"] == "rtp('send', 'event', { value: 'MyEvent' });"


def test_show__an_unknown_id_is_a_problem_that_offers_the_nearest(events: Run) -> None:
    done = events("show", "my-evnt", "zzz")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        'no event has the id "my-evnt"\n    did you mean "my-event"?\n'
        'no event has the id "zzz"\n'
        "    rtpsnippets list shows the ids; the name of a file has a dot or a slash\n"
        "2 problems; nothing was written\n"
    )


def test_list__shows_each_value_on_a_line_of_its_own(events: Run) -> None:
    lines = events("list").stdout.splitlines()
    assert lines[:4] == [
        "ID        CALLS  FORMATS             VALUES",
        "my-event  1      js, script          MyEvent",
        "nine      3      js, script, button  1",
        "                                     2",
    ]
    assert len(lines) == 11


def test_list__values_that_a_terminal_cannot_show_are_escaped(run: Run) -> None:
    document = json.dumps({"events": {"a": {"value": "\x1b[31m 日"}}})
    assert "\\u001b[31m 日" in run("list", "-", "--input-format", "json", stdin=document).stdout
    latin = run("list", "-", "--input-format", "json", stdin=document, PYTHONIOENCODING="latin-1")
    assert (latin.returncode, "\\u001b[31m \\u65e5" in latin.stdout) == (0, True)


def test_list__json_is_for_programs(events: Run) -> None:
    assert json.loads(events("list", "--format", "json").stdout)[0] == {
        "id": "my-event",
        "value": "MyEvent",
        "calls": 1,
        "formats": ["js", "script"],
        "description": "",
    }


def test_build__writes_a_file_for_each_snippet_and_the_json(events: Run) -> None:
    done = events("build", "-o", "site")
    assert done.stdout.splitlines() == [
        f"created {Path('site', name)}"
        for name in (
            "my-event.js",
            "my-event.script.html",
            "nine.js",
            "nine.script.html",
            "nine.button.html",
            "snippets.json",
        )
    ] + ["6 created, 0 changed, 0 kept, 0 removed in site"]
    assert contents()["my-event.js"] == b"rtp('send', 'event', { value: 'MyEvent' });"
    assert contents()["snippets.json"].decode() == events("show", "--format", "json").stdout


def test_build__unchanged_files_are_not_touched(events: Run) -> None:
    events("build", "-o", "site")
    before = times()
    assert events("build", "-o", "site").stdout == "0 created, 0 changed, 6 kept, 0 removed in site\n"
    assert times() == before


def test_build__changes_and_removes_what_it_made_itself(events: Run) -> None:
    events("build", "-o", "site")
    Path("site/foreign.js").write_text("mine")
    Path("events.toml").write_text('[events.my-event]\nvalue = "Changed"')
    assert events("build", "-o", "site").stdout.splitlines() == [
        "changed site/my-event.js",
        "changed site/my-event.script.html",
        "changed site/snippets.json",
        "removed site/nine.button.html",
        "removed site/nine.js",
        "removed site/nine.script.html",
        "0 created, 3 changed, 0 kept, 3 removed in site",
    ]
    assert sorted(contents()) == ["foreign.js", "my-event.js", "my-event.script.html", "snippets.json"]


def test_build__a_file_that_no_build_made_is_never_overwritten(events: Run) -> None:
    Path("site").mkdir()
    Path("site/nine.js").write_text("mine")
    done = events("build", "-o", "site")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("site/nine.js: is there already, and no build has made it\n    --overwrite takes")
    assert contents() == {"nine.js": b"mine"}
    assert events("build", "-o", "site", "--overwrite").returncode == 0
    assert contents()["nine.js"].startswith(b"rtp(")


def test_build__a_file_that_a_person_changed_is_not_removed(events: Run) -> None:
    events("build", "-o", "site")
    Path("site/nine.js").write_text("mine")
    Path("events.toml").write_text('[events.my-event]\nvalue = "MyEvent"')
    done = events("build", "-o", "site")
    assert "left site/nine.js\n" in done.stdout
    assert done.stdout.endswith("0 created, 1 changed, 2 kept, 2 removed, 1 left in site\n")
    assert contents()["nine.js"] == b"mine"


def test_build__a_link_in_the_folder_is_not_followed(events: Run) -> None:
    Path("site").mkdir()
    Path("outside.js").write_text("mine")
    Path("site/nine.js").symlink_to(Path("outside.js").resolve())
    done = events("build", "-o", "site", "--overwrite")
    assert done.returncode == 1
    assert "site/nine.js: is there and is no regular file\n    move it away\n" in done.stderr
    assert Path("outside.js").read_text() == "mine"


def test_build__with_problems_nothing_is_written(run: Run) -> None:
    Path("events.toml").write_text('[events.good]\nvalue = "x"\n[events.bad]\n')
    assert run("build", "-o", "site").returncode == 1
    assert not Path("site").exists()


def test_build__check_writes_nothing_and_tells_by_its_exit_code(events: Run) -> None:
    done = events("build", "-o", "site", "--check")
    assert done.returncode == 1
    assert done.stdout.splitlines()[0] == "would create site/my-event.js"
    assert not Path("site").exists()
    events("build", "-o", "site")
    done = events("build", "-o", "site", "--check")
    assert (done.returncode, done.stdout) == (0, "")
    Path("events.toml").write_text('[events.my-event]\nvalue = "Changed"')
    done = events("build", "-o", "site", "--check")
    assert {line.split()[1] for line in done.stdout.splitlines()} == {"change", "remove"}


def test_build__diff_shows_the_change_and_writes_nothing(events: Run) -> None:
    events("build", "-o", "site", "--format", "js")
    before = contents()
    Path("events.toml").write_text(EVENTS.replace("MyEvent", "YourEvent"))
    done = events("build", "-o", "site", "--format", "js", "--diff")
    assert done.returncode == 0
    assert done.stdout.splitlines()[:5] == [
        "--- site/my-event.js (now)",
        "+++ site/my-event.js (after a build)",
        "@@ -1 +1 @@",
        "-rtp('send', 'event', { value: 'MyEvent' });",
        "+rtp('send', 'event', { value: 'YourEvent' });",
    ]
    assert contents() == before
    assert events("build", "-o", "site", "--format", "js", "--diff", "--check").returncode == 1


def test_build__several_formats_can_be_chosen(events: Run) -> None:
    events("build", "-o", "site", "--format", "button", "--format", "json")
    assert sorted(contents()) == ["nine.button.html", "snippets.json"]


def test_build__a_persons_own_templates_are_used_file_by_file(events: Run) -> None:
    Path("mine").mkdir()
    Path("mine/button.html").write_text('<b onclick="{{ calls | join(" ") }}">{{ label }}</b>\n')
    events("build", "-o", "site", "--templates", "mine")
    assert contents()["nine.button.html"].startswith(b'<b onclick="rtp(')
    assert contents()["nine.js"].startswith(b"rtp(")


def test_build__a_missing_folder_of_templates_is_a_problem(events: Run) -> None:
    done = events("build", "-o", "site", "--templates", "no")
    assert (done.returncode, done.stderr.split("\n")[0]) == (1, "no: no such folder")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no umask")
def test_build__a_new_file_follows_the_umask_and_a_changed_one_keeps_its_mode(events: Run) -> None:
    before = os.umask(0o022)
    try:
        events("build", "-o", "site")
        assert stat.S_IMODE(Path("site/nine.js").stat().st_mode) == 0o644
        Path("site/nine.js").chmod(0o600)
        Path("events.toml").write_text(EVENTS.replace('"1"', '"one"'))
        events("build", "-o", "site")
    finally:
        os.umask(before)
    assert stat.S_IMODE(Path("site/nine.js").stat().st_mode) == 0o600
    assert b"one" in contents()["nine.js"]


def test_build__what_is_in_the_way_of_the_folder_or_the_manifest_is_said_before_anything_is_written(
    events: Run,
) -> None:
    Path("site").write_text("a file")
    done = events("build", "-o", "site")
    assert (done.returncode, done.stderr) == (3, "cannot write site: Not a directory\n")
    Path("site").unlink()
    Path("site/.rtpsnippets.json").mkdir(parents=True)
    done = events("build", "-o", "site")
    assert done.returncode == 1
    assert done.stderr.startswith(
        "site/.rtpsnippets.json: is there and is no manifest of this version\n    move it away\n"
    )
    assert [path.name for path in Path("site").iterdir()] == [".rtpsnippets.json"]


def test_build__check_sees_a_file_in_the_place_of_the_folder_too(events: Run) -> None:
    Path("site").write_text("a file")
    done = events("build", "-o", "site", "--check")
    assert (done.returncode, done.stdout, done.stderr) == (3, "", "cannot write site: Not a directory\n")


@pytest.mark.parametrize("arguments", [["build", "-o"], ["show", "--templates"], ["check"], ["init"]])
def test_system__a_path_that_is_too_long_is_said_in_a_line(arguments: list[str], events: Run) -> None:
    done = events(*arguments, "x" * 300 + ".toml")
    assert done.returncode == 3
    assert done.stderr.endswith(": File name too long\n")


def test_system__a_full_output_is_said_in_a_line(events: Run) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this test needs /dev/full, which is missing")
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "rtpsnippets", "show"]
        done = subprocess.run(command, check=False, stdout=full, stderr=subprocess.PIPE, text=True)
    assert (done.returncode, done.stderr) == (3, "cannot reach standard output: No space left on device\n")
    assert events("check").returncode == 0


def test_system__a_reader_that_has_enough_is_no_error(events: Run) -> None:
    pipe = f"{shlex.quote(sys.executable)} -m rtpsnippets show | true"
    done = subprocess.run(["/bin/sh", "-c", pipe], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert events("check").returncode == 0


def test_check__a_file_that_cannot_be_read_hides_no_problem_of_the_others(run: Run) -> None:
    Path("bad.toml").write_text("[events.a]")
    Path("folder.toml").mkdir()
    done = run("check", "folder.toml", "bad.toml")
    assert done.returncode == 3
    assert done.stderr.startswith("bad.toml:1: events.a: has no value\n")
    assert done.stderr.endswith("1 problem; nothing was written\ncannot read folder.toml: Is a directory\n")


def test_check__a_file_that_is_named_twice_is_read_once(events: Run) -> None:
    assert events("check", "events.toml", "./events.toml", "events.toml").stdout == "2 events, no problems\n"


def test_show__the_input_format_is_for_what_has_no_suffix(events: Run) -> None:
    more = '{"events": {"more": {"value": "More"}}}'
    done = events(
        "show", "events.toml", "-", "--input-format", "json", "--format", "js", "more", "my-event", stdin=more
    )
    assert done.stdout.splitlines() == [
        f"rtp('send', 'event', {{ value: '{value}' }});" for value in ("More", "MyEvent")
    ]


def test_show__the_problems_of_all_events_are_said_at_once(events: Run) -> None:
    Path("events.toml").write_text('events.a.value = "x"\nevents.b.value = "y"')
    done = events("show", "a", "b", "a", "--format", "button")
    assert done.stderr.count("has no button") == 2


def test_build__a_foreign_file_that_is_as_it_should_be_stays_foreign(events: Run) -> None:
    Path("site").mkdir()
    Path("site/my-event.js").write_text("rtp('send', 'event', { value: 'MyEvent' });")
    assert "1 kept" in events("build", "-o", "site").stdout
    Path("events.toml").write_text(EVENTS.replace("MyEvent", "Changed"))
    assert "site/my-event.js: is there already" in events("build", "-o", "site").stderr
    Path("events.toml").write_text('[events.other]\nvalue = "x"')
    events("build", "-o", "site")
    assert "my-event.js" in contents()


def test_help__every_command_has_examples(run: Run) -> None:
    assert "Examples:" in run("--help").stdout
    for command in ("init", "check", "show", "build", "list"):
        assert "Examples:" in run(command, "-h").stdout


@pytest.mark.parametrize("arguments", [["nonsense"], ["build"], ["show", "--format", "pdf"], ["check", "--nonsense"]])
def test_usage__wrong_usage_exits_with_2(arguments: list[str], events: Run) -> None:
    done = events(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Error: " in done.stderr


def test_messages__are_in_colour_only_where_it_is_wanted(run: Run) -> None:
    import pty  # noqa: PLC0415 (not on Windows)

    def on_a_terminal(**environment: str) -> bytes:
        ours, theirs = pty.openpty()
        command = [sys.executable, "-m", "rtpsnippets", "check"]
        subprocess.run(command, check=False, stderr=theirs, env={**os.environ, "NO_COLOR": "", **environment})
        os.close(theirs)
        try:
            return os.read(ours, 10_000)
        finally:
            os.close(ours)

    assert run("check").returncode == 1
    assert b"\x1b[31m" in on_a_terminal()
    assert b"\x1b" not in on_a_terminal(NO_COLOR="1")
