"""What each place of a site sends: its calls, those of one list together.

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
_BINDING_WAITS = "the binding is in a tag that fires only later"
_HANDLERS = {"onclick": CLICK, "href": CLICK, "xlink:href": CLICK, "onsubmit": SUBMIT}
"""When the code in an attribute runs."""


@dataclass(frozen=True, slots=True)
class Send:
    """One place that sends one value, in one call or in the calls that send one list.

    `attribute` and `element` are of the handler that it stands in; `is_alone` says that the handler does nothing else.
    `is_waiting` says that a tool holds back its script. `id` is that of a row of a binding. `trigger` says when it
    sends; None if that can't be known, or the row doesn't say. `is_everywhere` says that a tag of a container sends it,
    which all pages may load, and `remarks` are about the trigger of the tag.
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
    """Yield what the file sends, in the order of its code; a tag of a container when it fires."""
    for send in _sends_of_code(file):
        yield send if file.part is None or isinstance(send, Unknown) else _fired(send, file.part)


def _fired(send: Send, tag: Part) -> Send:
    """The same as a tag sends it. What stands on an element of its own is sent by that."""
    if send.attribute:
        return send
    if tag.trigger is None:
        return replace(send, trigger=None, is_everywhere=True, remarks=tag.remarks)
    if tag.trigger == _AT_LOAD:
        return replace(send, is_everywhere=True)
    if send.trigger != _AT_LOAD:  # once the tag has fired, the code waits for something else
        return replace(send, trigger=None, is_everywhere=True, remarks=(_BINDING_WAITS,) if send.id else ())
    trigger = _definable(tag.trigger)
    remarks = tag.remarks if trigger else (f"a definition can't have the selector {quoted(tag.trigger.selector)}",)
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
    """The calls of a run, those of one list together.

    A long list is sent four by four: all of its calls but the last have four values, and the last has no more.
    """
    begin = 0
    for end, call in enumerate(run, 1):
        follows = end < len(run) and _length(call) == VALUES_PER_CALL and 1 <= _length(run[end]) <= VALUES_PER_CALL
        if not follows:
            yield run[begin:end]
            begin = end


def _length(call: Call) -> int:
    """How many values the list has that the call sends; 0 if it sends no list that a definition could have."""
    return len(call.values) if call.is_list and call.values and not refusal_of(call) else 0


def _send(file: SiteFile, code: Code, calls: Sequence[Call], *, is_last: bool, is_alone: bool) -> Send | Unknown:
    """What these calls send, which are the last of their run or not, and all of their handler or not."""
    location = file.location(calls[0].span)
    refusal = refusal_of(calls[0])
    if refusal:
        return Unknown(location, refusal)
    return Send(
        _joined([call.value for call in calls if call.value is not None]),
        location,
        len(calls),
        is_guarded=all(call.is_guarded for call in calls),
        # The call that shows the campaign stands at the end of the run.
        is_refreshed=calls[-1].is_refreshed and is_last,
        attribute=code.attribute,
        element=code.element,
        is_alone=is_alone,
        is_waiting=code.moment == WAITING,
        trigger=_trigger(code, calls[0]),
    )


def _trigger(code: Code, call: Call) -> Trigger | None:
    """When the call is made; of a handler that makes it on a condition, without the element."""
    if not code.attribute:
        trigger = call.trigger
    elif call.is_later or code.attribute not in _HANDLERS:
        trigger = None
    else:
        trigger = Trigger(_HANDLERS[code.attribute], _selector_of(code.element) if call.trigger else "")
    return _definable(trigger)


def _definable(trigger: Trigger | None) -> Trigger | None:
    """The trigger, if a definition can have it."""
    if trigger is None or on_problems(trigger.on) or selector_problems(trigger.selector):
        return None
    return None if filled_in_by_a_template(trigger.selector) else trigger


def _selector_of(element: Element) -> str:
    """The selector of an element that has an id; empty if it has none, or one that is no plain name."""
    element_id = dict(element.attributes).get("id", "")
    return f"#{element_id}" if _NAME.fullmatch(element_id) else ""


def _send_of_row(file: SiteFile, row: BoundEvent) -> Send | Unknown:
    """What a row of a binding sends. It may be of another version than ours, or not be ours at all."""
    location = file.location(row.span)
    if not row.batches:
        return Unknown(location, "the row of the binding sends nothing")
    value = _joined(row.batches)
    values = (value,) if isinstance(value, str) else value
    refusal = refusal_of(Call(row.span, values, is_list=value is values))
    if refusal:
        return Unknown(location, refusal)
    return Send(value, location, len(row.batches), id=row.id, trigger=_definable(row.trigger))


def _joined(values: Sequence[Value]) -> Value:
    """One string, or the strings of all lists."""
    first = values[0]
    return first if isinstance(first, str) else tuple(chain.from_iterable(values))
