"""What an engine may do to labels where no escape can help: to which labels, and only what the reason says."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tests.engines.mismatches import Mismatch

May = Callable[[str, object], bool]
"""Whether the engine may turn the first, a label, into the second, a text or a number of elements."""


@dataclass(frozen=True, slots=True)
class LabelChange:
    """The reason in the table of supported places, and what may change in which labels."""

    reason: str
    may: Mapping[str, May]

    def accounts_for(self, mismatch: Mismatch) -> bool:
        """Whether the change explains every label in which the page differs."""
        may, expected, got = self.may.get(mismatch.what), mismatch.expected, mismatch.got
        if may is None or not isinstance(expected, list) or not isinstance(got, list) or len(got) != len(expected):
            return False
        labels = zip((case.label for case in mismatch.cases), expected, got, strict=True)
        return all(may(label, is_now) for label, was, is_now in labels if is_now != was)


def text_made(reason: str, may: May) -> LabelChange:
    """A change of the text of labels."""
    return LabelChange(reason, {"label texts": may})


def elements_made(reason: str, pattern: str) -> LabelChange:
    """A change that puts elements around parts of the labels that contain the pattern."""
    return LabelChange(reason, {"elements in labels": found(pattern)})


def found(pattern: str) -> May:
    """Labels that contain the pattern may become anything."""
    return lambda label, _: re.search(pattern, label) is not None


def made_by(make: Callable[[str], str]) -> May:
    """Labels may become only what the function returns for them."""
    return lambda label, got: got == make(label)


def single_spaces(label: str) -> str:
    """The label with each run of spaces collapsed to one."""
    return re.sub("  +", " ", label)


def beyond(change: LabelChange, mismatches: Sequence[Mismatch]) -> list[Mismatch]:
    """The mismatches that the change doesn't account for."""
    return [mismatch for mismatch in mismatches if not change.accounts_for(mismatch)]
