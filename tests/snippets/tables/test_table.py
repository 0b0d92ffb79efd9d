"""The table in every format: what a terminal makes of it."""

from __future__ import annotations

import pytest

from rtpsnippets import Event
from rtpsnippets.snippets.tables.table import LIST_FORMATS, listing
from tests.hostile import TEXTS


@pytest.mark.parametrize("format", LIST_FORMATS)
def test_listing__has_nothing_that_a_terminal_obeys_or_hides(format: str) -> None:
    events = [Event(f"e{at}", text, description=text) for at, text in enumerate(["\u202ea\u2066", *TEXTS])]
    printed = listing(events, format).removeprefix("\ufeff").replace("\r\n", "\n")
    assert [line for line in printed.split("\n") if not line.isprintable()] == []
