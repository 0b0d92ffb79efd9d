"""Let a site generator build a whole site in which every document is a page.

A site is built once for all documents, since starting the generator takes most of the time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.clean_environment import run
from tests.engines.engine import Failure
from tests.engines.prepared import find_node, installed, link_node_packages

FRONT_MATTER = "---\ntitle: x\n---\n"
"""The beginning of every page of a generator."""


@dataclass(frozen=True, slots=True)
class Generator:
    """A generator and the layout of a site for it.

    `page` is the path of a document and `built` that of its page, with `{}` for the name that they share; `before` is
    written before each document. `files` are the files of the site; a name with `{}`
    is that of a file for each document.
    """

    command: Sequence[str]
    page: str
    built: str
    before: str = FRONT_MATTER
    files: Mapping[str, str] = field(default_factory=dict)

    def find(self) -> str:
        """Return the path of the program; skip the test (in CI: fail it) if it isn't installed."""
        return find_node() if self.command[0] == "node" else installed(self.command[0])

    def convert(self, documents: Sequence[str], folder: Path) -> list[str | Failure]:
        """Build a site of the documents in `folder` and return their pages; if the build fails, all fail."""
        command = [self.find(), *self.command[1:]]
        if self.command[0] == "node":
            link_node_packages(folder)
        names = [f"page-{number}" for number in range(len(documents))]
        self._lay_out(dict(zip(names, documents, strict=True)), folder)
        ran = run(command, folder)
        if ran.code != 0:
            return [Failure(ran.output)] * len(documents)
        return [(folder / self.built.format(name)).read_bytes().decode() for name in names]

    def _lay_out(self, documents: Mapping[str, str], folder: Path) -> None:
        for name, document in documents.items():
            _write(folder / self.page.format(name), self.before + document)
            for file, text in self.files.items():
                _write(folder / file.format(name), text)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="")
