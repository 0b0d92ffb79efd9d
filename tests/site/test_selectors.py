"""The elements of a page that match selectors, and where they are in the file."""

from __future__ import annotations

import pytest

from rtpsnippets.limits import Deadline
from rtpsnippets.site.model import Matched
from rtpsnippets.site.page import read_page


def matched(html: str, *selectors: str) -> tuple[Matched, ...]:
    return read_page(html, Deadline(60), selectors=selectors).matched


def tags(html: str, *selectors: str) -> list[str]:
    """The start tags of what matches; empty for an element without one."""
    return [html[each.span.start : each.span.end] for each in matched(html, *selectors)]


def test_matched__has_the_place_and_what_is_around_it() -> None:
    html = "<div><p class=x><a href=/y>Go</a></p><b>z</b></div><i>"
    (found,) = matched(html, "a")
    assert (html[found.span.start : found.end], found.element.label) == ("<a href=/y>Go</a></p>", "Go")
    assert [html[span.start : span.end] for span in found.around] == ["<p class=x>", "<div>"]


def test_matched__an_element_without_a_tag_is_at_the_start() -> None:
    assert [(each.span.start, each.span.end, each.element.name) for each in matched("<p>", "body", "p")] == [
        (0, 0, ""),
        (0, 3, "p"),
    ]


def test_matched__what_only_browsers_support_matches_nothing() -> None:
    assert tags("<a href=x><p>", "a:visited", "p", ":contains('')") == ["<p>"]


@pytest.mark.parametrize(
    "html",
    [
        "<p class=x rtpsnippets-number=99>",
        "<p class=x RTPSNIPPETS-NUMBERX=a rtpsnippets-number=99>",
        "<b class=x rtpsnippets-number=99>",
        "<b class=x><!--rtpsnippets-number99--></b>",
        "<b><!--rtpsnippets-number99--><p></b><b class=x>",
    ],
)
def test_matched__a_page_cannot_confuse_the_numbers(html: str) -> None:
    assert tags(html, ".x") == [html[html.index("<p" if "<p c" in html else "<b c") :].partition(">")[0] + ">"]


@pytest.mark.parametrize("html", ["<div>" * 100_000, "".join(f"<p><b n={n}>" for n in range(10_000))])
def test_matched__too_many_unclosed_elements_are_refused(html: str) -> None:
    read_page(html, Deadline(60))
    with pytest.raises(RecursionError):
        matched(html, "a")


def test_matched__equal_unclosed_elements_are_not_opened_again_and_again() -> None:
    assert len(matched("<p><font size=2>x" * 1_000, "font")) < 5_000


def test_matched__only_so_many_elements_around_are_listed() -> None:
    (found,) = matched("<div>" * 300 + "<p>", "p")
    assert (found.span.start, len(found.around)) == (1_500, 100)


def test_matched__elements_that_the_next_one_ends_are_not_unclosed() -> None:
    assert len(matched("<ul>" + "<li><a class=x>" * 8_000, "a", "li")) >= 16_000
