"""`rtpsnippets check --against`: changes since an old file, or since a revision in a real Git repository."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tests.cli.events import Run
from tests.engines.programs import find_program

OLD = """\
[events.demo]
value = "Demo"
button = "Go"
[events.gone]
value = "Gone"
"""
NEW = """\
[events.demo]
value = "Demo request"
button = "Go now"
owner = "Web team"
"""
CHANGES = """\
demo: the value "Demo" becomes "Demo request"; segments with "Demo" no longer match
demo: the label "Go" of the button becomes "Go now"
demo: the owner changes
gone: is removed; segments with "Gone" no longer match
4 changes in 2 events; 2 break segments.
"""

Git = Callable[..., str]


@pytest.fixture
def old(run: Run) -> Run:
    """The command, beside old and new definitions."""
    Path("old.toml").write_text(OLD)
    Path("events.toml").write_text(NEW)
    return run


@pytest.fixture
def git(run: Run) -> Git:  # noqa: ARG001 (it changes the folder)
    """Git in a new repository in the current folder, whose only commit is `main`, with the old `events.toml`."""

    def run_git(*arguments: str) -> str:
        who = ["-c", "user.name=A", "-c", "user.email=a@example.com"]
        return subprocess.run(
            [find_program("git"), *who, *arguments], check=True, capture_output=True, text=True
        ).stdout.strip()

    run_git("init", "-q", "-b", "main")
    Path("events.toml").write_text(OLD)
    run_git("add", ".")
    run_git("commit", "-q", "-m", "Old")
    return run_git


def test_against__a_file_or_a_folder(old: Run) -> None:
    done = old("check", "--against", "old.toml")
    assert (done.returncode, done.stdout, done.stderr) == (0, CHANGES, "")
    Path("old").mkdir()
    Path("old.toml").rename("old/events.toml")
    assert old("check", "events.toml", "--against", "old").stdout == CHANGES
    assert old("check", "-", "--against", "old", "--input-format", "toml", stdin=NEW).stdout == CHANGES


def test_against__nothing_has_changed(old: Run) -> None:
    assert old("check", "old.toml", "--against", "old.toml").stdout == "No changes.\n"
    done = old("check", "old.toml", "--against", "old.toml", "--output-format", "markdown")
    assert done.stdout == "### Changes to events\n\nNo changes.\n"


def test_exit_code__is_1_only_if_a_segment_breaks(old: Run) -> None:
    done = old("check", "--against", "old.toml", "--exit-code")
    assert (done.returncode, done.stdout) == (1, CHANGES)
    Path("events.toml").write_text(OLD.replace('"Demo"', '"Demo request"\nwas = "Demo"'))
    assert old("check", "--against", "old.toml", "--exit-code").returncode == 0


@pytest.mark.parametrize("arguments", [["--exit-code"], ["--output-format", "markdown"]])
def test_options__need_against(arguments: list[str], old: Run) -> None:
    done = old("check", *arguments)
    assert done.returncode == 2
    assert done.stderr.endswith("--exit-code and --output-format markdown can only be used with --against\n")


def test_quiet__prints_the_changes_only(old: Run) -> None:
    assert old("check", "--against", "old.toml", "-q").stdout == "".join(CHANGES.splitlines(keepends=True)[:-1])


def test_markdown__has_what_breaks_first_and_folds_the_documentation(old: Run) -> None:
    assert (
        old("check", "--against", "old.toml", "--output-format", "markdown").stdout
        == """\
### Changes to events

4 changes in 2 events; 2 break segments.

| Event | Change |
| --- | --- |
| `demo` | **Breaks segments:** the value `Demo` becomes `Demo request`; segments with `Demo` no longer match |
| `gone` | **Breaks segments:** is removed; segments with `Gone` no longer match |
| `demo` | the label `Go` of the button becomes `Go now` |

<details>
<summary>1 change to the documentation only</summary>

| Event | Change |
| --- | --- |
| `demo` | the owner changes |

