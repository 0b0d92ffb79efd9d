"""Read, audit and import randomly mutated pages and scripts, and check that none makes that fail.

    python -m tests.reliability.fuzz_sites --seed 1 --count 100000

No file may end the process (a parser in C could), raise anything, take long or much memory, or give an invalid result
(`judged_sites`). A file that does is saved. Other processes read the files, a share each; if one crashes, its current
file is known. A line for each kind shows the result; `digest` is that of its files, the same for the same seed
everywhere.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from itertools import islice
from pathlib import Path

from tests.clean_environment import CHECKOUT
from tests.reliability.judged_sites import judge
from tests.reliability.memory import peak_memory
from tests.reliability.mutated_sites import SUFFIXES, MutatedSites

SHARE = 500
"""How many files one process reads."""

HANGS = 60
"""After so many seconds over one file the system ends the process."""

MEGABYTES = 500
"""The memory limit of a process."""

_NUMBER = "number"

PROGRAM = (sys.executable, "-m", "tests.reliability.fuzz_sites")


@dataclass(slots=True)
class Tally:
    """The results for some files: where those that failed are saved, and the complaints."""

    count: int = 0
    calls: int = 0
    events: int = 0
    skipped: int = 0
    slowest: float = 0
    peak: float = 0
    failures: dict[str, list[str]] = field(default_factory=dict)
    digest: str = ""

    def add(self, other: Tally) -> None:
        """Add the results for others."""
        self.count += other.count
        self.calls += other.calls
        self.events += other.events
        self.skipped += other.skipped
        self.slowest = max(self.slowest, other.slowest)
        self.peak = max(self.peak, other.peak)
        self.failures |= other.failures
        self.digest = sha256(f"{self.digest}{other.digest}".encode()).hexdigest()[:12]


def try_share(kind: str, seed: str, start: int, end: int, folder: Path) -> Tally:
    """Try the files from number `start` up to, but not including, `end`, in this process.

    `folder` is for the current file. A file that fails is saved next to it.
    """
    tally = Tally()
    digest = sha256()
    path = folder / f"case{SUFFIXES[kind]}"
    for number, content in enumerate(islice(MutatedSites(kind, seed), start, end), start):
        digest.update(len(content).to_bytes(4, "big") + content)
        (folder / _NUMBER).write_text(str(number), "utf-8")
        path.write_bytes(content)
        complaints = list(_try(tally, path))
        path.unlink()
        if complaints:
            tally.failures[str(_save(content, path.suffix, folder.parent))] = complaints
    tally.peak = peak_memory()
    tally.digest = digest.hexdigest()[:12]
    return tally


def _try(tally: Tally, path: Path) -> Iterator[str]:
    """Check one file, and return what is wrong."""
    tally.count += 1
    signal.setitimer(signal.ITIMER_REAL, HANGS)
    had = peak_memory()
    try:
        judged = judge(path, tally.count)
    except Exception as error:  # noqa: BLE001 (that none comes is what is shown)
        yield f"raised {type(error).__name__}: {error}"
        return
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    tally.calls += judged.calls
    tally.events += judged.events
    tally.skipped += bool(judged.refusal)
    tally.slowest = max(tally.slowest, judged.seconds)
    yield from judged.complaints
    if had <= MEGABYTES < peak_memory():
        yield f"took {peak_memory():.0f} MB"


def _save(content: bytes, suffix: str, folder: Path) -> Path:
    path = folder / f"{sha256(content).hexdigest()[:12]}{suffix}"
    path.write_bytes(content)
    return path


def fuzz(kind: str, seed: int, count: int, jobs: int, folder: Path) -> Tally:
    """Try `count` files in other processes, `jobs` at a time; save files that fail in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    tally = Tally()
    ends = [min(SHARE, count - start) for start in range(0, count, SHARE)]
    with ThreadPoolExecutor(jobs) as threads:
        for share in threads.map(lambda at: _share(kind, f"{seed}.{at}", ends[at], folder), range(len(ends))):
            tally.add(share)
    return tally


def _share(kind: str, seed: str, end: int, save: Path) -> Tally:
    """Try the files of one share; if the process ends early, another one continues with the next file."""
    tally = Tally()
    start = 0
    while start < end:
        with tempfile.TemporaryDirectory(dir=save) as folder:
            given = ["--share", seed, str(start), str(end), folder, "--kind", kind]
            done = subprocess.run([*PROGRAM, *given], cwd=CHECKOUT, capture_output=True, text=True, check=False)
            if done.returncode == 0:
                tally.add(Tally(**json.loads(done.stdout)))
                return tally
            if done.returncode > 0:  # a bug in this test
                raise RuntimeError(done.stderr)
            number = int(Path(folder, _NUMBER).read_text("utf-8"))
            saved = _save(Path(folder, f"case{SUFFIXES[kind]}").read_bytes(), SUFFIXES[kind], save)
        what = f"ended the process with {signal.Signals(-done.returncode).name}"
        tally.add(Tally(count=number + 1 - start, failures={str(saved): [what]}))
        start = number + 1
    return tally


def _summary(kind: str, seed: int, tally: Tally) -> str:
    return (
        f"{kind}: seed {seed}, {tally.count} files, {tally.calls} calls, {tally.events} events,"
        f" {tally.skipped} skipped, {len(tally.failures)} failed; slowest {tally.slowest:.2f} s,"
        f" peak {tally.peak:.0f} MB, digest {tally.digest}"
    )


def main(arguments: list[str]) -> int:
    """Run the fuzzer; return 1 if anything failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.reliability.fuzz_sites")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=1000, help="files of each kind")
    parser.add_argument("--kind", nargs="+", choices=SUFFIXES, default=list(SUFFIXES), dest="kinds")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    folder = Path(tempfile.gettempdir(), "rtpsnippets-fuzz-sites")
    parser.add_argument("--save", type=Path, default=folder, metavar="DIR", help=f"for what fails  [default: {folder}]")
    parser.add_argument("--share", nargs=4, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.share:
        seed, start, end, folder = options.share
        tally = try_share(options.kinds[0], seed, int(start), int(end), Path(folder))
        print(json.dumps(asdict(tally)))
        return 0
    failed = False
    for kind in options.kinds:
        tally = fuzz(kind, options.seed, options.count, options.jobs, options.save)
        print(_summary(kind, options.seed, tally), flush=True)
        for path, complaints in tally.failures.items():
            print(f"  {path}: {'; '.join(complaints)!a}")
        failed = failed or bool(tally.failures)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
