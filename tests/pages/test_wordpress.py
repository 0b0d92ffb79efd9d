"""The binding in the content of a post, between what WordPress makes paragraphs of."""

from __future__ import annotations

from pathlib import Path

import pytest

from rtpsnippets import Button, Event, render, render_binding
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
