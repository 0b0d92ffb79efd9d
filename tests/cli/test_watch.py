"""`rtpsnippets build --watch`: a build for each change, whatever happens to the files, until it is told to stop."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from rtpsnippets.output.lock import locked
from tests.cli.events import EVENTS
from tests.cli.watching import (
    BROKEN,
    CHANGED,
    CREATED,
    DEFAULT,
    KEPT,
    OTHER,
    not_on_windows,
    put,
    watched,
    watching,
    watching_process,
)
from tests.patience import wait_until

pytestmark = not_on_windows


def test_watch__of_a_folder_all_that_may_be_its_definitions_is_watched(folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "events.toml").rename(folder / "sub" / "events.toml")
    with watching(folder, "sub", "-o", "site") as run:
        run.expect(CREATED, watched(*(f"sub/events.{suffix}" for suffix in ("toml", "json", "yaml", "yml"))))
        put(folder / "sub" / "events.toml", OTHER)
        run.expect(CHANGED)


@pytest.mark.process
def test_watch__builds_for_each_change_until_it_is_told_to_stop(folder: Path) -> None:
    with watching_process(folder, "-o", "site") as run:
        run.expect(CREATED, DEFAULT)
        put(folder / "events.toml", OTHER)
        run.expect(CHANGED)
        assert b"Other" in (folder / "site" / "my-event.js").read_bytes()
        put(folder / "events.toml", OTHER)  # a change that changes nothing
        run.expect(KEPT)
        assert run.stop(signal.SIGTERM) == 143
        run.expect()
        assert run.messages == "stopped\n"


def test_watch__a_broken_file_is_reported_and_that_it_is_fixed(folder: Path) -> None:
    with watching(folder, "-o", "site") as run:
        run.expect(CREATED, DEFAULT)
        put(folder / "events.toml", f'{EVENTS}[events.bad]\nbutten = "x"\n')
        run.expect(BROKEN)
        assert run.messages.startswith("events.toml:6: events.bad: ")
        assert run.messages.endswith(" problems.\n")
        put(folder / "events.toml", "[")
        run.expect(BROKEN)
        put(folder / "events.toml", OTHER)
        run.expect(f"fixed: {CHANGED}")
        put(folder / "events.toml", OTHER)
        run.expect(KEPT)


def test_watch__a_warning_is_said_each_time(folder: Path) -> None:
    with watching(folder, "-o", "site") as run:
        run.expect(CREATED, DEFAULT)
        put(folder / "events.toml", EVENTS.replace('"2"', '"1"'))
        run.expect("0 created, 4 changed, 2 kept, 0 removed in site")
        assert run.messages == "1 warning: run rtpsnippets check events.toml to list it\n"


def test_watch__the_folder_of_the_table_build_is_followed(folder: Path) -> None:
    with watching(folder) as run:
        run.expect(BROKEN, DEFAULT)
        assert run.messages.startswith("no output folder: ")
        put(folder / "events.toml", f'{EVENTS}[build]\noutput = "site"\n')
        run.expect(f"fixed: {CREATED}")
        put(folder / "events.toml", f'{EVENTS}[build]\noutput = "out"\nformats = ["js"]\n')
        run.expect("2 created, 0 changed, 0 kept, 0 removed in out")


def test_watch__a_verbose_one_prints_each_file_and_a_quiet_one_problems_only(folder: Path) -> None:
    with watching(folder, "-o", "site", "--format", "js", "-v") as run:
        files = [str(Path("site", name)) for name in ("my-event.js", "nine.js")]
        run.expect(*(f"created {file}" for file in files), "2 created, 0 changed, 0 kept, 0 removed in site", DEFAULT)
        put(folder / "events.toml", EVENTS)
        run.expect(*(f"kept {file}" for file in files), "0 created, 0 changed, 2 kept, 0 removed in site")
    with watching(folder, "-o", "site", "-q") as run:
        put(folder / "events.toml", "[")
        wait_until(lambda: "1 problem" in run.messages, folder / "err.txt")
        run.expect()


def test_watch__a_file_that_is_gone_is_waited_for(folder: Path) -> None:
    with watching(folder, "-o", "site") as run:
        run.expect(CREATED, DEFAULT)
        (folder / "events.toml").unlink()
        run.expect(BROKEN)
        assert run.messages.startswith("found no definitions file ")
        put(folder / "events.json", '{"events": {"my-event": {"value": "Other"}}}')
        run.expect("fixed: 0 created, 4 changed, 0 kept, 2 removed in site")


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
        run.expect_no_build()
        for name in ("other.toml", "my-event.js~"):
            put(folder / name, "x")
        run.expect_no_build()
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


def test_watch__a_folder_that_is_created_removed_moved_and_created_again_is_watched(tmp_path: Path) -> None:
    definitions = tmp_path / "deep" / "er"
    name = str(Path("deep", "er", "campaign.toml"))
    with watching(tmp_path, name, "-o", "site") as run:
        run.expect(BROKEN, watched(name))
        definitions.mkdir(parents=True)
        run.expect_at_last(BROKEN)
        put(definitions / "campaign.toml", EVENTS)
        run.expect_at_last(f"fixed: {CREATED}")
        definitions.rename(tmp_path / "away")
        run.expect_at_last(BROKEN)
        (tmp_path / "away").rename(definitions)
        run.expect_at_last(f"fixed: {KEPT}")
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
            "1 created, 0 changed, 0 kept, 0 removed in site",
            watched("events.toml", "events.json", *["events.yaml", "events.yml", "mine"]),
        )
        put(folder / "mine" / "part.html", "two")
        run.expect("0 created, 1 changed, 0 kept, 0 removed in site")


def test_watch__own_templates_are_watched_new_ones_too(folder: Path) -> None:
    with watching(folder, "-o", "site", "--templates", "mine") as run:
        run.expect(BROKEN, f"{DEFAULT.removesuffix('; press Ctrl-C to stop')}, mine; press Ctrl-C to stop")
        assert run.messages.startswith("mine: no such folder\n")
        (folder / "mine").mkdir()
        run.expect_at_last(BROKEN)
        put(folder / "mine" / "js.js", "{{ calls }}\n")
        run.expect_at_last(f"fixed: {CREATED}")
        put(folder / "mine" / "button.html", '<b onclick="{{ calls }}">{{ label }}</b>')
        run.expect_at_last("0 created, 2 changed, 4 kept, 0 removed in site")
        put(folder / "mine" / "button.html", '<i onclick="{{ calls }}">{{ label }}</i>')
        wait_until(lambda: (folder / "site" / "nine.button.html").read_bytes().startswith(b"<i "), folder / "err.txt")


def test_watch__while_another_build_writes_it_waits_and_then_goes_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rtpsnippets.output.write.locked", lambda path: locked(path, 0.2))
    with watching(folder, "-o", "site") as run:
        run.expect(CREATED, DEFAULT)
        with locked(folder / "site"):
            put(folder / "events.toml", OTHER)
            run.expect(BROKEN)
            assert run.messages == "another build is writing to site/\n"
        put(folder / "events.toml", OTHER)
        run.expect(f"fixed: {CHANGED}")
