"""Reading a file: how much, and what is no file."""

from __future__ import annotations

import json
import os
import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from rtpsnippets import FileAccessError, ProblemsError, load
from rtpsnippets.definitions.read import read_bytes
from rtpsnippets.limits import BYTES_PER_MB, MAX_BYTES, MAX_PROBLEMS
from tests.hostile_documents.every_format import GOOD

every_format = pytest.mark.parametrize("input_format", GOOD)


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def file_of(size: int, input_format: str) -> Path:
    path = Path(f"a.{input_format}")
    path.write_text(GOOD[input_format].ljust(size))
    return path


@every_format
def test_size__a_file_at_the_limit_is_read(input_format: str) -> None:
    assert list(load(file_of(MAX_BYTES[input_format], input_format))) == ["a"]


@every_format
def test_size__a_larger_file_is_a_problem(input_format: str) -> None:
    size = {"toml": 1, "json": 5, "yaml": 1}[input_format]
    with pytest.raises(ProblemsError) as error:
        load(file_of(MAX_BYTES[input_format] + 1, input_format))
    assert str(error.value) == (
        f"a.{input_format}: is larger than {size} MB\n"
        "    split it into several files, or raise the limit, for example --max-size 20"
    )


@every_format
def test_size__the_caller_may_say_another_limit(input_format: str) -> None:
    path = file_of(1000, input_format)
    assert list(load(path, max_bytes=1000)) == ["a"]
    with pytest.raises(ProblemsError, match=r"is larger than 0\.000999 MB"):
        load(path, max_bytes=999)


def test_size__no_more_is_read_than_the_limit_and_a_byte() -> None:
    with Path("a.yaml").open("wb") as sparse:
        sparse.truncate(1 << 40)
    with pytest.raises(ProblemsError, match="is larger than 1 MB"):
        load("a.yaml")


def refusal(path: str, input_format: str | None = None) -> str:
    with pytest.raises(FileAccessError) as error:
        load(path, input_format)
    return str(error.value)


def test_kind__a_folder_is_refused() -> None:
    Path("a.toml").mkdir()
    assert refusal("a.toml") == "cannot read a.toml: it is a folder; specify a file in it"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_kind__a_pipe_that_nobody_writes_to_is_refused_at_once() -> None:
    os.mkfifo("a.toml")
    assert refusal("a.toml") == "cannot read a.toml: it is a pipe, not a file; use - for standard input"
    Path("link.toml").symlink_to("a.toml")
    assert refusal("link.toml").startswith("cannot read link.toml: it is a pipe")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_kind__a_socket_and_a_device_are_refused() -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("a.toml")
        assert refusal("a.toml") == "cannot read a.toml: it is a socket, not a file; use - for standard input"
    assert refusal("/dev/zero", "toml") == "cannot read /dev/zero: it is a device, not a file; use - for standard input"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_kind__what_the_mode_forbids_is_refused(as_nobody: None) -> None:  # noqa: ARG001 (it is who reads)
    assert refusal("a.toml") == "cannot read a.toml: Permission denied"


@pytest.fixture
def as_nobody() -> Iterator[None]:
    """Be a user who may not read `a.toml`: root may read everything."""
    file_of(0, "toml").chmod(0)
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    yield
    os.seteuid(user)


@pytest.mark.parametrize(
    "events",
    [
        pytest.param({"a": {"value": [""] * 10_000}}, id="values"),
        pytest.param({f"{number}!": {"value": "x"} for number in range(10_000)}, id="ids"),
        pytest.param({"a": {"value": "x", **{f"key{number}": "" for number in range(10_000)}}}, id="keys"),
        pytest.param(
            {"a": {"value": "x", "button": {"label": "x", **{f"key{number}": "" for number in range(10_000)}}}},
            id="attributes",
        ),
    ],
)
def test_problems__of_very_many_only_the_first_are_looked_for(events: object) -> None:
    Path("a.json").write_text(json.dumps({"events": events}, indent=0))
    with pytest.raises(ProblemsError) as error:
        load("a.json")
    assert len(error.value.problems) == MAX_PROBLEMS + 1
    lines = [problem.location.line or 0 for problem in error.value.problems]
    assert lines == sorted(lines)
    assert 0 < lines[-1] < 1_000


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.yaml", "events:\n" + "".join(f"  a{number}: &x\n" for number in range(10_000))),
        ("a.yaml", "events:\n  a:\n" + "    value: x\n" * 10_000),
        ("a.json", '{"events": {' + ", ".join(f'"a{number}": 0, "a{number}": 0' for number in range(10_000)) + "}}"),
    ],
    ids=["anchors", "yaml keys", "json keys"],
)
def test_problems__the_reader_looks_for_no_more_either(name: str, text: str) -> None:
    Path(name).write_text(text)
    with pytest.raises(ProblemsError) as error:
        load(name)
    assert MAX_PROBLEMS < len(error.value.problems) <= 2 * (MAX_PROBLEMS + 1)


