"""Read one file of a site: what is found in it, or why it is skipped.

>>> SiteFile("site/old.html", refusal="is larger than 10 MB").contents is None
True
"""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import PurePath

from rtpsnippets.errors import Location
from rtpsnippets.filesystem import STANDARD_INPUT, content_of, name_of, opened, standard_input
from rtpsnippets.limits import BYTES_PER_MB, Deadline, TooSlowError
from rtpsnippets.lines import Lines
from rtpsnippets.site.encoding import page_text, script_text
from rtpsnippets.site.javascript.model import Span
from rtpsnippets.site.javascript.script import read_script
from rtpsnippets.site.model import Code, Contents
from rtpsnippets.site.page import read_page
from rtpsnippets.site.page_code import MENTION
from rtpsnippets.site.source.source import plain, source_of
from rtpsnippets.site.source.template_tags import suffix_of
from rtpsnippets.site.walk import SCRIPT_SUFFIXES


@dataclass(frozen=True, slots=True)
class SiteFile:
    """One file of a site: its path as it was given, what is found in it, and its lines.

    `contents` is None for a file that is skipped; `refusal` then says why, in words that follow the path.
    """

    path: str
    contents: Contents | None = None
    lines: Lines | None = None
    refusal: str = ""

    def location(self, span: Span) -> Location:
        """Where `span` is in the file."""
        if self.lines is None:
            return Location(self.path)
        (line, column), end = ((self.lines.number(index), self.lines.column(index)) for index in (span.start, span.end))
        return Location(self.path, line, column, end)


def read_site_file(path: str, max_bytes: int, seconds: float, is_built: bool = False) -> SiteFile:  # noqa: FBT001, FBT002 (worker processes hand it on)
    """Return what is found in the file at `path`; whatever is wrong with it is said in `refusal`, never raised.

    A name that ends in `.js`, `.mjs` or `.cjs` is of a script, any other of a page; `-` is standard input, a page.
    `max_bytes` is how large the file may be, `seconds` how long reading it may take. `is_built` says that a page is
    read as a browser does; else it may be a template or Markdown, but for what comes from standard input.
    """
    deadline = Deadline(seconds)
    name = name_of(path)
    try:
        with nullcontext(standard_input()) if path == STANDARD_INPUT else opened(path) as stream:
            content = content_of(stream, max_bytes + 1)
        if len(content) > max_bytes:
            return SiteFile(name, refusal=f"is larger than {max_bytes / BYTES_PER_MB:g} MB")
        return _read(name, content, deadline, is_built=is_built or path == STANDARD_INPUT)
    except TooSlowError:
        return SiteFile(name, refusal=f"took longer than {seconds:g} s")
    except FileNotFoundError:
        return SiteFile(name, refusal="no such file")
    except OSError as error:
        return SiteFile(name, refusal=f"cannot be read: {error.strerror or error}")
    except (MemoryError, RecursionError):
        return SiteFile(name, refusal="needs too much memory")


def _read(path: str, content: bytes, deadline: Deadline, *, is_built: bool) -> SiteFile:
    if PurePath(path).suffix.lower() not in SCRIPT_SUFFIXES:
        text = page_text(content)
        source = plain(text) if is_built else source_of(text, suffix_of(path), deadline)
        return SiteFile(path, read_page(source.text, deadline, source), Lines(text))
    text = script_text(content)
    codes = (Code(Span(0, len(text)), read_script(text, deadline)),) if MENTION.search(text) else ()
    return SiteFile(path, Contents(is_page=False, codes=codes), Lines(text))
