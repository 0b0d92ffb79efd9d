"""The hashes for a Content Security Policy are those of the code that an HTML parser finds in the snippets."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given

from rtpsnippets import Event
from rtpsnippets.snippets.csp import inline_hashes, sources
from rtpsnippets.snippets.formats import FORMATS
from rtpsnippets.snippets.render import snippets_of
from tests.properties.decoders import Seen
from tests.properties.strategies import MANY_EVENTS


def html_of(events: Sequence[Event]) -> list[tuple[str, str, str]]:
    """The id, the format and the snippet of all HTML formats."""
    snippets = snippets_of(events)
    return [
        (event_id, name, snippet)
        for event_id, by_format in snippets.items()
        for name, snippet in by_format.items()
        if FORMATS[name].is_html
    ]


def code_in(snippet: str) -> tuple[list[str], list[str]]:
    """The handlers and scripts that an HTML parser sees."""
    seen = Seen(snippet).seen
    tags = [attributes for _, attributes in seen if isinstance(attributes, list)]
    handlers = [value for attributes in tags for name, value in attributes if name.startswith("on")]
    scripts = [str(text) for (tag, _), (_, text) in pairwise(seen) if tag == "<script>"]
    return handlers, scripts


def source_of(code: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.new('sha256', code.encode('utf-8')).digest()).decode('ascii')}'"


@given(MANY_EVENTS)
def test_sources__are_the_hashes_of_the_code_that_a_parser_sees(events: Sequence[Event]) -> None:
    html = html_of(events)
    codes = [code_in(snippet) for _, _, snippet in html]
    found = sources(inlined for snippet in html for inlined in inline_hashes(*snippet))
    expected = {source_of(code) for handlers, scripts in codes for code in (*handlers, *scripts)}
    assert set(found) - {"'unsafe-hashes'"} == expected
    assert ("'unsafe-hashes'" in found) == any(handlers for handlers, _ in codes)
    assert len(found) == len(set(found))


@given(MANY_EVENTS)
def test_inline_hashes__have_their_event_and_format(events: Sequence[Event]) -> None:
    for event_id, name, snippet in html_of(events):
        handlers, scripts = code_in(snippet)
        of_snippet = [(found.id, found.format, found.kind) for found in inline_hashes(event_id, name, snippet)]
        kinds = ["handler"] * len(handlers) + ["script"] * len(scripts)
        assert of_snippet == [(event_id, name, kind) for kind in kinds]
