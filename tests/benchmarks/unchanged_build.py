"""Compare a build with nothing to change, definitions included, with just writing the same files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from rtpsnippets.definitions.load import load
from rtpsnippets.output.build import build
from rtpsnippets.snippets.bundle import files_of
from tests.benchmarks.contest import Comparison, Peer, Run, contest
from tests.benchmarks.documents import as_json

_EVENTS = 5_000
"""Each gives two files: code and a button."""


def comparisons(rounds: int) -> Iterator[Comparison]:
    """Compare a build with nothing to change."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        definitions, built, written = folder / "events.json", folder / "built", folder / "written"
        definitions.write_text(as_json(_EVENTS), "utf-8")
        written.mkdir()
        _build(definitions, built)
        files = {path.name: path.read_bytes() for path in built.iterdir()}
        peer = Peer(Run(partial(_write, files, written), things=len(files)), 0.6)
        ours = Run(partial(_build, definitions, built), things=len(files))
        yield from contest(f"build with nothing changed, {len(files):,} files", ours, {"plain writing": peer}, rounds)


def _build(definitions: Path, folder: Path) -> None:
    build(files_of(load(definitions).values()), folder, [str(definitions)])


def _write(files: Mapping[str, bytes], folder: Path) -> None:
    for name, content in files.items():
        (folder / name).write_bytes(content)
