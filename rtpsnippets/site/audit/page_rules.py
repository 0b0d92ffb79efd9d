"""Check a page together with the scripts that it loads: the tag, the order, marked elements, names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rtpsnippets.display import quoted
from rtpsnippets.errors import Problem
from rtpsnippets.events.event import DATA
from rtpsnippets.events.triggers import CLICK, LOAD
from rtpsnippets.site.audit.file_rules import deprecated_finding
from rtpsnippets.site.audit.findings import found
from rtpsnippets.site.audit.kinds import (
    BEFORE_TAG,
    BLOCKED,
    HIDDEN,
    NO_BINDING,
    NO_TAG,
    REPEATED_ID,
    SECOND_TAG,
    STALE_BINDING,
    TAG_IN_CONTAINER,
    TAG_WAITS,
    UNKNOWN_ID,
    WRONG_CARRIER,
    WRONG_TRIGGER,
)
from rtpsnippets.site.audit.known_values import Known
from rtpsnippets.site.audit.load_order import Loaded, Step, steps_of
from rtpsnippets.site.javascript.model import Call, Span, Stub
from rtpsnippets.site.model import CLICKED, NOW, WAITING, Code, Contents, MarkedElement
from rtpsnippets.site.page_code import SOME_CONTAINER
from rtpsnippets.site.site_file import SiteFile
from rtpsnippets.snippets.formats import is_sent_on, sender
from rtpsnippets.suggestions import unknown_id
from rtpsnippets.web.reserved_names import EVENT_ATTRIBUTE, HIDDEN_NAMES


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a site with the code that it loads. `is_whole`: all of its scripts are files of the site.

    `container`: the id of a Google Tag Manager container that the page loads but that was not read, or empty.
    """

    file: SiteFile
    contents: Contents
    loaded: Sequence[Loaded]
    is_whole: bool
    container: str = ""


def page_findings(page: Page, known: Known) -> Iterator[Problem]:
    """Yield all findings on the page, except those of `file_findings`."""
    steps = steps_of(page.loaded)
    yield from _of_repeated(page)
    yield from _of_hiding(page, steps)
    yield from _of_policy(page)
    yield from marked_element_findings(page, known)
    yield from _of_tags(page, steps)
    yield from _of_order(page, steps)
    yield from _of_triggers(page, known)
    yield from _of_deprecated_rows(page, known)
    timings = {step.timing for step in steps if isinstance(step.act, Stub)}
    if not timings:
        yield from _of_missing_tag(page, steps, known)
    elif timings == {WAITING}:
        yield from _of_waiting_tag(page, steps)


def _of_repeated(page: Page) -> Iterator[Problem]:
    for name in page.contents.repeated:
        first = page.file.location(name.first or name.span)
        what = f"the id {quoted(name.text)} is already used on line {first.line}, column {first.column}"
        hint = "use each id once; to send an event from a second element, mark it with data-rtp-event"
        yield found(REPEATED_ID, page.file, name.span, what, hint)


def _of_hiding(page: Page, steps: Sequence[Step]) -> Iterator[Problem]:
    """Yield names that hide the function; some hide it only before the tag has set it."""
    tags = [step.span.start for step in steps if isinstance(step.act, Stub) and step.timing == NOW]
    for name in page.contents.hiding:
        if not (name.is_early and tags and tags[0] < name.span.start):
            what = f'an element with the id or name "{name.text}" ({name.element}) can hide {HIDDEN_NAMES[name.text]}'
            yield found(HIDDEN, page.file, name.span, what, "use another id or name")


def _of_policy(page: Page) -> Iterator[Problem]:
    for each in page.loaded:
        if each.at.blocked and (not each.path or each.does_something):
            what = f"the page's own policy blocks the {each.at.attribute or 'script'}: {each.at.blocked}"
            hint = 'allow it in the policy (rtpsnippets csp prints the sources of snippets), or use carrier = "data"'
            yield found(BLOCKED, page.file, each.at.span, what, hint)


def marked_element_findings(page: Page, known: Known) -> Iterator[Problem]:
    """Yield the findings on marked elements of the page."""
    bound = {row.id for each in page.loaded for rows in each.bound for row in rows}
    is_bound = any(each.bound for each in page.loaded)
    for marked in page.contents.marked_elements:
        event = known.events.get(marked.id)
        if event is None:
            problem = unknown_id(marked.id, known.compared(known.events), "run rtpsnippets list to see all ids")
            yield found(UNKNOWN_ID, page.file, marked.span, problem.what, problem.hint)
        elif page.is_whole and not is_bound:
            what = f"an element is marked with the event {quoted(marked.id)}, but the page does not load the binding"
            hint = "load rtp-events.js, which rtpsnippets build creates"
            yield found(NO_BINDING, page.file, marked.span, what, hint, event=event)
        elif page.is_whole and marked.id not in bound:
            what = f"the binding on the page does not contain the event {quoted(marked.id)}"
            yield found(
                STALE_BINDING, page.file, marked.span, what, "rebuild the binding: rtpsnippets build", event=event
            )
        if event is not None and event.deprecated:
            yield deprecated_finding(page.file, marked.span, event)