def test_problems__of_very_many_ids_that_two_files_have_the_first_are_said_with_both_places() -> None:
    text = "".join(f'[events.a{number}]\nvalue = "x"\n' for number in range(1_000))
    for name in ("a.toml", "b.toml"):
        Path(name).write_text(text)
    with pytest.raises(ProblemsError) as error:
        load(["a.toml", "b.toml"])
    assert len(error.value.problems) == MAX_PROBLEMS + 1
    assert str(error.value.problems[1]) == (
        "b.toml:3: events.a1: is defined twice\n    it is also defined at a.toml:3; keep only one of them"
    )


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity", "1e999", "1" * 5_000])
def test_json__a_number_of_any_kind_is_a_number_to_be_put_in_quotes(value: str) -> None:
    Path("a.json").write_text(f'{{"events": {{"a":\n{{"value": {value}}}}}}}')
    with pytest.raises(ProblemsError, match=re.escape("a.json:2: events.a.value: must be a string")) as error:
        load("a.json")
    assert str(error.value).endswith("not a number\n    put it in quotes")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be", "latin-1", "cp1252"])
@every_format
def test_encoding__only_utf_8_is_read(encoding: str, input_format: str) -> None:
    Path(f"a.{input_format}").write_bytes(GOOD[input_format].replace("x", "é").encode(encoding))
    with pytest.raises(ProblemsError):
        load(f"a.{input_format}")


def test_json__a_key_that_is_there_twice_is_found_at_any_level() -> None:
    inner = '{"x": 1,\n"x": 2}'
    for _ in range(25):
        inner = f'{{"a": {inner}}}'
    Path("a.json").write_text(inner)
    with pytest.raises(ProblemsError) as error:
        load("a.json")
    keys = ".".join("a" * 25)
    assert f"a.json:2: {keys}.x: is defined twice\n    it is also defined on line 1" in str(error.value)


def test_toml__a_number_of_more_than_4300_digits_is_a_problem() -> None:
    Path("a.toml").write_text(f"[events.a]\nvalue = 'x'\ntitle = [-{'9' * 4_301}]")
    with pytest.raises(ProblemsError) as error:
        load("a.toml")
    assert str(error.value) == "a.toml: contains a number with more than 4,300 digits\n    put it in quotes"


@pytest.mark.parametrize(("megabytes", "dots"), [(1, 100_000), (2, 200_000)])
def test_toml__each_megabyte_may_have_100000_dots(megabytes: int, dots: int) -> None:
    def written(dots: int) -> Path:
        path = Path("a.toml")
        path.write_text("events={a={value='x'}}#".ljust(megabytes * BYTES_PER_MB - dots) + "." * dots)
        return path

    assert list(load(written(dots), max_bytes=5 * BYTES_PER_MB)) == ["a"]
    with pytest.raises(ProblemsError) as error:
        load(written(dots + 1), max_bytes=5 * BYTES_PER_MB)
    assert str(error.value) == f"a.toml: contains more than {dots:,} dots\n    split it into several files"


@pytest.mark.parametrize("value", ["9" * 4_300, "0x" + "f" * 5_000, "1." + "1" * 5_000, "1e" + "1" * 5_000])
def test_toml__any_other_number_is_a_number(value: str) -> None:
    Path("a.toml").write_text(f"[events.a]\nvalue = {value}")
    with pytest.raises(ProblemsError, match="must be a string or a list of strings, not a number"):
        load("a.toml")


