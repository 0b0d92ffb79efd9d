"""The snippets, byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from rtpsnippets import Button, Event, Link, ProblemsError, RtpSnippetsWarning, render
from rtpsnippets.snippets.binding import render_binding
from rtpsnippets.snippets.bundle import files_of
from rtpsnippets.snippets.render import snippets_of
from tests.snippets.samples import GO, GUARDED, GUARDED_CALLS, LINK, NINE, PLAIN_GO, PLAIN_GUARDED, PLAIN_NINE


def test_render__js_has_a_call_on_each_line() -> None:
    assert render(NINE, "js") == (
        "rtp('send', 'event', { value: ['1', '2', '3', '4'] });\n"
        "rtp('send', 'event', { value: ['5', '6', '7', '8'] });\n"
        "rtp('send', 'event', { value: ['9'] });"
    )


def test_render__script_stays_on_one_line_so_that_a_table_cell_can_hold_it() -> None:
    assert render(PLAIN_NINE, "script") == (
        "<script>rtp('send', 'event', { value: ['1', '2', '3', '4'] }); "
        "rtp('send', 'event', { value: ['5', '6', '7', '8'] }); "
        "rtp('send', 'event', { value: ['9'] });</script>"
    )


def test_render__button_holds_all_calls_in_one_handler() -> None:
    assert render(NINE, "button") == (
        '<button id="nine" type="button" onclick="'
        "rtp('send', 'event', { value: ['1', '2', '3', '4'] }); "
        "rtp('send', 'event', { value: ['5', '6', '7', '8'] }); "
        "rtp('send', 'event', { value: ['9'] });"
        '">Nine</button>'
    )


def test_render__button_has_its_attributes_in_the_order_of_the_definition() -> None:
    attributes = {"title": "a < b>", "id": "x_y", "class": "btn btn-primary", "data-n": "1", "aria-label": "é"}
    assert render(Event("go", "Go!", Button("Go", attributes)), "button") == (
        '<button id="x_y" type="button" title="a &#x3c; b&#x3e;" class="btn btn-primary" data-n="1" '
        """aria-label="&#xe9;" onclick="rtp('send', 'event', { value: 'Go!' });">Go</button>"""
    )


def test_render__a_label_is_escaped() -> None:
    assert render(Event("go", "Go!", Button("<b> 2x")), "button").endswith(">&#x3c;b&#x3e; &#x32;&#x78;</button>")


def test_render__a_label_replaces_that_of_the_definition() -> None:
    event = Event("go", "Go!", Button("Go", {"class": "cta"}), link=Link("Go", {"href": "/x"}), carrier="data")
    assert render(event, "button", label="Los <b>") == (
        '<button id="go" type="button" class="cta" data-rtp-event="go">Los &#x3c;b&#x3e;</button>'
    )
    assert render(event, "link", label="Los") == '<a id="go" href="/x" data-rtp-event="go">Los</a>'


@pytest.mark.parametrize(
    ("format", "label", "said"),
    [
        ("button", "", "label: is empty\n    write at least one character"),
        (
            "script",
            "Los",
            'label: the format "script" has no label\n    remove it; only buttons and links have labels',
        ),
        ("js", "", 'label: the format "js" has no label\n    remove it; only buttons and links have labels'),
    ],
)
def test_render__a_label_that_can_not_be_shown_is_a_problem(format: str, label: str, said: str) -> None:
    with pytest.raises(ProblemsError) as raised:
        render(GO, format, label=label)
    assert str(raised.value) == said


@pytest.mark.parametrize(("disabled", "expected"), [(True, ' disabled=""'), (False, "")])
def test_render__a_boolean_attribute_is_there_or_not(disabled: bool, expected: str) -> None:  # noqa: FBT001 (a parameter of the test)
    snippet = render(Event("go", "Go!", Button("Go", {"disabled": disabled})), "button")
    assert f'type="button"{expected} onclick=' in snippet


def test_render__half_a_character_in_the_nonce_attribute_is_a_problem() -> None:
    with pytest.raises(ProblemsError, match=r"^nonce_attribute: contains a lone surrogate \(U\+DCFF\) at position 1\n"):
        render(PLAIN_GO, "script", nonce_attribute="\udcff")


LINK_TAG = '<a id="go" href="/a b.pdf?x=1&amp;y" class="cta" download="" target="&#x5f;blank" rel="noopener"'


def test_render__link_has_its_attributes_in_the_order_of_the_definition() -> None:
    assert render(Event("go", "Go!", link=LINK), "link") == (
        f"""{LINK_TAG} onclick="rtp('send', 'event', {{ value: 'Go!' }});">Get it</a>"""
    )


def test_render__a_link_has_an_id_of_its_own_if_it_says_so() -> None:
    snippet = render(Event("go", "Go!", link=Link("Go", {"id": "own", "href": "#top"})), "link")
    assert snippet.startswith('<a id="own" href="#top" onclick="')


def test_render__carried_by_data_an_element_has_the_id_of_its_event_and_no_code() -> None:
    event = Event("go_on", "Go!", Button("Go", {"id": "own", "disabled": True}), link=LINK, carrier="data")
    assert render(event, "button") == '<button id="own" type="button" disabled="" data-rtp-event="go_on">Go</button>'
    assert render(event, "link") == f'{LINK_TAG.replace("go", "go_on")} data-rtp-event="go_on">Get it</a>'


def test_render__whatever_carries_and_sends_the_event_its_code_is_the_same() -> None:
    event = Event("go", "Go!", carrier="data", on="visible", selector=".x")
    assert render(event, "js") == render(PLAIN_GO, "js")
    with pytest.warns(RtpSnippetsWarning):
        assert render(event, "script") == render(PLAIN_GO, "script")


def test_render__each_call_has_its_guard_and_the_one_that_refreshes_comes_last() -> None:
    assert render(GUARDED, "js") == "\n".join(GUARDED_CALLS)
    assert render(PLAIN_GUARDED, "script") == f"<script>{' '.join(GUARDED_CALLS)}</script>"
    assert render(GUARDED, "button") == f'<button id="go" type="button" onclick="{" ".join(GUARDED_CALLS)}">Go</button>'


def test_render__refresh_alone_has_no_guard() -> None:
    event = Event("go", "Go!", refresh=True)
    assert render(event, "js") == "rtp('send', 'event', { value: 'Go!' });\nrtp('get', 'campaign', true);"


@pytest.mark.parametrize("nonce", ['nonce="{{ csp_nonce }}"', "nonce='<?= $nonce ?>'", "{{nonce}}", "nonce=x", "a b"])
def test_render__the_nonce_is_put_into_the_tag_of_a_script_as_it_is(nonce: str) -> None:
    script = render(PLAIN_GO, "script")
    assert render(PLAIN_GO, "script", nonce_attribute=nonce) == script.replace("<script>", f"<script {nonce}>")
    assert render(GO, "js", nonce_attribute=nonce) == render(GO, "js")
    assert render(GO, "button", nonce_attribute=nonce) == render(GO, "button")


@pytest.mark.parametrize("nonce", ["r4nd0m", "cjRuZDBt==", "a+/_-", "nonce"])
def test_render__a_nonce_without_its_attribute_is_a_problem(nonce: str) -> None:
    with pytest.raises(ProblemsError) as error:
        render(PLAIN_GO, "script", nonce_attribute=nonce)
    assert str(error.value) == (
        f'nonce_attribute: must be an attribute with a value, not "{nonce}"\n'
        '    write nonce="...", with your nonce or its template tag between the quotes'
    )


def test_render__an_unknown_format_is_a_problem_that_names_the_known_ones() -> None:
    with pytest.raises(ProblemsError, match='unknown format "pdf"\n    known formats: js, script, button, link'):
        render(GO, "pdf")


@pytest.mark.parametrize("format_name", ["binding", "recorder", "json"])
def test_render__a_format_of_all_events_is_none_of_one(format_name: str) -> None:
    with pytest.raises(
        ProblemsError, match=f'unknown format "{format_name}"\n    known .*; {format_name} contains all events: use rtp'
    ):
        render(GO, format_name)


def test_render__a_link_of_an_event_without_one_is_a_problem() -> None:
    with pytest.raises(ProblemsError, match='the event "go" has no link\n    add the key "link" to it, or use another'):
        render(GO, "link")


def test_render__a_button_of_an_event_without_one_is_a_problem() -> None:
    with pytest.raises(ProblemsError, match='the event "plain" has no button'):
        render(Event("plain", "x"), "button")


def test_snippets_of__holds_the_formats_that_fit() -> None:
    assert list(snippets_of([GO])["go"]) == ["js", "button"]
    assert list(snippets_of([Event("plain", "x")])["plain"]) == ["js", "script"]
    assert list(snippets_of([Event("go", "x", Button("Go"), link=LINK)])["go"]) == ["js", "button", "link"]


def test_files_of__a_file_holds_its_snippet_and_nothing_else() -> None:
    files = files_of([GO, PLAIN_NINE])
    assert list(files) == [
        *("go.js", "go.button.html", "nine.js", "nine.script.html"),
        *("rtp-events.js", "snippets.json"),
    ]
    assert files["go.button.html"] == render(GO, "button").encode()
    assert files["nine.script.html"] == render(PLAIN_NINE, "script").encode()


def test_files_of__the_binding_is_one_file_of_all_events() -> None:
    assert files_of([GO, NINE], ["binding"]) == {"rtp-events.js": render_binding([GO, NINE]).encode()}


def test_files_of__scripts_have_the_nonce(tmp_path: Path) -> None:
    (tmp_path / "button.html").write_text('<b onclick="{{ calls }}"></b>')
    files = files_of([PLAIN_GO, NINE], templates=tmp_path, nonce_attribute="nonce=x")
    assert files["go.script.html"].startswith(b"<script nonce=x>")
    assert b"<script nonce=x>" in files["snippets.json"]


def test_files_of__only_the_formats_asked_for() -> None:
    assert list(files_of([PLAIN_GO, NINE], ["script"])) == ["go.script.html"]
