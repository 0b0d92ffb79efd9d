"""What is wrong on a page of a site, with the scripts that it loads: the tag, its order, the marks, the names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rtpsnippets.display import quoted
from rtpsnippets.errors import Problem
from rtpsnippets.events.event import DATA
from rtpsnippets.events.triggers import CLICK, LOAD
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
from rtpsnippets.site.model import CLICKED, NOW, WAITING, Code, Contents, Mark
from rtpsnippets.site.page_code import SOME_CONTAINER
from rtpsnippets.site.site_file import SiteFile
from rtpsnippets.snippets.formats import is_sent_on, sender
from rtpsnippets.suggestions import unknown_id
from rtpsnippets.web.reserved_names import HIDDEN_NAMES, MARK


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a site with what it loads. `is_whole` says that all its scripts are files of the site.

    `container` is the id of a Google Tag Manager container that it loads and that wasn't read, if there is one.
    """

    file: SiteFile
    contents: Contents
    loaded: Sequence[Loaded]
    is_whole: bool
    container: str = ""


def page_findings(page: Page, known: Known) -> Iterator[Problem]:
    """All that is wrong on the page, but for what is wrong in its calls by themselves."""
    steps = steps_of(page.loaded)
    yield from _of_repeated(page)
    yield from _of_hiding(page, steps)
    yield from _of_policy(page)
    yield from mark_findings(page, known)
    yield from _of_tags(page, steps)
    yield from _of_order(page, steps)
    yield from _of_triggers(page, known)
    moments = {step.moment for step in steps if isinstance(step.act, Stub)}
    if not moments:
        yield from _of_missing_tag(page, steps, known)
    elif moments == {WAITING}:
        yield from _of_waiting_tag(page, steps)


def _of_repeated(page: Page) -> Iterator[Problem]:
    for name in page.contents.repeated:
        first = page.file.location(name.first or name.span)
        what = f"the id {quoted(name.text)} is on an element before, in line {first.line}, column {first.column}"
        hint = "give each element its own; where a snippet stands twice, mark an element of the page instead"
        yield found(REPEATED_ID, page.file, name.span, what, hint)


def _of_hiding(page: Page, steps: Sequence[Step]) -> Iterator[Problem]:
    """The names that hide the function; some do so only before the tag has put it in place."""
    tags = [step.span.start for step in steps if isinstance(step.act, Stub) and step.moment == NOW]
    for name in page.contents.hiding:
        if not (name.is_early and tags and tags[0] < name.span.start):
            what = f'an element with the id or name "{name.text}" ({name.element}) can hide {HIDDEN_NAMES[name.text]}'
            yield found(HIDDEN, page.file, name.span, what, "give it another one")


def _of_policy(page: Page) -> Iterator[Problem]:
    for each in page.loaded:
        if each.at.blocked and (not each.path or each.does_something):
            what = f"the page's own policy forbids the {each.at.attribute or 'script'}: {each.at.blocked}"
            hint = 'rtpsnippets csp prints what a policy needs; carrier = "data" and the binding need no inline code'
            yield found(BLOCKED, page.file, each.at.span, what, hint)


def mark_findings(page: Page, known: Known) -> Iterator[Problem]:
    """What is wrong with the marks on the page."""
    bound = {row.id for each in page.loaded for rows in each.bound for row in rows}
    is_bound = any(each.bound for each in page.loaded)
    for mark in page.contents.marks:
        if mark.id not in known.events:
            problem = unknown_id(mark.id, known.compared(known.events), "rtpsnippets list shows all ids")
            yield found(UNKNOWN_ID, page.file, mark.span, problem.what, problem.hint)
        elif page.is_whole and not is_bound:
            what = f"an element is marked with the event {quoted(mark.id)}, and the page loads no binding to send it"
            yield found(NO_BINDING, page.file, mark.span, what, "load rtp-events.js, which rtpsnippets build makes")
        elif page.is_whole and mark.id not in bound:
            what = f"the binding that the page loads has no event {quoted(mark.id)}"
            yield found(STALE_BINDING, page.file, mark.span, what, "build the binding again: rtpsnippets build")


def _of_tags(page: Page, steps: Sequence[Step]) -> Iterator[Problem]:
    tags = sorted((step for step in steps if isinstance(step.act, Stub)), key=lambda step: step.span.start)
    for step in tags[1:]:
        first = page.file.location(tags[0].span)
        what = f"the page has the RTP tag before, in line {first.line}, column {first.column}"
        yield found(SECOND_TAG, page.file, step.span, what, "leave one out: each counts a view of the page")


