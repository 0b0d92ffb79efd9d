"""What an engine may do to labels where no escape can help: to which of them, and no more than its reason says."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tests.engines.mismatches import Mismatch

May = Callable[[str, object], bool]
"""Whether the engine may make the second (a text, or a number of elements) of the first, a label."""


@dataclass(frozen=True, slots=True)
class LabelChange:
    """The reason, as the README's table gives it, and what may be altered: by what is compared, in which labels."""

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
    """The change of an engine that alters the text of labels."""
    return LabelChange(reason, {"label texts": may})


def elements_made(reason: str, pattern: str) -> LabelChange:
    """The change of an engine that puts elements around parts of the labels in which the pattern is found."""
    return LabelChange(reason, {"elements in labels": found(pattern)})


def found(pattern: str) -> May:
    """Labels in which the pattern is found may become anything."""
    return lambda label, _: re.search(pattern, label) is not None


def made_by(make: Callable[[str], str]) -> May:
    """Labels may become what the function makes of them, and nothing else."""
    return lambda label, got: got == make(label)


def single_blanks(label: str) -> str:
    """The label with one blank for several."""
    return re.sub("  +", " ", label)


def beyond(change: LabelChange, mismatches: Sequence[Mismatch]) -> list[Mismatch]:
    """The mismatches that the change doesn't account for."""
    return [mismatch for mismatch in mismatches if not change.accounts_for(mismatch)]
