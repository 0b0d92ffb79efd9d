"""The kinds of findings: their names, which stay as they are, and what each says.

>>> KINDS["no-tag"].what
'a page sends events and has no RTP tag'
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rtpsnippets.errors import ERROR, WARNING, ProblemsError
from rtpsnippets.events.warning_names import UNUSED, WARNINGS
from rtpsnippets.suggestions import unknown_name

UNKNOWN_VALUE = "unknown-value"
TOO_MANY = "too-many-values"
UNKNOWN_CALL = "unknown-call"
UNKNOWN_ID = "unknown-id"
NO_TAG = "no-tag"
TAG_WAITS = "tag-waits"
TAG_IN_CONTAINER = "tag-in-container"
BEFORE_TAG = "before-tag"
SECOND_TAG = "second-tag"
BROKEN_TAG = "broken-tag"
BLOCKED = "blocked-code"
SYNTAX = "syntax-error"
REPEATED_ID = "repeated-id"
HIDDEN = "hidden-rtp"
NO_BINDING = "no-binding"
STALE_BINDING = "stale-binding"
SKIPPED = "skipped-file"
WRONG_TRIGGER = "wrong-trigger"
WRONG_CARRIER = "wrong-carrier"


@dataclass(frozen=True, slots=True)
class Kind:
    """What findings of a kind say, and whether something doesn't work (`error`) or is to be looked at (`warning`)."""

    what: str
    level: str = ERROR


KINDS: Mapping[str, Kind] = {
    UNKNOWN_VALUE: Kind("a call sends a value that no event has"),
    TOO_MANY: Kind("a call sends more than four values"),
    UNKNOWN_CALL: Kind("the value of a call can't be known from the code", WARNING),
    UNKNOWN_ID: Kind("an element is marked with an id that no event has"),
    NO_TAG: Kind("a page sends events and has no RTP tag"),
    TAG_WAITS: Kind("the RTP tag waits for consent or for the visitor, and calls on the page do not", WARNING),
    TAG_IN_CONTAINER: Kind("a page sends events and has no RTP tag, but loads a container that may bring it", WARNING),
    BEFORE_TAG: Kind("a call runs before the RTP tag"),
    SECOND_TAG: Kind("a page has the RTP tag twice", WARNING),
    BROKEN_TAG: Kind("an RTP tag loses the calls that are made before its script has come"),
    BLOCKED: Kind("the page's own Content Security Policy forbids a handler or a script"),
    SYNTAX: Kind("a handler or a script that mentions rtp has a syntax error"),
    REPEATED_ID: Kind("two elements of a page have the same id", WARNING),
    HIDDEN: Kind("an element has the id or the name rtp or window, which hides the function"),
    NO_BINDING: Kind("a page has a marked element and loads no binding"),
    STALE_BINDING: Kind("a binding sends something else than the definitions say"),
    WRONG_TRIGGER: Kind("a page sends at load or on a click what its definition sends otherwise"),
    WRONG_CARRIER: Kind('inline code sends an event with carrier = "data"'),
    SKIPPED: Kind("a file was not read, or not to its end", WARNING),
    UNUSED: Kind(WARNINGS[UNUSED], WARNING),
}
"""Every kind by its name."""


def known_kinds(names: Iterable[str]) -> frozenset[str]:
    """Return the names of kinds; raise `ProblemsError` with each that no kind has."""
    names = list(names)
    problems = [unknown_name("kind of finding", name, KINDS) for name in names if name not in KINDS]
    if problems:
        raise ProblemsError(problems)
    return frozenset(names)
