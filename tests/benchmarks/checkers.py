"""Compare the audit of a site with programs that check other things: its HTML and its links.

None can replace another; the comparison is of how long a user waits for each. All read the same pages, each in its own
process, and each must find all the mistakes of its kind in these pages.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.audit import ODD, in_toml, page
from tests.benchmarks.contest import Comparison, Peer, Run, contest
from tests.engines.prepared import cache

PAGES = 2_000
_MOST_ROUNDS = 3
_SECTIONS = range(8, 14)
"""These give pages of 17 kB."""

_OURS = ["-m", "rtpsnippets", "audit", "site", "events.toml", "--jobs", "1"]
_NOWHERE = "/nowhere.html"


def comparisons(rounds: int, pages: int = PAGES) -> Iterator[Comparison]:
    """Compare the audit with both programs, in at most three rounds, since each takes long."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "events.toml").write_text(in_toml(), "utf-8")
        (folder / "site" / "assets").mkdir(parents=True)
        (folder / "site" / "assets" / "site.css").touch()
        for number in range(pages):
            text = page(number, pages, _SECTIONS)
            if number % ODD == 0:
                text = text.replace("</article>", f'<p id="odd"><a href="{_NOWHERE}">Read</a></p>\n</article>')
            (folder / "site" / f"page-{number}.html").write_text(text, "utf-8")
        odd = len(range(0, pages, ODD))
        peers = {}
        if validate := next(cache().glob("node-*/node_modules/.bin/html-validate"), None):
            peers["html-validate"] = Peer(_run([validate, "site"], folder, 'Duplicate ID "odd"', odd), 0.2)
        if proofer := shutil.which("htmlproofer"):
            command = [proofer, "site", "--disable-external"]
            peers["HTML-Proofer"] = Peer(_run(command, folder, f"linking to {_NOWHERE}", odd), 0.25)
        for missing in {"html-validate", "HTML-Proofer"} - set(peers):
            print(f"{missing} isn't installed: bash .ci/engines installs it", file=sys.stderr)
        ours = _run([sys.executable, *_OURS], folder, "[unknown-value]", odd)
        yield from contest(f"rtpsnippets audit of {pages:,} pages, one process", ours, peers, min(rounds, _MOST_ROUNDS))


def _run(command: Sequence[str | Path], folder: Path, finding: str, times: int) -> Run:
    return Run(partial(_found, command, folder, finding, times))


def _found(command: Sequence[str | Path], folder: Path, finding: str, times: int) -> None:
    """Run the program, and assert that it prints the finding so many times."""
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    said = ran.stdout + ran.stderr
    if said.count(finding) != times:
        raise AssertionError(f"{command[0]} doesn't find the mistakes in {times} pages: {said[-1000:]}")