</details>
"""
    )


HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "</code></td></details> | a | b |",
    "`` ` ``",
    "**x** _y_ [z](https://example.com) @team #1 https://example.com",
    "a\n\n| --- |\n# b",
    "\u202e\0{}",
)


@pytest.mark.parametrize("value", HOSTILE)
def test_markdown__shows_hostile_values_as_text(value: str, run: Run) -> None:
    def tags(old: str, new: str) -> list[str]:
        for name, text in (("old.json", old), ("new.json", new)):
            selector = f"[title={json.dumps(text)}]" if value.isprintable() else f".{name[:3]}"
            events = {
                "a-_b": {"value": text, "selector": selector},
                "b-_c": {"value": text, "deprecated": text},
            }
            Path(name).write_text(json.dumps({"events": events}))
        done = run("check", "new.json", "--against", "old.json", "--output-format", "markdown")
        html = MarkdownIt("gfm-like", {"linkify": False, "html": True}).render(done.stdout)
        # A value that HTML cannot show is also shown as JSON.
        return [tag for part in html.split("<")[1:] if (tag := part.split(">")[0]).strip("/") != "code"]

    assert tags(value, f"{value}!") == tags("x*", "y*")


def test_markdown__an_id_is_not_emphasis(run: Run) -> None:
    for name, event_id in (("old.json", "a-_b_-c"), ("new.json", "d")):
        Path(name).write_text(json.dumps({"events": {event_id: {"value": "A"}}}))
    done = run("check", "new.json", "--against", "old.json", "--output-format", "markdown")
    assert "rtp-event--a-_b_-c and" in MarkdownIt("gfm-like", {"linkify": False}).render(done.stdout)


def test_markdown__is_cut_before_it_is_too_long_for_a_comment(run: Run) -> None:
    for name, sign in (("old.json", "+"), ("new.json", "-")):
        events = {f"e{number}": {"value": f"{sign * 50}{number}", "owner": sign} for number in range(500)}
        Path(name).write_text(json.dumps({"events": events}))
    done = run("check", "new.json", "--against", "old.json", "--output-format", "markdown")
    assert 50_000 < len(done.stdout) < 65_000
    rows = done.stdout.count("\n| `e")
    assert done.stdout.endswith(f"\nThe list is cut: {1000 - rows} more changes.\n")


def test_github__the_annotations_are_at_the_events(old: Run) -> None:
    Path("events.toml").write_text("\n" + NEW.replace("Web team", "50%"))
    assert old("check", "--against", "old.toml", "--output-format", "github").stdout == (
        '::error file=events.toml,line=2::events.demo: the value "Demo" becomes "Demo request"; segments with "Demo" '
        "no longer match\n"
        '::error::events.gone: is removed; segments with "Gone" no longer match\n'
        '::warning file=events.toml,line=2::events.demo: the label "Go" of the button becomes "Go now"\n'
        "::notice file=events.toml,line=2::events.demo: the owner changes\n"
        "4 changes in 2 events; 2 break segments.\n"
    )


@pytest.mark.parametrize(("key", "command"), [("value", "error"), ("selector", "warning"), ("owner", "notice")])
def test_github__lists_at_most_100_of_each_kind(key: str, command: str, run: Run) -> None:
    for name, text in (("old.json", "x"), ("new.json", "y")):
        events = {f"e{number}": {"value": f"v{number}", key: f"{text}{number}"} for number in range(101)}
        Path(name).write_text(json.dumps({"events": events}))
    lines = run("check", "new.json", "--against", "old.json", "--output-format", "github").stdout.splitlines()
    assert sum(line.startswith(f"::{command} ") for line in lines) == 100
    assert lines[100:-1] == ["::notice::only the first 100 of each kind (errors, warnings, notices) are listed"]


def test_json__has_the_changes_in_the_form_of_problems(old: Run) -> None:
    found = json.loads(old("check", "--against", "old.toml", "--output-format", "json").stdout)
    assert (found["events"], found["problems"], found["warnings"], found["has_more"]) == (1, [], [], False)
    assert found["changes"][0] == {
        **dict.fromkeys(("column", "end_line", "end_column")),
        "rule": "value",
        "level": "error",
        "file": "events.toml",
        "line": 1,
        "key": ["events", "demo"],
        "path": "events.demo",
        "what": 'the value "Demo" becomes "Demo request"; segments with "Demo" no longer match',
        "hint": "",
        "breaks": True,
    }
    assert [(change["rule"], change["level"], change["breaks"], change["line"]) for change in found["changes"][1:]] == [
        ("element", "warning", False, 1),
        ("documentation", "notice", False, 1),
        ("event", "error", True, None),
    ]


def test_json__lists_at_most_1000_changes(run: Run) -> None:
    for name, value in (("old.json", "x"), ("new.json", "y")):
        events = {"a": {"value": [f"{value}{number}" for number in range(1001)]}}
        Path(name).write_text(json.dumps({"events": events}))
    found = json.loads(run("check", "new.json", "--against", "old.json", "--output-format", "json").stdout)
    assert (len(found["changes"]), found["has_more"]) == (1000, True)


def test_warnings__are_those_of_the_new_definitions(old: Run) -> None:
    Path("old.toml").write_text('[events.a]\nvalue = "old*"')
    Path("events.toml").write_text('[events.a]\nvalue = "new*"')
    done = old("check", "--against", "old.toml")
    assert done.stderr.count("[wildcard]") == 1
    assert done.stderr.startswith("events.toml:2: ")
    Path("events.toml").write_text('[events.a]\nvalue = "new"')
    assert old("check", "--against", "old.toml", "--strict").returncode == 0


@pytest.mark.parametrize("format", ["text", "json", "github", "markdown"])
def test_problems__of_the_new_definitions_come_first_and_prevent_a_comparison(format: str, old: Run) -> None:
    Path("events.toml").write_text("[events.a]")
    done = old("check", "--against", "nope.toml", "--output-format", format)
    assert done.returncode == 1
    assert done.stderr.startswith("events.toml:1: events.a: has no value\n")
    assert "nope" not in done.stderr
    if format == "json":
        assert json.loads(done.stdout)["changes"] == []
    else:
        assert done.stdout.startswith("::error file=events.toml" if format == "github" else "")


def test_problems__of_the_old_definitions_prevent_a_comparison(old: Run) -> None:
    Path("old.toml").write_text("[events.a]")
    done = old("check", "--against", "old.toml", "--exit-code")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("cannot compare with old.toml:\nold.toml:1: events.a: has no value\n")
    done = old("check", "--against", "nope.toml", "--output-format", "json")
    assert [problem["what"] for problem in json.loads(done.stdout)["problems"]] == ["no such file"]
    assert old("check", "--against", "old.toml", "--output-format", "markdown").stdout == ""


def test_git__compares_the_working_files_with_a_branch(git: Git, run: Run) -> None:
    git("switch", "-q", "-c", "topic")
    Path("events.toml").write_text(NEW)
    assert run("check", "--against", "git:main").stdout == CHANGES
    git("commit", "-q", "-a", "-m", "New")
    git("tag", "-a", "v1", "-m", "First", "main")
    for revision in ("main", "HEAD~1", "v1", ":/Old", "HEAD^{/Old}", git("rev-parse", "main")):
        assert run("check", "--against", f"git:{revision}").stdout == CHANGES
    assert run("check", "--against", "git:HEAD").stdout == "No changes.\n"


def test_git__reads_the_same_files_from_any_folder(git: Git, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("-sub [a]").mkdir()
    Path("-sub [a]/-é*.toml").write_text(OLD)
    git("add", ".")
    git("commit", "-q", "-m", "More")
    Path("-sub [a]/-é*.toml").write_text(NEW)
    Path("link.toml").symlink_to("-sub [a]/-é*.toml")
    for file in ("./-sub [a]/-é*.toml", "link.toml"):
        assert run("check", file, "--against", "git:main").stdout == CHANGES
    monkeypatch.chdir("-sub [a]")
    assert run("check", "./-é*.toml", "--against", "git:main").stdout == CHANGES
    assert run("check", "..", "--against", "git:main").stdout == "No changes.\n"


def test_git__is_that_of_the_file_whatever_a_hook_has_set(git: Git, run: Run, tmp_path: Path) -> None:
    Path("events.toml").write_text(NEW)
    git("init", "-q", "other")
    elsewhere = str(tmp_path / "other/.git")
    done = run("check", "--against", "git:main", GIT_DIR=elsewhere, GIT_WORK_TREE=str(tmp_path / "other"))
    assert done.stdout == CHANGES


def test_git__a_new_file_has_only_new_events(git: Git, run: Run) -> None:  # noqa: ARG001 (a repository)
    Path("more.toml").write_text('[events.more]\nvalue = "More"')
    done = run("check", "events.toml", "more.toml", "--against", "git:main")
    what = "does not exist in main; all of its events are new"
    new = f"{what}; if it was renamed, compare with the old file: --against FILE\n"
    assert done.stderr == f"more.toml {new}"
    assert done.stdout == 'more: is new; it sends "More"\n1 change in 1 event; no segment breaks.\n'
    Path("\x1b.toml").write_text('[events.more]\nvalue = "More"')
    done = run("check", "\x1b.toml", "--against", "git:main")
    assert done.stderr == f"\\u001b.toml {new}"
    assert done.stdout == 'more: is new; it sends "More"\n1 change in 1 event; no segment breaks.\n'


@pytest.mark.parametrize("arguments", [[], ["."], ["../old"]])
def test_git__the_default_file_may_have_had_another_format(
    arguments: list[str], git: Git, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("old").mkdir()
    git("mv", "events.toml", "old")
    git("commit", "-q", "-m", "Move")
    monkeypatch.chdir("old")
    Path("events.toml").unlink()
    Path("events.json").write_text('{"events": {"demo": {"value": "Demo", "button": "Go"}}}')
    done = run("check", *arguments, "--against", "git:HEAD", "--exit-code")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == (
        'gone: is removed; segments with "Gone" no longer match\n1 change in 1 event; 1 breaks segments.\n'
    )


def test_git__a_folder_has_one_default_file_in_the_revision(git: Git, run: Run) -> None:
    Path("new").mkdir()
    Path("new/events.toml").write_text('[events.more]\nvalue = "More"')
    done = run("check", "new", "--against", "git:HEAD")
    assert done.stderr.startswith("new/events.toml does not exist in HEAD; ")
    Path("new/events.json").write_text("{}")
    git("add", ".")
    git("commit", "-q", "-m", "Two")
    Path("new/events.json").unlink()
    done = run("check", "new", "--against", "git:HEAD")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "cannot compare with git:HEAD:\nfound several definitions files in HEAD: new/events.toml, new/events.json\n"
        "    specify the files to use\nFound 1 problem.\n"
    )


def test_git__a_named_file_that_was_deleted_is_a_problem(git: Git, run: Run) -> None:
    Path("more.toml").write_text('[events.more]\nvalue = "More"')
    git("rm", "-q", "events.toml")
    done = run("check", "more.toml", "events.toml", "--against", "git:HEAD")
    assert (done.returncode, done.stderr.splitlines()[0]) == (1, "events.toml: no such file")


def test_git__problems_have_the_revision_before_the_path(git: Git, run: Run) -> None:
    Path("bad.toml").write_text("[events.b]")
    Path("events.toml").write_text("[events.a]")
    git("add", ".")
    git("commit", "-q", "-m", "Bad")
    Path("events.toml").write_text(NEW)
    Path("bad.toml").write_text('[events.b]\nvalue = "B"')
    done = run("check", "events.toml", "bad.toml", "--against", "git:HEAD")
    assert done.returncode == 1
    assert [line for line in done.stderr.splitlines() if not line.startswith("    ")] == [
        "cannot compare with git:HEAD:",
        "HEAD:events.toml:1: events.a: has no value",
        "HEAD:bad.toml:1: events.b: has no value",
        "Found 2 problems.",
    ]
    done = run("check", "events.toml", "bad.toml", "--against", "git:HEAD", "--output-format", "github")
    assert [line.partition("%0A")[0] for line in done.stdout.splitlines()] == [
        "::error::HEAD:events.toml:1: events.a: has no value",
        "::error::HEAD:bad.toml:1: events.b: has no value",
    ]


@pytest.mark.parametrize(
    "revision",
    [
        "nope",
        "-x",
        "--all",
        "--output=x",
        "a b",
        "main..main",
        "^main",
        ":/nope",
        "main^{tree}",
        "main:events.toml",
        "\x1b[31m",
    ],
)
def test_git__an_unknown_revision_is_a_problem(revision: str, git: Git, run: Run) -> None:
    before = git("status", "--porcelain")
    done = run("check", "events.toml", "./events.toml", "--against", f"git:{revision}")
    shown = revision.replace("\x1b", "\\u001b")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f'cannot compare with git:{shown}:\nunknown revision "{shown}"\n'
        "    use the name of a branch, a tag or a commit; in CI, fetch it first\nFound 1 problem.\n"
    )
    assert git("status", "--porcelain") == before


def test_git__wrong_usage(git: Git, run: Run) -> None:  # noqa: ARG001 (a repository)
    done = run("check", "--against", "git:")
    assert (done.returncode, done.stderr.splitlines()[-1]) == (
        2,
        "Error: --against git: must be followed by a revision, such as git:main",
    )
    done = run("check", "-", "--against", "git:main", "--input-format", "toml", stdin=NEW)
    assert (done.returncode, done.stderr.splitlines()[-1]) == (
        2,
        "Error: --against git:REVISION cannot be used with standard input (-)",
    )


def test_git__a_file_outside_of_a_repository_is_a_problem(old: Run) -> None:
    done = old("check", "--against", "git:main")
    assert done.returncode == 1
    assert done.stderr == (
        "cannot compare with git:main:\nmain:events.toml: Git cannot read it: not a git repository (or any of the "
        "parent directories): .git\n    compare with a file: --against FILE\nFound 1 problem.\n"
    )


def test_git__must_be_installed(git: Git, run: Run, tmp_path: Path) -> None:  # noqa: ARG001 (a repository)
    done = run("check", "--against", "git:main", PATH=str(tmp_path))
    assert done.returncode == 3
    assert done.stderr.endswith("cannot run git: it is not installed; compare with a file: --against FILE\n")
    found = json.loads(run("check", "--against", "git:main", "--output-format", "json", PATH=str(tmp_path)).stdout)
    assert found["problems"][0]["what"].startswith("cannot run git: it is not installed")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permission")
def test_git__the_system_may_refuse_to_run_it(git: Git, run: Run, tmp_path: Path) -> None:  # noqa: ARG001 (a repository)
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/git").write_text("no program")
    done = run("check", "--against", "git:main", PATH=str(tmp_path / "bin"))
    assert done.returncode == 3
    assert done.stderr.endswith("cannot run git: Permission denied\n")


@pytest.mark.parametrize(("kind", "what"), [("link", "is a symbolic link"), ("folder", "is a folder")])
def test_git__only_files_are_read(kind: str, what: str, git: Git, run: Run) -> None:
    if kind == "link":
        Path("a.toml").symlink_to("/etc/passwd")
    else:
        Path("a.toml").mkdir()
        Path("a.toml/b").write_text("x")
    git("add", ".")
    git("commit", "-q", "-m", "Odd")
    git("rm", "-q", "-r", "a.toml")
    Path("a.toml").write_text(NEW)
    done = run("check", "a.toml", "--against", "git:HEAD")
    assert (done.returncode, done.stderr.splitlines()[1]) == (1, f"HEAD:a.toml: {what} in this revision")


def test_git__the_content_is_as_committed_and_no_configured_program_runs(git: Git, run: Run) -> None:
    Path(".gitattributes").write_text("*.toml diff=evil filter=evil text=auto working-tree-encoding=UTF-16\n")
    Path("events.toml").write_bytes(NEW.replace("\n", "\r\n").encode())
    for key in ("diff.evil.textconv", "filter.evil.smudge", "filter.evil.clean", "core.fsmonitor", "core.pager"):
        git("config", key, "touch ran; cat")
    assert run("check", "--against", "git:main").stdout == CHANGES
    assert not Path("ran").exists()


def test_git__a_partial_clone_fetches_nothing(git: Git, run: Run, tmp_path: Path) -> None:
    blob = git("rev-parse", "HEAD:events.toml")
    Path(".git/objects", blob[:2], blob[2:]).unlink()
    for key, value in {
        "core.repositoryFormatVersion": "1",
        "extensions.partialClone": "origin",
        "remote.origin.promisor": "true",
        "remote.origin.url": f"ext::touch {tmp_path / 'ran'}",
        "protocol.ext.allow": "always",
    }.items():
        git("config", key, value)
    done = run("check", "--against", "git:main")
    assert done.returncode == 1
    assert done.stderr.splitlines()[1] == "main:events.toml: Git cannot read it: transport 'ext' not allowed"
    assert not Path("ran").exists()


def test_git__a_huge_file_is_refused(git: Git, run: Run) -> None:
    Path("events.toml").write_bytes(b"#" * 5_000_000)
    git("commit", "-q", "-a", "-m", "Huge")
    Path("events.toml").write_text(NEW)
    done = run("check", "--against", "git:HEAD")
    assert (done.returncode, done.stderr.splitlines()[1]) == (1, "HEAD:events.toml: is larger than 1 MB")


def test_git__a_format_that_the_suffix_does_not_show_is_an_option(git: Git, run: Run) -> None:
    git("mv", "events.toml", "events.txt")
    git("commit", "-q", "-m", "Text")
    Path("events.txt").write_text(NEW)
    assert run("check", "events.txt", "--input-format", "toml", "--against", "git:HEAD").stdout == CHANGES
