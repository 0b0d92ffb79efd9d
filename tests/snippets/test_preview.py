"""The preview as text: what is in it, what its policy lets run, and a user's own templates of it."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from pathlib import Path

import pytest

from rtpsnippets import Button, Event, Link, ProblemsError, render, render_binding, render_preview, render_recorder
from rtpsnippets.snippets.csp import hash_of
from rtpsnippets.snippets.destinations import DESTINATIONS, paste
from rtpsnippets.snippets.formats import PREVIEW_BEGINNING
from rtpsnippets.snippets.recorder import bookmarklet
from rtpsnippets.version import VERSION
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
    """The visible text."""
    return " ".join(html.unescape(re.sub("<[^>]*>", "", markup)).split())


def snippets_in(card: str, form: str) -> dict[str, str]:
    """What a card shows in a form, by the titles."""
    items = re.findall(r'(?s)<li data-forms="([^"]*)">\n<h4>(.*?)</h4>.*?<pre><code.*?>(.*?)</code></pre>', card)
    return {title: html.unescape(text) for forms, title, text in items if form in forms.split()}


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
    assert page.startswith(f"{PREVIEW_BEGINNING}<!DOCTYPE html>\n")
    assert page.endswith("</html>\n")
    assert page.isascii()


def test_preview__shows_the_events_in_order_with_all_that_is_known_of_them() -> None:
    page = render_preview([LINKED, GO, BARE])
    assert re.findall("<h2>(.*?)</h2>", page) == ["talk", "go", "bare"]
    card = card_of(GO, page)
    assert "What it <is> for." in text_of(card)
    assert texts("<li><code.*?>(.*?)</code>", card) == ["Go!", " twice  "]
    for event, names in ((GO, ("button", "js")), (BARE, ("script", "js"))):
        shown = snippets_in(card_of(event, page), "page")
        assert list(shown.values()) == [render(event, name) for name in names]
    assert f'<template shadowrootmode="open">{render(GO, "button")}</template>' in card


@pytest.mark.parametrize(
    ("event", "notes"),
    [
        (GO, []),
        (PLAIN, ["This event has no button or link of its own."]),
        (OFF, ["While the button is disabled, a click on it sends nothing."]),
        (LATER, ["A click does not send this event."]),
        (LINKED, ["On your site, rtp-events.js sends an event only once per page view. Start over"]),
    ],
    ids=lambda value: value.id if isinstance(value, Event) else "",
)
def test_preview__says_what_a_click_does(event: Event, notes: list[str]) -> None:
    card = card_of(event, render_preview([GO, PLAIN, OFF, LATER, LINKED]))
    assert list(map(text_of, re.findall('(?s)<p class="note">(.*?)</p>', card)))[1:] == notes


def test_preview__says_what_goes_into_a_segment_and_how_often_it_counts() -> None:
    page = render_preview([BARE, GO])
    single = text_of(card_of(BARE, page))
    assert re.search(
        "In Marketo: Segments . API . Data Events Add this value to your segment. It counts once per visitor session.",
        single,
    )
    several = text_of(card_of(GO, page))
    assert "The event sends all of these values. Add the ones that your segment needs." in several
    assert "Each counts once per visitor session." in several


@pytest.mark.parametrize(
    ("event", "sender"),
    [
        (GO, "a click on its button."),
        (BARE, "when a page with its script is opened."),
        (PLAIN, 'by rtp-events.js when "form" is submitted.'),
        (LINKED, 'by rtp-events.js on a click on ".x" or its link.'),
        (LATER, "by rtp-events.js when a page that loads it is opened."),
        (BOTH, 'by a click on its button and by rtp-events.js on a click on ".both".'),
    ],
    ids=lambda value: value.id if isinstance(value, Event) else "",
)
def test_preview__says_what_sends_the_event(event: Event, sender: str) -> None:
    card = card_of(event, render_preview([event]))
    (said,) = map(text_of, re.findall('(?s)<p class="sender">(.*?)</p>', card))
    assert said.startswith("This event is sent ")
    assert said.endswith(sender)


@pytest.mark.parametrize("event", [PLAIN, LATER, BARE, GO], ids=lambda event: event.id)
def test_preview__says_where_there_is_nothing_to_paste(event: Event) -> None:
    card = card_of(event, render_preview([event]))
    notes = re.findall('(?s)<p class="note" data-forms="([^"]*)">(.*?)</p>', card)
    is_by_itself = event is PLAIN
    forms = {form for form in _FORMS if not snippets_in(card, form)} | ({"page"} if is_by_itself else set())
    said = (
        "every page that loads rtp-events.js sends this event by itself."
        if is_by_itself
        else "Choose another place, or ask whoever gave"
    )
    assert {form for found, _ in notes for form in found.split()} == forms
    assert all(said in text_of(note) for _, note in notes)
    (shown,) = re.findall('<details class="how scripted" data-forms="([^"]*)">', card)
    assert set(shown.split()) == _FORMS - forms


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
    assert list(snippets_in(render_preview([event]), "page")) == titles


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


def test_preview__has_a_row_for_each_event_of_what_is_searched() -> None:
    script = scripts_of(render_preview([Event("a", ["\0", "\r"], Button("</script>"), "It's", selector="i > b")]))[0]
    sender = "sent by a click on its button and by rtp-events.js on a click on \\u0022i \\u003e b\\u0022"
    searched = rf"'a', 'It\u0027s', '\u0000', '\u000d', '\u003c/script\u003e', '{sender}', 'i \u003e b'"
    assert f"    [{searched}]" in script


def test_preview__offers_the_recorder_as_a_bookmark_and_as_a_command() -> None:
    page = render_preview([GO, LINKED])
    script = render_recorder([GO, LINKED])
    (address,) = re.findall('<a class="bookmarklet" data-address="([^"]*)"', page)
    assert html.unescape(address) == bookmarklet(script)
    (command,) = re.findall("(?s)<code hidden>(.*?)</code>", page)
    assert html.unescape(command) == script


def test_preview__of_too_many_events_offers_the_command_only() -> None:
    events = [Event(f"e{at}", "x" * 1000) for at in range(60)]
    page = render_preview(events)
    assert 'class="bookmarklet"' not in page
    assert "There are too many events for a bookmark." in page
    (command,) = re.findall("(?s)<code hidden>(.*?)</code>", page)
    assert html.unescape(command) == render_recorder(events)


def test_preview__says_which_values_are_former_and_who_owns_the_event() -> None:
    event = Event("demo", "Demo request", was=["Demo", "Free demo"], owner="R & D", deprecated="Ends in May")
    page = render_preview([event, Event("other", "Demo")])
    card = text_of(card_of(event, page))
    assert "Deprecated: Ends in May Owner: R & D This event is" in card
    assert "Add the first value to your segment." in card
    assert "Do not add it to a segment. Demo requestCopy" in card
    assert [card.count(f"{value}former value") for value in ("request", "Demo", "Free demo")] == [0, 1, 1]
    assert "Former value is still sent, for segments that use it: once all segments use the new value, remove" in card
    assert "Value is the same as former value 1 of demo: use another value" in text_of(page)
    assert "['demo', 'R \\u0026 D', 'Ends in May', 'Demo request', 'Demo', 'Free demo', " in scripts_of(page)[0]


# The pages that send an event.


def test_usage__the_pages_are_shown_with_how_they_send_the_event() -> None:
    pages = {"a b/<\x1b>.html": ["button", "script"], "\udc80.html": ["link"]}
    page = render_preview([GO, BARE], usage={"go": pages, "bare": {}})
    assert text_of(card_of(GO, page)).endswith(
        r"Pages that send this event a b/<\u001b>.html button, script \udc80.html link"
    )
    assert text_of(card_of(BARE, page)).endswith("Pages that send this event No page sends this event.")
    assert '<p class="count" role="status">2 events, 1 unused</p>' in page
    assert ["'unused'" in row for row in scripts_of(page)[0].split("\n") if row.startswith("    [")] == [False, True]
    assert "href" not in card_of(BARE, page).partition('class="pages"')[2]


def test_usage__many_pages_are_folded() -> None:
    pages = {f"{at}.html": ["button"] for at in range(11)}
    assert "11 pages that send go" in text_of(card_of(GO, render_preview([GO], usage={"go": pages})))
    del pages["0.html"]
    assert "<details" not in card_of(GO, render_preview([GO], usage={"go": pages})).partition('class="pages"')[2]


def test_usage__pages_are_links_if_it_is_known_where_the_site_is_published() -> None:
    page = render_preview([GO], usage={"go": {"a b/\udc80?.html": ["button"]}}, base_url="https://example.com/docs/")
    assert '<a href="https://example.com/docs/a%20b/%80%3F.html">' in html.unescape(page)


def test_usage__is_not_shown_if_it_is_not_known() -> None:
    assert "Pages that send" not in render_preview([GO])


# Where it will be pasted.

_FORMS = {"page", *(destination.form for destination in DESTINATIONS.values())}


def test_places__are_any_page_and_all_destinations_with_their_steps() -> None:
    page = render_preview([GO])
    names = ["page", *DESTINATIONS]
    assert re.findall('<option value="([^"]*)"', page) == names
    assert re.findall('<option value="([^"]*)" selected', page) == ["page"]
    places = re.findall('(?s)<div class="place" data-form="([^"]*)" data-way="[^"]*"( hidden)?>(.*?)</div>', page)
    assert [(form, bool(hidden)) for form, hidden, _ in places] == [
        ("page", False),
        *((row.form, True) for row in DESTINATIONS.values()),
    ]
    for row, (_, _, text) in zip(DESTINATIONS.values(), places[1:], strict=True):
        assert list(map(text_of, re.findall("<li>(.*?)</li>", text))) == list(row.steps)
        assert text_of(text).endswith(f"Check: {row.check}")


@pytest.mark.parametrize("name", DESTINATIONS)
def test_places__one_can_be_chosen_beforehand(name: str) -> None:
    page = render_preview([GO], destination=name)
    assert re.findall('<option value="([^"]*)" selected', page) == [name]
    assert f'<html lang="en" data-form="{DESTINATIONS[name].form}">' in page
    assert page.count(' hidden>\n<p class="unscripted">') == len(DESTINATIONS)


def test_places__an_unknown_one_is_refused_with_those_there_are() -> None:
    with pytest.raises(ProblemsError) as error:
        render_preview([GO], destination="wordpres")
    assert str(error.value).startswith('unknown destination "wordpres"\n    known destinations: page, wordpress, ')


@pytest.mark.parametrize("event", [GO, LINKED, LATER, PLAIN, BARE, BOTH], ids=lambda event: event.id)
@pytest.mark.parametrize("form", sorted(_FORMS - {"page"}))
def test_places__the_text_for_a_form_stands_once_in_the_card(form: str, event: Event) -> None:
    card = card_of(event, render_preview([event]))
    expected = paste(event, form)  # type: ignore[arg-type]
    assert list(snippets_in(card, form).values()) == ([] if expected is None else [expected])
    if expected is not None:
        assert [text for shown in map(snippets_in, [card] * len(_FORMS), _FORMS) for text in shown.values()]
    texts_shown = texts("<pre><code.*?>(.*?)</code></pre>", card)
    assert len(texts_shown) == len(set(texts_shown))


def test_places__a_style_shows_each_form() -> None:
    (style,) = re.findall("(?s)<style>(.*?)</style>", render_preview([GO]))
    for form in _FORMS:
        assert f':root[data-form="{form}"] [data-forms]:not([data-forms~="{form}"])' in style


def test_places__each_text_says_when_to_use_it_and_how_to_paste_it() -> None:
    event = replace(LINKED, button=Button("Talk"), carrier="inline")
    card = card_of(event, render_preview([event]))
    as_html = "Paste this as HTML (in the source view), not as text."
    bound, clicked = "The page must load rtp-events.js.", "Sends the event when it is clicked."
    said = re.findall('(?s)<h4>(.*?)</h4>\n<p class="use">(.*?)</p>.*?<p class="hint">(.*?)</p>', card)
    assert sorted(tuple(map(text_of, each)) for each in said) == [
        ("Button", clicked, as_html),
        ("Button", bound, as_html),
        ("CSS class", f"{bound} {clicked}", "Put this into the field for CSS classes, not into the text."),
        (
            "Definition",
            f"{bound} Create a link to /talk",
            "Send this to whoever maintains the events. Do not paste it into a page.",
        ),
        ("JavaScript", "Only the code, for a .js file.", "Put this into a script, not into the text of a page."),
        ("Link", clicked, as_html),
        ("Link", bound, as_html),
    ]


def test_places__a_template_that_fits_no_other_form_leaves_the_preview_whole(tmp_path: Path) -> None:
    (tmp_path / "button.html").write_text('<b onclick="{{ calls }}">{{ label }}</b>')
    card = card_of(GO, render_preview([GO], tmp_path))
    assert snippets_in(card, "data") == {}
    assert snippets_in(card, "page")["Button"] == render(GO, "button", tmp_path)


# The index, and what the page was made of.


def test_index__is_there_for_more_than_ten_events() -> None:
    events = [Event(f"e{at}", str(at)) for at in range(11)]
    assert '<nav class="index"' not in render_preview(events[:10])
    page = render_preview(events)
    index = page.partition('<nav class="index"')[2].partition("</nav>")[0]
    assert re.findall('<a href="#(.*?)">(.*?)</a>', index) == [(event.id, event.id) for event in events]


def test_footer__says_the_version_and_what_it_is_told() -> None:
    assert f"Generated by rtpsnippets {VERSION}. " in text_of(render_preview([GO]))
    page = render_preview([GO], files=["a&b.toml", "\u202ec\udcff.yaml"], date="2026-12-01")
    assert f"Generated by rtpsnippets {VERSION} from a&b.toml, \\u202ec\\udcff.yaml on 2026-12-01. " in text_of(page)
    assert page.isascii()


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


def test_preview__has_the_ids_of_the_events_and_no_name_of_its_own() -> None:
    page = re.sub("(?s)<template .*?</template>|<script>.*?</script>", "", render_preview([GO, LINKED, PLAIN]))
    assert [tag.values["id"] for tag in tags_of(page) if "id" in tag.values] == ["go", "talk", "plain"]
    assert not {name for tag in tags_of(page) for name in tag.values if name in {"for", "form"}}
    assert {tag.name for tag in tags_of(page) if "name" in tag.values} == {"meta"}


def test_preview__names_no_address_but_those_of_the_events() -> None:
    page = re.sub("http://www.w3.org/2000/svg|'sha256-[^']*'", "", render_preview([GO, PLAIN]))
    assert not re.search("https?:|//[a-z]|@import|url[(]", page)


# The requested place, and the user's own templates.


def test_preview__takes_the_nonce_attribute_for_what_is_copied_and_not_for_itself() -> None:
    page = render_preview([BARE], nonce_attribute='nonce="x"')
    assert snippets_in(card_of(BARE, page), "page")["Script"].startswith('<script nonce="x">')
    assert '<script nonce="x">' not in page


def test_templates__an_own_page_is_taken_and_still_known_for_a_preview(tmp_path: Path) -> None:
    (tmp_path / "preview.html").write_text("{% for event in events %}<p>{{ event.id }}</p>{% endfor %}\n")
    assert render_preview([GO, PLAIN], tmp_path) == f"{PREVIEW_BEGINNING}<p>go</p><p>plain</p>\n"


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
        "    available variables: script_sources, style_sources, style, scripts, recorder, bookmarklet, count, "
        "events, places, chosen, files, version, date"
    )


def test_templates__the_problems_of_all_events_are_said(tmp_path: Path) -> None:
    (tmp_path / "button.html").write_text("{{ label }}")
    with pytest.raises(ProblemsError) as error:
        render_preview([GO, OFF], tmp_path)
    assert len(error.value.problems) == 2


def test_render_preview__says_what_is_odd_about_an_event_in_words_for_who_sees_values() -> None:
    events = [Event("a", ["x", "y*"]), Event("b", "Y*", ignore=["wildcard"]), Event("c", "z"), Event("d", ["x", "z"])]
    events += [Event(name, name, selector="form", on="submit") for name in ("e", "f")]
    events += [Event("g", "g", link=Link("Go", {"href": "www.example.com"}))]
    page = render_preview(events)
    warnings = re.findall(r"(?s)<div class=\"warnings\">\n<p>For whoever maintains the events:</p>.*?</ul>", page)
    assert [html.unescape(text).count("<li>") for text in warnings] == [1, 1, 2, 1, 1]
    assert 'Value 2 contains "*": remove it; it may be treated as a wildcard' in html.unescape(warnings[0])
    assert 'Value differs only in case or spaces from "y*" at value 2 of a: ' in html.unescape(warnings[1])
    assert "Value 1 is the same as value 1 of a: " in html.unescape(warnings[2])
    assert "Value 2 is the same as the value of c: " in html.unescape(warnings[2])
    assert "Selector is the same as the selector of e: " in html.unescape(warnings[3])
    assert 'Link href has no "https://" before "www.", so it points' in html.unescape(warnings[4])
