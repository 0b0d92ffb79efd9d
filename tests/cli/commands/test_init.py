"""`rtpsnippets init`: a definitions file to start from, with its schema beside it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rtpsnippets import load
from rtpsnippets.definitions.schema import schema_text
from tests.clean_environment import CHECKOUT
from tests.cli.events import Run

SCHEMA = "events.schema.json"
FORMATS = {"toml": "#:schema ./events.schema.json", "yaml": "# yaml-language-server: $schema=events.schema.json"}

every_format = pytest.mark.parametrize("name", FORMATS)


def test_init__writes_a_definitions_file_that_check_accepts(run: Run) -> None:
    assert run("init").stdout == f"created events.toml\ncreated {SCHEMA}\n"
    deep = Path("deep/down")
    assert run("init", "deep/down").stdout == f"created {deep / 'events.toml'}\ncreated {deep / SCHEMA}\n"
    assert run("check").stdout == "Found no problems in 3 events.\n"
    assert "#" in Path("events.toml").read_text()


@every_format
def test_init__the_first_line_leads_an_editor_to_the_schema_beside_it(name: str, run: Run) -> None:
    assert run("init", "--output-format", name).stdout == f"created events.{name}\ncreated {SCHEMA}\n"
    template = (CHECKOUT / "templates" / f"events.{name}").read_text("utf-8")
    assert Path(f"events.{name}").read_text("utf-8") == f"{FORMATS[name]}\n{template}"
    assert Path(SCHEMA).read_text("ascii") == schema_text()
    assert sorted(path.name for path in Path().iterdir()) == sorted([SCHEMA, f"events.{name}"])
    assert run("check").stdout == "Found no problems in 3 events.\n"


def _with_all_that_is_commented_out(name: str) -> Path:
    """The file that `init` created, with the keys in its comments."""
    file = Path(f"events.{name}")
    text = re.sub(
        r"(?m)^( *)# (?=\[\w+\]$|(?:defaults|build):$|\w+ = |  \w+: |(?:button|link|description): )",
        r"\1",
        file.read_text(),
    )
    file.write_text(re.sub(r"(?m)^ *button(?: =|:) \"?Download\"?\n", "", text))
    return file


@every_format
def test_init__what_is_commented_out_can_be_used_as_it_stands(name: str, run: Run) -> None:
    run("init", "--output-format", name)
    _with_all_that_is_commented_out(name)
    assert run("check").stdout == "Found no problems in 3 events.\n"
    assert "js, button, link, binding  download - example whitepaper\n" in run("list").stdout


def test_init__the_events_are_the_same_in_every_format(run: Run) -> None:
    for name in FORMATS:
        run("init", name, "--output-format", name)
        Path(name, f"events.{name}").rename(f"events.{name}")
    assert load("events.toml") == load("events.yaml")
    in_toml, in_yaml = map(load, map(_with_all_that_is_commented_out, FORMATS))
    assert in_toml == in_yaml
    assert all(event.guard and event.refresh and event.carrier == "data" for event in in_toml.values())


def test_init__yaml_says_what_reading_it_needs(run: Run) -> None:
    run("init", "--output-format", "yaml")
    assert (
        'rtpsnippets needs the extra "yaml". If it is missing, `rtpsnippets check` ' in Path("events.yaml").read_text()
    )


def test_init__never_overwrites(run: Run) -> None:
    Path("events.toml").write_text("mine")
    done = run("init")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "events.toml: already exists\n    existing files are never overwritten: move it, or use another folder\n"
        "Found 1 problem.\n"
    )
    assert Path("events.toml").read_text() == "mine"
    assert not Path(SCHEMA).exists()


def test_init__never_overwrites_a_schema_either(run: Run) -> None:
    Path(SCHEMA).write_text("{}")
    done = run("init")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"{SCHEMA}: already exists\n")
    assert [path.name for path in Path().iterdir()] == [SCHEMA]


def test_init__keeps_what_is_there_as_it_would_be_written(run: Run) -> None:
    run("init")
    Path("events.toml").unlink()
    done = run("init", "--output-format", "yaml")
    assert (done.returncode, done.stdout) == (0, f"created events.yaml\nkept {SCHEMA}\n")
    Path("events.yaml").unlink()
    assert run("init").stdout == f"created events.toml\nkept {SCHEMA}\n"
    done = run("init")
    assert (done.returncode, done.stdout) == (0, f"kept events.toml\nkept {SCHEMA}\n")


@pytest.mark.parametrize("folder", ["file", "file/site"])
def test_init__a_file_where_the_folder_should_be_is_refused_by_the_system(folder: str, run: Run) -> None:
    Path("file").write_text("")
    done = run("init", folder)
    assert (done.returncode, done.stderr) == (3, f"cannot write {folder}: there is a file where a folder should be\n")


@pytest.mark.parametrize("name", ["events.yaml", "events.json", "events.yml"])
def test_init__where_there_are_definitions_already_it_writes_none(name: str, run: Run) -> None:
    Path(name).write_text("{}")
    done = run("init")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"{name}: already exists\n    use this file; rtpsnippets schema --help explains")
    assert [path.name for path in Path().iterdir()] == [name]


def test_init__no_folder_at_all_is_wrong_usage(run: Run) -> None:
    done = run("init", "")
    assert (done.returncode, done.stdout) == (2, "")
    assert "must not be empty; specify a folder" in done.stderr
    assert not list(Path().iterdir())
