"""Differences between a page and the events of its snippets, and which snippet causes them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from tests.engines.cases import Case

_LOOKED_INTO = 1
"""How many failing pages are taken apart: if all fail, more of them would show nothing new."""


@dataclass(frozen=True, slots=True)
class Mismatch:
    """One difference between a page and the events of its snippets."""

    cases: Sequence[Case]
    where: str
    what: str
    expected: object
    got: object

    def __str__(self) -> str:
        place = f"{', '.join(map(str, self.cases))} in {self.where}: {self.what}"
        expected, got = from_first_difference(json.dumps(self.expected), json.dumps(self.got))
        return f"{place}\n  expected {expected}\n  got      {got}"


Look = Callable[[Sequence[Sequence[Case]]], list[Mismatch]]
"""Returns what is wrong on the pages with these cases; the mismatches have the given lists as `cases`."""


def sheets_of(cases: Sequence[Case], a_page: int) -> list[Sequence[Case]]:
    """The cases of each page, with `a_page` snippets on a page."""
    return [cases[at : at + a_page] for at in range(0, len(cases), a_page)]


def differences(
    cases: Sequence[Case], where: str, expected: Mapping[str, object], got: Mapping[str, object]
) -> Iterator[Mismatch]:
    """Compare what is expected of a page with what was seen; anything else that was seen is ignored."""
    for what, value in expected.items():
        if got.get(what) != value:
            yield Mismatch(cases, where, what, value, got.get(what))


def taken_apart(found: list[Mismatch], look: Look) -> list[Mismatch]:
    """The mismatches of each snippet of the first failing pages, each on its own page; if none, what was found."""
    red = {id(mismatch.cases): mismatch.cases for mismatch in found}
    singles = [[case] for sheet in islice(red.values(), _LOOKED_INTO) for case in sheet]
    return (look(singles) if singles else []) or found


def from_first_difference(expected: str, got: str) -> tuple[str, str]:
    """Both texts from shortly before the first difference, cut to a readable length."""
    pairs = enumerate(zip(expected, got, strict=False))
    first = next((at for at, (one, other) in pairs if one != other), min(len(expected), len(got)))
    window = slice(max(0, first - 60), first + 240)
    return expected[window], got[window]


def report(mismatches: Sequence[Mismatch], at_most: int = 20) -> str:
    """The mismatches as a readable message."""
    return "\n".join([f"{len(mismatches)} mismatches", *map(str, mismatches[:at_most])])
