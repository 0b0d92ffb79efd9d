"""Look up the snippet of an event by its id: what every plugin does with what stands on a page.

>>> lookup = Lookup("templates/events.toml")
>>> print(lookup.of_mark("my-event script"))
<script>rtp('send', 'event', { value: 'MyEvent' });</script>
"""

from __future__ import annotations

import os
import re
import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from markupsafe import Markup

from rtpsnippets.definitions.load import PathLike, default_file, load_definitions
from rtpsnippets.display import quoted
from rtpsnippets.errors import Problem, ProblemsError, RtpSnippetsError, RtpSnippetsWarning, under
from rtpsnippets.events.event import Event
from rtpsnippets.events.text_rules import wrong_type
from rtpsnippets.filesystem import STANDARD_INPUT
from rtpsnippets.snippets.binding import render_binding
from rtpsnippets.snippets.formats import FORMATS, format_to_paste, nothing_to_paste, script_problem
from rtpsnippets.snippets.marks import put_handlers
from rtpsnippets.snippets.render import render_each
from rtpsnippets.snippets.templates import files_in
from rtpsnippets.suggestions import unknown_id

Report = Callable[[RtpSnippetsError], None]
"""What says an error in the host's own way, so that the page can go on."""

Warn = Callable[[str], object]
"""What says that something in the definitions is odd, in the host's own way."""

_Made = TypeVar("_Made")
_State = tuple[tuple[str, int, int, int], ...]

_ON_PAGES = [row.name for row in FORMATS.values() if row.is_html]
_FORMAT_NAMES = ", ".join(_ON_PAGES)
_MARK = re.compile(r"""\s*(?P<id>[^\s"]+)(?:\s+(?P<format>[^\s"]+))?(?:\s+"(?P<label>.*)")?\s*""", re.DOTALL)
_LINE_BREAK = re.compile(r"\s*\n\s*")

LOOKS_LIKE_A_MARK = re.compile(
    rf"""\[(?P<two>\[)?\s*(?i:rtp)\s*:\s*(?P<id>[a-z0-9][a-z0-9_-]*)(?:\s+(?P<format>{"|".join(FORMATS)}))?"""
    r"""(?:\s+["“„«](?P<label>[^"”“»\n]*)["”“»])?\s*\](?(two)\]?|\])"""
)
"""A shortcode of Markdown, or a text that would be one but for case, spaces, quotation marks or a bracket."""


def _warn(warning: str) -> None:
    warnings.warn(warning, RtpSnippetsWarning, stacklevel=2)


