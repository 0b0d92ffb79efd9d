"""Look up the snippet of an event by its id, for every plugin.

>>> lookup = Lookup("templates/events.toml")
>>> print(lookup.of_shortcode("my-event script"))
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
from rtpsnippets.snippets.marked_elements import put_handlers
from rtpsnippets.snippets.render import render_each
from rtpsnippets.snippets.templates import files_in
from rtpsnippets.suggestions import unknown_id

Report = Callable[[RtpSnippetsError], None]
"""Reports an error to the user as the host does, for example in its log; the build then continues."""

Warn = Callable[[str], object]
"""Shows a warning to the user as the host does."""

_Result = TypeVar("_Result")
_State = tuple[tuple[str, int, int, int], ...]

_ON_PAGES = [row.name for row in FORMATS.values() if row.is_html]
_FORMAT_NAMES = ", ".join(_ON_PAGES)
_SHORTCODE = re.compile(r"""\s*(?P<id>[^\s"]+)(?:\s+(?P<format>[^\s"]+))?(?:\s+"(?P<label>.*)")?\s*""", re.DOTALL)
_LINE_BREAK = re.compile(r"\s*\n\s*")

LOOKS_LIKE_A_SHORTCODE = re.compile(
    rf"""\[(?P<two>\[)?\s*(?i:rtp)\s*:\s*(?P<id>[a-z0-9][a-z0-9_-]*)(?:\s+(?P<format>{"|".join(FORMATS)}))?"""
    r"""(?:\s+["“„«](?P<label>[^"”“»\n]*)["”“»])?\s*\](?(two)\]?|\])"""
)
"""A shortcode, or text that differs from one only in case, spaces, quotation marks or a bracket."""


def _warn(warning: str) -> None:
    warnings.warn(warning, RtpSnippetsWarning, stacklevel=2)


class Lookup:
    """The snippets of all events, by id.

    `definitions` is one path or several; by default, the only definitions file in `folder`. `templates` is a folder
    with the user's own templates. Relative paths start at `folder`. Files are read on first use, and again after a
    change. Warnings go to `warn`. An error goes to `report`, and the snippet is then empty; without `report` it is
    raised. Raises `ProblemsError` if an argument is not a path.
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
            raise ProblemsError([Problem("must be a single folder", "specify only one", ("templates",))])
        self.templates = str(Path(folder, folders[0])) if folders else None
        self._report = report
        self._warn = warn
        self._read: tuple[_State, Mapping[str, Event]] | None = None
        self._cache: dict[tuple[Event, str], Markup] = {}

    @property
    def definitions(self) -> list[str]:
        """The paths of the definitions files; raises `ProblemsError` if none is given or found."""
        try:
            return self._named or [default_file(self._folder)]
        except ProblemsError as error:
            raise ProblemsError(under(("definitions",), error.problems)) from None

    @property
    def files(self) -> list[str]:
        """All files that a snippet can depend on: the definitions and the user's templates."""
        return [*self.definitions, *(files_in(self.templates) if self.templates else [])]

    def events(self) -> Mapping[str, Event]:
        """Return the events by id; raise the same errors as `load`."""
        files = self.definitions
        state = tuple(_state(path) for path in files)
        if self._read is None or self._read[0] != state:
            definitions = load_definitions(files)
            for warning in definitions.warnings:
                self._warn(str(warning))
            self._read = (state, definitions.events)
            self._cache = {}
        return self._read[1]

    def event(self, event_id: str) -> Event:
        """Return the event with that id; raise `ProblemsError` if there is none."""
        events = self.events()
        if not isinstance(event_id, str):
            raise ProblemsError([Problem("the id of an event must be a string", 'put it in quotes: "my-event"')])
        if event_id not in events:
            ids = f"known ids: {', '.join(events)}" if events else "no events are defined"
            raise ProblemsError([unknown_id(event_id, events, ids)])
        return events[event_id]

    def snippet(self, event_id: str, format: str = "", label: str | None = None) -> Markup:
        """Return the snippet of an event, by default in its format to paste (`formats.format_to_paste`).

        `label` replaces the label in the definition.
        """
        return self._or_report(lambda: self._snippet(event_id, format, label)) or Markup()

    def binding(self) -> Markup:
        """Return a script with the binding of all events, for a page that does not load `rtp-events.js`."""
        return self._or_report(self._binding) or Markup()

    def of_shortcode(self, text: str, report: Report | None = None, label: str | None = None) -> Markup:
        """Return the snippet for the text of a shortcode: `my-event`, `my-event link` or `my-event link "Label"`.

        `label` is a label that the host has parsed itself. An error goes to `report`, by default to the lookup's own.
        """
        return self._or_report(lambda: self._snippet(*_read_shortcode(text, label), report), report) or Markup()

    def report_near_miss(self, found: str, correct: str, report: Report | None = None) -> None:
        """Report that the text `found` on a page looks like a shortcode; `correct` is what to write instead.

        This goes to `report`, otherwise to the lookup's own `report`, otherwise to `warn`.
        """
        hint = f"write {correct}; to show it as text, put a backslash before it"
        self._report_problem(Problem(f"{quoted(found)} is shown as text", hint), report)

    def with_handlers(self, html: str, report: Report | None = None) -> str:
        """Return the page, or a part of one, with a handler on each element that is marked with `data-rtp-event`.

        The handler replaces the attribute, which stays if the binding sends the event. Classes `rtp-event--ID` always
        stay. An error, such as an unknown id in either, goes to `report`, by default to the lookup's own.
        """
        return put_handlers(html, lambda event_id: self._or_report(lambda: self.event(event_id), report))

    def label_of_shortcode(self, text: str, label: str | None = None) -> str:
        """Return the text to show instead of a snippet where there is no HTML: a label, or nothing."""
        event_id, format, label = _read_shortcode(text, label)
        event = self.event(event_id)
        row = FORMATS.get(format) or format_to_paste(event)
        element = getattr(event, row.needs) if row and row.needs else None
        return (label or element.label) if element else ""

    def _snippet(self, event_id: str, format: str, label: str | None, report: Report | None = None) -> Markup:
        event = self.event(event_id)
        if not format:
            row = format_to_paste(event)
            if row is None:
                hint = "remove this shortcode; to send the event from your own code, use the format js"
                raise ProblemsError([Problem(nothing_to_paste(event), hint)])
            format = row.name
        elif problem := script_problem(format, event):
            self._report_problem(problem, report)
        if self.templates is not None or label is not None:  # templates may change, and labels vary
            return _rendered(event, format, label, self.templates)
        cache = self._cache  # another thread may replace it
        if (event, format) not in cache:  # many pages have the same snippet
            cache[event, format] = _rendered(event, format)
        return cache[event, format]

    def _binding(self) -> Markup:
        script = render_binding(self.events().values(), self.templates)
        return Markup(f"<script>{script}</script>")  # noqa: S704 (the binding is safe as it is)

    def _report_problem(self, problem: Problem, report: Report | None) -> None:
        """Report a problem on a page, as `report_near_miss` does."""
        if report := report or self._report:
            report(ProblemsError([problem]))
        else:
            self._warn(str(problem))

    def _or_report(self, make: Callable[[], _Result], report: Report | None = None) -> _Result | None:
        """Return what `make` returns, or None if an error was reported."""
        try:
            return make()
        except RtpSnippetsError as error:
            report = report or self._report
            if report is None:
                raise
            report(error)
            return None


def by_setting(error: RtpSnippetsError, prefix: str) -> RtpSnippetsError:
    """Return the error with options named as in the host's settings: `prefix` and then our name.

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
    """Return whether the problem is in an option, not in a file."""
    return bool(problem.key) and not problem.location.file


def _setting(option: object, prefix: str) -> str:
    name = f"{prefix}{option}"
    return name.upper() if prefix.isupper() else name


def _rendered(event: Event, format: str, label: str | None = None, templates: str | None = None) -> Markup:
    [snippet] = render_each([event], format, templates, label=label)  # `render` would warn again
    return Markup(snippet)  # noqa: S704 (a snippet is safe as it is)


def _read_shortcode(text: str, label: str | None) -> tuple[str, str, str | None]:
    """Return the id, format and label in the text of a shortcode, with a space for each line break in the label.

    The label is everything between the first and the last quotation mark. Raises `ProblemsError` if the text has
    any other form, or if the format is not HTML.
    """
    found = _SHORTCODE.fullmatch(text)
    if not found:
        hint = f"write an event id, then optionally a format ({_FORMAT_NAMES}) and a label in straight quotes: "
        raise ProblemsError([Problem(f"invalid shortcode {quoted(text)}", f'{hint}my-event link "Download"')])
    event_id, format, quoted_label = found.groups()
    label = quoted_label if label is None else label
    if format and format not in _ON_PAGES:
        if format in FORMATS:
            what, hint = f'a page would show the format "{format}" as text', f"use one of {_FORMAT_NAMES}"
        else:
            hint = f'known formats: {_FORMAT_NAMES}; put a label in straight quotes: my-event "Download"'
            what = f"unknown format {quoted(format)}"
        raise ProblemsError([Problem(what, hint)])
    return event_id, format or "", (None if label is None else _LINE_BREAK.sub(" ", label))


def _paths(option: str, given: object) -> list[str]:
    """Return the paths in an option: one, several or none; raise `ProblemsError` for anything else."""
    paths = []
    for path in given if isinstance(given, (list, tuple)) else [given or ""]:
        if not isinstance(path, (str, os.PathLike)):
            raise ProblemsError([replace(wrong_type("a path or a list of paths", path), key=(option,))])
        name = os.fspath(path)
        if name == STANDARD_INPUT:  # the host may read it itself, or have none
            raise ProblemsError([Problem("must not be standard input", "specify a file", (option,))])
        paths.append(name)
    return [path for path in paths if path]


def _state(path: str) -> tuple[str, int, int, int]:
    """Return the path, time, inode and size of a file: they show whether it has changed."""
    try:
        status = Path(path).stat()
    except (OSError, ValueError):
        return path, 0, 0, 0  # reading it will report the error
    return path, status.st_mtime_ns, status.st_ino, status.st_size
