"""A change explains the labels that its reason names, and no other difference."""

from __future__ import annotations

import pytest

from tests.engines.cases import case_of
from tests.engines.label_changes import LabelChange, beyond, elements_made, found, made_by, single_spaces, text_made
from tests.engines.mismatches import Mismatch

_QUOTES = text_made("It curls quotes.", found("[\"']"))
_SPACES = text_made("It collapses spaces.", made_by(single_spaces))
_CAPITALS = elements_made("It puts capitals in a span.", "[A-Z]{2}")


def _mismatch(what: str, labels: list[str], expected: object, got: object) -> Mismatch:
    return Mismatch([case_of(label, "button") for label in labels], "page", what, expected, got)


@pytest.mark.parametrize(
    ("change", "what", "label", "got", "is_accounted_for"),
    [
        (_QUOTES, "label texts", "it's", "its", True),
        (_QUOTES, "label texts", "its", "it", False),
        (_QUOTES, "elements in labels", "it's", 1, False),
        (_QUOTES, "calls", "it's", [], False),
        (_SPACES, "label texts", "a  b", "a b", True),
        (_SPACES, "label texts", "a  b", "ab", False),
        (_CAPITALS, "elements in labels", "a PDF", 1, True),
        (_CAPITALS, "elements in labels", "a pdf", 1, False),
        (_CAPITALS, "label texts", "a PDF", "a", False),
    ],
)
def test_beyond__is_what_the_reason_does_not_say(
    change: LabelChange, what: str, label: str, got: object, *, is_accounted_for: bool
) -> None:
    expected: object = label if what == "label texts" else 0
    mismatch = _mismatch(what, ["x", label], ["x", expected], ["x", got])
    assert beyond(change, [mismatch]) == ([] if is_accounted_for else [mismatch])


@pytest.mark.parametrize("got", [None, [], ["its", "x"]])
def test_beyond__a_page_on_which_labels_are_missing_or_too_many_is_not_accounted_for(got: object) -> None:
    mismatch = _mismatch("label texts", ["it's"], ["it's"], got)
    assert beyond(_QUOTES, [mismatch]) == [mismatch]