class Lookup:
    """The snippets of all events of some definitions, by id.

    `definitions` is a path or several, else the one definitions file of `folder`; `templates` is a
    folder with the user's own templates. Paths that are relative start at `folder`. Nothing is read
    until it is asked for, and what was read is read again once a file has changed. What is merely odd
    in a file is given to `warn`. An error is given to `report`, if there is one, and the snippet is
    then empty; else it is raised. Raises `ProblemsError` for paths that are no paths.
    """

    def __init__(
        self,
        definitions: PathLike | Sequence[PathLike] | None = None,
        templates: PathLike | None = None,
        folder: PathLike = "",
        report: Report | None = None,
        warn: Warn = _warn,
    ) -> None:
        self._folder = folder
        self._named = [str(Path(folder, path)) for path in _paths("definitions", definitions)]
        folders = _paths("templates", templates)
        if len(folders) > 1:
            raise ProblemsError([Problem("is more than one folder", "name one", ("templates",))])
        self.templates = str(Path(folder, folders[0])) if folders else None
        self._report = report
        self._warn = warn
        self._read: tuple[_State, Mapping[str, Event]] | None = None
        self._made: dict[tuple[Event, str], Markup] = {}

    @property
    def definitions(self) -> list[str]:
        """The paths of the definitions files; raises `ProblemsError` if none is named and none found."""
        try:
            return self._named or [default_file(self._folder)]
        except ProblemsError as error:
            raise ProblemsError(under(("definitions",), error.problems)) from None

    @property
    def files(self) -> list[str]:
        """All files that a snippet can depend on: the definitions, and the own templates."""
        return [*self.definitions, *(files_in(self.templates) if self.templates else [])]

    def events(self) -> Mapping[str, Event]:
        """The events by id; raises as `load` does."""
        files = self.definitions
        state = tuple(_state(path) for path in files)
        if self._read is None or self._read[0] != state:
            definitions = load_definitions(files)
            for warning in definitions.warnings:
                self._warn(str(warning))
            self._read = (state, definitions.events)
            self._made = {}
        return self._read[1]

    def event(self, event_id: str) -> Event:
        """The event with that id; raises `ProblemsError` if there is none."""
        events = self.events()
        if not isinstance(event_id, str):
            raise ProblemsError([Problem("the id of an event must be a string", 'write it in quotes: "my-event"')])
        if event_id not in events:
            ids = f"the ids are {', '.join(events)}" if events else "there is none"
            raise ProblemsError([unknown_id(event_id, events, ids)])
        return events[event_id]

    def snippet(self, event_id: str, format: str = "", label: str | None = None) -> Markup:
        """The snippet of an event; without a format, the one to paste (`formats.format_to_paste`).

        `label` replaces that of the definition.
        """
        return self._or_report(lambda: self._snippet(event_id, format, label)) or Markup()

    def binding(self) -> Markup:
        """A script with the binding of all events, for a page that loads no `rtp-events.js`."""
        return self._or_report(self._binding) or Markup()

    def of_mark(self, text: str, report: Report | None = None, label: str | None = None) -> Markup:
        """The snippet that a shortcode asks for: `my-event`, `my-event link` or `my-event link "Label"`.

        `label` is one that the host has read by itself. An error is given to `report`, or else to that of the lookup.
        """
        return self._or_report(lambda: self._snippet(*_read_mark(text, label), report), report) or Markup()

    def say_near_miss(self, found: str, mark: str, report: Report | None = None) -> None:
        """Say that a text of a page is not a shortcode; `mark` is what to write instead.

        It is given to `report`, or that of the lookup, or else to `warn`.
        """
        hint = f"write {mark}; to show it as text, put a backslash before it"
        self._say(Problem(f"{quoted(found)} is shown as text", hint), report)

    def with_handlers(self, html: str, report: Report | None = None) -> str:
        """The page, or a part of one, with a handler on each element that is marked with the id of an event.

        The mark is the attribute `data-rtp-event`; it stays where the binding sends the event. A class `rtp-event--ID`
        always stays. An error, such as an unknown id in either, is given to `report`, or else to that of the lookup.
        """
        return put_handlers(html, lambda event_id: self._or_report(lambda: self.event(event_id), report))

    def label_of_mark(self, text: str, label: str | None = None) -> str:
        """The text that stands in for the snippet of a mark where there is no HTML: a button's label, or nothing."""
        event_id, format, label = _read_mark(text, label)
        event = self.event(event_id)
        row = FORMATS.get(format) or format_to_paste(event)
        element = getattr(event, row.needs) if row and row.needs else None
        return (label or element.label) if element else ""

    def _snippet(self, event_id: str, format: str, label: str | None, report: Report | None = None) -> Markup:
        event = self.event(event_id)
        if not format:
            row = format_to_paste(event)
            if row is None:
                hint = "remove this shortcode; to send the event from your own code, take the format js"
                raise ProblemsError([Problem(nothing_to_paste(event), hint)])
            format = row.name
        elif problem := script_problem(format, event):
            self._say(problem, report)
        if self.templates is not None or label is not None:  # templates may change, and labels are many
            return _rendered(event, format, label, self.templates)
        made = self._made  # another thread may start again
        if (event, format) not in made:  # many pages of a site have the same
            made[event, format] = _rendered(event, format)
        return made[event, format]

    def _binding(self) -> Markup:
        script = render_binding(self.events().values(), self.templates)
        return Markup(f"<script>{script}</script>")  # noqa: S704 (the binding is safe as it is)

    def _say(self, problem: Problem, report: Report | None) -> None:
        """Give a problem of a page, which can go on, to `report`, or that of the lookup, or else to `warn`."""
        if report := report or self._report:
            report(ProblemsError([problem]))
        else:
            self._warn(str(problem))

    def _or_report(self, make: Callable[[], _Made], report: Report | None = None) -> _Made | None:
        """What is made, or nothing if an error was reported."""
        try:
            return make()
        except RtpSnippetsError as error:
            report = report or self._report
            if report is None:
                raise
            report(error)
            return None


