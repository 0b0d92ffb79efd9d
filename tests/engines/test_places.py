"""A document has each snippet once, in its place."""

from __future__ import annotations

import pytest

from tests.engines.cases import OUTPUTS
from tests.engines.engine import Reads
from tests.engines.places import PLACES, document, elements_of, is_in_cell, output_of, places_of

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


def test_places__are_files_to_an_engine_of_javascript() -> None:
    assert places_of("javascript") == ["js", "binding"]
    assert places_of("template") == list(PLACES)
    assert places_of("markdown") == [place for place in PLACES if place != "binding"]


def test_elements_of__are_the_places_of_buttons_and_links() -> None:
    assert elements_of("template") == [place for place in PLACES if place not in ("js", "script", "binding")]
    assert [place for place in elements_of("rst") if is_in_cell(place)] == [
        "button in a table cell",
        "link in a table cell",
        "marked button in a table cell",
    ]


def test_output_of__every_place_has_one_that_there_is() -> None:
    assert {output_of(place) for place in PLACES} == {"js", "script", "button", "guarded link", "marked button"}
    assert {output_of(place) for place in PLACES} < set(OUTPUTS)
