"""What is found in the pages and the scripts of a site: plain data, so that one process can hand it to another.

>>> Call(Span(0, 40), ("MyEvent",)).value
'MyEvent'
"""

from __future__ import annotations

from dataclasses import dataclass

NOW = "now"
DEFERRED = "deferred"
ASYNC = "async"
CLICKED = "clicked"


@dataclass(frozen=True, slots=True)
class Span:
    """From which character to before which: of a piece of code, or of the text of the file that it stands in."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Call:
    """One call that sends an event.

    `values` are the strings that it sends, None if they can't be known from the code alone; `reason`
    then says why, in words that follow "the value ". `is_list` tells `['a']` from `'a'`. `run` is the same number for
    calls that are made one right after the other, with no other statement between them. `is_later` says that the
    call stands in a function, so that it isn't made when the script is read; `is_guarded` that a check for the
    function `rtp` stands before it; `is_refreshed` that the run ends with the call that shows the
    campaign at once.
    """

    span: Span
    values: tuple[str, ...] | None
    reason: str = ""
    is_list: bool = False
    run: int = 0
    is_later: bool = False
    is_guarded: bool = False
    is_refreshed: bool = False

    @property
    def value(self) -> str | tuple[str, ...] | None:
        """What the call sends, as the API takes it: a string, or several in a list."""
        return self.values if self.is_list or self.values is None else self.values[0]


@dataclass(frozen=True, slots=True)
class Stub:
    """The inline part of the RTP tag, which makes the function `rtp`.

    A broken one doesn't keep what it is called with, so that all calls are lost that are made before the script has
    loaded.
    """

    span: Span
    is_broken: bool = False
    is_later: bool = False


@dataclass(frozen=True, slots=True)
class BoundEvent:
    """One row in the table of a binding that `rtpsnippets build` made: an event that it can send.

    `selects` says that it sends the event by itself, of elements without a mark or at a moment of the page.
    """

    span: Span
    id: str
    batches: tuple[str | tuple[str, ...], ...]
    selects: bool = False


@dataclass(frozen=True, slots=True)
class Script:
    """What a piece of JavaScript does, each part in the order of the code.

    `error` is where its syntax is first wrong, None if it is right. `bound` is None if it is no binding. `is_all_known`
    says that it does nothing but make its calls, each behind a guard or not, and show the campaign.
    """

    calls: tuple[Call, ...] = ()
    stubs: tuple[Stub, ...] = ()
    bound: tuple[BoundEvent, ...] | None = None
    error: Span | None = None
    is_all_known: bool = False


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
    it has come) or `clicked` (a handler: whatever its event is). `source` is the address of a script that stands
    elsewhere; `script` is then empty. `blocked` says which rule of the page's own policy forbids it, if one does.
    """

    span: Span
    script: Script
    element: Element = Element("")
    attribute: str = ""
    moment: str = NOW
    source: str = ""
    blocked: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """An attribute with the id of an event, for the binding or a plugin."""

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
    `rtp`. `base` is the address in the element `base`, by which a page's relative addresses are meant.
    """

    is_page: bool
    codes: tuple[Code, ...] = ()
    marks: tuple[Mark, ...] = ()
    repeated: tuple[Name, ...] = ()
    hiding: tuple[Name, ...] = ()
    base: str = ""
