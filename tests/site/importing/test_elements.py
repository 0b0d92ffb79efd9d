"""The button or the link of an element of a page, what is lost, and why there is none."""

from __future__ import annotations

import pytest

from rtpsnippets import Button, Link
from rtpsnippets.site.importing.elements import NoElementError, adopted_element
from rtpsnippets.site.model import Element
from tests.site.importing.pages import events_of, notes_on

_HANDLER = """onclick="rtp('send', 'event', {value: 'x'})" """


@pytest.mark.parametrize(
    ("html", "element"),
    [
        (f'<button type="button" {_HANDLER}>Go</button>', Button("Go")),
        (f"<button {_HANDLER}>Go</button>", Button("Go")),
        (f"<BUTTON TYPE=BUTTON {_HANDLER} CLASS=cta>Go</BUTTON>", Button("Go", {"class": "cta"})),
        (f"<button {_HANDLER}> Go <b>on</b>\n&amp; on</button>", Button("Go on & on")),
        (f'<button {_HANDLER} disabled="" title="t" name="n">Go</button>',
         Button("Go", {"disabled": True, "title": "t", "name": "n"})),
        (f'<button {_HANDLER} data-x="1" aria-label="Y">Go</button>', Button("Go", {"data-x": "1", "aria-label": "Y"})),
        (f'<input type="button" value="Go" {_HANDLER} class="cta">', Button("Go", {"class": "cta"})),
        (f'<form><button type="Button" {_HANDLER}>Go</button></form>', Button("Go")),
        (f'<form><input type="button" value="Go" {_HANDLER}></form>', Button("Go")),
        (f'<a {_HANDLER} href="/x">Go</a>', Link("Go", {"href": "/x"})),
        (f'<a {_HANDLER} class="c" href="/x" target="_blank" download>Go</a>',
         Link("Go", {"href": "/x", "class": "c", "target": "_blank", "download": True})),
        (f'<a {_HANDLER} href="/x" download="y.pdf" type="a/b">Go</a>',
         Link("Go", {"href": "/x", "download": "y.pdf", "type": "a/b"})),
        # The attribute or class for the binding is written again where it is needed.
        (f'<button {_HANDLER} data-rtp-event="x">Go</button>', Button("Go")),
        (f'<button {_HANDLER} class="rtp-event--x">Go</button>', Button("Go")),
        (f'<button {_HANDLER} class="a rtp-event--x\tb">Go</button>', Button("Go", {"class": "a b"})),
        # Empty attributes are not lost.
        (f'<button {_HANDLER} id="" name="" onfocus="" style="">Go</button>', Button("Go")),
    ],
)  # fmt: skip
def test_element__is_a_button_or_a_link(html: str, element: Button | Link) -> None:
    [event] = events_of(html)
    assert [*event.elements.values()] == [element]
    assert notes_on(html) == []


@pytest.mark.parametrize(
    ("html", "why"),
    [
        (f"<button {_HANDLER}></button>", "the element cannot be a button in a definition: label: is empty"),
        (f"<button {_HANDLER}><img src=x></button>", "the element has no label, or its label is not plain text"),
        (f"<button {_HANDLER}>Go", "the element has no label, or its label is not plain text"),
        (f"<button {_HANDLER}>{{{{ x }}}}</button>",
         'the element cannot be a button in a definition: contains "{{", which a template engine may replace'),
        (f'<input type="button" {_HANDLER}>', "the element cannot be a button in a definition: label: is empty"),
        (f'<input type="checkbox" {_HANDLER}>', "the element is <input>, not a button or a link"),
        (f"<form><button {_HANDLER}>Go</button></form>",
         "the element submits or resets its form, which a button in a definition cannot do"),
        (f'<button form="f" type="reset" {_HANDLER}>Go</button>',
         "the element submits or resets its form, which a button in a definition cannot do"),
        (f"<a {_HANDLER}>Go</a>", "the element cannot be a link in a definition: has no href"),
        (f'<a href="ftp:x" {_HANDLER}>Go</a>',
         'the element cannot be a link in a definition: href: must not begin with "ftp:"'),
        (f'<a href="{{% url %}}" {_HANDLER}>Go</a>',
         'the element cannot be a link in a definition: contains "{%", which a template engine may replace'),
    ],
)  # fmt: skip
def test_element__that_a_definition_cannot_have_is_none(html: str, why: str) -> None:
    assert [dict(event.elements) for event in events_of(html)] == [{}]
    [note] = notes_on(html)
    assert note.endswith(f"has no button or link: {why}")


@pytest.mark.parametrize(
    ("attribute", "loss"),
    [
        (("style", "color: red"), "style"),
        (("id", "a b"), "id (contains a space)"),
        (("name", "rtp"), 'name (must not be "rtp")'),
        (("title", "a\tb"), "title (contains a control character (U+0009) at position 2)"),
        (("data-x", "{{ y }}"), 'data-x (contains "{{", which a template engine may replace)'),
        (("data-x.y", "z"), "data-x.y"),
        (("id", "window"), 'id (must not be "window")'),
        (("data-hx-get", "/x"), "data-hx-get (is not allowed: htmx uses it to send requests and run code)"),
        (("data-turbo-stream", ""), "data-turbo-stream (is not allowed: Turbo uses it to send other requests)"),
        (("data-action", "a#b"), 'data-action (must not contain "#": Stimulus uses it to call a function of the page)'),
        (("hx-get", "/x"), "hx-get"),
        (("title", "{{ y }}"), 'title (contains "{{", which a template engine may replace)'),
        (("onfocus", "{{ y }}"), 'onfocus (contains "{{", which a template engine may replace)'),
        (("x" * 100, "y"), f"{'x' * 60}..."),
        (
            (f"data-{'x' * 100}", "{{ y }}"),
            f'data-{"x" * 55}... (contains "{{{{", which a template engine may replace)',
        ),
    ],
)
def test_element__attributes_that_it_cannot_have_are_named(attribute: tuple[str, str], loss: str) -> None:
    adopted = adopted_element(Element("button", (attribute, ("class", "cta")), "Go"))
    assert (adopted.element, adopted.losses) == (Button("Go", {"class": "cta"}), (loss,))


def test_element__a_long_name_is_cut() -> None:
    with pytest.raises(NoElementError, match=r"is <x{60}\.\.\.>, not a button"):
        adopted_element(Element("x" * 1000))
