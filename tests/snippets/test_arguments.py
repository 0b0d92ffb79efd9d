"""What a program gives by mistake is said in words that lead it on, with no name of ours that is private."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import jinja2
import pytest

from rtpsnippets import ProblemsError, render, render_binding, render_preview
from rtpsnippets.plugins.jinja import functions
from rtpsnippets.plugins.lookup import Lookup

GIVEN: Any = "go"
"""An id, as iterating over the events that `load` returns gives it."""


@pytest.mark.parametrize(
    "make",
    [lambda: render(GIVEN, "js"), lambda: render_binding([GIVEN]), lambda: render_preview([GIVEN])],
    ids=["render", "render_binding", "render_preview"],
)
def test_events__an_id_in_the_place_of_an_event_is_said(make: Callable[[], str]) -> None:
    with pytest.raises(TypeError, match=r"^expected an Event, not str; use \.values\(\) of the result of load$"):
        make()


@pytest.mark.parametrize("arguments", ["", '"go", "js"', 'id="go"'])
def test_jinja__a_function_without_an_id_or_with_more_is_said(arguments: str) -> None:
    environment = jinja2.Environment(autoescape=True)
    environment.globals.update(functions(Lookup().snippet, Lookup().binding))
    with pytest.raises(ProblemsError) as raised:
        environment.from_string(f"{{{{ rtp_script({arguments}) }}}}").render()
    assert str(raised.value) == 'rtp_script takes exactly one event id\n    write rtp_script("my-event")'
