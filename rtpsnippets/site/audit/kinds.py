"""The kinds of findings: their names, which must not change, and what each one means.

>>> KINDS["no-tag"].what
'a page sends events but has no RTP tag'
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
UNTRACKED = "untracked-element"
WRONG_TRIGGER = "wrong-trigger"
WRONG_CARRIER = "wrong-carrier"
FORMER_VALUE = "former-value"
DEPRECATED = "deprecated-event"


@dataclass(frozen=True, slots=True)
class Kind:
    """What a kind of finding means, and its level: something is broken (`error`) or needs a look (`warning`)."""

    what: str
    level: str = ERROR


KINDS: Mapping[str, Kind] = {
    UNKNOWN_VALUE: Kind("a call sends a value that no event has"),
    TOO_MANY: Kind("a call sends more than four values"),
    UNKNOWN_CALL: Kind("the value of a call cannot be determined from the code", WARNING),
    UNKNOWN_ID: Kind("an element is marked with an id that no event has"),
    NO_TAG: Kind("a page sends events but has no RTP tag"),
    TAG_WAITS: Kind("the RTP tag waits for consent or for the visitor, but calls on the page do not", WARNING),
    TAG_IN_CONTAINER: Kind("a page sends events and has no RTP tag, but loads a container that may add it", WARNING),
    BEFORE_TAG: Kind("a call runs before the RTP tag"),
    SECOND_TAG: Kind("a page has the RTP tag twice", WARNING),
    BROKEN_TAG: Kind("an RTP tag loses the calls that are made before its script has loaded"),
    BLOCKED: Kind("the page's own Content Security Policy blocks a handler or a script"),
    SYNTAX: Kind("a handler or a script that mentions rtp has a syntax error"),
    REPEATED_ID: Kind("two elements on a page have the same id", WARNING),
    HIDDEN: Kind("an element has the id or name rtp or window, which can break calls"),
    NO_BINDING: Kind("a page has a marked element but does not load the binding"),
    STALE_BINDING: Kind("a binding differs from the definitions"),
    WRONG_TRIGGER: Kind("a page sends an event at load or on a click, but its definition has another trigger"),
    WRONG_CARRIER: Kind('inline code sends an event with carrier = "data"'),
    FORMER_VALUE: Kind("a call sends a former value of an event without the new one"),
    DEPRECATED: Kind("a page uses a deprecated event", WARNING),
    UNTRACKED: Kind("an element that should be tracked sends no event", WARNING),
    SKIPPED: Kind("a file was not read, or only in part", WARNING),
    UNUSED: Kind(WARNINGS[UNUSED], WARNING),
}
"""All kinds by name."""


def known_kinds(names: Iterable[str]) -> frozenset[str]:
    """Return the names as a set; raise `ProblemsError` with each one that is not a kind."""
    names = list(names)
    problems = [unknown_name("kind of finding", name, KINDS) for name in names if name not in KINDS]
    if problems:
        raise ProblemsError(problems)
    return frozenset(names)
