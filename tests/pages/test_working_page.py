"""The console commands on the page "Is it working?" do what the page says, with a stub for the tag."""

from __future__ import annotations

import json

import pytest

from rtpsnippets import Button, Event, render
from tests.docs.examples import CONSOLE_PAGE
from tests.docs.pages import EXAMPLES, read_page
from tests.pages.visitor import BINDING, TAG, Visitor, sent

_LINES = [block.text for block in EXAMPLES if block.page == CONSOLE_PAGE and block.language == "js"]
_TYPE, _LOG, _QUEUE, _SEGMENTS, _SEND = _LINES

_VALUE = "download - example whitepaper"
_DOWNLOAD = Event("download-whitepaper", _VALUE, Button("Download"))
_MARKED = '<b data-rtp-event="download-whitepaper">Download</b>'
_CALL_IS_SHOWN = 'rtp ["send","event",{"value":"download - example whitepaper"}]'


def type_in(visitor: Visitor, line: str) -> object:
    """Run a line as in the console; return its result in a list, because the driver would call a function."""
    (result,) = visitor.page.evaluate(f"[(0, eval)({json.dumps(line)})].map((r) => (r instanceof Function ? 0 : r))")
    return result


@pytest.mark.parametrize(
    ("head", "body", "answer"),
    [(TAG, "", "function"), ("", "", "undefined"), ("", '<input id="rtp">', "object"), ("", '<p id="rtp">', "object")],
    ids=["tag", "no tag", "field", "paragraph"],
)
def test_type__shows_whether_the_tag_is_on_the_page(visitor: Visitor, head: str, body: str, answer: str) -> None:
    visitor.open(body, head=head)
    assert type_in(visitor, _TYPE) == answer
    assert f"`'{answer}'`" in read_page(CONSOLE_PAGE)


@pytest.mark.parametrize("body", [render(_DOWNLOAD, "button"), _MARKED], ids=["inline", "binding"])
def test_log__shows_each_call_and_passes_it_on(visitor: Visitor, body: str) -> None:
    visitor.bind(_DOWNLOAD)
    visitor.open(body, head=TAG + BINDING)
    type_in(visitor, _LOG)
    visitor.click("body > *")
    assert visitor.messages == [_CALL_IS_SHOWN]
    assert visitor.calls == sent(_VALUE)
    assert f"`{_CALL_IS_SHOWN}`" in read_page(CONSOLE_PAGE)


def test_log__keeps_the_calls_that_were_made_before(visitor: Visitor) -> None:
    visitor.open(render(_DOWNLOAD, "button"), head=TAG)
    visitor.click("button")
    type_in(visitor, _LOG)
    visitor.click("button")
    assert visitor.calls == sent(_VALUE, _VALUE)


def test_log__without_the_tag_says_so_and_leaves_the_page_alone(visitor: Visitor) -> None:
    visitor.open("", head="")
    type_in(visitor, _LOG)
    assert visitor.messages == ["There is no tag: see step 1."]
    assert type_in(visitor, _TYPE) == "undefined"


def test_queue__grows_with_each_click_until_the_script_takes_over(visitor: Visitor) -> None:
    visitor.open(render(_DOWNLOAD, "button"), head=TAG)
    assert type_in(visitor, _QUEUE) is None
    for count in (1, 2):
        visitor.click("button")
        waiting = json.loads(str(type_in(visitor, _QUEUE)))
        assert [call["2"] for call in waiting] == [{"value": _VALUE}] * count


def test_send__sends_the_event_by_hand(visitor: Visitor) -> None:
    visitor.open("", head=TAG)
    type_in(visitor, _SEND)
    assert visitor.calls == sent(_VALUE)


def test_segments__shows_the_answer_of_the_documented_call(visitor: Visitor) -> None:
    visitor.open("", head=TAG)
    type_in(visitor, _SEGMENTS)
    answer = {"status": 200, "results": {"matchedSegments": [{"name": "Downloads", "id": 177}]}}
    assert visitor.calls == [["get", "visitor", None]]
    visitor.page.evaluate(f"window.rtp.q[0][2]({json.dumps(answer)})")
    (shown,) = visitor.messages
    assert json.loads(shown) == answer
