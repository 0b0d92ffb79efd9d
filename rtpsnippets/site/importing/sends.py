"""Find what each location of a site sends; consecutive calls that send one long list count as one.

>>> from rtpsnippets.site.model import Contents
>>> from rtpsnippets.site.javascript.model import Script, Span
>>> code = Code(Span(0, 90), Script((Call(Span(0, 40), ("a",)), Call(Span(50, 90), ("b",)))))
>>> [send.value for send in sends_of(SiteFile("a.js", Contents(False, (code,))))]
['a', 'b']
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby

from rtpsnippets.display import quoted
from rtpsnippets.errors import Location
from rtpsnippets.events.triggers import CLICK, LOAD, SUBMIT, on_problems, selector_problems
from rtpsnippets.site.importing.refusals import filled_in_by_a_template, refusal_of
from rtpsnippets.site.javascript.model import BoundEvent, Call, Trigger
from rtpsnippets.site.model import WAITING, Code, Element, Part
from rtpsnippets.site.site_file import SiteFile
from rtpsnippets.web.javascript import VALUES_PER_CALL

Value = str | tuple[str, ...]

_NO_ELEMENT = Element("")
_NAME = re.compile(r"[A-Za-z_][\w-]*", re.ASCII)
_AT_LOAD = Trigger(LOAD)
_BINDING_WAITS = "the binding is in a tag that fires later"
_HANDLERS = {"onclick": CLICK, "href": CLICK, "xlink:href": CLICK, "onsubmit": SUBMIT}
"""When the code in an attribute runs."""


@dataclass(frozen=True, slots=True)
class Send:
    """One location that sends a value, in one call or in the calls that send one list.

    `attribute` and `element` are those of the handler with the call; `is_alone` means that the handler does nothing
    else. `is_waiting` means that a tool delays its script. `id` is that of a row of a binding. `trigger` is None if it
    is unknown or the row has none. `is_everywhere` means that a tag of a container sends it, on every page that loads
    the container; `remarks` are about the trigger of the tag.
    """

    value: Value
    location: Location
    calls: int = 1
    is_guarded: bool = False
    is_refreshed: bool = False
    attribute: str = ""
    element: Element = _NO_ELEMENT
    is_alone: bool = False
    is_waiting: bool = False
    id: str = ""
    trigger: Trigger | None = _AT_LOAD
    is_everywhere: bool = False
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unknown:
    """One call that no definition can send, and why."""

    location: Location
    reason: str
    calls: int = 1


def sends_of(file: SiteFile) -> Iterator[Send | Unknown]:
    """Yield what the file sends, in the order of its code. In a container, the tags' triggers apply."""
    for send in _sends_of_code(file):
        yield send if file.part is None or isinstance(send, Unknown) else _fired(send, file.part)


def _fired(send: Send, tag: Part) -> Send:
    """Return `send` with the trigger of its tag. A handler of an element keeps its own trigger."""
    if send.attribute:
        return send
    if tag.trigger is None:
        return replace(send, trigger=None, is_everywhere=True, remarks=tag.remarks)
    if tag.trigger == _AT_LOAD:
        return replace(send, is_everywhere=True)
    if send.trigger != _AT_LOAD:  # once the tag has fired, the code waits for something else
        return replace(send, trigger=None, is_everywhere=True, remarks=(_BINDING_WAITS,) if send.id else ())
    trigger = _definable(tag.trigger)
    remarks = tag.remarks if trigger else (f"a definition cannot have the selector {quoted(tag.trigger.selector)}",)
    return replace(send, trigger=trigger, is_everywhere=True, remarks=remarks)


def _sends_of_code(file: SiteFile) -> Iterator[Send | Unknown]:
    for code in file.contents.codes if file.contents else ():
        runs = [list(_lists(list(run))) for _, run in groupby(code.script.calls, _run)]
        is_alone = code.script.is_all_known and [len(lists) for lists in runs] == [1]
        for lists in runs:
            for calls in lists:
                yield _send(file, code, calls, is_last=calls is lists[-1], is_alone=is_alone)
        for row in code.script.bound or ():
            yield _send_of_row(file, row)


def _run(call: Call) -> int:
    return call.run


def _lists(run: Sequence[Call]) -> Iterator[Sequence[Call]]:
    """Yield the calls of a run, grouped by list.

    A long list is sent in calls with four values, except for the last one, which may have fewer.
    """
    begin = 0
    for end, call in enumerate(run, 1):
        follows = end < len(run) and _length(call) == VALUES_PER_CALL and 1 <= _length(run[end]) <= VALUES_PER_CALL
        if not follows:
            yield run[begin:end]
            begin = end


def _length(call: Call) -> int:
    """Return the length of the list that the call sends; 0 if it does not send a list that a definition can have."""
    return len(call.values) if call.is_list and call.values and not refusal_of(call) else 0


def _send(file: SiteFile, code: Code, calls: Sequence[Call], *, is_last: bool, is_alone: bool) -> Send | Unknown:
    """Return what these calls send; they may be the last ones of their run, and all that their handler does."""
    location = file.location(calls[0].span)
    refusal = refusal_of(calls[0])
    if refusal:
        return Unknown(location, refusal)
    return Send(
        _joined([call.value for call in calls if call.value is not None]),
        location,
        len(calls),
        is_guarded=all(call.is_guarded for call in calls),
        # The call that gets the campaign is at the end of the run.
        is_refreshed=calls[-1].is_refreshed and is_last,
        attribute=code.attribute,
        element=code.element,
        is_alone=is_alone,
        is_waiting=code.timing == WAITING,
        trigger=_trigger(code, calls[0]),
    )


def _trigger(code: Code, call: Call) -> Trigger | None:
    """Return when the call is made; without a selector if its handler makes it only under a condition."""
    if not code.attribute:
        trigger = call.trigger
    elif call.is_later or code.attribute not in _HANDLERS:
        trigger = None
    else:
        trigger = Trigger(_HANDLERS[code.attribute], _selector_of(code.element) if call.trigger else "")
    return _definable(trigger)


def _definable(trigger: Trigger | None) -> Trigger | None:
    """Return the trigger if a definition can have it."""
    if trigger is None or on_problems(trigger.on) or selector_problems(trigger.selector):
        return None
    return None if filled_in_by_a_template(trigger.selector) else trigger


def _selector_of(element: Element) -> str:
    """Return a selector for the id of an element; empty if it has none, or one that is not a plain name."""
    element_id = dict(element.attributes).get("id", "")
    return f"#{element_id}" if _NAME.fullmatch(element_id) else ""


def _send_of_row(file: SiteFile, row: BoundEvent) -> Send | Unknown:
    """Return what a row of a binding sends. Another version may have generated it, or somebody may have changed it."""
    location = file.location(row.span)
    if not row.batches:
        return Unknown(location, "this event of the binding sends nothing")
    value = _joined(row.batches)
    values = (value,) if isinstance(value, str) else value
    refusal = refusal_of(Call(row.span, values, is_list=value is values))
    if refusal:
        return Unknown(location, refusal)
    return Send(value, location, len(row.batches), id=row.id, trigger=_definable(row.trigger))


def _joined(values: Sequence[Value]) -> Value:
    """Return one string, or the strings of all lists."""
    first = values[0]
    return first if isinstance(first, str) else tuple(chain.from_iterable(values))
