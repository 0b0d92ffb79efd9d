"""Definitions: the same events from every format, and every problem with its place and its fix."""

from __future__ import annotations

import json
import sys
import time
import tomllib
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest
import yaml

from rtpsnippets import Button, Event, FileAccessError, ProblemsError, RtpSnippetsWarning, load
from rtpsnippets.definitions.load import default_file
from rtpsnippets.extras import needs_extra
from tests.definitions.problem_cases import CASES
from tests.definitions.syntax_problem_cases import SYNTAX_CASES
from tests.definitions.toml_problem_cases import TOML_CASES

Write = Callable[..., Path]

DATA = {
    "events": {
        "my-event": {"value": "MyEvent", "description": "A note."},
        "list": {"value": ["one"], "button": "Go"},
        "all": {
            "value": ["é", "\U0001f600", 'q"\\'],
            "button": {"label": "All", "id": "x", "class": "a b", "disabled": True, "data-n": "1", "aria-label": "z"},
        },
    }
}
TOML = r"""
    [events.my-event]
    value = "MyEvent"
    description = "A note."
    [events]
    list = { value = ["one"], button = "Go" }
    [events.all]
    value = [
      "é", # a comment
      "\U0001F600",
      'q"\',
    ]
    [events.all.button]
    label = "All"
    id = "x"
    class = "a b"
    disabled = true
    data-n = "1"
    aria-label = "z"
"""
EVENTS = {
    "my-event": Event("my-event", "MyEvent", description="A note."),
    "list": Event("list", ["one"], Button("Go")),
    "all": Event(
        "all",
        ["é", "\U0001f600", 'q"\\'],
        Button("All", {"id": "x", "class": "a b", "disabled": True, "data-n": "1", "aria-label": "z"}),
    ),
}


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Write a definitions file into an empty current folder, so that messages have short names."""
    monkeypatch.chdir(tmp_path)

    def write_file(name: str, text: str | bytes) -> Path:
        path = Path(name)
        path.write_bytes(text if isinstance(text, bytes) else dedent(text).encode("utf-8", "surrogatepass"))
        return path

    return write_file


def problems(*paths: str | Path) -> str:
    with pytest.raises(ProblemsError) as error:
        load(paths)
    return str(error.value)


def test_load__the_three_formats_give_the_same_events(write: Write) -> None:
    write("a.toml", TOML)
    write("a.json", json.dumps(DATA))
    write("b.json", json.dumps(DATA, ensure_ascii=False))
    write("a.yaml", yaml.safe_dump(DATA, allow_unicode=True, sort_keys=False))
    write("b.yml", yaml.safe_dump(DATA, sort_keys=False))
    write("c.TOML", TOML)
    for name in ("a.toml", "a.json", "b.json", "a.yaml", "b.yml", "c.TOML"):
        assert load(name) == EVENTS, name
    assert list(load("a.json")) == ["my-event", "list", "all"]


@pytest.mark.parametrize("name", ["a.toml", "a.json", "a.yaml"])
def test_load__a_bom_and_crlf_are_accepted(name: str, write: Write) -> None:
    text = {"a.toml": TOML, "a.json": json.dumps(DATA, indent=1), "a.yaml": yaml.safe_dump(DATA)}[name]
    write(name, b"\xef\xbb\xbf" + dedent(text).replace("\n", "\r\n").encode())
    assert load(name) == EVENTS


def test_load__several_files_are_joined_in_order(write: Write) -> None:
    write("b.toml", '[events.b]\nvalue = "x"')
    write("a.json", '{"events": {"a": {"value": "y"}}}')
    assert list(load(["b.toml", Path("a.json"), "b.toml"])) == ["b", "a"]


def test_load__a_repeated_value_is_a_warning(write: Write) -> None:
    write("a.toml", '[events.a]\nvalue = ["x", "x"]')
    with pytest.warns(
        RtpSnippetsWarning, match=r'a\.toml:2: events\.a\.value: contains the value "x" 2 times'
    ) as caught:
        assert load("a.toml")["a"].values == ("x", "x")
    assert [warning.filename for warning in caught] == [__file__], "it points to who called load"


def test_load__an_unusual_name_needs_its_format(write: Write) -> None:
    write("a.conf", '[events.a]\nvalue = "x"')
    assert problems("a.conf") == (
        "a.conf: unknown file format (known suffixes: .toml, .json, .yaml, .yml)\n"
        "    rename the file, or specify the format, for example --input-format toml"
    )
    assert list(load("a.conf", "toml")) == ["a"]


def test_load__yaml_without_pyyaml_says_how_to_install_it(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write("a.yaml", "events: {a: {value: x}}")
    monkeypatch.setitem(sys.modules, "yaml", None)
    monkeypatch.delitem(sys.modules, "rtpsnippets.definitions.readers.yaml_reader", raising=False)
    assert problems("a.yaml") == str(needs_extra("reading YAML", "yaml", "a.yaml"))


def test_load__a_missing_file_and_a_missing_folder_are_problems(write: Write) -> None:
    write("a.toml", "")
    Path("link.toml").symlink_to("gone")
    assert problems("no.toml", "link.toml", "A.tml", "no/no.toml", "a.toml/no.toml") == (
        "no.toml: no such file\n    check the path, or create a file with rtpsnippets init\n"
        "link.toml: no such file\n    check the path, or create a file with rtpsnippets init\n"
        'A.tml: no such file\n    did you mean "a.toml"?\n'
        "no/no.toml: no such file: the folder no does not exist\n"
        "    check the path, or create a file with rtpsnippets init\n"
        "a.toml/no.toml: no such file: the folder a.toml does not exist\n"
        "    check the path, or create a file with rtpsnippets init"
    )


def test_load__what_the_system_does_not_let_us_read_is_an_access_error(write: Write) -> None:
    write("a.toml", "").unlink()
    Path("a.toml").mkdir()
    with pytest.raises(FileAccessError, match=r"^cannot read a\.toml: it is a folder; specify a file in it$"):
        load("a.toml")


@pytest.mark.parametrize("case", [*CASES, *TOML_CASES, *SYNTAX_CASES])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["LF", "BOM and CRLF"])
def test_load__says_what_is_wrong_where_and_how_to_fix_it(case: str, line_end: str, write: Write) -> None:
    name, text, expected = (CASES | TOML_CASES | SYNTAX_CASES)[case]
    content = text if isinstance(text, bytes) else text.encode()
    bom = b"" if line_end == "\n" else b"\xef\xbb\xbf"
    write(name, bom + content.replace(b"\n", line_end.encode()))
    found = problems(name)
    # "…" is where the words of a parser begin, which are not ours.
    assert found.startswith(expected[:-1]) if expected.endswith("…") else found == expected
    assert found.count("\n    ") == 1, "one problem, with its fix"


def test_load__all_problems_of_all_files_are_said_at_once(write: Write) -> None:
    write("a.toml", '[events.a]\nvalue = ""\nlable = "x"\n[events.b]\nvalue = "x"')
    write("b.json", '{"events": {"b": {"value": "x"}, "c": {}}}')
    write("c.yaml", "events: [")
    lines = problems("a.toml", "b.json", "c.yaml", "d.toml").split("\n")
    assert [line.split(": ")[:2] for line in lines if line[0] != " "] == [
        ["a.toml:2", "events.a.value"],
        ["a.toml:3", "events.a"],
        ["b.json:1", "events.c"],
        ["b.json:1", "events.b"],
        ["c.yaml:1:10", "not valid YAML"],
        ["d.toml", "no such file"],
    ]


def test_load__a_refused_key_hides_no_problem_beside_it(write: Write) -> None:
    write("a.json", '{"events": {"Bad Id": {\n"value": "x",\n"value": ""}}}')
    write("b.yaml", "events:\n  c:\n    no: x\n    value: ''\n  D: {value: x}")
    found = [line.split(": ")[:3] for line in problems("a.json", "b.yaml").split("\n") if line[0] != " "]
    assert found == [
        ["a.json:1", 'events."Bad Id"', 'invalid id "Bad Id"'],
        ["a.json:2", 'events."Bad Id".value', "is empty"],
        ["a.json:3", 'events."Bad Id".value', "is defined twice"],
        ["b.yaml:3", "events.c.no", "YAML does not read the key no as a string"],
        ["b.yaml:4", "events.c.value", "is empty"],
        ["b.yaml:5", "events.D", 'invalid id "D"'],
    ]


def test_load__on_is_a_key_in_yaml_without_quotes_too(write: Write) -> None:
    write("a.yaml", "events:\n  on: {value: x, on: load}\n  b: {value: y, 'on': load}")
    assert {event_id: event.on for event_id, event in load("a.yaml").items()} == {"on": "load", "b": "load"}


def test_load__an_unknown_input_format_is_a_problem() -> None:
    with pytest.raises(ProblemsError, match="unknown input format xml\n    known formats: toml, json, yaml"):
        load("a.toml", "xml")


def test_load__a_name_that_no_file_can_have_is_a_missing_file(write: Write) -> None:
    write("a.toml", "")
    assert problems("a\0.toml").startswith("a\\u0000.toml: no such file")


def test_load__what_the_system_refuses_comes_after_the_problems(write: Write) -> None:
    write("a.toml", "")
    Path("b.toml").mkdir()
    assert problems("b.toml", "a.toml").startswith("a.toml: defines no events")


def test_load__an_id_in_two_files_is_named_in_both(write: Write) -> None:
    write("a.toml", '\n[events.a]\nvalue = ""')
    write("b.yaml", "events:\n  a: {value: x}")
    assert problems("a.toml", "b.yaml").endswith(
        "b.yaml:2: events.a: is defined twice\n    it is also defined at a.toml:2; keep only one of them"
    )


def test_load__the_table_build_in_two_files_is_named_in_both(write: Write) -> None:
    write("a.toml", '[events.a]\nvalue = "x"\n[build]\noutput = "site"')
    write("b.toml", '[events.b]\nvalue = "y"\n[build]\nformats = ["js"]')
    assert list(load("a.toml")) == ["a"]
    expected = "b.toml:3: build: is defined twice\n    it is also defined at a.toml:3; keep only one of them"
    assert problems("a.toml", "b.toml") == expected


def test_load__the_table_audit_in_two_files_is_named_in_both(write: Write) -> None:
    write("a.toml", '[events.a]\nvalue = "x"\n[audit]\ntracked = ["form"]')
    write("b.toml", '[events.b]\nvalue = "y"\n[audit]\n')
    expected = "b.toml:3: audit: is defined twice\n    it is also defined at a.toml:3; keep only one of them"
    assert problems("a.toml", "b.toml") == expected


def test_load__a_surrogate_pair_of_two_escapes_is_one_character(write: Write) -> None:
    write("a.yaml", r'events: {a: {value: "\uD83D\uDE00"}}')
    write("b.json", r'{"events": {"b": {"value": "\ud83d\ude01"}}}')
    assert [event.value for event in load(["a.yaml", "b.json"]).values()] == ["\U0001f600", "\U0001f601"]


def test_load__yaml_quotes_keep_a_string(write: Write) -> None:
    write("a.yaml", 'events: {a: {value: ["no", "1.10", \'2026-01-31\', "", x]}}'.replace('"", ', ""))
    assert load("a.yaml")["a"].values == ("no", "1.10", "2026-01-31", "x")


def test_load__a_toml_line_is_never_a_wrong_one(write: Write) -> None:
    write("a.toml", '[events.a]\nvalue = "x"\ndescription = """\n[events.b]\nvalue = 1\n"""\n[events.b]\nvalue = 1\n')
    assert "a.toml:8: events.b.value: must be" in problems("a.toml")


def test_load__an_item_of_an_array_of_tables_has_the_line_of_its_header(write: Write) -> None:
    write("a.toml", "[[events.a.value]]\nx = 1\n\n[[events.a.value]]\n")
    lines = [line.split(": ")[:2] for line in problems("a.toml").split("\n") if line[0] != " "]
    assert lines == [["a.toml:1", "events.a.value[0]"], ["a.toml:4", "events.a.value[1]"]]


def test_load__a_line_is_found_in_one_pass_over_toml(write: Write) -> None:
    # A line that could end the list, and doesn't, is no reason to read all of it again.
    text = "[events.a]\nvalue = [\n" + f'  "{"]" * 5_000}",\n' * 190 + '  "",\n]'
    write("a.toml", text)
    start = time.process_time()
    tomllib.loads(text)
    parsed = time.process_time()
    assert "a.toml:193: events.a.value[190]: is empty" in problems("a.toml")
    assert time.process_time() - parsed < 10 * (parsed - start) + 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a folder that somebody is in")
def test_load__in_a_folder_that_is_gone_no_file_is_found(write: Write, tmp_path: Path) -> None:
    write("a.toml", "").unlink()
    tmp_path.rmdir()
    assert problems("a.toml").startswith("a.toml: no such file\n")
    with pytest.raises(ProblemsError, match=r" in the current folder, which no longer exists\n"):
        default_file()
