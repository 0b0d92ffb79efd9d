"""Run the command on a document from standard input, in this process, and check the result."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from io import BytesIO, TextIOWrapper
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from rtpsnippets.cli.commands.main import main
from rtpsnippets.definitions.readers import json_reader, toml_reader, yaml_reader  # noqa: F401 (once for all documents)
from tests.reliability.memory import peak_memory

SECONDS = 2
MEGABYTES = 300
"""The limits for a document."""

_HEAD = re.compile(r"<stdin>(?::(\d+))?(?::\d+)?: ")
_HINT = re.compile(r" {4}\S")
_COUNT = re.compile(r"Found (?:more than )?\d+ problems?\.", re.MULTILINE)

# The same streams for every run: click never releases a stream that it has written to.
_OUTPUT = TextIOWrapper(BytesIO(), "utf-8", write_through=True)
_MESSAGES = TextIOWrapper(BytesIO(), "utf-8", write_through=True)


class Ran(NamedTuple):
    """The exit code of a run, its output, its processor time in seconds, and the peak memory of its process in MB."""

    code: int
    output: str
    messages: str
    seconds: float
    memory: float


def run(content: bytes, format: str, command: str = "check", *options: str) -> Ran:
    """Run the command on `content`; exceptions that escape from it are not caught."""
    return run_with([command, *options, "--input-format", format, "-"], content)


def run_with(arguments: Sequence[str], content: bytes = b"") -> Ran:
    """Run the command with the arguments; exceptions that escape from it are not caught."""
    code: object = None
    with ExitStack() as stack:
        stack.enter_context(patch.object(sys, "argv", ["rtpsnippets", *arguments]))
        # Processor time, since other programs may be busy.
        stack.enter_context(patch.object(time, "monotonic", time.process_time))
        stack.enter_context(patch.object(sys, "stdin", TextIOWrapper(BytesIO(content))))
        stack.enter_context(patch.object(sys, "stdout", _OUTPUT))
        stack.enter_context(patch.object(sys, "stderr", _MESSAGES))
        start = time.process_time()
        try:
            main()
        except SystemExit as end:
            code = end.code
        finally:
            seconds = time.process_time() - start
            output, messages = _taken(_OUTPUT), _taken(_MESSAGES)
    return Ran(code if isinstance(code, int) else -1, output, messages, seconds, peak_memory())


def run_file(path: str, format: str) -> Ran:
    """Run `check` on the content of the file at `path`."""
    return run(Path(path).read_bytes(), format)


def _taken(stream: TextIOWrapper) -> str:
    """Return what was written to `stream`, and empty it."""
    assert isinstance(stream.buffer, BytesIO)
    written = stream.buffer.getvalue().decode()
    stream.buffer.seek(0)
    stream.buffer.truncate()
    return written


def complaints(ran: Ran, content: bytes) -> Iterator[str]:
    """What is wrong with a run that read `content`, whatever the document contains."""
    if ran.code not in (0, 1):
        yield f"ended with {ran.code}"
    if ran.code == 1 and not (_HEAD.match(ran.messages) and _COUNT.search(ran.messages)):
        yield "refused without a problem or their number"
    printed = ran.output + ran.messages
    if found := next((character for character in printed if not character.isprintable() and character != "\n"), None):
        yield f"printed U+{ord(found):04X}"
    lines_of_file = len(re.findall(rb"\r\n|\r|\n", content)) + 1
    for line, next_line in pairwise(ran.messages.split("\n")):
        head = _HEAD.match(line)
        if head and not _HINT.match(next_line):
            yield f"no fix: {line}"
        if head and head[1] and not 1 <= int(head[1]) <= lines_of_file:
            yield f"a line beyond the end of the file: {line}"
