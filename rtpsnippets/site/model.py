"""What is found in the pages and the scripts of a site: plain data, so that one process can hand it to another.

>>> Mark(Span(0, 40), "my-event", Element("a")).element.name
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
    """An element that a piece of code or a mark stands on: its name, its attributes as a browser reads them.

    `label` is the text in it, with one blank for each run of white space, None if it has no end or holds more than
    text. It is known of buttons and links only. `is_in_form` says that a form is around it, or that it names one.
    """

    name: str
    attributes: tuple[tuple[str, str], ...] = ()
    label: str | None = None
    is_in_form: bool = False


@dataclass(frozen=True, slots=True)
class Code:
    """One piece of code of a site that mentions `rtp`, or a script that a page loads.

    All spans are of the file's text. `attribute` is the name of the handler that it is, empty for a script. `moment`
    is when it runs: `now` (when the page is read to here), `deferred` (when the page has been read), `async` (when
    it has come), `clicked` (a handler: whatever its event is) or `waiting` (when a tool lets it: after the visitor has
    consented, or later than the page). `source` is the address of a script that stands elsewhere; `script` is then
    empty. `blocked` says which rule of the page's own policy forbids it, if one does. `container` is the id of the
    Google Tag Manager container that it loads, if it loads one.
    """

    span: Span
    script: Script
    element: Element = Element("")
    attribute: str = ""
    moment: str = NOW
    source: str = ""
    blocked: str = ""
    container: str = ""

    def with_calls(self, calls: Iterable[Call]) -> Code:
        """The same code with other calls."""
        return replace(self, script=replace(self.script, calls=tuple(calls)))


@dataclass(frozen=True, slots=True)
class Mark:
    """The id of an event that an element is marked with, and the attribute that says so, for the binding or a plugin.

    The attribute is `data-rtp-event`, or `class` with a class `rtp-event--ID`.
    """

    span: Span
    id: str
    element: Element


@dataclass(frozen=True, slots=True)
class Name:
    """An id or a name that an element has: `span` is of the attribute, `first` of the one that had it before.

    `is_early` says that it hides the function only where it stands before the RTP tag, which then isn't put in place.
    """

    span: Span
    text: str
    element: str
    first: Span | None = None
    is_early: bool = False


@dataclass(frozen=True, slots=True)
class Contents:
    """What is found in one file. `is_page` tells a page from a script.

    `repeated` are ids that an element before has too; `hiding` are elements whose id or name hides the function
    `rtp` or `window`. `base` is the address in the element `base`, by which a page's relative addresses are meant.
    `mentions` are those outside of the codes. `container` is the id of the Google Tag Manager container that the file
    is, empty if it is none; `parts` are what that has.
    """

    is_page: bool
    codes: tuple[Code, ...] = ()
    marks: tuple[Mark, ...] = ()
    repeated: tuple[Name, ...] = ()
    hiding: tuple[Name, ...] = ()
    base: str = ""
    mentions: tuple[Mention, ...] = ()
    parts: tuple[Part, ...] = ()
    container: str = ""

    @property
    def all_mentions(self) -> Iterator[Mention]:
        """The mentions of the file, and of its codes."""
        yield from self.mentions
        for code in self.codes:
            yield from code.script.mentions


@dataclass(frozen=True, slots=True)
class Part:
    """A tag of a Google Tag Manager container, or something else in one that has a name.

    `line` is None where it isn't certain. `trigger` is when the tag fires; None if no definition says the same, and
    `remarks` say why. With a trigger they say what isn't quite the same. `refusal` says why nothing of the tag runs, in
    words that follow the name.
    """

    name: str
    line: int | None
    contents: Contents
    trigger: Trigger | None = None
    remarks: tuple[str, ...] = ()
    refusal: str = ""
