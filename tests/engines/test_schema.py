"""The schema in the validators of real editors: Taplo, the YAML language server and Ajv agree with `check`."""

from __future__ import annotations

import functools
import json
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from rtpsnippets.definitions.schema import SCHEMA_FILE, schema, schema_text
from tests.definitions.schema_documents import readable_documents, sayable
from tests.engines.editors import SECONDS, Lines, package, wrong_to_ajv, wrong_to_taplo, wrong_to_yaml_server
from tests.engines.prepared import find_node
from tests.engines.yaml_server import yaml_server
from tests.events.urls import ALL_DISGUISED, HONEST
from tests.hostile import TEXTS
from tests.properties.writers import toml

Read = Callable[[Sequence[str], Path], Lines]

READERS: Mapping[str, Read] = {"toml": wrong_to_taplo, "yaml": wrong_to_yaml_server, "json": wrong_to_ajv}
VALIDATOR = Draft202012Validator(schema())
FIRST_LINES = {
    "toml": b"#:schema ./events.schema.json\n",
    "yaml": b"# yaml-language-server: $schema=events.schema.json\n",
    "json": b"",
}

every_format = pytest.mark.parametrize("format", READERS)

LONG = 4_000
"""How large a document may be here: on some larger ones Taplo and the language server never finish."""

OTHERWISE: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "toml": {
        "To Taplo a date is a text.": (
            *("toml: a date", "value-a-date", "value-a-local-date-time"),
            *("value-a-time-with-nanoseconds", "value-an-offset-date-time", "value-dates-in-a-list"),
        ),
        "Taplo knows no key that looks like a date.": ("ids-of-digits",),
    },
    "yaml": {
        "To the server YAML is 1.2: these are texts there.": (
            *("yaml: no", "yaml: a date", "yaml: a bad date", "description-a-date", "label-on", "norway"),
            *("value-a-bad-date", "value-a-date", "value-binary", "value-a-date-of-month-99", "value-a-time-stamp"),
            *("value-a-time-stamp-with-a-bad-offset", "value-on", "value-only-underscores-after-a-digit"),
            *("value-sexagesimal", "value-with-underscores", "value-yes"),
        ),
        "And these are no texts and no booleans.": (
            *("attribute-disabled-yes", "value-exponent-without-a-plus-or-minus", "value-octal-of-yaml-1-2"),
            "value-octal-that-is-none",
        ),
        "The server has nothing to say of a document without content.": (
            *("yaml: empty", "empty", "only-a-byte-order-mark", "only-a-comment"),
        ),
        "The server's parser is stricter.": (
            *("a-cr-at-the-end", "lines-that-end-in-cr", "directive-that-nobody-knows", "flow-without-indentation"),
            "event-after-a-directive-of-yaml-1-9",
        ),
    },
    "json": {},
}
"""The documents for which a validator disagrees with the schema, by reason."""

SEEN_BY_THE_PARSER = "is defined twice"
"""Taplo and the language server see what the schema can't: a duplicate key."""


@every_format
def test_reader__agrees_with_check_on_every_document(format: str, tmp_path: Path) -> None:
    documents = {f"{at}.{format}": document for at, document in enumerate(readable_documents(format))}
    documents = {name: document for name, document in documents.items() if len(document.content) <= LONG}
    assert len(documents) > 100
    wrong = _wrong(format, {name: document.content for name, document in documents.items()}, tmp_path)
    otherwise = {
        document.name.removeprefix(f"{format}: ")
        for name, document in documents.items()
        if bool(wrong[name]) != bool(_seen(format, document.problems))
    }
    assert otherwise == set(chain.from_iterable(OTHERWISE[format].values()))


def _seen(format: str, problems: Sequence[str]) -> list[str]:
    """The problems that the validator of the format can see."""
    by_parser = [what for what in problems if what == SEEN_BY_THE_PARSER and format != "json"]
    return by_parser or sayable(problems)


def _wrong(format: str, files: Mapping[str, bytes], folder: Path) -> Lines:
    """What the validator reports for the files; the lines are those of the given contents."""
    (folder / SCHEMA_FILE).write_text(schema_text(), "ascii", newline="\n")
    for name, content in files.items():
        (folder / name).write_bytes(FIRST_LINES[format] + content.removeprefix(b"\xef\xbb\xbf"))
    return READERS[format](list(files), folder)


# Each pattern, with every text.

SHORT_TEXTS = [text for text in [*TEXTS, *ALL_DISGUISED, *HONEST] if len(text) <= 100]


def _link(**attributes: str) -> dict[str, Any]:
    return {"value": "x", "link": {"label": "Go", "href": "/x", **attributes}}


