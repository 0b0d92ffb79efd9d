"""Definitions give the same events in every format; anything else gives problems and never a crash."""

from __future__ import annotations

import json
from codecs import BOM_UTF8
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rtpsnippets.definitions.load import read_definitions
from rtpsnippets.definitions.validate import Definitions
from tests.properties.conftest import Load
from tests.properties.strategies import JSON_DATA, MODELS, SCALARS, TOML_DATA, YAML_DATA, Model, events_of
from tests.properties.writers import WRITERS, Writer

UNKNOWN = "q0-{}-q0"
"""A key that occurs in no other text, so that its line can be found."""

every_format = pytest.mark.parametrize("input_format", list(WRITERS))
WRITTEN = st.fixed_dictionaries(dict(WRITERS))
ANY_DATA = {"toml": TOML_DATA, "json": JSON_DATA, "yaml": YAML_DATA}


def assert_events(loaded: Definitions, model: Model) -> None:
    assert loaded.problems == []
    assert list(loaded.events.values()) == events_of(model)
    assert list(loaded.events) == list(model["events"])


@every_format
@given(model=MODELS, writers=WRITTEN)
def test_load__gives_the_events_that_were_written_in_their_order(
    load: Load, input_format: str, model: Model, writers: dict[str, Writer]
) -> None:
    assert_events(load(writers[input_format](model), input_format), model)


@given(MODELS, WRITTEN)
def test_load__the_three_formats_give_the_same_events_and_warnings(
    load: Load, model: Model, writers: dict[str, Writer]
) -> None:
    loaded = [load(write(model), name) for name, write in writers.items()]
    assert loaded[0].events == loaded[1].events == loaded[2].events
    warnings = [sorted((warning.what, warning.key) for warning in one.warnings) for one in loaded]
    assert warnings[0] == warnings[1] == warnings[2]


@given(MODELS, st.sampled_from([None, 0, 2]))
def test_load__json_in_ascii_is_yaml_and_gives_the_same_events(load: Load, model: Model, indent: int | None) -> None:
    assert_events(load(json.dumps(model, indent=indent), "yaml"), model)


@every_format
@given(writers=WRITTEN, has_bom=st.booleans(), data=st.data())
def test_load__windows_line_ends_and_a_bom_change_neither_events_nor_problems(
    load: Load, input_format: str, writers: dict[str, Writer], data: st.DataObject, *, has_bom: bool
) -> None:
    text = writers[input_format](data.draw(MODELS | ANY_DATA[input_format]))
    one, other = load(text, input_format), load(BOM_UTF8 * has_bom + text.replace("\n", "\r\n").encode(), input_format)
    assert one.events == other.events
    assert one.problems == other.problems


@given(MODELS, st.data())
def test_load__events_in_several_files_are_those_in_one(
    tmp_path_factory: pytest.TempPathFactory, model: Model, data: st.DataObject
) -> None:
    folder = tmp_path_factory.getbasetemp()
    tables = list(model["events"].items())
    cut = data.draw(st.integers(0, len(tables)))
    paths = []
    for number, part in enumerate((tables[:cut], tables[cut:])):
        input_format = data.draw(st.sampled_from(list(WRITERS)))
        path = Path(folder, f"part{number}.{input_format}")
        path.write_text(data.draw(WRITERS[input_format])({**model, "events": dict(part)}), "utf-8", newline="")
        paths += [str(path)] * bool(part)
    assert_events(read_definitions(paths), model)
    assert_events(read_definitions([*paths, *paths]), model)


def assert_reported(loaded: Definitions, text: str) -> None:
    """Each problem has its file, a hint, an existing line, and no control characters."""
    for problem in loaded.problems:
        assert problem.what
        assert problem.hint
        assert Path(problem.location.file).stem == "events"
        assert problem.location.line is None or 1 <= problem.location.line <= text.count("\n") + 1
        head, hint = str(problem).split("\n")
        assert head.isprintable()
        assert hint.startswith("    ")
        assert hint.isprintable()


@every_format
@given(writers=WRITTEN, data=st.data())
def test_load__any_data_gives_events_or_problems_with_their_place(
    load: Load, input_format: str, writers: dict[str, Writer], data: st.DataObject
) -> None:
    text = writers[input_format](data.draw(ANY_DATA[input_format]))
    loaded = load(text, input_format)
    assert_reported(loaded, text)
    assert loaded.events or loaded.problems


PIECES = st.one_of(
    st.sampled_from("[]{}\"'=:,#\n\t -.&*!|>%@`\\"),
    st.sampled_from(["events", "value", "[events.a]\n", '"a"', "1e9", "<<", "---\n", "\\u", "\\ud800", '"""', "'''"]),
)
ANY_CONTENT = st.one_of(
    st.lists(PIECES, max_size=20).map(lambda pieces: "".join(pieces).encode()),
    st.text(SCALARS).map(str.encode),
    st.binary(),
)


@every_format
@given(content=ANY_CONTENT)
@example(content=b"9" * 5_000)
@example(content=b'"\\U00110000"')
@example(content=b"\r:")
def test_load__any_bytes_give_events_or_problems_with_their_place(
    load: Load, input_format: str, content: bytes
) -> None:
    # In an editor, a carriage return also ends a line.
    text = content.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    assert_reported(load(content, input_format), text)


@every_format
@given(model=MODELS, writers=WRITTEN, data=st.data())
def test_load__a_cut_document_gives_events_or_problems_with_their_place(
    load: Load, input_format: str, model: Model, writers: dict[str, Writer], data: st.DataObject
) -> None:
    text = writers[input_format](model)
    text = text[: data.draw(st.integers(0, len(text)))]
    assert_reported(load(text, input_format), text)


@every_format
@given(model=MODELS, writers=WRITTEN, data=st.data())
def test_load__an_unknown_key_is_reported_with_its_line_and_hides_no_other(
    load: Load, input_format: str, model: Model, writers: dict[str, Writer], data: st.DataObject
) -> None:
    ids = data.draw(st.lists(st.sampled_from(list(model["events"])), min_size=1, unique=True))
    tables = model["events"] | {name: model["events"][name] | {UNKNOWN.format(name): "x"} for name in ids}
    text = writers[input_format]({**model, "events": tables})
    loaded = load(text, input_format)
    found = {(problem.key[1], problem.location.line) for problem in loaded.problems}
    assert found == {(event_id, line_of(text, UNKNOWN.format(event_id))) for event_id in ids}
    assert {problem.member for problem in loaded.problems} == {UNKNOWN.format(event_id) for event_id in ids}
    assert loaded.events.keys() == model["events"].keys() - set(ids)


def line_of(text: str, word: str) -> int:
    return text.count("\n", 0, text.index(word)) + 1
