"""Run the command on randomly mutated documents, and check that none makes it fail.

    python -m tests.reliability.fuzz --seed 1 --count 200000

Each must end with 0 or 1, without an exception, in time, without printing control characters; the memory for all of
them must stay small. A line for each format shows the result; `digest` is that of its documents, the same for the same
seed everywhere. A document that fails is saved.
"""

from __future__ import annotations

import argparse
import json
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import islice
from pathlib import Path
from types import FrameType
from typing import NoReturn

from tests.hostile_documents.documents import FORMATS
from tests.reliability.command import MEGABYTES, SECONDS, Ran, complaints, run
from tests.reliability.memory import peak_memory
from tests.reliability.mutated_documents import Mutations

HANGS = 30
"""After so many seconds a document is abandoned."""


class _Hangs(BaseException):
    """Ends an endless run: nothing else catches it."""


@dataclass(slots=True)
class Tally:
    """The results for the documents of one format."""

    count: int = 0
    accepted: int = 0
    refused: int = 0
    slowest: float = 0
    seconds: float = 0
    failures: list[tuple[bytes, list[str]]] = field(default_factory=list)
    digest: str = ""


def fuzz(format: str, seed: int, count: int) -> Tally:
    """Try `count` documents."""
    tally = Tally()
    digest = sha256()
    start = time.perf_counter()
    for content in islice(Mutations(format, seed), count):
        digest.update(len(content).to_bytes(4, "big") + content)
        _try(tally, content, format)
    tally.seconds = time.perf_counter() - start
    tally.digest = digest.hexdigest()[:12]
    return tally


def _try(tally: Tally, content: bytes, format: str) -> None:
    tally.count += 1
    signal.setitimer(signal.ITIMER_REAL, HANGS)
    try:
        found = list(_judge(tally, content, format))
    except _Hangs:
        found = [f"took more than {HANGS} s"]
    except Exception as error:  # noqa: BLE001 (that none comes is what is shown)
        found = [f"raised {type(error).__name__}: {error}"]
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    if found:
        tally.failures.append((content, found))


def _judge(tally: Tally, content: bytes, format: str) -> Iterator[str]:
    """Run the command, and yield what is wrong with the result."""
    ran = run(content, format)
    tally.accepted += ran.code == 0
    tally.refused += ran.code == 1
    tally.slowest = max(tally.slowest, ran.seconds)
    yield from complaints(ran, content)
    if ran.seconds > SECONDS:
        yield f"took {ran.seconds:.1f} s"
    if ran.code == 0:
        yield from _wrong_snippets(run(content, format, "show", "--format", "json"))


def _wrong_snippets(shown: Ran) -> Iterator[str]:
    """What is wrong with the snippets of an accepted document."""
    try:
        snippets = json.loads(shown.output)
    except ValueError as error:
        snippets = error
    if shown.code != 0 or not isinstance(snippets, dict):
        yield f"is accepted, but its snippets are not valid JSON: exit {shown.code}, {snippets}"


def _give_up(signal_number: int, frame: FrameType | None) -> NoReturn:  # noqa: ARG001 (what a handler is given)
    raise _Hangs


def _summary(format: str, seed: int, tally: Tally) -> str:
    return (
        f"{format}: seed {seed}, {tally.count} documents, {tally.accepted} accepted, {tally.refused} refused,"
        f" {len(tally.failures)} failed; slowest {tally.slowest:.2f} s, {tally.count / tally.seconds:.0f} a second,"
        f" peak {peak_memory():.0f} MB, digest {tally.digest}"
    )


def _save(content: bytes, format: str, folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{sha256(content).hexdigest()[:12]}.{format}"
    path.write_bytes(content)
    return path


def main(arguments: list[str]) -> int:
    """Run the fuzzer; return 1 if anything failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.reliability.fuzz")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=2000, help="documents of each format")
    parser.add_argument("--format", nargs="+", choices=FORMATS, default=FORMATS, dest="formats")
    folder = Path(tempfile.gettempdir(), "rtpsnippets-fuzz")
    parser.add_argument("--save", type=Path, default=folder, metavar="DIR", help=f"for what fails  [default: {folder}]")
    options = parser.parse_args(arguments)
    signal.signal(signal.SIGALRM, _give_up)
    failed = False
    for format in options.formats:
        tally = fuzz(format, options.seed, options.count)
        print(_summary(format, options.seed, tally), flush=True)
        for content, found in tally.failures:
            print(f"  {'; '.join(found)!a}")
            print(f"    again: rtpsnippets check --input-format {format} - < {_save(content, format, options.save)}")
        failed = failed or bool(tally.failures)
    if peak_memory() > MEGABYTES:
        print(f"  the process used {peak_memory():.0f} MB, more than {MEGABYTES}")
        failed = True
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
