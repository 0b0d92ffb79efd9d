"""The preview as text: what is in it, what its policy lets run, and a person's own templates of it."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from pathlib import Path

import pytest

from rtpsnippets import Button, Event, Link, ProblemsError, render, render_binding, render_preview
from rtpsnippets.snippets.csp import hash_of
from rtpsnippets.snippets.preview import BEGINNING
from rtpsnippets.web.tokenizer import tags_of

GO = Event("go", ["Go!", " twice  "], Button("Go & see"), "What it <is> for.")
LINKED = Event("talk", "Talk", link=Link("Talk", {"href": "/talk", "target": "_blank"}), carrier="data", selector=".x")
LATER = Event("later", "Later", Button("Later"), carrier="data", on="load")
PLAIN = Event("plain", ["1", "2", "3", "4", "5"], selector="form", on="submit", refresh=True)
OFF = Event("off", "Off", Button("Off", {"disabled": True}))
BARE = Event("bare", "Bare")
BOTH = Event("both", "Both", Button("Both"), selector=".both")
OPENED = Event("opened", "Opened", on="load")


def card_of(event: Event, page: str) -> str:
    """The part of the page that is about the event."""
    (card,) = [card for card in page.split("<article ")[1:] if f"<h2>{event.id}</h2>" in card]
    return card.partition("</article>")[0]


def text_of(markup: str) -> str:
    """What a person reads."""
    return " ".join(html.unescape(re.sub("<[^>]*>", "", markup)).split())


def texts(pattern: str, markup: str) -> list[str]:
    return [html.unescape(re.sub("</?mark>", "", found)) for found in re.findall(f"(?s){pattern}", markup)]


def policy_of(page: str) -> dict[str, list[str]]:
    """The directives of the page's policy, with their sources."""
    policy = re.search('http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    return {name: found for name, *found in (directive.split() for directive in policy[1].split(";"))}


def scripts_of(page: str) -> list[str]:
    return [tag.content or "" for tag in tags_of(page) if tag.name == "script" and not tag.is_end]


def test_preview__begins_with_its_mark_and_is_one_document_in_ascii() -> None:
    page = render_preview([GO, LINKED, PLAIN])
    assert page.startswith(f"{BEGINNING}<!DOCTYPE html>\n")
    assert page.endswith("</html>\n")
    assert page.isascii()


def test_preview__shows_the_events_in_order_with_all_that_is_known_of_them() -> None:
    page = render_preview([LINKED, GO, BARE])
    assert re.findall("<h2>(.*?)</h2>", page) == ["talk", "go", "bare"]
    card = card_of(GO, page)
    assert "What it <is> for." in text_of(card)
    assert texts("<li><code.*?>(.*?)</code>", card) == ["Go!", " twice  "]
    for event, names in ((GO, ("button", "js")), (BARE, ("script", "js"))):
        shown = texts("<pre><code.*?>(.*?)</code></pre>", card_of(event, page))
        assert shown == [render(event, name) for name in names]
    assert f'<template shadowrootmode="open">{render(GO, "button")}</template>' in card


@pytest.mark.parametrize(
    ("event", "facts", "notes"),
    [
        (GO, "1 call", []),
        (PLAIN, "3 calls", ["It has no button or link of its own."]),
        (OFF, "1 call", ["A disabled button sends nothing."]),
        (LATER, "1 call", ["A click sends nothing."]),
        (LINKED, "1 call", ["On a page, rtp-events.js sends an event once per view. Start over"]),
    ],
    ids=lambda value: value.id if isinstance(value, Event) else "",
)
def test_preview__says_how_many_calls_there_are_and_what_a_click_does(
    event: Event, facts: str, notes: list[str]
) -> None:
    card = card_of(event, render_preview([GO, PLAIN, OFF, LATER, LINKED]))
    assert re.findall('<p class="facts">(.*?)</p>', card) == [facts]
    assert list(map(text_of, re.findall('(?s)<p class="note">(.*?)</p>', card))) == notes


@pytest.mark.parametrize(
    ("event", "sender"),
    [
        (GO, []),
        (BARE, []),
        (PLAIN, ['It is sent by rtp-events.js when "form" is submitted. There is nothing to paste.']),
        (LINKED, ['It is sent by rtp-events.js on a click on ".x" or an element with data-rtp-event="talk".']),
        (LATER, ["It is sent by rtp-events.js when a page that loads it is opened."]),
        (BOTH, ['It is sent by a click on its button and by rtp-events.js on a click on ".both".']),
    ],
    ids=lambda value: value.id if isinstance(value, Event) else "",
)
def test_preview__says_what_sends_the_event_if_not_what_is_pasted_alone(event: Event, sender: list[str]) -> None:
    card = card_of(event, render_preview([event]))
    assert list(map(text_of, re.findall('(?s)<p class="sender">(.*?)</p>', card))) == sender


@pytest.mark.parametrize(
    ("event", "titles"),
    [
        (GO, ["Button", "JavaScript"]),
        (LINKED, ["Link", "JavaScript"]),
        (PLAIN, ["JavaScript"]),
        (replace(BARE, carrier="data"), ["JavaScript"]),
        (BARE, ["Script", "JavaScript"]),
        (OPENED, ["Script", "JavaScript"]),
    ],
    ids=lambda value: value.id if isinstance(value, Event) else "",
)
def test_preview__offers_a_script_only_where_that_sends_the_event_as_it_should(event: Event, titles: list[str]) -> None:
    assert re.findall("<h4>(.*?)</h4>", render_preview([event])) == titles


@pytest.mark.parametrize(("event", "runs"), [(GO, False), (LINKED, False), (PLAIN, True), (OFF, True), (LATER, True)])
def test_preview__what_no_click_sends_can_be_run(event: Event, *, runs: bool) -> None:
    card = card_of(event, render_preview([event]))
    assert (f'<button type="button" class="run" onclick="{event.handler}">' in card) is runs


def test_preview__a_link_beside_a_disabled_button_sends() -> None:
    event = Event("off", "Off", OFF.button, link=Link("On", {"href": "/on"}))
    assert 'class="run"' not in render_preview([event])


def test_preview__counts_the_events() -> None:
    assert '<p class="count" role="status">2 events</p>' in render_preview([GO, PLAIN])
    assert '<p class="count" role="status">0 events</p>' in render_preview([])


def test_preview__has_a_row_for_each_event_of_what_is_searched_and_copied() -> None:
    script = scripts_of(render_preview([Event("a", ["\0", "\r"], Button("</script>"), description="It's")]))[0]
    assert (
        "    { searched: ['a', 'It\\u0027s', '\\u0000', '\\u000d', '\\u003c/script\\u003e'], copied: ['\\u0000', "
        "'\\u000d', '\\u003cbutton id\\u003d\\u0022a\\u0022 " in script
    )


# The binding stands in the page where an element needs it, and sends by a click alone.


def test_preview__has_the_binding_of_the_marked_elements_that_only_a_click_lets_send() -> None:
    bound = [replace(LATER, on="submit"), replace(LINKED, selector="")]
    assert scripts_of(render_preview([GO, LATER, LINKED, PLAIN]))[1:] == [render_binding(bound)]


@pytest.mark.parametrize("event", [GO, PLAIN, OFF, Event("bare", "Bare", carrier="data", on="load")])
def test_preview__has_no_binding_where_no_element_needs_it(event: Event) -> None:
    assert len(scripts_of(render_preview([event]))) == 1


# What may run.


def test_policy__lets_just_the_code_of_the_page_run_and_nothing_be_fetched() -> None:
    page = render_preview([GO, LINKED, LATER, PLAIN, OFF])
    (style,) = re.findall("(?s)<style>(.*?)</style>", page)
    handlers = [GO.handler, LATER.handler, OFF.handler, PLAIN.handler]
    directives = policy_of(page)
    assert sorted(directives.pop("script-src")) == sorted(
        ["'unsafe-hashes'", *(f"'{hash_of(code)}'" for code in [*handlers, *scripts_of(page)])]
    )
    assert directives == {
        "default-src": ["'none'"],
        "style-src": [f"'{hash_of(style)}'"],
        "img-src": ["data:"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }


def test_policy__without_handlers_needs_no_unsafe_hashes() -> None:
    assert "'unsafe-hashes'" not in policy_of(render_preview([LINKED]))["script-src"]


def test_policy__lets_no_script_in_an_own_template_run(tmp_path: Path) -> None:
    (tmp_path / "button.html").write_text('<i onclick="own(); {{ calls }}">{{ label }}</i><script>own();</script>')
    allowed = policy_of(render_preview([GO], tmp_path))["script-src"]
    assert f"'{hash_of(f'own(); {GO.handler}')}'" in allowed
    assert f"'{hash_of('own();')}'" not in allowed


# Names on the page.


def test_preview__has_no_id_and_no_name_of_its_own() -> None:
    page = re.sub("(?s)<template .*?</template>|<script>.*?</script>", "", render_preview([GO, LINKED, PLAIN]))
    assert {name for tag in tags_of(page) for name in tag.values if name in {"id", "name", "for", "form"}} == {"name"}
    assert {tag.name for tag in tags_of(page) if "name" in tag.values} == {"meta"}


def test_preview__names_no_address_but_those_of_the_events() -> None:
    page = re.sub("http://www.w3.org/2000/svg|'sha256-[^']*'", "", render_preview([GO, PLAIN]))
    assert not re.search("https?:|//[a-z]|@import|url[(]", page)


# What is asked for, and templates of a person's own.


def test_preview__takes_the_nonce_attribute_for_what_is_copied_and_not_for_itself() -> None:
    page = render_preview([BARE], nonce_attribute='nonce="x"')
    assert texts("<pre><code.*?>(.*?)</code></pre>", card_of(BARE, page))[-2].startswith('<script nonce="x">')
    assert '<script nonce="x">' not in page


def test_templates__an_own_page_is_taken_and_still_known_for_a_preview(tmp_path: Path) -> None:
    (tmp_path / "preview.html").write_text("{% for event in events %}<p>{{ event.id }}</p>{% endfor %}\n")
    assert render_preview([GO, PLAIN], tmp_path) == f"{BEGINNING}<p>go</p><p>plain</p>\n"


@pytest.mark.parametrize("name", ["preview.css", "preview-elements.css", "preview.js"])
def test_templates__its_parts_can_be_ones_own(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("/* mine */")
    page = render_preview([GO], tmp_path)
    assert ("\\u002a mine \\u002a" if name == "preview-elements.css" else "/* mine */") in page
    assert page.endswith("</html>\n")


def test_templates__those_of_the_snippets_are_taken_too(tmp_path: Path) -> None:
    (tmp_path / "button.html").write_text('<b onclick="{{ calls }}">{{ label }}</b>')
    assert f'<template shadowrootmode="open">{render(GO, "button", tmp_path)}</template>' in render_preview(
        [GO], tmp_path
    )


def test_templates__one_that_fails_says_what_there_is(tmp_path: Path) -> None:
    (tmp_path / "preview.html").write_text("\n{{ calls }}")
    with pytest.raises(ProblemsError) as error:
        render_preview([GO], tmp_path)
    assert str(error.value) == (
        f"{tmp_path / 'preview.html'}:2: the template fails: 'calls' is undefined\n"
        "    it has script_sources, style_sources, style, scripts, count, events"
    )


def test_templates__the_problems_of_all_events_are_said(tmp_path: Path) -> None:
    (tmp_path / "button.html").write_text("{{ label }}")
    with pytest.raises(ProblemsError) as error:
        render_preview([GO, OFF], tmp_path)
    assert len(error.value.problems) == 2


def test_render_preview__says_what_is_odd_about_an_event_in_words_for_who_sees_values() -> None:
    page = render_preview([Event("a", ["x", "y*"]), Event("b", "Y*", ignore=["wildcard"]), Event("c", "z")])
    warnings = re.findall(r"(?s)<ul class=\"warnings\".*?</ul>", page)
    assert [html.unescape(text).count("<li>") for text in warnings] == [1, 1]
    assert 'Value 2 has a "*": in a segment it is a wildcard' in html.unescape(warnings[0])
    assert 'Value differs only by case or blanks from "y*"' in html.unescape(warnings[1])
