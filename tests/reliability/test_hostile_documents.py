"""Every hostile document is accepted or refused as expected: with a message, in time, in little memory."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from rtpsnippets.definitions.readers import yaml_reader
from tests.hostile_documents.documents import FORMATS, Document, large_documents, small_documents
from tests.reliability.apart import Apart, apart
from tests.reliability.command import MEGABYTES, SECONDS, Ran, complaints, run

_SECONDS_AT_THE_LIMIT = 30
"""Processor time for the largest allowed file: the parsers of TOML and YAML are written in Python."""

_HANGS = 300
"""In real time: other programs may be busy."""

# Why the reader never uses the loader in C: the result must not depend on the machine.
_READ_OTHERWISE_IN_C = {
    # It accepts a tab as a space, a comment right after a token, and drops a byte order mark.
    *("tab-after-a-colon", "tab-in-a-text", "tab-in-flow-style"),
    *("block-with-a-comment-that-touches-it", "byte-order-mark-at-the-start-of-a-line"),
    # It rejects a colon without a space in flow style.
    *("flow-without-a-space-after-a-colon", "flow-with-a-colon-at-the-end-of-an-item"),
    # It rejects surrogates as escapes, even in pairs; escapes of no character are syntax errors.
    *("value-a-surrogate-pair", "value-a-surrogate-pair-of-long-escapes", "id-with-a-lone-surrogate"),
    *("value-a-lone-high-surrogate", "value-a-lone-low-surrogate", "value-surrogates-the-wrong-way-round"),
    *("value-an-escape-beyond-unicode", "value-an-escape-far-beyond-unicode"),
    # It rejects directives and tags that the other one ignores.
    *("directive-of-version-5000-digits", "event-after-a-directive-of-yaml-1-9"),
    *("directive-that-nobody-knows", "directive-that-nobody-knows-and-a-broken-one"),
    *("tag-of-a-comma", "tag-with-an-escaped-escape-sequence"),
}


def _name(document: Document) -> str:
    return f"{document.format}-{document.name}"


every_small_document = pytest.mark.parametrize("document", small_documents(), ids=_name)
every_large_document = pytest.mark.parametrize("document", large_documents(), ids=_name)
every_accepted_document = pytest.mark.parametrize(
    "document", [document for document in small_documents() if document.code == 0], ids=_name
)
every_yaml_document = pytest.mark.parametrize("document", small_documents("yaml"), ids=_name)


def test_documents__are_many_of_each_format_and_have_unique_names() -> None:
    names = [_name(document) for document in [*small_documents(), *large_documents()]]
    assert len(set(names)) == len(names)
    assert all(len(small_documents(format)) > 150 for format in FORMATS)
    assert {document.name for document in small_documents("yaml")} >= _READ_OTHERWISE_IN_C


@every_small_document
def test_document__is_judged_as_expected(document: Document) -> None:
    content = document.content()
    ran = run(content, document.format)
    _is_as_expected(ran, document, content)
    assert ran.seconds < SECONDS


@pytest.fixture(scope="module")
def run_apart() -> Iterator[Apart]:
    """Runs the command in its own process, whose memory is measured."""
    with apart("tests.reliability.command:run_file") as called:
        yield called


@pytest.mark.skipif(os.name == "nt", reason="Windows has no fork")
@every_large_document
def test_large_document__is_judged_in_time_and_in_little_memory(
    document: Document, run_apart: Apart, tmp_path: Path
) -> None:
    content = document.content()
    path = tmp_path / "document"
    path.write_bytes(content)
    ended = run_apart(_HANGS, str(path), document.format)
    assert ended.failure == ""
    ran = Ran(*ended.returned)
    _is_as_expected(ran, document, content)
    assert ran.seconds < _SECONDS_AT_THE_LIMIT
    assert ran.memory < MEGABYTES


def _is_as_expected(ran: Ran, document: Document, content: bytes) -> None:
    assert ran.code == document.code, ran.messages[:1000]
    assert (document.says or "") in ran.messages, ran.messages[:1000]
    assert list(complaints(ran, content)) == []


@every_accepted_document
def test_show__gives_json_for_a_document_that_is_accepted(document: Document) -> None:
    ran = run(document.content(), document.format, "show", "--format", "json")
    assert ran.code == 0
    assert all("rtp(" in snippets["js"] for snippets in json.loads(ran.output).values())


@pytest.mark.skipif(not yaml.__with_libyaml__, reason="this PyYAML has no C extension")
@every_yaml_document
def test_yaml__is_the_same_with_the_loader_in_c_but_for_what_only_one_of_them_reads(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    results = []
    for loader in (yaml.SafeLoader, yaml.CSafeLoader):
        monkeypatch.setattr(yaml_reader, "_LOADER", loader)
        ran = run(document.content(), "yaml", "show", "--format", "json")
        # libyaml may have its own limit, and look far enough ahead to reach it before ours.
        said = "" if document.name.startswith("deep-") else _without_words_of_the_parser(ran.messages)
        results.append((ran.code, ran.output, said))
    assert (results[0] != results[1]) == (document.name in _READ_OTHERWISE_IN_C)


def _without_words_of_the_parser(messages: str) -> str:
    """The messages without the column, the text and the hint of a syntax error."""
    return re.sub(r"(<stdin>(?::\d+)?)(?::\d+)?: not valid YAML: .*\n.*", r"\1: not valid YAML", messages)
