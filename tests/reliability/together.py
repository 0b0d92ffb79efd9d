"""Let several processes build into one folder at the same time, each from its own definitions.

    python -m tests.reliability.together --rounds 100 --processes 8

The folder must contain the complete output of one of them; the user's file in it stays unchanged.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from rtpsnippets import Event, FileAccessError
from rtpsnippets.output.build import build
from rtpsnippets.snippets.bundle import files_of
from tests.reliability.figures import conclude, tally
from tests.reliability.scene import built, contents

_FOREIGN = {"index.html": b"<p>mine</p>"}


def _files(number: int) -> dict[str, bytes]:
    """The files of one process: some that all processes write, each with its own content, and some of its own."""
    names = [*(f"shared-{each}" for each in range(6)), *(f"only-{number}-{each}" for each in range(3))]
    return files_of(Event(name, f"value of {number}") for name in names)


def _build(files: Mapping[str, bytes], folder: Path) -> int:
    """Build as the command does; return the exit code."""
    try:
        build(files, folder)
    except FileAccessError as error:
        return 3 if str(error).startswith("another build is writing to ") else 1
    return 0


def _start(files: Mapping[str, bytes], folder: Path, gate: tuple[int, int]) -> int:
    """Start a process that builds as soon as the write end of `gate` is closed; return its id."""
    process = os.fork()
    if process == 0:
        code = 1
        try:
            os.close(gate[1])
            os.read(gate[0], 1)
            code = _build(files, folder)
        finally:
            os._exit(code)
    return process


def _together(wanted: list[dict[str, bytes]], folder: Path) -> list[int]:
    """Let a process for each of `wanted` build at the same time; return the exit codes."""
    gate = os.pipe()
    processes = [_start(files, folder, gate) for files in wanted]
    for end in gate:
        os.close(end)
    return [os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) for process in processes]


def _rounds(number: int, processes: int, folder: Path) -> Iterator[tuple[list[str], list[str]]]:
    """Run rounds in `folder`, which is kept between them; yield how the builds ended, and the complaints."""
    wanted = [_files(each) for each in range(processes)]
    results = [built(files) | _FOREIGN for files in wanted]
    for name, content in _FOREIGN.items():
        (folder / name).write_bytes(content)
    for _ in range(number):
        codes = _together(wanted, folder)
        complaints = [f"ended with {code}" for code in codes if code not in (0, 3)]
        if contents(folder) not in results:
            complaints.append("the folder is not that of any process")
        yield [f"builds ended with {code}" for code in codes], complaints


def main() -> None:
    """Run the rounds, print the figures, and exit with 1 if there was any complaint."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--processes", type=int, default=8)
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        counts, wrong = tally(_rounds(options.rounds, options.processes, Path(folder)))
    conclude(counts, wrong, f"{options.rounds} rounds")


if __name__ == "__main__":
    main()
