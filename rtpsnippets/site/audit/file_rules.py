"""What is wrong in a file of a site by itself, page or script: its values, its syntax, its binding."""

from __future__ import annotations

from collections.abc import Iterator

from rtpsnippets.display import quoted
from rtpsnippets.errors import Problem
from rtpsnippets.site.audit.findings import found, skipped
from rtpsnippets.site.audit.kinds import (
    BROKEN_TAG,
    STALE_BINDING,
    SYNTAX,
    TOO_MANY,
    UNKNOWN_CALL,
    UNKNOWN_VALUE,
)
from rtpsnippets.site.audit.known_values import Known
from rtpsnippets.site.javascript.model import NOT_READ, BoundEvent, Call
from rtpsnippets.site.model import Code
from rtpsnippets.site.site_file import SiteFile
from rtpsnippets.web.javascript import VALUES_PER_CALL

_BUILD = "build the binding again: rtpsnippets build"
_COMPARE = "compare it with the definitions yourself"


def file_findings(file: SiteFile, known: Known) -> Iterator[Problem]:
    """All that is wrong in the file whatever other files there are."""
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
        yield found(SYNTAX, file, script.error, what, "a browser runs nothing of it; fix it")
    for stub in script.stubs:
        if stub.is_broken:
            hint = "it must push its arguments into its .q; take the tag again from Web Personalization's settings"
            yield found(BROKEN_TAG, file, stub.span, "the RTP tag loses all calls until its script has come", hint)
    for call in script.calls:
        if call.values is not None or script.error is None:  # the error is why
            yield from _of_call(file, call, known)
    for bound in script.bound or ():
        yield from _of_bound(file, bound, known)


def _of_call(file: SiteFile, call: Call, known: Known) -> Iterator[Problem]:
    if call.values is None:
        yield found(UNKNOWN_CALL, file, call.span, f"the value {call.reason}", _COMPARE)
        return
    if len(call.values) > VALUES_PER_CALL:
        what = f"the call sends {len(call.values)} values; the API takes {VALUES_PER_CALL}"
        yield found(TOO_MANY, file, call.span, what, "make more calls, as the snippets of rtpsnippets do")
    for value in dict.fromkeys(call.values):
        if value not in known.values:
            hint = known.meant_by(value) or "rtpsnippets list shows all values"
            yield found(UNKNOWN_VALUE, file, call.span, f"no event has the value {quoted(value)}", hint)


def _of_bound(file: SiteFile, bound: BoundEvent, known: Known) -> Iterator[Problem]:
    event = known.events.get(bound.id)
    if event is None:
        what = f"the binding has the event {quoted(bound.id)}, which no definition has"
        yield found(STALE_BINDING, file, bound.span, what, _BUILD)
    elif event.batches != bound.batches:
        what = f"the binding sends other values for the event {quoted(bound.id)} than its definition says"
        yield found(STALE_BINDING, file, bound.span, what, _BUILD)
