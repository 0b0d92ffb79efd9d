"""Look up the snippet of an event by its id: what every plugin does with what stands on a page.

>>> lookup = Lookup("templates/events.toml")
>>> print(lookup.of_mark("my-event script"))
<script>rtp('send', 'event', { value: 'MyEvent' });</script>
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from markupsafe import Markup

from rtpsnippets.definitions import PathLike, default_file, load
from rtpsnippets.errors import Problem, ProblemsError, RtpSnippetsError, quoted
from rtpsnippets.event import Event
from rtpsnippets.formats import FORMATS, default_format
from rtpsnippets.keys import unknown_id
from rtpsnippets.snippets import render

Report = Callable[[RtpSnippetsError], None]
"""What says an error in the host's own way, so that the page can go on."""

_State = tuple[tuple[str, int, int], ...]


class Lookup:
    """The snippets of all events of some definitions, by id.

    `definitions` is a path or several, else the one definitions file of `folder`; `templates` is a
    folder of a person's own templates. Paths that are relative start at `folder`. Nothing is read
    until it is asked for, and what was read is read again once a file has changed. An error is given
    to `report`, if there is one, and the snippet is then empty; else it is raised.
    """

    def __init__(
        self,
        definitions: PathLike | Iterable[PathLike] | None = None,
        templates: PathLike | None = None,
        folder: PathLike = "",
        report: Report | None = None,
    ) -> None:
        named = [definitions] if isinstance(definitions, (str, os.PathLike)) else definitions or ()
        self._folder = folder
        self._named = [str(Path(folder, path)) for path in named if os.fspath(path)]
        self.templates = str(Path(folder, templates)) if templates else None
        self._report = report
        self._read: tuple[_State, Mapping[str, Event]] | None = None

    @property
    def definitions(self) -> list[str]:
        """The paths of the definitions files; raises `ProblemsError` if none is named and none found."""
        return self._named or [default_file(self._folder)]

    @property
    def files(self) -> list[str]:
        """All files that a snippet can depend on: the definitions, and the own templates."""
        return [*self.definitions, *(_files_in(self.templates) if self.templates else [])]

    def events(self) -> Mapping[str, Event]:
        """The events by id; raises as `load` does."""
        files = self.definitions
        state = tuple(_state(path) for path in files)
        if self._read is None or self._read[0] != state:
            self._read = (state, load(files))
        return self._read[1]

    def event(self, event_id: str) -> Event:
        """The event with that id; raises `ProblemsError` if there is none."""
        events = self.events()
        if event_id not in events:
            ids = f"the ids are {', '.join(events)}" if events else "there is none"
            raise ProblemsError([unknown_id(event_id, events, ids)])
        return events[event_id]

    def snippet(self, event_id: str, format: str = "") -> Markup:
        """The snippet of an event; without a format, the button of an event that has one, else its script."""
        return self._or_report(lambda: self._snippet(event_id, format))

    def of_mark(self, text: str) -> Markup:
        """The snippet that a mark on a page asks for: `my-event`, or `my-event script` for a format of HTML."""
        return self._or_report(lambda: self._snippet(*_read_mark(text)))

    def label_of_mark(self, text: str) -> str:
        """The text that stands in for the snippet of a mark where there is no HTML: a button's label, or nothing."""
        event_id, format = _read_mark(text)
        event = self.event(event_id)
        needs = (FORMATS.get(format) or default_format(event)).needs
        return getattr(event, needs).label if needs and getattr(event, needs) else ""

    def _snippet(self, event_id: str, format: str) -> Markup:
        event = self.event(event_id)
        return Markup(render(event, format or default_format(event).name, self.templates))  # noqa: S704 (ours)

    def _or_report(self, make: Callable[[], Markup]) -> Markup:
        try:
            return make()
        except RtpSnippetsError as error:
            if self._report is None:
                raise
            self._report(error)
            return Markup()


def _read_mark(text: str) -> tuple[str, str]:
    """The id and the format of a mark; raise `ProblemsError` for what is no mark."""
    event_id, format, *more = [*text.split(), "", ""]
    if not event_id or any(more):
        hint = "write the id of an event, and a format if you want another: my-event script"
        raise ProblemsError([Problem(f"bad mark {quoted(text)}", hint)])
    if format in FORMATS and not FORMATS[format].is_html:
        on_pages = ", ".join(row.name for row in FORMATS.values() if row.is_html)
        raise ProblemsError([Problem(f'a page shows the format "{format}" as text', f"take one of {on_pages}")])
    return event_id, format


def _files_in(folder: str) -> list[str]:
    return sorted(str(path) for path in Path(folder).glob("*") if path.is_file())


def _state(path: str) -> tuple[str, int, int]:
    """What changes when the file is written anew."""
    try:
        status = Path(path).stat()
    except (OSError, ValueError):
        return path, 0, 0  # reading it says what is wrong
    return path, status.st_mtime_ns, status.st_ino
