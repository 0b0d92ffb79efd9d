"""Run random programs in Node, and check that what is read in each is what it sends.

    python -m tests.reliability.fuzz_programs --seed 1 --count 1000

No program may send anything that is neither read nor listed (`tests.engines.oracle`). One that does is shortened, saved
and printed. `digest` is that of the programs, the same for the same seed everywhere.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import islice
from pathlib import Path

from rtpsnippets.site.javascript.model import Script
from tests.engines.oracle import Ran, Recorder, complaints, read
from tests.reliability.made_programs import MadePrograms

SHARE = 500
"""How many programs one process tries, together with one Node process."""

_BATCH = 50
_MOST_SHORTENED = 5
"""How many failing programs of a share are shortened: if there are many, they have the same few causes."""


@dataclass(slots=True)
class Tally:
    """The results for some programs: how many Node rejected, how many sent an event, how many values were read.

    `failures` are the programs that failed, with the complaints.
    """

    count: int = 0
    refused: int = 0
    sending: int = 0
    known: int = 0
    failures: dict[str, list[str]] = field(default_factory=dict)
    digest: str = ""

    def add(self, other: Tally) -> None:
        """Add the results for others."""
        self.count += other.count
        self.refused += other.refused
        self.sending += other.sending
        self.known += other.known
        self.failures |= other.failures
        self.digest = sha256(f"{self.digest}{other.digest}".encode()).hexdigest()[:12]


def try_share(seed: str, count: int) -> Tally:
    """Try the programs of a seed, in this process and a Node process."""
    tally = Tally()
    programs = MadePrograms(seed)
    digest = sha256()
    with Recorder() as recorder:
        for start in range(0, count, _BATCH):
            codes = [*islice(programs, min(_BATCH, count - start))]
            digest.update("\n\n".join(codes).encode())
            recorder.begin(codes)
            read_of = [_read(code) for code in codes]  # while Node runs them
            for code, ran, script in zip(codes, recorder.end(codes), read_of, strict=True):
                _judge(tally, recorder, code, ran, script)
    tally.digest = digest.hexdigest()[:12]
    return tally


def _judge(tally: Tally, recorder: Recorder, code: str, ran: Ran, script: Script | str) -> None:
    tally.count += 1
    tally.refused += bool(ran.error)
    tally.sending += any(sent.value is not None for sent in ran.sent)
    tally.known += 0 if isinstance(script, str) else sum(call.values is not None for call in script.calls)
    found = _wrong(code, ran, script)
    if found:
        short = shortened(code, recorder) if len(tally.failures) < _MOST_SHORTENED else code
        tally.failures[short] = _wrong_now(short, recorder)


def _read(code: str) -> Script | str:
    """What is read in a program, or the error."""
    try:
        return read(code)
    except Exception as error:  # noqa: BLE001 (that none comes is what is shown)
        return f"raised {type(error).__name__}: {error}"


def _wrong(code: str, ran: Ran, script: Script | str) -> list[str]:
    return [script] if isinstance(script, str) else complaints(code, ran, script)


def _wrong_now(code: str, recorder: Recorder) -> list[str]:
    (ran,) = recorder.run([code])
    return _wrong(code, ran, _read(code))


def shortened(code: str, recorder: Recorder) -> str:
    """A program with as few lines as possible that still fails in the same way."""
    kinds = _kinds(_wrong_now(code, recorder))
    lines = code.split("\n")
    is_shorter = True
    while is_shorter:
        is_shorter = False
        for left_out in _parts(lines):
            fewer = [line for at, line in enumerate(lines) if at not in left_out]
            if _kinds(_wrong_now("\n".join(fewer), recorder)) & kinds:
                lines, is_shorter = fewer, True
                break
    return "\n".join(lines)


def _parts(lines: Sequence[str]) -> Iterator[set[int]]:
    """What may be left out: consecutive lines, many first, and the lines around a block."""
    for size in range(len(lines), 0, -1):
        yield from ({*range(at, at + size)} for at in range(len(lines) - size + 1))
    for start, line in enumerate(lines):
        ends = (at for at in range(start + 1, len(lines)) if lines[at].startswith("}"))
        yield from ({start, end} for end in ends if line.endswith("{"))


def _kinds(found: Sequence[str]) -> set[str]:
    """The kinds of complaints: without locations, values and names."""
    words = ("without being read", "at the end", "mistake", "raised")
    return {next((word for word in words if word in one), "another value") for one in found}


def fuzz(seed: int, count: int, jobs: int) -> Tally:
    """Try `count` programs in other processes, `jobs` at a time."""
    tally = Tally()
    starts = range(0, count, SHARE)
    with ProcessPoolExecutor(jobs) as processes:
        seeds = [f"{seed}.{at}" for at in range(len(starts))]
        for share in processes.map(try_share, seeds, [min(SHARE, count - start) for start in starts]):
            tally.add(share)
    return tally


def main(arguments: list[str]) -> int:
    """Run the fuzzer; return 1 if anything failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.reliability.fuzz_programs")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    folder = Path(tempfile.gettempdir(), "rtpsnippets-fuzz-programs")
    parser.add_argument("--save", type=Path, default=folder, metavar="DIR", help=f"for what fails  [default: {folder}]")
    options = parser.parse_args(arguments)
    tally = fuzz(options.seed, options.count, options.jobs)
    print(
        f"seed {options.seed}, {tally.count} programs, {tally.refused} refused, {tally.sending} send events,"
        f" {tally.known} calls known, {len(tally.failures)} failed; digest {tally.digest}"
    )
    options.save.mkdir(parents=True, exist_ok=True)
    for code, found in tally.failures.items():
        path = options.save / f"{sha256(code.encode()).hexdigest()[:12]}.js"
        path.write_text(f"{code}\n", "utf-8")
        print(f"\n{path}: {'; '.join(found)}\n{code}")
    return int(bool(tally.failures))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
