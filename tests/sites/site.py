"""What a site is to the tests: the files and the commands of its user."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from tests.docs.pages import site_files, tag_files
from tests.sites.pages import EVENTS, TAG, TAG_PLACE, UNKNOWN_ID

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

    `start` is the command that begins it, if there is one. To the files are added those that the manual shows on
    `page`, those that its page about the RTP tag shows below the heading `tag`, and `files`; a text goes below what
    a file has. `renamed` gives the shown files other names.
    `folder` is what is served, `built` the path of the page below it. `strict` is the command that ends with
    an error at an unknown id, `again` the one that has to be typed after the definitions have changed; both are
    `command` where nothing else is said. `unknown` is what that error says. `reads_shortcodes` says whether its page
    has the marked link, and the first button again with another label; `knows_pages` whether an id is then there once;
    `binding` what a user changes to get the binding, or nothing if the plugin brings it.
    `prepare` brings into the folder what of the generator isn't Python, or skips the test.
    """

    name: str
    page: str
    tag: str
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
    reads_shortcodes: bool = True
    knows_pages: bool = True
    binding: Change | None = None
    prepare: Callable[[Path], object] = lambda _: None

    def write(self, folder: Path) -> None:
        """Add the files and the definitions to `folder`."""
        for shown in (site_files(self.page), tag_files(self.tag), self.files):
            for name, text in shown.items():
                _append(folder / self.renamed.get(name, name), text)
        definitions = folder / "events.toml"
        definitions.write_text(EVENTS, "utf-8", newline="\n")
        # Zensical counts whole seconds; nobody changes a file in the second in which it was written.
        before = time.time() - _SECONDS_AGO
        os.utime(definitions, (before, before))


def write_tag_files(heading: str, folder: Path) -> None:
    """Add to `folder` the files with the tag that the page about the RTP tag shows below a heading."""
    for name, text in tag_files(heading).items():
        _append(folder / name, text)


def _append(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8", newline="\n") as file:
        file.write(text.replace(TAG_PLACE, TAG))
