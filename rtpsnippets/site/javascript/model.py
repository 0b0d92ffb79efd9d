"""What a script does, as plain data that one process can hand to another.

>>> Call(Span(0, 40), ("MyEvent",)).value
'MyEvent'
>>> str(UnknownError('is the parameter "name"'))
'is the parameter "name"'
"""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Span:
    """From which character to before which: of a piece of code, or of the text of the file that it stands in."""

    start: int
    end: int


_OF_ELEMENTS = frozenset(("click", "submit", "visible"))


@dataclass(frozen=True, slots=True)
class Trigger:
    """When a call is made: `on` and `selector` as a definition has them."""

    on: str
    selector: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    """One call that sends an event.

    `values` are the strings that it sends, None if they can't be known from the code alone; `reason`
    then says why, in words that follow "the value ". `is_list` tells `['a']` from `'a'`. `run` is the same number for
    calls that are made one right after the other, with no other statement between them. `is_later` says that the
    call stands in a function, so that it isn't made when the script is read; `is_guarded` that a check for the
    function `rtp` stands before it; `is_refreshed` that the run ends with the call that shows the
    campaign at once. `shared` are the global variables that the values come from, which other code of a page may set
    before a call that is made later. `trigger` is None if the code alone doesn't prove when the call is made, or
    whether it is; outside of functions it is that of the code, `load`.
    """

    span: Span
    values: tuple[str, ...] | None
    reason: str = ""
    is_list: bool = False
    run: int = 0
    is_later: bool = False
    is_guarded: bool = False
    is_refreshed: bool = False
    shared: tuple[str, ...] = ()
    trigger: Trigger | None = None

    @property
    def value(self) -> str | tuple[str, ...] | None:
        """What the call sends, as the API takes it: a string, or several in a list."""
        return self.values if self.is_list or self.values is None else self.values[0]

    def unknown(self, reason: str) -> Call:
        """The same call where what it sends can't be known."""
        return replace(self, values=None, is_list=False, reason=reason)


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

    `trigger` says when it does; None if the row says nothing but that a click on a marked element does.
    """

    span: Span
    id: str
    batches: tuple[str | tuple[str, ...], ...]
    trigger: Trigger | None = None

    @property
    def selects(self) -> bool:
        """Whether it sends the event of elements without a mark, or by itself."""
        return self.trigger is not None and (bool(self.trigger.selector) or self.trigger.on not in _OF_ELEMENTS)


NOT_READ = "mentions a call in a place that is not read"
"""What is said of a mention."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that has `rtp`, `send` and `event`, and that isn't read.

    `is_text` says that it is the text of a string or the like, which nothing may ever run.
    """

    span: Span
    is_text: bool = False


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
    mentions: tuple[Mention, ...] = ()


class UnknownError(Exception):
    """What is asked can't be known from the code alone; its text says why, in words that follow "the value "."""
