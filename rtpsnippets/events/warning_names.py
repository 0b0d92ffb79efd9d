"""The names of the warnings: what is odd but can be sent, and what a definition may silence with `ignore`.

>>> "wildcard" in WARNINGS
True
"""

from __future__ import annotations

from collections.abc import Mapping

from rtpsnippets.errors import Problem
from rtpsnippets.events.field import Schema
from rtpsnippets.events.text_rules import any_text
from rtpsnippets.suggestions import unknown_name

WILDCARD = "wildcard"
SEPARATOR = "separator"
BLANKS = "blanks"
INVISIBLE = "invisible"
NOT_NFC = "not-nfc"
SIMILAR = "similar-values"
SAME = "same-value"
REPEATED = "repeated-value"
SAME_SELECTOR = "same-selector"
SILENT = "silent-element"
RELATIVE = "relative-address"
UNUSED = "unused-event"

WARNINGS: Mapping[str, str] = {
    WILDCARD: "a value has a *, which is a wildcard in a segment",
    SEPARATOR: "a value has a ;, which separates values in a segment",
    BLANKS: "a value has a blank at its beginning or end, or two in a row",
    INVISIBLE: "a value has a control or another character that can't be seen",
    NOT_NFC: "a value has a character that can be written in another way",
    SIMILAR: "two values differ only by case or blanks",
    SAME: "two events have the same value",
    REPEATED: "an event has the same value twice",
    SAME_SELECTOR: "two events have the same selector and the same trigger",
    SILENT: "a click on an event's button or link sends nothing",
    RELATIVE: "the address of a link has no https:// before www., so it leads to a page of your own site",
    UNUSED: "no page of a site uses an event (said by `rtpsnippets audit`)",
}
"""Every warning by its name, with what it says."""

WARNING_NAME: Schema = {"enum": list(WARNINGS)}


def warning_name_problems(value: object) -> list[Problem]:
    """The problems of what is to be the name of a warning."""
    problems = any_text(value)
    if problems or value in WARNINGS:
        return problems
    return [unknown_name("warning", str(value), WARNINGS)]
