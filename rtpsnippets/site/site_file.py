"""Read one file of a site: what is found in it, or why it is skipped.

>>> SiteFile("site/old.html", refusal="is larger than 10 MB").contents is None
True
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import PurePath

from rtpsnippets.errors import Location
from rtpsnippets.filesystem import STANDARD_INPUT, content_of, name_of, opened, standard_input
from rtpsnippets.limits import BYTES_PER_MB, Deadline, TooSlowError
from rtpsnippets.lines import Lines
from rtpsnippets.site.container import FORMAT, FormatError, read_container
from rtpsnippets.site.encoding import page_text, script_text
from rtpsnippets.site.javascript.model import Span
from rtpsnippets.site.javascript.script import read_script
from rtpsnippets.site.model import Code, Contents, Part
from rtpsnippets.site.page import read_page
from rtpsnippets.site.page_code import MENTION, container_in
from rtpsnippets.site.walk import SCRIPT_SUFFIXES, XML_SUFFIXES


@dataclass(frozen=True, slots=True)
class SiteFile:
    """One file of a site: its path as it was given, what is found in it, and its lines.

    `contents` is None for a file that is skipped; `refusal` then says why, in words that follow the path. `part` is the
    part of a container that it stands for, instead of the whole.
    """

    path: str
    contents: Contents | None = None
    lines: Lines | None = None
    refusal: str = ""
    part: Part | None = None

    @property
    def parts(self) -> Iterator[SiteFile]:
        """The file, and each part of a container as a file of its own."""
        yield self
        for part in self.contents.parts if self.contents else ():
            yield SiteFile(self.path, part.contents, part=part)

    def location(self, span: Span) -> Location:
        """Where `span` is in the file."""
        if self.part is not None:
            return Location(self.path, self.part.line, part=self.part.name)
        if self.lines is None:
            return Location(self.path)
        (line, column), end = ((self.lines.number(index), self.lines.column(index)) for index in (span.start, span.end))
        return Location(self.path, line, column, end)


def read_site_file(path: str, max_bytes: int, seconds: float) -> SiteFile:
    """Return what is found in the file at `path`; whatever is wrong with it is said in `refusal`, never raised.

    A name that ends in `.js`, `.mjs` or `.cjs` is of a script, any other of a page, or of a container of Google Tag
    Manager where the content is one; `-` is standard input, no script.
    `max_bytes` is how large the file may be, `seconds` how long reading it may take.
    """
    deadline = Deadline(seconds)
    name = name_of(path)
    try:
        with nullcontext(standard_input()) if path == STANDARD_INPUT else opened(path) as stream:
            content = content_of(stream, max_bytes + 1)
        if len(content) > max_bytes:
            return SiteFile(name, refusal=f"is larger than {max_bytes / BYTES_PER_MB:g} MB")
        return _read(name, content, deadline)
    except TooSlowError:
        return SiteFile(name, refusal=f"took longer than {seconds:g} s")
    except FileNotFoundError:
        return SiteFile(name, refusal="no such file")
    except OSError as error:
        return SiteFile(name, refusal=f"cannot be read: {error.strerror or error}")
    except (MemoryError, RecursionError):
        return SiteFile(name, refusal="needs too much memory")


def _read(path: str, content: bytes, deadline: Deadline) -> SiteFile:
    if PurePath(path).suffix.lower() not in SCRIPT_SUFFIXES:
        try:
            container = read_container(script_text(content), deadline) if FORMAT.encode() in content else None
        except FormatError as error:
            return SiteFile(path, refusal=str(error))
        if container:
            return SiteFile(path, container)
        text = page_text(content)
        is_xml = PurePath(path).suffix.lower() in XML_SUFFIXES
        return SiteFile(path, read_page(text, deadline, is_xml=is_xml), Lines(text))
    text = script_text(content)
    loaded = container_in(text)
    code = Code(Span(0, len(text)), read_script(text, deadline), container=loaded)
    codes = (code,) if loaded or MENTION.search(text) else ()
    return SiteFile(path, Contents(is_page=False, codes=codes), Lines(text))