EVENT_WITH: Mapping[str, Callable[[str], dict[str, Any]]] = {
    "value": lambda text: {"value": text},
    "label": lambda text: {"value": "x", "button": text},
    "id": lambda text: {"value": "x", "button": {"label": "Go", "id": text}},
    "name": lambda text: {"value": "x", "button": {"label": "Go", "name": text}},
    "class": lambda text: {"value": "x", "button": {"label": "Go", "class": text}},
    "href": lambda text: _link(href=text),
    "target": lambda text: _link(target=text),
    "selector": lambda text: {"value": "x", "selector": text},
    "on": lambda text: {"value": "x", "on": text},
}
"""An event with a text at each key that has its own pattern."""


Judge = Callable[[str], Mapping[str, list[bool]]]


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Judge:
    """Returns whether the validator of a format rejects an event, by key; it is started once, for all keys."""

    @functools.cache
    def judged_by(format: str) -> Mapping[str, list[bool]]:
        sheets = {key: _sheets(format, key, _tables(key)) for key in EVENT_WITH}
        files = dict(chain.from_iterable(of_key.items() for of_key, _ in sheets.values()))
        wrong = _wrong(format, files, tmp_path_factory.mktemp(format))
        return {
            key: [not wrong[name].isdisjoint(lines) for name, lines in places] for key, (_, places) in sheets.items()
        }

    return judged_by


@every_format
@pytest.mark.parametrize("key", EVENT_WITH)
def test_pattern__means_the_same_to_every_reader(format: str, key: str, judge: Judge) -> None:
    judged = judge(format)[key]
    expected = [not VALIDATOR.is_valid({"events": {"e": table}}) for table in _tables(key)]
    assert [table for table, is_wrong, was in zip(_tables(key), expected, judged, strict=True) if is_wrong != was] == []


def _tables(key: str) -> list[dict[str, Any]]:
    """The events with each text at the key."""
    return list(map(EVENT_WITH[key], SHORT_TEXTS))


def _sheets(
    format: str, key: str, tables: Sequence[Mapping[str, Any]]
) -> tuple[dict[str, bytes], list[tuple[str, range]]]:
    """The files that define an event with each table, and for each table its file and lines."""
    if format == "json":
        files = {f"{key}-{at}.json": json.dumps({"events": {"e": table}}).encode() for at, table in enumerate(tables)}
        return files, [(name, range(1, 2)) for name in files]
    name = f"{key}.{format}"
    parts = ["events:\n"] if format == "yaml" else []
    places = []
    line = 2 + len(parts)
    for at, table in enumerate(tables):
        in_toml = f"[events.e{at}]\n{toml(table, layout='inline', is_ascii=True)}"
        parts.append(f"  e{at}: {json.dumps(table)}\n" if format == "yaml" else in_toml)
        places.append((name, range(line, line + parts[-1].count("\n"))))
        line = places[-1][1].stop
    return {name: "".join(parts).encode()}, places


# What `init` writes.


def _init(folder: Path, format: str) -> Path:
    """The definitions file that `init` writes into a folder."""
    command = [sys.executable, "-m", "rtpsnippets", "init", "--output-format", format, str(folder)]
    subprocess.run(command, check=True, capture_output=True)
    return folder / f"events.{format}"


@pytest.mark.parametrize("format", ["toml", "yaml"])
def test_init__an_editor_finds_the_schema_by_the_first_line(format: str, tmp_path: Path) -> None:
    file = _init(tmp_path, format)
    assert READERS[format]([file.name], tmp_path) == {file.name: set()}
    text = file.read_text("utf-8")
    line = text.partition("MyEvent")[0].count("\n") + 1
    file.write_text(text.replace("MyEvent", ""), "utf-8")
    assert line in READERS[format]([file.name], tmp_path)[file.name]


def test_yaml_server__shows_and_completes_by_our_descriptions(tmp_path: Path) -> None:
    (tmp_path / SCHEMA_FILE).write_text(schema_text(), "ascii", newline="\n")
    text = "events:\n  a:\n    value: x\n    \n"
    (tmp_path / "a.yaml").write_bytes(FIRST_LINES["yaml"] + text.encode())
    keys = schema()["properties"]["events"]["additionalProperties"]["properties"]
    with yaml_server(find_node(), package("yaml-language-server"), tmp_path, SECONDS) as server:
        server.open("a.yaml")
        hover = server.ask_at("hover", "a.yaml", 4, 6)["contents"]["value"]
        offered = server.ask_at("completion", "a.yaml", 5, 5)["items"]
    assert keys["value"]["description"] in hover
    assert {item["label"]: item["documentation"] for item in offered} == {
        key: own["description"] for key, own in keys.items() if key != "value"
    }