def _of_order(page: Page, steps: Sequence[Step]) -> Iterator[Problem]:
    """The calls before the first tag, if it is known when that runs."""
    turns = [step for step in steps if step.has_its_turn]
    first = next((at for at, step in enumerate(turns) if isinstance(step.act, Stub)), 0)
    for span in dict.fromkeys(step.span for step in turns[:first]):
        what = "the call runs before the RTP tag, so that there is no function rtp"
        yield found(BEFORE_TAG, page.file, span, what, "put the tag into the head of the page, before all calls")


_ON_CLICK = ("onclick", "href", "xlink:href")
_WORDS = {CLICK: "on a click", LOAD: "as it loads"}


def _of_triggers(page: Page, known: Known) -> Iterator[Problem]:
    """The calls that are made on a click or as the page loads, where the definitions say otherwise."""
    for each in page.loaded:
        for call in each.acts if not each.at.blocked else ():
            if isinstance(call, Call) and (trigger := _trigger_of(each.at, call)):
                yield from _of_call(page, each, call, trigger, known)


def _of_call(page: Page, loaded: Loaded, call: Call, trigger: str, known: Known) -> Iterator[Problem]:
    span = loaded.at.span if loaded.path else call.span
    for value in dict.fromkeys(call.values or ()):
        events = known.events_of(value)
        if events and not any(is_sent_on(trigger, event) for event in events):
            what = f"the page sends {quoted(value)} {_WORDS[trigger]}; by its definition it is {sender(events[0])}"
            hint = f"remove the call, or change the trigger of the event {quoted(events[0].id)}"
            yield found(WRONG_TRIGGER, page.file, span, what, hint)
        if events and not loaded.path and all(event.carrier == DATA for event in events):
            what = f'inline code sends {quoted(value)}; its event {quoted(events[0].id)} has carrier = "data"'
            hint = f'mark an element with {MARK}="{events[0].id}" and load rtp-events.js, or write carrier = "inline"'
            yield found(WRONG_CARRIER, page.file, span, what, hint)


def _trigger_of(code: Code, call: Call) -> str:
    """When the call is made: as the page loads or on a click; empty if it is made otherwise, or that isn't certain."""
    if code.moment == CLICKED:
        return CLICK if code.attribute in _ON_CLICK and not call.is_later else ""
    on = LOAD if not call.is_later else call.trigger.on if call.trigger else ""
    return on if on in _WORDS and not (code.moment == WAITING and on == LOAD) else ""


def _of_missing_tag(page: Page, steps: Sequence[Step], known: Known) -> Iterator[Problem]:
    calls = [step.span for step in steps if isinstance(step.act, Call) and not step.act.is_guarded]
    marks = [mark.span for mark in page.contents.marks if _sends(mark, known)]
    if calls or marks:
        first: Span = min((*calls, *marks), key=lambda span: span.start)
        if page.container:
            name = "a container" if page.container == SOME_CONTAINER else f"the container {page.container}"
            what = f"the page sends events and has no RTP tag, but loads {name}, which may bring it"
            hint = "export that container from Google Tag Manager, and name the file: --container FILE"
            yield found(TAG_IN_CONTAINER, page.file, first, what, hint)
            return
        hint = "put the tag into the head of the page; if a tag manager brings it, ignore no-tag"
        yield found(NO_TAG, page.file, first, "the page sends events and has no RTP tag", hint)


def _of_waiting_tag(page: Page, steps: Sequence[Step]) -> Iterator[Problem]:
    """The first call that may be made before the tag, which a tool holds back; a binding asks for the tag itself."""
    early = [step for step in steps if step.moment != WAITING]
    spans = [step.span for step in early if isinstance(step.act, Call) and not step.act.is_guarded]
    if spans:
        what = "the page sends events, and its RTP tag waits for consent or for the visitor: calls before it are lost"
        hint = "write guard = true and use the new snippet, or hold back the call in the same way as the tag"
        yield found(TAG_WAITS, page.file, min(spans, key=lambda span: span.start), what, hint)


def _sends(mark: Mark, known: Known) -> bool:
    """Whether the mark is of an event that is to be sent on every page that has it."""
    event = known.events.get(mark.id)
    return event is not None and not event.guard
