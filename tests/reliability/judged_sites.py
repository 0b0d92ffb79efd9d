"""Read, audit and import one file of a site, and check the results, whatever the file contains."""

from __future__ import annotations

import json
import pickle
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from rtpsnippets.cli.commands.audit import OUTPUT_FORMATS
from rtpsnippets.cli.reports.audit import lines_of
from rtpsnippets.definitions.load import read_definitions
from rtpsnippets.definitions.read import INPUT_FORMATS
from rtpsnippets.definitions.readers.document import Document
from rtpsnippets.definitions.validate import define
from rtpsnippets.limits import MAX_SITE_FILE
from rtpsnippets.site.audit.run import audit
from rtpsnippets.site.encoding import page_text, script_text
from rtpsnippets.site.importing.adopt import Adopted, adopt
from rtpsnippets.site.importing.sends import Send, sends_of
from rtpsnippets.site.importing.writer import written
from rtpsnippets.site.javascript.model import Script, Span
from rtpsnippets.site.model import Code, Contents
from rtpsnippets.site.site_file import SiteFile, read_site_file

SECONDS = 10
"""How long reading a file may take."""

SLOW = 2
"""And how long reading, audit and import may take together, without the checks of the test."""

_EVENTS = {"sale": {"value": "Sale: shoes"}, "list": {"value": ["a", "b", "c", "d", "e"]}}
_DEFINITIONS = define(Document("events.json", {"events": _EVENTS}))
_COMMANDS = ("::", "##[")


class Judged(NamedTuple):
    """The results for a file: how many calls and events, whether it is skipped, how long it took, the complaints."""

    calls: int
    events: int
    refusal: str
    seconds: float
    complaints: list[str]


def judge(path: Path, turn: int = 0) -> Judged:
    """Read the file at `path`, the only one in its folder. Exceptions of the code are not caught.

    The slowest formats only run every eighth time.
    """
    formats = OUTPUT_FORMATS if turn % 8 == 0 else ("text", "github")
    start = time.process_time()
    file = read_site_file(str(path), MAX_SITE_FILE, SECONDS)
    adopted = adopt([file])
    report = audit(str(path.parent), _DEFINITIONS)
    printed = {name: list(lines_of(report, name)) for name in formats}
    seconds = time.process_time() - start
    complaints = [
        *_wrong_file(file, path),
        *_wrong_output(printed),
        *_wrong_import(file, adopted, path, INPUT_FORMATS if turn % 8 == 0 else INPUT_FORMATS[:1]),
    ]
    if seconds > SLOW:
        complaints.append(f"took {seconds:.1f} s")
    return Judged(adopted.calls, len(adopted.events), file.refusal, seconds, complaints)


def _wrong_file(file: SiteFile, path: Path) -> Iterator[str]:
    """What is wrong with the findings in a file."""
    if (file.contents is None) != bool(file.refusal):
        yield "is skipped without a reason, or has a reason but is not skipped"
    if file.contents is None:
        return
    content = path.read_bytes()
    text = page_text(content) if file.contents.is_page else script_text(content)
    for span in _spans(file.contents):
        yield from _wrong_span(file, span, text)
    for code in file.contents.codes:
        yield from _wrong_code(code)
    if pickle.loads(pickle.dumps(file)).contents != file.contents:  # noqa: S301 (made just above)
        yield "differs in another process"


def _spans(contents: Contents) -> Iterator[Span]:
    for code in contents.codes:
        yield code.span
        yield from _spans_in(code.script)
        yield from filter(None, [code.script.error])
    yield from (element.span for element in contents.marked_elements)
    yield from (mention.span for mention in contents.all_mentions)
    for name in (*contents.repeated, *contents.hiding):
        yield name.span
        yield from filter(None, [name.first])


def _spans_in(script: Script) -> Iterator[Span]:
    yield from (call.span for call in script.calls)
    yield from (stub.span for stub in script.stubs)
    yield from (row.span for row in script.bound or ())


def _wrong_span(file: SiteFile, span: Span, text: str) -> Iterator[str]:
    if not 0 <= span.start <= span.end <= len(text):
        yield f"{span} is outside of {len(text)} characters"
        return
    before = text[: span.start]
    line, column = before.count("\n") + 1, span.start - (before.rfind("\n") + 1) + 1
    location = file.location(span)
    if (location.line, location.column) != (line, column):
        yield f"{span} is at {line}:{column}, not at {location}"


def _wrong_code(code: Code) -> Iterator[str]:
    starts = [call.span.start for call in code.script.calls]
    if starts != sorted(starts):
        yield "has unsorted calls"
    for span in _spans_in(code.script):
        if not code.span.start <= span.start <= span.end <= code.span.end:
            yield f"{span} is outside of its code, {code.span}"
    for call in code.script.calls:
        if (call.values is None) != bool(call.reason):
            yield f"has a call with both a value and a reason, or neither: {call}"
        yield from _wrong_values(call.values or ("",))
        if not call.is_list and call.values and len(call.values) != 1:
            yield f"has a call of several strings without a list: {call}"
    for row in code.script.bound or ():
        for batch in row.batches:
            yield from _wrong_values([batch] if isinstance(batch, str) else batch)


def _wrong_values(values: Iterable[str]) -> Iterator[str]:
    values = list(values)
    if not values:
        yield "has a call with an empty list"
    for value in values:
        if any("\ud800" <= character <= "\udfff" for character in value):
            yield f"has a lone surrogate: {value!a}"


def _wrong_output(printed: dict[str, list[str]]) -> Iterator[str]:
    """What is wrong with the output of the audit."""
    for name, lines in printed.items():
        for line in "\n".join(lines).split("\n"):
            if not line.isprintable():
                yield f"printed {line!a}"
            if name != "github" and (line.lstrip().startswith(_COMMANDS[0]) or _COMMANDS[1] in line):
                yield f"printed a GitHub workflow command: {line!a}"
    for name in printed.keys() & {"json", "sarif"}:
        try:
            json.loads("\n".join(printed[name]))
        except ValueError as error:
            yield f"printed invalid {name}: {error}"


def _wrong_import(file: SiteFile, adopted: Adopted, path: Path, formats: Iterable[str]) -> Iterator[str]:
    """What is wrong with the definitions that are imported from a file."""
    sent = {send.value for send in sends_of(file) if isinstance(send, Send)}
    for problem in (*adopted.unknown, *adopted.notes):
        if not str(problem).replace("\n", "").isprintable():  # its hint has a line of its own
            yield f"says {str(problem)!a}"
        if not problem.what or problem.location.line is None:
            yield f"leaves out a call without a location or a reason: {problem}"
    for format in formats if adopted.events else ():
        made = path.with_name(f"made.{format}")
        made.write_text(written(adopted.events, [path.name], format), "utf-8")
        loaded = read_definitions([str(made)])
        made.unlink()
        values = {
            event.value if isinstance(event.value, str) else tuple(event.values) for event in loaded.events.values()
        }
        if values != sent:
            yield f"sends {sent!a}, but the definitions in {format} {values!a}"
        events = {one.event.id: one.event for one in adopted.events}
        if loaded.problems or loaded.events != events:
            yield f"has other events in {format} than were made"