def _of_tags(page: Page, steps: Sequence[Step]) -> Iterator[Problem]:
    tags = sorted((step for step in steps if isinstance(step.act, Stub)), key=lambda step: step.span.start)
    for step in tags[1:]:
        first = page.file.location(tags[0].span)
        what = f"the page already has the RTP tag on line {first.line}, column {first.column}"
        yield found(SECOND_TAG, page.file, step.span, what, "remove one of them: two may count a page view twice")


def _of_order(page: Page, steps: Sequence[Step]) -> Iterator[Problem]:
    """Yield the calls before the first tag, if it is known when that runs."""
    turns = [step for step in steps if step.has_known_turn]
    first = next((at for at, step in enumerate(turns) if isinstance(step.act, Stub)), 0)
    for span in dict.fromkeys(step.span for step in turns[:first]):
        what = "the call runs before the RTP tag, when the function rtp does not exist yet"
        yield found(BEFORE_TAG, page.file, span, what, "put the tag in the head of the page, before all calls")


_ON_CLICK = ("onclick", "href", "xlink:href")
_WORDS = {CLICK: "on a click", LOAD: "when it loads"}


def _of_triggers(page: Page, known: Known) -> Iterator[Problem]:
    """Yield calls on a click or at load whose definition has another trigger."""
    for each in page.loaded:
        for call in each.acts if not each.at.blocked else ():
            if isinstance(call, Call) and (trigger := _trigger_of(each.at, call)):
                yield from _of_call(page, each, call, trigger, known)


def _of_call(page: Page, loaded: Loaded, call: Call, trigger: str, known: Known) -> Iterator[Problem]:
    span = loaded.at.span if loaded.path else call.span
    for value in dict.fromkeys(call.values or ()):
        events = known.events_of(value)
        if events and not any(is_sent_on(trigger, event) for event in events):
            what = (
                f"the page sends {quoted(value)} {_WORDS[trigger]}, but its definition says it is {sender(events[0])}"
            )
            hint = f"remove the call, or change the trigger of the event {quoted(events[0].id)}"
            yield found(WRONG_TRIGGER, page.file, span, what, hint, event=events[0])
        if events and not loaded.path and all(event.carrier == DATA for event in events):
            what = f'inline code sends {quoted(value)}, but the event {quoted(events[0].id)} has carrier = "data"'
            marked = f'{EVENT_ATTRIBUTE}="{events[0].id}"'
            hint = f'mark an element with {marked} and load rtp-events.js, or set carrier = "inline"'
            yield found(WRONG_CARRIER, page.file, span, what, hint, event=events[0])


def _trigger_of(code: Code, call: Call) -> str:
    """Return when the call is made: at load or on a click; empty if neither, or not certain."""
    if code.timing == CLICKED:
        return CLICK if code.attribute in _ON_CLICK and not call.is_later else ""
    on = LOAD if not call.is_later else call.trigger.on if call.trigger else ""
    return on if on in _WORDS and not (code.timing == WAITING and on == LOAD) else ""


def _of_missing_tag(page: Page, steps: Sequence[Step], known: Known) -> Iterator[Problem]:
    calls = [step.span for step in steps if isinstance(step.act, Call) and not step.act.is_guarded]
    marked = [element.span for element in page.contents.marked_elements if _needs_tag(element, known)]
    if calls or marked:
        first: Span = min((*calls, *marked), key=lambda span: span.start)
        if page.container:
            name = "a container" if page.container == SOME_CONTAINER else f"the container {page.container}"
            what = f"the page sends events and has no RTP tag, but loads {name}, which may add it"
            hint = "export that container from Google Tag Manager and pass the file: --container FILE"
            yield found(TAG_IN_CONTAINER, page.file, first, what, hint)
            return
        hint = "put the tag in the head of the page; if a tag manager adds it, ignore no-tag"
        yield found(NO_TAG, page.file, first, "the page sends events but has no RTP tag", hint)


def _of_waiting_tag(page: Page, steps: Sequence[Step]) -> Iterator[Problem]:
    """Yield the first call that a delayed tag may miss; a binding checks for the tag itself.

    A guard helps a handler, which may run again. A guarded call that runs as the page loads is never sent.
    """
    lost = [
        step
        for step in steps
        if step.timing != WAITING and isinstance(step.act, Call) and (step.has_known_turn or not step.act.is_guarded)
    ]
    if lost:
        first = min(lost, key=lambda step: step.span.start)
        what = "the page sends events, but its RTP tag waits for consent or for the visitor: calls before it are lost"
        remedy = "send it with rtp-events.js" if first.has_known_turn else "set guard = true and paste the new snippet"
        hint = f"{remedy}, or delay the call in the same way as the tag"
        yield found(TAG_WAITS, page.file, first.span, what, hint)


def _of_deprecated_rows(page: Page, known: Known) -> Iterator[Problem]:
    """Yield the deprecated events that a binding sends without a marked element: once for each script that loads it."""
    for each in page.loaded:
        for row in (row for rows in each.bound for row in rows if row.selects):
            event = known.events.get(row.id)
            if event is None or not event.deprecated:
                continue
            matched = (found.span for found in page.contents.matched if found.selector == row.selector)
            span = next(matched, None) if row.selector else each.at.span
            if span is not None:
                yield deprecated_finding(page.file, span, event)


def _needs_tag(element: MarkedElement, known: Known) -> bool:
    """Return whether the element needs the tag on its page: its event is defined and has no guard."""
    event = known.events.get(element.id)
    return event is not None and not event.guard
