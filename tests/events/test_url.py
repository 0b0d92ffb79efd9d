"""Where a link may lead: disguises of addresses that run code are refused, honest addresses are not."""

from __future__ import annotations

import re

import pytest

from rtpsnippets import Link, ProblemsError
from rtpsnippets.events.url import ADDRESS, SCHEMES, address_problems
from rtpsnippets.limits import MAX_ADDRESS
from tests.events.urls import ALL_DISGUISED, DISGUISED, HONEST
from tests.hostile import TEXTS, shown


@pytest.mark.parametrize(
    "address",
    [pytest.param(address, id=f"{kind}: {shown(address)}") for kind in DISGUISED for address in DISGUISED[kind]],
)
def test_link__a_disguised_address_is_refused_for_where_it_leads(address: str) -> None:
    with pytest.raises(ProblemsError, match=r"^href: must not begin with "):
        Link("x", {"href": address})


GOOD = "use an http:, https:, mailto:, tel: or relative address; begin a relative one that contains a colon with ./"


def said(address: str) -> str:
    with pytest.raises(ProblemsError) as error:
        Link("x", {"href": address})
    return str(error.value)


@pytest.mark.parametrize("inside", ["", "\t", "\n", "\r"], ids=ascii)
@pytest.mark.parametrize("scheme", ["javascript", "ftp", "x5", "a+b", "a.b", "a-b"])
def test_link__its_scheme_is_what_a_browser_reads(scheme: str, inside: str) -> None:
    assert said(f" {scheme[0]}{inside}{scheme[1:].upper()}:x") == f'href: must not begin with "{scheme}:"\n    {GOOD}'


@pytest.mark.parametrize(
    "scheme",
    [*("javascript", "vbscript", "livescript", "jscript", "mocha"), *("data", "blob", "filesystem", "view-source")],
)
def test_link__a_scheme_of_code_is_seen_through_its_disguise(scheme: str) -> None:
    for disguised in (f"%{ord(scheme[0]):x}{scheme[1:]}:x", f"%ff{scheme}&colon;x"):
        assert said(disguised) == f'href: must not begin with a disguised "{scheme}:"\n    {GOOD}'


def test_link__a_disguise_of_a_disguise_is_looked_through_five_times() -> None:
    assert said(f"%{'25' * 4}6aavascript:x").startswith('href: must not begin with a disguised "javascript:"')
    Link("x", {"href": f"%{'25' * 5}6aavascript:x"})


@pytest.mark.parametrize("address", ["0:x", "+:x", "!data:x", ":x", "X", "/%ff"])
def test_link__what_begins_with_no_scheme_is_relative(address: str) -> None:
    assert Link("x", {"href": address}).attributes == {"href": address}


@pytest.mark.parametrize("address", HONEST, ids=shown)
def test_link__an_honest_address_is_taken_as_it_is(address: str) -> None:
    assert Link("x", {"href": address}).attributes == {"href": address}


def test_addresses__are_many_and_each_is_there_once() -> None:
    assert len(ALL_DISGUISED) == len(set(ALL_DISGUISED)) >= 60
    assert len(HONEST) == len(set(HONEST)) >= 30


def test_link__an_address_that_is_no_text_is_refused() -> None:
    with pytest.raises(ProblemsError, match=r"^href: must be a string, not a boolean\n"):
        Link("x", {"href": True})


@pytest.mark.parametrize("address", ["", " ", "\t"])
def test_link__an_empty_address_is_refused(address: str) -> None:
    assert said(address) == "href: is empty\n    write the address of the link"


@pytest.mark.parametrize("character", ["a", "%", "\ufdfa", "\U0001d423"], ids=ascii)
def test_link__an_address_of_more_than_8192_characters_is_refused(character: str) -> None:
    longest = f"/{character * (MAX_ADDRESS - 1)}"
    assert Link("x", {"href": longest}).attributes == {"href": longest}
    assert said(f"{longest}{character}") == (
        "href: has 8,193 characters; the limit is 8,192\n    use a shorter address; many servers reject longer ones"
    )


@pytest.mark.parametrize("padding", [" ", "\u200b", "&Tab;", "%e2%80%8b"], ids=ascii)
def test_link__a_disguise_is_seen_as_far_behind_as_an_address_may_reach(padding: str) -> None:
    end = "javascript&colon;x"
    address = padding * ((MAX_ADDRESS - len(end)) // len(padding)) + end
    assert said(address).startswith("href: must not begin with a disguised")


@pytest.mark.parametrize("address", ["/a\tb", "/a\nb", "/a\x00b", "/a\x7fb", "/a\x80b", "/\ufffe"])
def test_link__an_address_that_html_cannot_carry_is_refused(address: str) -> None:
    with pytest.raises(ProblemsError, match=r"^href: contains a (control|noncharacter)"):
        Link("x", {"href": address})


@pytest.mark.parametrize("address", ["ftp://example.com/", "file:///x", "whitepaper:1.pdf", "about:blank"])
def test_link__of_an_unknown_scheme_is_said_how_a_relative_address_is_written(address: str) -> None:
    with pytest.raises(ProblemsError, match=r"begin a relative one that contains a colon with \./$"):
        Link("x", {"href": address})


def test_address_pattern__takes_what_has_no_problem_and_nothing_else_that_a_pattern_can_see() -> None:
    unseen = ("must not begin with a disguised ", "contains a lone surrogate ", "contains a noncharacter ")
    longer_schemes = [f"{scheme}x:y" for scheme in SCHEMES]
    judged = {text: address_problems(text) for text in [*TEXTS, *ALL_DISGUISED, *HONEST, *longer_schemes]}
    seen = {text: not found for text, found in judged.items() if not any(p.what.startswith(unseen) for p in found)}
    taken = {text: len(text) <= MAX_ADDRESS and re.search(str(ADDRESS["pattern"]), text) for text in seen}
    assert {text: bool(found) for text, found in taken.items()} == seen
    assert 100 < sum(seen.values()) < len(seen) - 100
