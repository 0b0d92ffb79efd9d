"""What a site is to the tests: the files that a person has, and the commands that a person types."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from tests.docs.readme import site_files
from tests.sites.pages import EVENTS, UNKNOWN_ID

Command = Sequence[str]

_SECONDS_AGO = 60
_NEAREST = f'no event has the id "{UNKNOWN_ID}" did you mean "download-whitepaper"?'


@dataclass(frozen=True, slots=True)
class Environment:
    """What is installed beside the wheel, by an extra of ours and by name; `constraints.txt` has the other versions."""

    extra: str = ""
    packages: tuple[str, ...] = ()


class Change(NamedTuple):
    """What is changed in a file of a site so that it has the binding, and the folder to build that into, if any."""

    file: str
    old: str
    new: str
    folder: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """A small site of one generator.

    `start` is the command that begins it, if there is one. To the files are added those that the README shows
    below `heading`, with the names that `renamed` gives them, and `files`; a text goes below what a file has.
    `folder` is what is served, `built` the path of the page below it. `strict` is the command that ends with
    an error at an unknown id, `again` the one that has to be typed after the definitions have changed; both are
    `command` where nothing else is said. `unknown` is what that error says. `reads_marks` says whether its page has
    the marked link, and the first button again with another label; `knows_pages` whether an id is then there once;
    `binding` what a user changes to get the binding, or nothing if the plugin brings it.
    `prepare` brings into the folder what of the generator isn't Python, or skips the test.
    """

    name: str
    heading: str
    environment: Environment
    files: Mapping[str, str]
    command: Command
    folder: str
    built: str = "index.html"
    renamed: Mapping[str, str] = field(default_factory=dict)
    strict: Command = ()
    again: Command = ()
    start: Command = ()
    unknown: str = _NEAREST
    reads_marks: bool = True
    knows_pages: bool = True
    binding: Change | None = None
    prepare: Callable[[Path], object] = lambda _: None

    def write(self, folder: Path) -> None:
        """Add the files and the definitions to `folder`."""
        shown = {self.renamed.get(name, name): text for name, text in site_files(self.heading).items()}
        for name in {*shown, *self.files}:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            begin = path.read_text("utf-8") if path.exists() else ""
            path.write_text(begin + shown.get(name, "") + self.files.get(name, ""), "utf-8", newline="\n")
        definitions = folder / "events.toml"
        definitions.write_text(EVENTS, "utf-8", newline="\n")
        # Zensical counts whole seconds; no person changes a file in the second in which it was written.
        before = time.time() - _SECONDS_AGO
        os.utime(definitions, (before, before))
