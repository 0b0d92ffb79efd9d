"""`rtpsnippets check`: all problems of all files, and nothing written."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from tests.cli.events import EVENTS, Run

no_pipes = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")


def test_check__prints_problems_on_standard_error_and_writes_nothing(run: Run) -> None:
    Path("a.toml").write_text("[events.a]\n")
    Path("b.json").write_text("{")
    done = run("check", "a.toml", "b.json")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("a.toml:1: events.a: has no value\n    add the key")
    assert done.stderr.endswith("\nFound 2 problems.\n")
    assert sorted(map(str, Path().iterdir())) == ["a.toml", "b.json"]


def test_check__a_warning_is_no_problem(run: Run) -> None:
    Path("a.toml").write_text('[events.a]\nvalue = ["x", "x"]')
    done = run("check", "a.toml")
    assert (done.returncode, done.stdout) == (0, "Found no problems in 1 event (1 warning).\n")
    assert done.stderr.startswith(
        'a.toml:2: events.a.value: warning: contains the value "x" 2 times [repeated-value]\n'
    )


@pytest.mark.parametrize("command", ["check", "show", "list", "csp", "build -o site"])
def test_strict__makes_warnings_problems_in_every_command(command: str, run: Run) -> None:
    Path("a.toml").write_text('[events.a]\nvalue = "x*"\n[events.b]\nvalue = ""')
    Path("b.toml").write_text('[events.c]\nvalue = "x;"')
    done = run(*command.split(), "a.toml", "b.toml", "--strict")
    assert (done.returncode, done.stdout) == (1, "")
    assert [line for line in done.stderr.splitlines() if not line.startswith("    ")] == [
        "a.toml:4: events.b.value: is empty",
        'a.toml:2: events.a.value: contains "*" [wildcard]',
        'b.toml:2: events.c.value: contains ";" [separator]',
        "Found 3 problems.",
    ]
    assert not Path("site").exists()


def test_strict__without_warnings_changes_nothing(events: Run) -> None:
    assert events("check", "--strict").stdout == "Found no problems in 2 events.\n"


def test_ignore__silences_a_warning(run: Run) -> None:
    Path("a.toml").write_text('[events.a]\nvalue = "x*"\nignore = ["wildcard"]')
    assert (run("check", "a.toml", "--strict").stdout, run("check", "a.toml").stderr) == (
        "Found no problems in 1 event.\n",
        "",
    )


def test_check__reads_standard_input(run: Run) -> None:
    assert run("check", "-", "--input-format", "toml", stdin=EVENTS).stdout == "Found no problems in 2 events.\n"
    done = run("check", "-", stdin=EVENTS)
    assert done.returncode == 1
    assert (
        "<stdin>: the format of standard input is unknown\n    specify it, for example --input-format toml\n"
        in done.stderr
    )
    done = run("check", "-", "--input-format", "json", stdin=b"\xff")
    assert "<stdin>:1: is not UTF-8" in done.stderr


@pytest.mark.parametrize("name", ["events.toml", "events.json", "events.yaml", "events.yml"])
def test_check__without_files_the_definitions_of_the_current_folder_are_used(name: str, run: Run) -> None:
    Path(name).write_text("[events]" if name.endswith("toml") else '{"events": {}}')
    assert run("check").stderr.startswith(f"{name}: defines no events")


def test_check__without_files_none_or_several_definitions_are_a_problem(run: Run) -> None:
    done = run("check")
    assert done.returncode == 1
    assert done.stderr == (
        f"found no definitions file (events.toml, events.json, events.yaml, events.yml) in {Path().absolute()}\n"
        "    specify a file or folder, or create a file with rtpsnippets init\nFound 1 problem.\n"
    )
    Path("events.toml").write_text("")
    Path("events.json").write_text("")
    done = run("check")
    assert done.returncode == 1
    what = f"found several definitions files in {Path().absolute()}: events.toml, events.json\n"
    assert done.stderr.startswith(f"{what}    specify the files to use\n")


def test_check__control_characters_never_reach_the_terminal(run: Run) -> None:
    done = run("check", "-", "--input-format", "json", stdin=r'{"events": {"\u001b[31m\u202e\n": {"value": "x"}}}')
    assert r'invalid id "\u001b[31m\u202e\n"' in done.stderr
    assert not {"\x1b", "\u202e"} & set(done.stderr)


@no_pipes
def test_check__a_file_that_cannot_be_read_hides_no_problem_of_the_others(run: Run) -> None:
    Path("bad.toml").write_text("[events.a]")
    os.mkfifo("pipe.toml")
    Path("folder").mkdir()
    done = run("check", "folder", "pipe.toml", "bad.toml")
    assert done.returncode == 3
    assert done.stderr.startswith("bad.toml:1: events.a: has no value\n")
    assert "\nfound no definitions file (" in done.stderr
    assert done.stderr.endswith(
        "Found 2 problems.\ncannot read pipe.toml: it is a pipe, not a file; use - for standard input\n"
    )


def test_check__a_file_that_is_named_twice_is_read_once(events: Run) -> None:
    Path("link.toml").symlink_to("events.toml")
    names = ["events.toml", "./events.toml", str(Path("events.toml").resolve()), "link.toml"]
    assert events("check", *names).stdout == "Found no problems in 2 events.\n"


def test_check__standard_input_is_no_file_of_that_name(run: Run) -> None:
    Path("-").write_text('{"events": {"b": {"value": "x"}}}')
    text = '{"events": {"a": {"value": "y"}}}'
    assert run("check", "-", "./-", "--input-format", "json", stdin=text).stdout == "Found no problems in 2 events.\n"


def test_check__no_name_at_all_is_a_missing_file(run: Run) -> None:
    done = run("check", "")
    assert (done.returncode, done.stderr.split("\n")[0]) == (1, "the file name is empty")


def test_check__at_most_100_problems_and_warnings_are_printed(run: Run) -> None:
    Path("a.json").write_text(json.dumps({"events": {"a": {"value": [""] * 200}}}))
    done = run("check", "a.json")
    assert done.stderr.count(": is empty\n") == 100
    assert done.stderr.endswith("\nFound more than 100 problems.\n")
    Path("a.json").write_text(json.dumps({"events": {"a": {"value": [str(number // 2) for number in range(400)]}}}))
    done = run("check", "a.json")
    assert (done.returncode, done.stdout) == (0, "Found no problems in 1 event (more than 100 warnings).\n")
    assert done.stderr.count(" 2 times [repeated-value]\n") == 100
    assert done.stderr.endswith("\nmore than 100 warnings\n")


def test_check__a_file_may_be_larger_if_the_user_says_so(run: Run) -> None:
    Path("a.yaml").write_text("events: {a: {value: x}}\n#".ljust(1_000_001))
    done = run("check", "a.yaml")
    assert (done.returncode, done.stderr.split("\n")[0]) == (1, "a.yaml: is larger than 1 MB")
    Path("a.json").write_text('{"events": {"a": {"value": "x"}}}'.ljust(5_000_001))
    for command in ("check", "list", "show"):
        assert run(command, "a.json", "--max-size", "6").returncode == 0
    assert run("build", "a.json", "-o", "site", "--max-size", "6").returncode == 0
    for size in ("0", "-1", "nan", "inf", "1.5", "x"):
        assert run("check", "a.json", "--max-size", size).returncode == 2


@no_pipes
def test_check__says_problems_and_warnings_as_annotations_for_github(run: Run) -> None:
    Path("a, b: 50%.toml").write_text('[events.z]\nvalue = "z"\n[evnts]')
    Path("b.json").write_text('{"events": {"a": {"value": ["x", "x"]},\n"b": {"value": ""}}}')
    os.mkfifo("c.toml")
    done = run("check", "a, b: 50%.toml", "b.json", "c.toml", "--output-format", "github")
    assert done.returncode == 3
    assert done.stdout.splitlines() == [
        "::error::cannot read c.toml: it is a pipe, not a file; use - for standard input",
        '::error file=a%2C b%3A 50%25.toml,line=3::unknown key "evnts"%0Adid you mean "events"?',
        "::error file=b.json,line=2::events.b.value: is empty%0Awrite the value that you use in the segment",
        (
            '::warning file=b.json,line=1::events.a.value: contains the value "x" 2 times [repeated-value]'
            "%0Aremove the repetition; a value counts once per visitor session"
        ),
    ]
    assert done.stderr.endswith("cannot read c.toml: it is a pipe, not a file; use - for standard input\n")
    assert run("check", "b.json", "--output-format", "github").returncode == 1


@pytest.mark.parametrize("line_end", ["\n", "\r", "\r\n", "\u2028", "%0A"])
def test_check__an_id_cannot_forge_an_annotation(line_end: str, run: Run) -> None:
    event_id = f"a{line_end}::error file=x::forged"
    Path("a.json").write_text(json.dumps({"events": {event_id: {"value": "", event_id: ""}}}))
    done = run("check", "a.json", "--output-format", "github")
    for line in done.stdout.splitlines():
        assert line.startswith("::error file=a.json,line=1::events.")
        assert re.fullmatch(r"[^\r%]*((%0A|%25)[^\r%]*)*", line)
    assert not [line for line in done.stderr.splitlines() if line.lstrip().startswith("::")]


def test_check__no_text_in_a_message_is_a_command_to_github(run: Run) -> None:
    Path("::error::a.json").write_text(json.dumps({"events": {"##[error]": {"value": ["##[warning]", "##[warning]"]}}}))
    for format in ("text", "github", "json"):
        done = run("check", "::error::a.json", "nope.toml", "--output-format", format)
        assert "##[" not in done.stdout + done.stderr
        assert not [line for line in done.stderr.splitlines() if line.lstrip().startswith("::")]
        assert done.stderr.startswith("\\u003a:error::a.json:1: events.")


def test_check__a_missing_file_is_an_annotation_too(run: Run) -> None:
    done = run("check", "--output-format", "github")
    assert done.stdout.startswith("::error::found no definitions file (events.toml")
    assert done.returncode == 1


@no_pipes
def test_check__says_all_that_it_found_as_json(run: Run) -> None:
    Path("a.toml").write_text('[events.z]\nvalue = ["ok", "x*"]\n[evnts]')
    Path("b.json").write_text("{")
    os.mkfifo("c.toml")
    done = run("check", "a.toml", "b.json", "c.toml", "--output-format", "json")
    assert done.returncode == 3
    found = json.loads(done.stdout)
    unknown: dict[str, object] = {
        **dict.fromkeys(("rule", "file", "line", "column", "end_line", "end_column")),
        "level": "error",
        "hint": "",
        "key": [],
        "path": "",
    }
    assert found["events"] == 1
    assert found["problems"][0] == {
        **unknown,
        "what": "cannot read c.toml: it is a pipe, not a file; use - for standard input",
    }
    hint = 'did you mean "events"?'
    assert found["problems"][1] == {**unknown, "file": "a.toml", "line": 3, "hint": hint, "what": 'unknown key "evnts"'}
    assert (found["problems"][2]["file"], found["problems"][2]["line"], found["problems"][2]["column"]) == (
        "b.json",
        1,
        2,
    )
    assert found["warnings"] == [
        {
            **unknown,
            "rule": "wildcard",
            "level": "warning",
            "file": "a.toml",
            "line": 2,
            "key": ["events", "z", "value", 1],
            "path": "events.z.value[1]",
            "what": 'contains "*"',
            "hint": "remove it; it may be treated as a wildcard in a segment",
        }
    ]
    # Standard error has the same for the user.
    assert done.stderr.startswith('a.toml:2: events.z.value[1]: warning: contains "*" [wildcard]\n')


def test_check__json_is_all_that_is_printed_where_nothing_is_wrong(events: Run) -> None:
    done = events("check", "--output-format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == {"events": 2, "problems": [], "warnings": [], "has_more": False}


def test_check__a_program_is_told_that_there_are_more_than_are_listed(run: Run) -> None:
    events = {f"e{number}": {"value": f"{number}*"} for number in range(150)}
    Path("a.json").write_text(json.dumps({"events": events}))
    for options, name, command in (((), "warnings", "::warning"), (("--strict",), "problems", "::error")):
        found = json.loads(run("check", "a.json", "--output-format", "json", *options).stdout)
        assert (len(found[name]), found["has_more"]) == (100, True)
        lines = run("check", "a.json", "--output-format", "github", *options).stdout.splitlines()
        assert [line.split(" ")[0] for line in lines[99:101]] == [command, "::notice::only"]


def test_check__an_annotation_has_the_path_from_the_root_of_the_repository(run: Run, tmp_path: Path) -> None:
    Path("docs").mkdir()
    Path("docs/a.toml").write_text('[events.a]\nvalue = "x*"')
    for root, file in ((tmp_path, "docs/a.toml"), (tmp_path / "docs", "a.toml"), (tmp_path / "other", "docs/a.toml")):
        done = run("check", "docs/a.toml", "--output-format", "github", GITHUB_WORKSPACE=str(root))
        assert done.stdout.startswith(f"::warning file={file},line=2::")


def test_check__json_says_that_there_is_no_file(run: Run) -> None:
    done = run("check", "--output-format", "json")
    assert done.returncode == 1
    assert [problem["what"][:20] for problem in json.loads(done.stdout)["problems"]] == ["found no definitions"]


def test_check__strict_is_seen_in_json_and_annotations(run: Run) -> None:
    Path("a.toml").write_text('[events.a]\nvalue = "x*"')
    found = json.loads(run("check", "a.toml", "--strict", "--output-format", "json").stdout)
    assert ([problem["rule"] for problem in found["problems"]], found["warnings"]) == (["wildcard"], [])
    assert run("check", "a.toml", "--strict", "--output-format", "github").stdout.startswith("::error file=a.toml")


def test_check__without_problems_there_is_no_annotation(events: Run) -> None:
    assert events("check", "--output-format", "github").stdout == "Found no problems in 2 events.\n"
