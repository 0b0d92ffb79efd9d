"""A site in a folder, and the commands that are run there."""

from __future__ import annotations

import contextlib
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.clean_environment import Ran, environment, run
from tests.sites.pages import CHANGED_LABEL, EVENTS, LABEL
from tests.sites.site import Command, Site

_PAGES = {".html", ".md", ".rst"}
_TIMEOUT = 10


class Started:
    """A site, not yet built, in a folder, with the programs of its environment."""

    def __init__(self, site: Site, folder: Path, programs: Path) -> None:
        self.site = site
        self.served = folder / site.folder
        self._folder = folder
        self._programs = programs
        site.prepare(folder)
        if site.start:
            self.do(site.start)
        site.write(folder)

    @property
    def page(self) -> str:
        """The page that was built."""
        return (self.served / self.site.built).read_text("utf-8")

    def run(self, command: Command) -> Ran:
        """Type a command."""
        return run(command, self._folder, self._programs)

    def do(self, command: Command) -> None:
        """Type a command that has to succeed."""
        ran = self.run(command)
        assert ran.code == 0, ran.output

    @contextlib.contextmanager
    def running(self, command: Command) -> Iterator[Path]:
        """Type a command that goes on until it is stopped, when the block ends; give the file with what it prints."""
        log = self._folder / "log.txt"
        with log.open("wb") as output:
            process = subprocess.Popen(
                command,
                cwd=self._folder,
                env=environment(self._programs),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
            try:
                yield log
            finally:
                process.terminate()
                process.wait(_TIMEOUT)

    def add_definitions(self, definitions: str) -> None:
        """Define more events."""
        with (self._folder / "events.toml").open("a", encoding="utf-8", newline="\n") as file:
            file.write(definitions)

    def change_definitions(self) -> None:
        """Give the first button another label."""
        events = EVENTS.replace(f'button = "{LABEL}"', f'button = "{CHANGED_LABEL}"')
        (self._folder / "events.toml").write_text(events, "utf-8", newline="\n")

    def take_binding(self) -> None:
        """Let the events have no handlers, and the site have the binding."""
        change = self.site.binding
        with (self._folder / "events.toml").open("a", encoding="utf-8") as definitions:
            definitions.write('\n[defaults]\ncarrier = "data"\n')
        if change:
            path = self._folder / change.file
            text = path.read_text("utf-8")
            assert change.old in text
            path.write_text(text.replace(change.old, change.new), "utf-8")
        if change and change.folder:
            self.do(("rtpsnippets", "build", "--format", "binding", "-o", change.folder))

    def keep_script(self) -> None:
        """Let the event of the script be inline: with another carrier there is no script to build."""
        definitions = self._folder / "events.toml"
        text = definitions.read_text("utf-8")
        definitions.write_text(text.replace("[events.my-event]", '[events.my-event]\ncarrier = "inline"'), "utf-8")

    def replace_in_pages(self, old: str, new: str) -> None:
        """Write `new` for `old` in the pages and the templates."""
        for path in self._folder.rglob("*"):
            if path.suffix in _PAGES:
                path.write_text(path.read_text("utf-8").replace(old, new), "utf-8", newline="\n")