@pytest.mark.parametrize("value", ["0", "", "[]", "{}", "no", "2001-01-01"])
def test_yaml__after_very_many_wrong_values_the_rest_is_not_read(value: str) -> None:
    Path("a.yaml").write_text("events:\n  a:\n    value:\n" + f"    - {value}\n" * 2_000 + "  b: {value: ''}\n? [")
    with pytest.raises(ProblemsError) as error:
        load("a.yaml")
    assert len(error.value.problems) == MAX_PROBLEMS + 1
    assert str(error.value).startswith("a.yaml:4: events.a.value[0]: must be a string, not ")


def test_yaml__many_wrong_values_hide_no_problem_after_them() -> None:
    Path("a.yaml").write_text("events:\n  a:\n    value:\n    - [" + "0, " * 900 + "]\n  b: {value: ''}\n")
    with pytest.raises(ProblemsError, match=r"events\.b\.value: is empty"):
        load("a.yaml")


@pytest.mark.parametrize(
    ("input_format", "text"), [("json", '{"events": {}}'), ("toml", "[events]"), ("yaml", "events: {}")]
)
def test_lines__a_key_that_is_not_there_has_none(input_format: str, text: str) -> None:
    assert read_bytes(text.encode(), "a", input_format).lines({("no",)}) == {}


def test_twins__of_toml_are_said_whatever_follows() -> None:
    with pytest.raises(ProblemsError, match=r"^a\.toml:2: a: is defined twice\n    it is also defined on line 1"):
        read_bytes(b"a = 1\na = 2\nb = ['z", "a.toml", "toml")


def test_twins__of_toml_in_braces_are_not_taken_for_the_statement_before() -> None:
    with pytest.raises(ProblemsError, match=r"^a\.toml:3:21: not valid TOML: a key or a table is defined twice"):
        read_bytes(b"[a.b]\n[a]\nc = { d = 1, d.e = 2 }", "a.toml", "toml")


def test_twins__of_json_are_seen_beside_lists() -> None:
    text = b'{"a": ["x"],\n"a": ["y", "z"]}'
    assert [str(problem) for problem in read_bytes(text, "a.json", "json").problems] == [
        "a.json:2: a: is defined twice\n    it is also defined on line 1; keep only one of them"
    ]


def test_numbers__a_long_one_in_a_directive_of_yaml_is_said() -> None:
    with pytest.raises(ProblemsError, match=r"^a\.yaml: contains a number with more than 4,300 digits\n"):
        read_bytes(b"%YAML 1." + b"1" * 5_000 + b"\n---\nevents: {}", "a.yaml", "yaml")


@pytest.mark.parametrize(("times", "most"), [(1, "100,000"), (3, "200,000")])
def test_toml__so_many_dots_that_they_would_take_hundreds_of_megabytes_are_refused(times: int, most: str) -> None:
    Path("a.toml").write_text("n.a.a = 1\n" * (50_001 * times))
    with pytest.raises(ProblemsError) as error:
        load("a.toml", max_bytes=10_000_000)
    assert str(error.value) == f"a.toml: contains more than {most} dots\n    split it into several files"


@pytest.mark.parametrize("before", ["", "[", "[[ ", "a = {", "a = { b = 1, ", "a = [{b = 1}, {"])
@pytest.mark.parametrize("part", ["a", "''", '"\\"."', " a "])
def test_toml__a_key_that_would_take_minutes_is_refused_at_once(before: str, part: str) -> None:
    Path("a.toml").write_text(f"events = 1\n{before}{'.'.join([part] * 20_000)}")
    with pytest.raises(ProblemsError, match=r"^a\.toml:2: is nested more than 32 levels deep\n"):
        load("a.toml")


def test_toml__dots_in_a_value_are_no_key() -> None:
    Path("a.toml").write_text(f'[events.a]\nvalue = \'{"a." * 40}\'\ndescription = """\n{". a" * 40}"""')
    assert list(load("a.toml")) == ["a"]


@pytest.mark.parametrize("input_format", ["json", "yaml"])
def test_lines__a_carriage_return_alone_ends_one_too(input_format: str) -> None:
    Path(f"a.{input_format}").write_bytes(b'{"events":\r{"a":\r{"value":\r""}}}')
    with pytest.raises(ProblemsError, match=rf"^a\.{input_format}:3: events\.a\.value: is empty"):
        load(f"a.{input_format}")


def test_size__a_limit_takes_no_memory_by_itself() -> None:
    assert list(load(file_of(0, "toml"), max_bytes=1 << 60)) == ["a"]
