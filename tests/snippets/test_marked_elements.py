"""Handlers on marked elements: which elements get one, how it is written, and what stays as it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rtpsnippets import Event, load
from rtpsnippets.snippets import marked_elements
from rtpsnippets.snippets.marked_elements import put_handlers, without_used_ids
from rtpsnippets.web.tokenizer import Tag, tags_of

EVENTS = {
    event.id: event
    for event in (
        Event("go", "Go"),
        Event("five", list("12345"), guard=True, refresh=True),
        Event("form", "Form", on="submit"),
        Event("seen", "x", on="visible"),
        Event("opened", "x", on="load"),
        Event("late", "x", on="after 5s"),
        Event("bound", "x", carrier="data"),
    )
}
GO = "rtp('send', 'event', { value: 'Go' });"


def put(html: str) -> str:
    return put_handlers(html, EVENTS.get)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a data-rtp-event="go">', '<a onclick="GO">'),
        ("<a data-rtp-event='go'>", '<a onclick="GO">'),
        ("<a data-rtp-event=go>", '<a onclick="GO">'),
        ('<A HREF="X" DATA-RTP-EVENT="go">', '<A HREF="X" onclick="GO">'),
        ('<a data-rtp-event = "go" >', '<a onclick="GO" >'),
        ('<a data-rtp-event="g&#111;">', '<a onclick="GO">'),
        ('<a/data-rtp-event="go"/>', '<a/onclick="GO"/>'),
        ('<a href="x"data-rtp-event="go"class=y>', '<a href="x"onclick="GO"class=y>'),
        ('<img data-rtp-event="go" />', '<img onclick="GO" />'),
        ("<a href=/x/ data-rtp-event=go>", '<a href=/x/ onclick="GO">'),
        ('<a\r\n  href="x"\r\n  data-rtp-event="go"\r\n>\r\n', '<a\r\n  href="x"\r\n  onclick="GO"\r\n>\r\n'),
        (
            "<p>é\r\n\r<a\n\tdata-rtp-event=go\n>日</a>\n<b data-rtp-event=go>",
            '<p>é\r\n\r<a\n\tonclick="GO"\n>日</a>\n<b onclick="GO">',
        ),
        # What looks like the attribute, or like the end of the tag, in the value of another attribute.
        ('<a title="a > b data-rtp-event=go" data-rtp-event="go">', '<a title="a > b data-rtp-event=go" onclick="GO">'),
        (
            "<a title='\" data-rtp-event=\"go\"' data-rtp-event=go x=a'b y='c d'>",
            "<a title='\" data-rtp-event=\"go\"' onclick=\"GO\" x=a'b y='c d'>",
        ),
        ('<a href=x?data-rtp-event=bound data-rtp-event="go">', '<a href=x?data-rtp-event=bound onclick="GO">'),
        # What a browser takes for one attribute, or for none.
        ('<a =x="y data-rtp-event=go z" data-rtp-event=go>', '<a =x="y data-rtp-event=go z" onclick="GO">'),
        ("<a x=='q data-rtp-event=go p'>", "<a x=='q onclick=\"GO\" p'>"),
        ("<a title=x\xa0data-rtp-event=go data-rtp-event=go>", '<a title=x\xa0data-rtp-event=go onclick="GO">'),
        ("<a onclick=x() b data-rtp-event=go =c>", '<a onclick="GO x()" b / =c>'),
        # Of two such attributes a browser takes the first.
        ('<a data-rtp-event="go" data-rtp-event="bound">', '<a onclick="GO" >'),
    ],
)
def test_attribute__becomes_the_handler_however_it_is_written(html: str, expected: str) -> None:
    assert put(html) == expected.replace("GO", GO)


def test_attribute__becomes_the_handler_of_an_event_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "events.toml").write_text('[events.go]\nvalue = "Go"\ncarrier = "inline"\n')
    assert put_handlers("<a data-rtp-event=go>", load(tmp_path / "events.toml").get) == f'<a onclick="{GO}">'


def test_attribute__becomes_all_calls_behind_their_guards() -> None:
    assert put('<a data-rtp-event="five">') == (
        "<a onclick=\"if (window.rtp) rtp('send', 'event', { value: ['1', '2', '3', '4'] }); "
        "if (window.rtp) rtp('send', 'event', { value: ['5'] }); "
        "if (window.rtp) rtp('get', 'campaign', true);\">"
    )


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            '<a onclick="f(&quot;a&quot;) &amp;&amp; b()" data-rtp-event="go">',
            '<a onclick="GO f(&quot;a&quot;) &amp;&amp; b()" >',
        ),
        (
            '<a data-rtp-event="go" ONCLICK=\'f("a") && b()\' id="x">',
            '<a onclick="GO f(&quot;a&quot;) && b()"  id="x">',
        ),
        # A browser leaves a reference without a semicolon as it is before `=`.
        ("""<a onclick="f('?a=1&copy=2')" data-rtp-event=go>""", """<a onclick="GO f('?a=1&copy=2')" >"""),
        ('<a onclick="y()"title="x" data-rtp-event=go>', '<a onclick="GO y()"title="x" >'),
        ("<a onclick=y() data-rtp-event=go>", '<a onclick="GO y()" >'),
    ],
)
def test_handler__one_that_is_there_already_comes_after_ours(html: str, expected: str) -> None:
    assert put(html) == expected.replace("GO", GO)


@pytest.mark.parametrize("spaces", ["", " ", "\t", "\n", "\f", "\r", " \t"], ids=ascii)
def test_handler__of_two_attributes_the_second_leaves_apart_what_stood_apart(spaces: str) -> None:
    html = f'<a data-rtp-event="go" b data-rtp-event="go"{spaces}=c>'
    assert put(html) == f'<a onclick="{GO}" b /{spaces}=c>'


@pytest.mark.parametrize("empty", ["onclick", 'onclick=""', "onclick=''"])
def test_handler__an_empty_one_gives_way(empty: str) -> None:
    assert put(f'<a {empty} data-rtp-event="go">') == f'<a onclick="{GO}" >'


def test_handler__one_of_another_trigger_stays() -> None:
    assert put('<a onfocus="x()" data-rtp-event="go">') == f'<a onfocus="x()" onclick="{GO}">'


def test_submit__is_a_handler_of_its_own() -> None:
    call = GO.replace("Go", "Form")
    assert put('<form data-rtp-event="form">') == f'<form onsubmit="{call}">'
    assert put('<form data-rtp-event="form" onsubmit="return ok()" onclick="x()">') == (
        f'<form onsubmit="{call} return ok()"  onclick="x()">'
    )


@pytest.mark.parametrize("event_id", ["seen", "opened", "late", "bound", "unknown", ""])
def test_attribute__stays_for_the_binding_and_where_there_is_no_such_event(event_id: str) -> None:
    html = f'<a onclick="x()" data-rtp-event="{event_id}">'
    assert put(html) == html


def test_class__stays_for_the_binding_and_gets_no_handler() -> None:
    html = '<a class="x rtp-event--go">x</a><form class=rtp-event--form onsubmit="x()">'
    assert put(html) == html
    assert put('<a class="rtp-event--go" data-rtp-event="go">') == f'<a class="rtp-event--go" onclick="{GO}">'
    assert (
        put('<a data-rtp-event="go"></a><b class="rtp-event--go">')
        == f'<a onclick="{GO}"></a><b class="rtp-event--go">'
    )


@pytest.mark.parametrize(
    "html",
    [
        "",
        "no attribute",
        "data-rtp-event=go",
        "<a title='data-rtp-event=go'>",
        '<a data-rtp-events="go" x-data-rtp-event="go">',
        "</a data-rtp-event=go>",
        "<a data-rtp-event=go",
        '&lt;a data-rtp-event="go"&gt;',
        '<!-- <a data-rtp-event="go"> -->',
        '<!--[if IE]><a data-rtp-event="go"><![endif]-->',
        "<script>'<a data-rtp-event=go>'</script>",
        "<script/>'<a data-rtp-event=go>'</script>",
        "<style><a data-rtp-event=go></style>",
        "<textarea><a data-rtp-event=go></textarea>",
        "<title><a data-rtp-event=go></title>",
        "<noscript><a data-rtp-event=go></noscript>",
        '<iframe srcdoc="<a data-rtp-event=go>"><a data-rtp-event=go></iframe>',
    ],
)
def test_text__that_is_no_marked_element_stays(html: str) -> None:
    assert put(html) == html


@pytest.mark.parametrize(
    "before",
    [
        "<textarea>\n</textarea>",
        "<!-- -->",
        "<!DOCTYPE html>",
        "<![if !IE]>",
        "<![unknown[x]]>",
        "<?php x ?>",
        "<script>'</b>'\n</script>",
        "a < b & c &amp; &nbsp;",
        "<b title='\n'>",
        "x\x00\x0c\u2028\x85",
    ],
)
def test_text__around_a_marked_element_stays(before: str) -> None:
    assert put(f"{before}<a data-rtp-event=go>{before}") == f'{before}<a onclick="{GO}">{before}'


def test_attributes__are_read_of_marked_elements_only(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def noted(tag: Tag) -> dict[str, str]:
        read.append(tag.name)
        return {attribute.name: attribute.value for attribute in tag.attributes}

    monkeypatch.setattr(Tag, "values", property(noted))
    assert put("<p class=x><A DATA-RTP-EVENT=go>Go</A></p>") == f'<p class=x><A onclick="{GO}">Go</A></p>'
    assert read == ["a"]


def test_page__is_not_read_after_its_last_marked_element(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def noted(html: str) -> Iterator[Tag]:
        for tag in tags_of(html):
            read.append(tag.name)
            yield tag

    monkeypatch.setattr(marked_elements, "tags_of", noted)
    assert put("<p><a data-rtp-event=go>Go</a></p><p>") == f'<p><a onclick="{GO}">Go</a></p><p>'
    assert read == ["p", "a", "a"]


def test_page__with_letters_whose_lower_case_is_longer_is_read_to_its_end() -> None:
    before = "\u0130" * 50
    assert put(f"{before}<a data-rtp-event=go>Go</a>") == f'{before}<a onclick="{GO}">Go</a>'
    assert put(f"<a data-rtp-event=go>Go</a>{before}") == f'<a onclick="{GO}">Go</a>{before}'


def test_event_of__is_asked_for_each_id_in_order_and_its_error_is_raised() -> None:
    asked: list[str] = []
    put_handlers(
        "<a data-rtp-event=b><!-- <a data-rtp-event=x> --><a data-rtp-event=a><i data-rtp-event=b>", asked.append
    )
    assert asked == ["b", "a", "b"]
    asked.clear()
    put_handlers(
        '<i class="x rtp-event--a\trtp-event--" data-rtp-event=b></i><i class=rtp-event--c></i c>', asked.append
    )
    assert asked == ["b", "a", "", "c"]
    asked.clear()
    put_handlers("<i class='RTP-EVENT--a rtp-event-a xrtp-event--a' data-class=rtp-event--a>", asked.append)
    assert asked == []
    with pytest.raises(KeyError, match="nope"):
        put_handlers("<a data-rtp-event=nope>", EVENTS.__getitem__)


BUTTON = """<button id="go" type="button" onclick="x()">Go</button>"""


def test_without_used_ids__a_page_has_each_id_once() -> None:
    used: set[str] = set()
    assert without_used_ids(BUTTON, used) == BUTTON
    assert without_used_ids(BUTTON, used) == BUTTON.replace(' id="go"', "")
    own = "<p ID=wrap><b class='x' id='go'type=\"button\">x</b></p>"
    assert without_used_ids(own, used) == own.replace("id='go'", "")
    assert without_used_ids(own, used) == "<p ><b class='x' type=\"button\">x</b></p>"
    assert used == {"go", "wrap"}
