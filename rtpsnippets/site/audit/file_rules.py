"""Check one page or script by itself: its values, its syntax, its binding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rtpsnippets.display import quoted
from rtpsnippets.errors import Problem
from rtpsnippets.events.event import Event
from rtpsnippets.events.invisible import in_one_line
from rtpsnippets.site.audit.findings import found, skipped
from rtpsnippets.site.audit.kinds import (
    BROKEN_TAG,
    DEPRECATED,
    FORMER_VALUE,
    STALE_BINDING,
    SYNTAX,
    TOO_MANY,
    UNKNOWN_CALL,
    UNKNOWN_VALUE,
)
from rtpsnippets.site.audit.known_values import Known
from rtpsnippets.site.javascript.model import NOT_READ, BoundEvent, Call, Span
from rtpsnippets.site.model import Code
from rtpsnippets.site.site_file import SiteFile
from rtpsnippets.web.javascript import VALUES_PER_CALL

_BUILD = "rebuild the binding: rtpsnippets build"
_COMPARE = "compare it with the definitions yourself"


def file_findings(file: SiteFile, known: Known) -> Iterator[Problem]:
    """Yield the findings in the file that do not depend on other files."""
    if file.contents is None:
        yield skipped(file.path, file.refusal)
        return
    for code in file.contents.codes:
        yield from _of_code(file, code, known)
    for mention in file.contents.all_mentions:
        if not mention.is_text:
            yield found(UNKNOWN_CALL, file, mention.span, NOT_READ, _COMPARE)


def _of_code(file: SiteFile, code: Code, known: Known) -> Iterator[Problem]:
    script = code.script
    if script.error is not None:
        what = f"the {code.attribute or 'script'} has a syntax error"
        yield found(SYNTAX, file, script.error, what, "fix it; browsers do not run this code")
    for stub in script.stubs:
        if stub.is_broken:
            hint = "copy the tag again from the Web Personalization settings; it must push its arguments to its .q"
            yield found(BROKEN_TAG, file, stub.span, "the RTP tag loses all calls until its script has loaded", hint)
    for call in script.calls:
        if call.values is not None or script.error is None:  # otherwise the syntax error is the reason
            yield from _of_call(file, call, known)
    yield from _of_events(file, script.calls, known)
    for bound in script.bound or ():
        yield from _of_bound(file, bound, known)


def _of_call(file: SiteFile, call: Call, known: Known) -> Iterator[Problem]:
    if call.values is None:
        yield found(UNKNOWN_CALL, file, call.span, f"the value {call.reason}", _COMPARE)
        return
    if len(call.values) > VALUES_PER_CALL:
        what = f"the call sends {len(call.values)} values, but the API accepts at most {VALUES_PER_CALL}"
        yield found(TOO_MANY, file, call.span, what, "split the values into several calls, as the snippets do")
    for value in dict.fromkeys(call.values):
        if value not in known.values:
            hint = known.meant_by(value) or "run rtpsnippets list to see all values"
            yield found(UNKNOWN_VALUE, file, call.span, f"no event has the value {quoted(value)}", hint)


def _of_events(file: SiteFile, calls: Iterable[Call], known: Known) -> Iterable[Problem]:
    """Return the findings on the events that the calls of one piece of code send, each event once."""
    first: dict[str, Call] = {}
    for call in calls:
        for value in call.values or ():
            first.setdefault(value, call)
    findings: dict[tuple[str, str], Problem] = {}
    for value, call in first.items():
        events = known.events_of(value)
        if events and all(value in each.former_values and not first.keys() >= {*each.own_values} for each in events):
            what = f"the call sends {quoted(value)}, a former value of {quoted(events[0].id)}, without the new one"
            problem = found(FORMER_VALUE, file, call.span, what, "replace it with the new snippet", event=events[0])
            findings.setdefault((FORMER_VALUE, events[0].id), problem)
        if events and all(each.deprecated for each in events):
            findings.setdefault((DEPRECATED, events[0].id), deprecated_finding(file, call.span, events[0]))
    return findings.values()


def deprecated_finding(file: SiteFile, span: Span, event: Event) -> Problem:
    """Return the finding for a page or script that uses a deprecated event."""
    what = f"the event {quoted(event.id)} is deprecated: {in_one_line(event.deprecated)}"
    return found(DEPRECATED, file, span, what, "remove it from this file", event=event)


def _of_bound(file: SiteFile, bound: BoundEvent, known: Known) -> Iterator[Problem]:
    event = known.events.get(bound.id)
    if event is None:
        what = f"the binding contains the event {quoted(bound.id)}, which is not defined"
        yield found(STALE_BINDING, file, bound.span, what, _BUILD)
    elif event.batches != bound.batches:
        what = f"the binding sends outdated values for the event {quoted(bound.id)}"
        yield found(STALE_BINDING, file, bound.span, what, _BUILD, event=event)
