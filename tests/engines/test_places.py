"""A document has each snippet once, in its place."""

from __future__ import annotations

import pytest

from tests.engines.engine import Reads
from tests.engines.places import PLACES, buttons_of, document, format_of, places_of

_LANGUAGES: tuple[Reads, ...] = ("template", "markdown", "textile", "rst", "html", "javascript")


@pytest.mark.parametrize(("reads", "place"), [(reads, place) for reads in _LANGUAGES for place in places_of(reads)])
def test_document__has_each_snippet_once_in_order(reads: Reads, place: str) -> None:
    text = document(reads, place, ["first", "second"])
    assert (text.count("first"), text.count("second")) == (1, 1)
    assert text.index("first") < text.index("second")


def test_document__rst_has_all_lines_of_a_snippet_in_the_directive() -> None:
    text = document("rst", "js", ["a();\nb();"])
    assert text == ".. raw:: html\n\n   <script>\n   a();\n   b();\n   </script>\n\n\n"


def test_document__rst_has_a_button_in_a_sentence_by_a_name_of_its_own() -> None:
    text = document("rst", "button in a sentence", ["first", "second"])
    assert "-- |b0| --" in text
    assert ".. |b0| raw:: html\n\n   first\n" in text
    assert ".. |b1| raw:: html\n\n   second\n" in text


def test_places__of_a_javascript_engine_are_one() -> None:
    assert places_of("javascript") == ["js"]
    assert places_of("markdown") == list(PLACES)


def test_buttons_of__are_the_places_whose_format_is_button() -> None:
    assert buttons_of("markdown") == ["button", "button in a sentence", "button in a table cell"]
    assert {format_of(place) for place in PLACES} == {"js", "script", "button"}
