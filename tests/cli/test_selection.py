"""Arguments that may be files, folders or ids, in every command that takes them, and their completion."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.events import EVENTS, Run


@pytest.fixture
def outside(run: Run) -> Run:
    """The command beside a folder `demo` that has the only definitions."""
    Path("demo").mkdir()
    Path("demo/events.toml").write_text(EVENTS)
    return run


def preview_of(run: Run, *arguments: str) -> str:
    assert run("preview", *arguments).returncode == 0
    return Path("preview.html").read_text("utf-8")


def test_ids__list_csp_and_preview_take_them_as_show_does(events: Run) -> None:
    assert [line.split()[0] for line in events("list", "my-event").stdout.splitlines()] == ["ID", "my-event"]
    hashes = json.loads(events("csp", "nine", "my-event", "--output-format", "json").stdout)["hashes"]
    assert list(dict.fromkeys(found["id"] for found in hashes)) == ["nine", "my-event"]
    page = preview_of(events, "nine")
    assert "nine" in page
    assert "my-event" not in page


def test_ids__the_preview_says_that_it_has_only_some_events(events: Run) -> None:
    assert "from events&#x2e;toml &#x28;1 of 2 events&#x29;." in preview_of(events, "nine")
    assert "from events&#x2e;toml." in preview_of(events)


@pytest.mark.parametrize("command", ["show", "list", "csp", "preview"])
def test_ids__an_unknown_one_is_reported_with_the_nearest(command: str, events: Run) -> None:
    done = events(command, "my-evnt")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith('no event has the id "my-evnt"\n    did you mean "my-event"?\n')


@pytest.mark.parametrize(
    ("file", "advice"), [("events.toml", 'did you mean "events.toml"?'), ("x.y", "specify a file or folder")]
)
@pytest.mark.parametrize("arguments", ["check my-event", "build my-event -o out", "audit site my-event"])
def test_ids__where_they_are_of_no_use_the_message_names_the_commands_that_take_them(
    arguments: str, file: str, advice: str, site: Run
) -> None:
    Path("events.toml").rename(file)
    done = site(*arguments.split())
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"my-event: no such file\n    {advice} (only show, list, preview and csp take ids)\n")


@pytest.mark.parametrize("folder", ["demo", "demo/", "./demo"])
@pytest.mark.parametrize("command", ["check", "show", "list", "csp", "preview", "build -o out", "audit demo"])
def test_folders__stand_for_the_definitions_in_them(command: str, folder: str, outside: Run) -> None:
    Path("demo/index.html").touch()
    done = outside(*command.split(), folder)
    assert "no definitions file" not in done.stderr
    assert done.returncode == (1 if command == "audit demo" else 0)


def test_folders__the_current_one_has_a_name_too(events: Run) -> None:
    assert events("check", ".").stdout == "Found no problems in 2 events.\n"


def test_folders__each_without_definitions_is_reported_with_its_full_path(run: Run) -> None:
    for name in ("a", "b"):
        Path(name).mkdir()
    done = run("check", "a", "b")
    assert (done.returncode, done.stderr.count("found no definitions file (events.toml, ")) == (1, 2)
    assert (
        f") in {Path('b').absolute()}\n    specify a file or folder, or create a file with rtpsnippets init"
        in done.stderr
    )


def test_folders__an_id_may_stand_behind_the_folder_of_its_definitions(outside: Run) -> None:
    assert (
        outside("show", "demo", "my-event", "--format", "js").stdout == "rtp('send', 'event', { value: 'MyEvent' });\n"
    )


def test_folders__a_name_is_an_id_and_with_a_slash_a_folder(outside: Run) -> None:
    Path("events.toml").write_text('[events.demo]\nvalue = "Demo"\n')
    assert outside("show", "demo", "--format", "js").stdout == "rtp('send', 'event', { value: 'Demo' });\n"
    assert outside("show", "demo/", "--format", "js").stdout.startswith("rtp('send', 'event', { value: 'MyEvent' });\n")
    Path("events.toml").write_text(EVENTS)
    assert outside("list", "demo").stderr.startswith(
        'no event has the id "demo"\n    if you mean the folder, write demo/\n'
    )


def completed(run: Run, words: str, shell: str = "bash", **variables: str) -> list[str]:
    """What a shell gets when the Tab key is pressed after `words`; a space at the end begins the next word."""
    at = str(len(words.split(" ")) - 1)
    done = run(_RTPSNIPPETS_COMPLETE=f"{shell}_complete", COMP_WORDS=words, COMP_CWORD=at, **variables)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.split()


@pytest.mark.parametrize("command", ["show", "list", "preview", "csp"])
def test_completion__knows_the_ids_of_the_current_folder(command: str, events: Run) -> None:
    assert completed(events, f"rtpsnippets {command} m") == ["file,m", "plain,my-event"]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("show ", ["my-event", "nine"]),
        ("show my-event ", ["nine"]),
        ("show more.json ", ["more"]),
        ("show demo/ ", ["else"]),
        ("show broken.toml ", ["good", "bad"]),
        ("list - --input-format toml ", []),
        ("list gone.toml ", []),
        ("list empty/ ", []),
        ("list wrong.toml ", []),
        ("csp --json n", ["nine"]),
    ],
)
def test_completion__knows_the_ids_of_the_files_named_so_far(words: str, ids: list[str], events: Run) -> None:
    Path("more.json").write_text('{"events": {"more": {"value": "More"}}}')
    Path("broken.toml").write_text('[events.good]\nvalue = "x"\n[events.bad]\n')
    Path("wrong.toml").write_text("[")
    for folder in ("demo", "empty"):
        Path(folder).mkdir()
    Path("demo/events.yaml").write_text("events: {else: {value: x}}")
    _, *found = completed(events, f"rtpsnippets {words}", stdin='[events.piped]\nvalue = "x"')
    assert found == [f"plain,{event_id}" for event_id in ids]


def test_completion__without_definitions_there_are_the_files(run: Run) -> None:
    assert completed(run, "rtpsnippets show ") == ["file,./"]


def test_completion__zsh_is_told_no_empty_value(events: Run) -> None:
    assert completed(events, "rtpsnippets show ", "zsh")[:6] == ["file", "./", "_", "plain", "my-event", "_"]


def test_completion__knows_the_kinds_to_ignore(run: Run) -> None:
    assert completed(run, "rtpsnippets audit --ignore no-") == ["plain,no-tag", "plain,no-binding"]
    assert completed(run, "rtpsnippets audit --ignore skipped-file,no-t") == ["plain,skipped-file,no-tag"]
    assert completed(run, "rtpsnippets audit --ignore no-t", "zsh")[:6] == [
        "plain",
        "no-tag",
        "a",
        "page",
        "sends",
        "events",
    ]


def test_completion__knows_the_commands_that_help_is_for(run: Run) -> None:
    assert completed(run, "rtpsnippets help ch") == ["plain,check"]
    assert completed(run, "rtpsnippets he") == []


def test_completion__says_nothing_about_an_unknown_command(run: Run) -> None:
    assert completed(run, "rtpsnippets chekc ch") == ["plain,check"]
