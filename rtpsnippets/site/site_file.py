"""Read one file of a site: its contents, or why it is skipped.

>>> SiteFile("site/old.html", refusal="is larger than the limit of 10 MB").contents is None
True
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, replace

from rtpsnippets.errors import Location
from rtpsnippets.filesystem import STANDARD_INPUT, content_of, name_of, opened, standard_input
from rtpsnippets.limits import BYTES_PER_MB, Deadline, TooSlowError
from rtpsnippets.lines import Lines
from rtpsnippets.site.container import FORMAT, FormatError, read_container
from rtpsnippets.site.encoding import page_text, script_text
from rtpsnippets.site.javascript.mentions import mentions_in
from rtpsnippets.site.javascript.model import Call, Mention, Span
from rtpsnippets.site.javascript.script import read_script
from rtpsnippets.site.model import Code, Contents, Part
from rtpsnippets.site.page import is_written, read_page
from rtpsnippets.site.page_code import MENTION, container_in
from rtpsnippets.site.source.components import COMPONENT_SUFFIXES, REACTIVE_SUFFIXES, component_source
from rtpsnippets.site.source.source import source_of
from rtpsnippets.site.source.template_tags import suffix_of
from rtpsnippets.site.source.typescript import without_types
from rtpsnippets.site.walk import READ_SUFFIXES, SCRIPT_SUFFIXES, SOURCE_SUFFIXES, TYPESCRIPT_SUFFIXES, XML_SUFFIXES

_SET_BY_TEMPLATE = "depends on a variable that the component's template may set"


@dataclass(frozen=True, slots=True)
class SiteFile:
    """One file of a site: its path as given, its contents and its lines.

    `contents` is None for a skipped file; `refusal` then says why, in words that follow the path. `part` is set if this
    is only one part of a container.
    """

    path: str
    contents: Contents | None = None
    lines: Lines | None = None
    refusal: str = ""
    part: Part | None = None

    @property
    def parts(self) -> Iterator[SiteFile]:
        """The file itself, and each part of a container as a file."""
        yield self
        for part in self.contents.parts if self.contents else ():
            yield SiteFile(self.path, part.contents, part=part)

    def location(self, span: Span) -> Location:
        """Return the location of `span`."""
        if self.part is not None:
            return Location(self.path, self.part.line, part=self.part.name)
        if self.lines is None:
            return Location(self.path)
        (line, column), end = ((self.lines.number(index), self.lines.column(index)) for index in (span.start, span.end))
        return Location(self.path, line, column, end)


def read_site_file(
    path: str,
    max_bytes: int,
    seconds: float,
    is_built: bool = False,  # noqa: FBT001, FBT002 (passed on by position)
    selectors: Collection[str] = (),
) -> SiteFile:
    """Return the contents of the file at `path`; any error is in `refusal`, never raised.

    The suffix decides whether the file is a script, a component or a page; any other file with the content of a Google
    Tag Manager container is one. `-` is standard input, which is not a script. `max_bytes` and `seconds` are the limits
    for the file. `is_built`: read pages as a browser does; otherwise a page may be a template or Markdown, except from
    standard input. `selectors`: those to look for in a page that is read as a browser does.
    """
    deadline = Deadline(seconds)
    name = name_of(path)
    try:
        with nullcontext(standard_input()) if path == STANDARD_INPUT else opened(path) as stream:
            content = content_of(stream, max_bytes + 1)
        if len(content) > max_bytes:
            return SiteFile(name, refusal=f"is larger than the limit of {max_bytes / BYTES_PER_MB:g} MB")
        return _read(name, content, deadline, selectors, is_built=is_built or path == STANDARD_INPUT)
    except TooSlowError:
        return SiteFile(name, refusal=f"took longer than {seconds:g} s to read")
    except FileNotFoundError:
        return SiteFile(name, refusal="no such file")
    except OSError as error:
        return SiteFile(name, refusal=f"cannot be read: {error.strerror or error}")
    except (MemoryError, RecursionError):
        return SiteFile(name, refusal="needs too much memory")


def _read(path: str, content: bytes, deadline: Deadline, selectors: Collection[str], *, is_built: bool) -> SiteFile:
    suffix = suffix_of(path)
    if suffix in SCRIPT_SUFFIXES | SOURCE_SUFFIXES:
        text = script_text(content)
        return SiteFile(path, _script(text, suffix, deadline), Lines(text))
    try:
        container = read_container(script_text(content), deadline) if FORMAT.encode() in content else None
    except FormatError as error:
        return SiteFile(path, refusal=str(error))
    if container:
        return SiteFile(path, container)
    text = page_text(content)
    is_xml = suffix in XML_SUFFIXES
    if is_built:
        contents = read_page(text, deadline, is_xml=is_xml, selectors=selectors)
    elif suffix in COMPONENT_SUFFIXES:
        contents = _component(text, suffix, deadline)
    else:
        source = source_of(text, suffix, deadline)
        source = source if suffix in READ_SUFFIXES else replace(source, has_code_in_text=True)
        contents = read_page(source.text, deadline, source, is_xml=is_xml)
    return SiteFile(path, contents, Lines(text))


def _script(text: str, suffix: str, deadline: Deadline) -> Contents:
    loaded = container_in(text)
    if not loaded and not MENTION.search(text):
        return Contents(is_page=False)
    has_markup = suffix in {".jsx", ".tsx"}
    is_typescript = suffix in TYPESCRIPT_SUFFIXES
    code = without_types(text, deadline, has_markup=has_markup) if is_typescript else text
    if code is None:
        return Contents(is_page=False, mentions=tuple(map(Mention, mentions_in(text))))
    script = read_script(code, deadline, has_markup=has_markup)
    return Contents(is_page=False, codes=(Code(Span(0, len(text)), script, container=loaded),))


def _component(text: str, suffix: str, deadline: Deadline) -> Contents:
    source = component_source(text, suffix, deadline)
    contents = read_page(source.text, deadline, source)
    if suffix in REACTIVE_SUFFIXES:
        codes = tuple(code if code.attribute else _of_component(code, text) for code in contents.codes)
        contents = replace(contents, codes=codes)
    return contents


def _of_component(code: Code, text: str) -> Code:
    """Return the script of a component. It runs once per instance, and the template may set its variables."""
    return code.with_calls(_of_component_call(call, text) for call in code.script.calls)


def _of_component_call(call: Call, text: str) -> Call:
    return replace(call if is_written(call, text) else call.unknown(_SET_BY_TEMPLATE), trigger=None)
