"""A link that an editor leaves plain sends its event: the binding recognizes it by the end of its address."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rtpsnippets import Event, Link, ProblemsError, load
from rtpsnippets.events.triggers import selector_problems
from rtpsnippets.snippets.destinations import paste, selector_of
from tests.events.urls import HONEST
from tests.hostile import CUT_TEXTS, address_form
from tests.pages.visitor import Visitor, sent

_MATCHES = """pairs => pairs.map(([selector, address]) => {
    const link = document.createElement('a');
    link.setAttribute('href', address);
    return link.matches(selector);
})"""


def _links() -> Iterator[Link]:
    """Links to all accepted addresses, on their own and as file names."""
    hostile = map(address_form, CUT_TEXTS)
    for address in dict.fromkeys([*HONEST, *(f"{start}{text}" for text in hostile for start in ("", "/files/"))]):
        try:
            yield Link("x", {"href": address})
        except ProblemsError:
            continue


def _are_named(visitor: Visitor, pairs: list[tuple[str, str]]) -> list[bool]:
    found: list[bool] = visitor.page.evaluate(_MATCHES, pairs)
    return found


def test_selector__matches_a_link_to_every_address_and_no_others(visitor: Visitor) -> None:
    visitor.open("")
    links = list(_links())
    pairs = [(selector_of(link), str(link.attributes["href"])) for link in links]
    assert len(pairs) > 1_000
    assert [pair for pair, is_named in zip(pairs, _are_named(visitor, pairs), strict=True) if not is_named] == []
    assert [selector for selector, _ in pairs if selector_problems(selector)] == []
    others = ["/", "", "#", "other", "/other/", "https://example.org/other/", "mailto:other@example.org"]
    crossed = [(selector, other) for selector, address in pairs for other in others if other != address]
    assert [pair for pair, is_named in zip(crossed, _are_named(visitor, crossed), strict=True) if is_named] == []


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("/files/guide.pdf", "/files/guide.pdf"),
        ("/files/guide.pdf", "../files/guide.pdf"),
        ("https://example.com/files/it's.pdf?a=1&b#top", "../../files/it's.pdf?a=1&amp;b#top"),
        ("mailto:team@example.com", "mailto:team@example.com"),
        ("#top", "#top"),
    ],
)
def test_link__sends_its_event_by_the_definition_that_is_printed(
    written: str, kept: str, visitor: Visitor, tmp_path: Path
) -> None:
    file = tmp_path / "events.toml"
    file.write_text(
        str(paste(Event("guide", ["It's", "a \\ guide"], link=Link("Guide", {"href": written})), "address"))
    )
    visitor.bind(*load(file).values())
    # No link is followed: its target is not tested.
    stay = "<script>addEventListener('click', (event) => event.preventDefault())</script>"
    visitor.open(
        f'<p><a class="other" href="/old-guide.pdf">Other</a> <a class="own" href="{kept}">Guide</a></p>{stay}'
    )
    visitor.click(".other")
    assert visitor.calls == []
    visitor.click(".own")
    assert visitor.calls == sent(["It's", "a \\ guide"])
    assert visitor.messages == []
