"""The binding in a script with its events, as generated or minified."""

from __future__ import annotations

import pytest

from rtpsnippets import Event, render_binding
from rtpsnippets.site.javascript.model import BoundEvent, Script, Span, Trigger
from tests.site.javascript.known import A
from tests.site.reading import read

_EVENTS = [Event("go", ["a", "b", "c", "d", "e"]), Event("x-y", "it's", on="load"), Event("s", "z", selector="#s")]


def test_binding__has_a_row_for_each_event() -> None:
    code = render_binding(_EVENTS)
    script = read(code)
    assert script.calls == ()
    assert script.bound is not None
    assert [(row.id, row.batches, row.selects) for row in script.bound] == [
        ("go", (("a", "b", "c", "d"), ("e",)), False),
        ("x-y", ("it's",), True),
        ("s", ("z",), True),
    ]
    assert code[script.bound[0].span.start :].startswith("'go': {")


def test_binding__in_a_bundle_hides_no_other_call() -> None:
    script = read(f"{A};\n{render_binding(_EVENTS)}")
    assert [call.value for call in script.calls] == ["a"]
    assert script.bound is not None
    assert len(script.bound) == 3


def test_binding__without_events_has_no_rows() -> None:
    assert read(render_binding([])).bound == ()


@pytest.mark.parametrize(
    ("table", "bound"),
    [
        ("go:{calls:[`a`]}", (BoundEvent(Span(21, 37), "go", ("a",)),)),
        ('go:{on:"load",calls:["a"]}', (BoundEvent(Span(21, 47), "go", ("a",), Trigger("load")),)),
        ("go:{calls:[f()]}", ()),
        ("go:f()", ()),
        ("go:{calls:f()}", ()),
        ("go:{...x,calls:[]}", (BoundEvent(Span(21, 39), "go", ()),)),
    ],
)
def test_binding__that_a_tool_has_minified_is_read(table: str, bound: tuple[BoundEvent, ...]) -> None:
    code = f"!function(){{var e={{  {table}}};window[\"rtpsnippets binding\"]=e,rtp('send','event',{{value:e}})}}()"
    assert read(code) == Script(bound=bound)


def test_binding__a_comment_that_names_it_is_none() -> None:
    assert read(f"// rtpsnippets binding\n{A}").bound is None
