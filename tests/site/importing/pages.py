"""Import pages and scripts given as text."""

from __future__ import annotations

from rtpsnippets import Event
from rtpsnippets.limits import Deadline
from rtpsnippets.lines import Lines
from rtpsnippets.site.importing.adopt import Adopted, adopt
from rtpsnippets.site.javascript.model import Span
from rtpsnippets.site.javascript.script import read_script
from rtpsnippets.site.model import Code, Contents
from rtpsnippets.site.page import read_page
from rtpsnippets.site.site_file import SiteFile

_SECONDS = 60


def page(html: str, path: str = "a.html") -> SiteFile:
    """A page with this text."""
    return SiteFile(path, read_page(html, Deadline(_SECONDS)), Lines(html))


def script(code: str, path: str = "a.js") -> SiteFile:
    """A file with this JavaScript."""
    codes = (Code(Span(0, len(code)), read_script(code, Deadline(_SECONDS))),)
    return SiteFile(path, Contents(is_page=False, codes=codes), Lines(code))


def adopted_from(*texts: str) -> Adopted:
    """Import pages with these texts: the first is `a.html`, the second `b.html`."""
    return adopt(page(text, f"{name}.html") for text, name in zip(texts, "abcdefgh", strict=False))


def events_of(*texts: str) -> list[Event]:
    """The events of pages with these texts."""
    return [one.event for one in adopted_from(*texts).events]


def notes_on(*texts: str) -> list[str]:
    """The notes on them, one per line."""
    return [str(note).replace("\n    ", " | ") for note in adopted_from(*texts).notes]


def call(value: str) -> str:
    """A call that sends the value of this code."""
    return f"rtp('send', 'event', {{value: {value}}});"


def button(value: str, label: str = "Go", more: str = "") -> str:
    """A button whose handler sends the value of this code."""
    return f'<button type="button" {more} onclick="{call(value)}">{label}</button>'
