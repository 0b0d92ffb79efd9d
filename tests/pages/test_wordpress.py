"""The effect of WordPress on a binding between its paragraphs, and on an address with a colon."""

from __future__ import annotations

from html import unescape
from pathlib import Path

import pytest

from rtpsnippets import Button, Event, Link, render, render_binding
from tests.engines.rows import BY_NAME
from tests.pages.visitor import TAG, Visitor, sent

_SEEN = Event("seen", "Wordpress seen", on="visible", selector="p")
_CLICKED = Event("clicked", "A Wordpress click", Button("Go"), carrier="data")
_POST = """<p>Some words.</p>

<script>{binding}</script>

More words, and {button}.

<div><script>{binding}</script></div>"""


@pytest.mark.parametrize("name", ["WordPress (a classic post)", "WordPress (a block of HTML)"])
def test_binding__sends_from_within_a_post(visitor: Visitor, tmp_path: Path, name: str) -> None:
    post = _POST.format(binding=render_binding([_SEEN, _CLICKED]), button=render(_CLICKED, "button"))
    (made,) = BY_NAME[name].convert([post], tmp_path)
    assert isinstance(made, str)
    visitor.open(made, head=TAG)
    visitor.wait_for(sent("Wordpress seen"))
    visitor.click("#clicked")
    assert visitor.calls == sent("Wordpress seen", "A Wordpress click")
    assert visitor.messages == []


@pytest.mark.parametrize(
    ("address", "target", "becomes"),
    [
        ("/go?to=https://example.com/", "_blank", "//example.com/"),
        ("/go?to=https://example.com/", "", "/go?to=https://example.com/"),
        ("/go?to=https%3A//example.com/", "_blank", "/go?to=https%3A//example.com/"),
        ("https://example.com/a:b", "_blank", "https://example.com/a:b"),
    ],
)
def test_link__keeps_its_address_except_a_colon_in_a_relative_one_with_a_target(
    tmp_path: Path, address: str, target: str, becomes: str
) -> None:
    attributes = {"href": address, **({"target": target} if target else {})}
    link = render(Event("go", "Go!", link=Link("Go", attributes)), "link")
    (made,) = BY_NAME["WordPress (a classic post)"].convert([link], tmp_path)
    assert f' href="{becomes}"' in unescape(str(made))