def by_setting(error: RtpSnippetsError, prefix: str) -> RtpSnippetsError:
    """The error, with the options that it is about by the names of the host's settings: those of ours behind a prefix.

    >>> str(by_setting(ProblemsError([Problem("is empty", key=("audit",))]), "RTP_"))
    'RTP_AUDIT: is empty'
    """
    if not isinstance(error, ProblemsError):
        return error
    return ProblemsError(
        replace(problem, key=(_setting(problem.key[0], prefix),)) if _is_of_option(problem) else problem
        for problem in error.problems
    )


def _is_of_option(problem: Problem) -> bool:
    """Whether the problem is that of an option, not of a file."""
    return bool(problem.key) and not problem.location.file


def _setting(option: object, prefix: str) -> str:
    name = f"{prefix}{option}"
    return name.upper() if prefix.isupper() else name


def _rendered(event: Event, format: str, label: str | None = None, templates: str | None = None) -> Markup:
    [snippet] = render_each([event], format, templates, label=label)  # `render` would warn once more
    return Markup(snippet)  # noqa: S704 (a snippet is safe as it is)


def _read_mark(text: str, label: str | None) -> tuple[str, str, str | None]:
    """The id, the format and the label of a mark, with a space for a line break in the label.

    A label in the text is between the first quotation mark and the last one. Raises `ProblemsError` for anything
    else, and for a format that isn't one of HTML.
    """
    found = _MARK.fullmatch(text)
    if not found:
        hint = f"write the id of an event; if you want, a format ({_FORMAT_NAMES}) and a label in straight quotes: "
        raise ProblemsError([Problem(f"bad mark {quoted(text)}", f'{hint}my-event link "Download"')])
    event_id, format, quoted_label = found.groups()
    label = quoted_label if label is None else label
    if format and format not in _ON_PAGES:
        is_known = format in FORMATS
        what = f'a page shows the format "{format}" as text' if is_known else f"unknown format {quoted(format)}"
        quotes = "" if is_known else '; a label stands in quotes: my-event "Download"'
        raise ProblemsError([Problem(what, f"take one of {_FORMAT_NAMES}{quotes}")])
    return event_id, format or "", (None if label is None else _LINE_BREAK.sub(" ", label))


def _paths(option: str, given: object) -> list[str]:
    """The paths of an option: one, several, or none; raise `ProblemsError` for anything else."""
    paths = []
    for path in given if isinstance(given, (list, tuple)) else [given or ""]:
        if not isinstance(path, (str, os.PathLike)):
            raise ProblemsError([replace(wrong_type("a path or a list of paths", path), key=(option,))])
        name = os.fspath(path)
        if name == STANDARD_INPUT:  # a host has none, or its own
            raise ProblemsError([Problem("may not be standard input", "name a file", (option,))])
        paths.append(name)
    return [path for path in paths if path]


def _state(path: str) -> tuple[str, int, int, int]:
    """What changes when the file is written again."""
    try:
        status = Path(path).stat()
    except (OSError, ValueError):
        return path, 0, 0, 0  # reading it says what is wrong
    return path, status.st_mtime_ns, status.st_ino, status.st_size
