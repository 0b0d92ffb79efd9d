"""The contents of pages and scripts of a site, as plain data that can be sent between processes.

>>> MarkedElement(Span(0, 40), "my-event", Element("a")).element.name
'a'
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from rtpsnippets.site.javascript.model import Call, Mention, Script, Span, Trigger

NOW = "now"
DEFERRED = "deferred"
ASYNC = "async"
CLICKED = "clicked"
WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class Element:
    """An element with code or the id of an event: its name, and its attributes as a browser reads them.

    `label` is the text in a button or link, with one space for each run of whitespace; None for other elements, and
    if the element has no end or contains more than text. `is_in_form`: it is inside a form or has the attribute `form`.
    """

    name: str
    attributes: tuple[tuple[str, str], ...] = ()
    label: str | None = None
    is_in_form: bool = False


@dataclass(frozen=True, slots=True)
class Code:
    """One piece of code that mentions `rtp`, or a script that a page loads.

    All spans refer to the text of the file. `attribute` is the name of a handler, empty for a script. `timing` is when
    the code runs: `now` (while the page is parsed), `deferred` (after parsing), `async` (when it has loaded), `clicked`
    (a handler, whatever its event) or `waiting` (when a tool allows it, after consent or later). `source` is the URL of
    an external script; `script` is then empty. `blocked` is the directive of the page's own policy that blocks the
    code, or empty. `container` is the id of the Google Tag Manager container that it loads, or empty.
    """

    span: Span
    script: Script
    element: Element = Element("")
    attribute: str = ""
    timing: str = NOW
    source: str = ""
    blocked: str = ""
    container: str = ""

    def with_calls(self, calls: Iterable[Call]) -> Code:
        """Return the same code with other calls."""
        return replace(self, script=replace(self.script, calls=tuple(calls)))


@dataclass(frozen=True, slots=True)
class MarkedElement:
    """An element that is marked with the id of an event, for the binding or a plugin.

    `span` is that of the attribute: `data-rtp-event="ID"`, or `class` with a class `rtp-event--ID`.
    """

    span: Span
    id: str
    element: Element


@dataclass(frozen=True, slots=True)
class Name:
    """The id or name of an element: `span` is that of the attribute, `first` that of an earlier one with the same id.

    `is_early`: it hides the function only if it comes before the RTP tag, which then does not set the function.
    """

    span: Span
    text: str
    element: str
    first: Span | None = None
    is_early: bool = False


@dataclass(frozen=True, slots=True)
class Matched:
    """An element that matches a CSS selector.

    `span` is that of its start tag, and `around` contains those of the elements around it, from the innermost. All tags
    inside the element begin before `end`. The label of `element` is the text in it. An element without a tag, such as
    the body of a page without `<body>`, has no name and an empty span.
    """

    selector: str
    span: Span
    element: Element
    end: int
    around: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """The contents of one file, which is a page or a script.

    `repeated`: ids that an earlier element also has. `hiding`: ids and names that hide the function `rtp` or `window`.
    `base`: the URL in the `base` element, to which relative URLs are relative. `mentions`: those outside of `codes`.
    `container`: the id of the Google Tag Manager container in the file, or empty; `parts`: its parts. `matched`: the
    elements that match one of the selectors that were looked for.
    """

    is_page: bool
    codes: tuple[Code, ...] = ()
    marked_elements: tuple[MarkedElement, ...] = ()
    repeated: tuple[Name, ...] = ()
    hiding: tuple[Name, ...] = ()
    base: str = ""
    mentions: tuple[Mention, ...] = ()
    parts: tuple[Part, ...] = ()
    container: str = ""
    matched: tuple[Matched, ...] = ()

    @property
    def all_mentions(self) -> Iterator[Mention]:
        """The mentions in the file, including those in its code."""
        yield from self.mentions
        for code in self.codes:
            yield from code.script.mentions


@dataclass(frozen=True, slots=True)
class Part:
    """A tag of a Google Tag Manager container, or another part of one that has a name.

    `line` is None if it is not certain. `trigger` is when the tag fires, or None if a definition cannot express that.
    `remarks` say why, or how the trigger differs. `refusal` says why the tag does not run, in words that follow the
    name.
    """

    name: str
    line: int | None
    contents: Contents
    trigger: Trigger | None = None
    remarks: tuple[str, ...] = ()
    refusal: str = ""
