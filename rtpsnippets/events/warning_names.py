"""The names of the warnings, which a definition may turn off with `ignore`.

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
SPACES = "blanks"
INVISIBLE = "invisible"
NOT_NFC = "not-nfc"
SIMILAR = "similar-values"
SAME = "same-value"
REPEATED = "repeated-value"
RENAMED = "renamed"
SAME_SELECTOR = "same-selector"
SILENT = "silent-element"
RELATIVE = "relative-address"
UNUSED = "unused-event"

WARNINGS: Mapping[str, str] = {
    WILDCARD: "a value contains *, which may be treated as a wildcard in a segment",
    SEPARATOR: "a value contains ;, which may be treated as a separator in a segment",
    SPACES: "a value begins or ends with a space, or contains two in a row",
    INVISIBLE: "a value contains a control character or another invisible character",
    NOT_NFC: "a value is not in the Unicode form NFC",
    SIMILAR: "two values differ only in case or spaces",
    SAME: "two events have the same value",
    REPEATED: "an event contains the same value twice",
    RENAMED: "an event has former values, which it still sends",
    SAME_SELECTOR: "two events have the same selector and the same trigger",
    SILENT: "a click on the button or link of an event sends nothing",
    RELATIVE: "the address of a link has no https:// before www., so it points to a page on your own site",
    UNUSED: "no page of a site uses an event (reported by `rtpsnippets audit`)",
}
"""The names of all warnings, with their meanings."""

WARNING_NAME: Schema = {"enum": list(WARNINGS)}


def warning_name_problems(value: object) -> list[Problem]:
    """Return the problems of the name of a warning."""
    problems = any_text(value)
    if problems or value in WARNINGS:
        return problems
    return [unknown_name("warning", str(value), WARNINGS)]
