"""The snippets, byte for byte, and what a person's own templates may and may not do."""

from __future__ import annotations

import os
from pathlib import Path
from shutil import copy

import pytest

from rtpsnippets import Button, Event, Link, ProblemsError, render
from rtpsnippets.binding import render_binding
from rtpsnippets.files import files_of
from rtpsnippets.formats import FORMATS
from rtpsnippets.javascript import is_safe
from rtpsnippets.snippets import snippets_of
from tests.clean_environment import CHECKOUT
from tests.hostile import TEXTS, label_form

GO = Event("go", "Go!", Button("Go"))
NINE = Event("nine", list("123456789"), Button("Nine"))


def test_render__js_has_a_call_on_each_line() -> None:
    assert render(NINE, "js") == (
        "rtp('send', 'event', { value: ['1', '2', '3', '4'] });\n"
        "rtp('send', 'event', { value: ['5', '6', '7', '8'] });\n"
        "rtp('send', 'event', { value: ['9'] });"
    )


def test_render__script_stays_on_one_line_so_that_a_table_cell_can_hold_it() -> None:
    assert render(NINE, "script") == (
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
    attributes = {"title": "a <b>", "id": "x_y", "class": "btn btn-primary", "data-n": "1", "aria-label": "é"}
    assert render(Event("go", "Go!", Button("Go", attributes)), "button") == (
        '<button id="x&#x5f;y" type="button" title="a &#x3c;b&#x3e;" class="btn btn-primary" data-n="1" '
        """aria-label="&#xe9;" onclick="rtp('send', 'event', { value: 'Go!' });">Go</button>"""
    )


def test_render__a_label_is_escaped() -> None:
    assert render(Event("go", "Go!", Button("<b> 2x")), "button").endswith(">&#x3c;b&#x3e; &#x32;&#x78;</button>")


@pytest.mark.parametrize(("disabled", "expected"), [(True, ' disabled=""'), (False, "")])
def test_render__a_boolean_attribute_is_there_or_not(disabled: bool, expected: str) -> None:  # noqa: FBT001 (a parameter of the test)
    snippet = render(Event("go", "Go!", Button("Go", {"disabled": disabled})), "button")
    assert f'type="button"{expected} onclick=' in snippet


def test_render__half_a_character_in_the_nonce_attribute_is_a_problem() -> None:
    with pytest.raises(ProblemsError, match=r"^nonce_attribute: has a lone surrogate \(U\+DCFF\) as character 1\n"):
        render(GO, "script", nonce_attribute="\udcff")


LINK = Link("Get it", {"href": "/a b.pdf?x=1&y", "class": "cta", "download": True, "target": "_blank"})
LINK_TAG = (
    '<a id="go" href="&#x2f;a b&#x2e;pdf&#x3f;x&#x3d;1&#x26;y" class="cta" download="" '
    'target="&#x5f;blank" rel="noopener"'
)


def test_render__link_has_its_attributes_in_the_order_of_the_definition() -> None:
    assert render(Event("go", "Go!", link=LINK), "link") == (
        f"""{LINK_TAG} onclick="rtp('send', 'event', {{ value: 'Go!' }});">Get it</a>"""
    )


def test_render__a_link_has_an_id_of_its_own_if_it_says_so() -> None:
    snippet = render(Event("go", "Go!", link=Link("Go", {"id": "own", "href": "#top"})), "link")
    assert snippet.startswith('<a id="own" href="&#x23;top" onclick="')


def test_render__carried_by_data_an_element_has_the_id_of_its_event_and_no_code() -> None:
    event = Event("go_on", "Go!", Button("Go", {"id": "own", "disabled": True}), link=LINK, carrier="data")
    assert (
        render(event, "button") == '<button id="own" type="button" disabled="" data-rtp-event="go&#x5f;on">Go</button>'
    )
    assert render(event, "link") == f'{LINK_TAG.replace("go", "go&#x5f;on")} data-rtp-event="go&#x5f;on">Get it</a>'


def test_render__carried_by_data_scripts_are_as_ever() -> None:
    event = Event("go", "Go!", carrier="data", on="visible", selector=".x")
    assert (render(event, "js"), render(event, "script")) == (render(GO, "js"), render(GO, "script"))


GUARDED = Event("go", list("12345"), Button("Go"), guard=True, refresh=True)
GUARDED_CALLS = (
    "if (window.rtp) rtp('send', 'event', { value: ['1', '2', '3', '4'] });",
    "if (window.rtp) rtp('send', 'event', { value: ['5'] });",
    "if (window.rtp) rtp('get', 'campaign', true);",
)


def test_render__each_call_has_its_guard_and_the_one_that_refreshes_comes_last() -> None:
    assert render(GUARDED, "js") == "\n".join(GUARDED_CALLS)
    assert render(GUARDED, "script") == f"<script>{' '.join(GUARDED_CALLS)}</script>"
    assert render(GUARDED, "button") == f'<button id="go" type="button" onclick="{" ".join(GUARDED_CALLS)}">Go</button>'


def test_render__refresh_alone_has_no_guard() -> None:
    event = Event("go", "Go!", refresh=True)
    assert render(event, "js") == "rtp('send', 'event', { value: 'Go!' });\nrtp('get', 'campaign', true);"


def test_render__guarded_calls_keep_the_invariant() -> None:
    assert all(map(is_safe, GUARDED.statements))


@pytest.mark.parametrize("nonce", ['nonce="{{ csp_nonce }}"', "nonce='<?= $nonce ?>'"])
def test_render__the_nonce_is_put_into_the_tag_of_a_script_as_it_is(nonce: str) -> None:
    assert render(GO, "script", nonce_attribute=nonce) == render(GO, "script").replace("<script>", f"<script {nonce}>")
    assert render(GO, "js", nonce_attribute=nonce) == render(GO, "js")
    assert render(GO, "button", nonce_attribute=nonce) == render(GO, "button")


def test_render__an_unknown_format_is_a_problem_that_names_the_known_ones() -> None:
    with pytest.raises(ProblemsError, match='unknown format "pdf"\n    known formats: js, script, button, link'):
        render(GO, "pdf")


@pytest.mark.parametrize("format_name", ["binding", "json"])
def test_render__a_format_of_all_events_is_none_of_one(format_name: str) -> None:
    with pytest.raises(
        ProblemsError, match=f'unknown format "{format_name}"\n    known .*; {format_name} is one for all events: rtp'
    ):
        render(GO, format_name)


def test_render__a_link_of_an_event_without_one_is_a_problem() -> None:
    with pytest.raises(ProblemsError, match='the event "go" has no link\n    give it the key "link", or take another'):
        render(GO, "link")


def test_render__a_button_of_an_event_without_one_is_a_problem() -> None:
    with pytest.raises(ProblemsError, match='the event "plain" has no button'):
        render(Event("plain", "x"), "button")


def test_snippets_of__holds_the_formats_that_fit() -> None:
    assert list(snippets_of([GO])["go"]) == ["js", "script", "button"]
    assert list(snippets_of([Event("plain", "x")])["plain"]) == ["js", "script"]
    assert list(snippets_of([Event("go", "x", Button("Go"), link=LINK)])["go"]) == ["js", "script", "button", "link"]


def test_files_of__a_file_holds_its_snippet_and_nothing_else() -> None:
    files = files_of([GO])
    assert list(files) == ["go.js", "go.script.html", "go.button.html", "rtp-events.js", "snippets.json"]
    assert files["go.button.html"] == render(GO, "button").encode()


def test_files_of__the_binding_is_one_file_of_all_events() -> None:
    assert files_of([GO, NINE], ["binding"]) == {"rtp-events.js": render_binding([GO, NINE]).encode()}


def test_files_of__scripts_have_the_nonce(tmp_path: Path) -> None:
    (tmp_path / "button.html").write_text('<b onclick="{{ calls }}"></b>')
    files = files_of([GO], templates=tmp_path, nonce_attribute="nonce=x")
    assert files["go.script.html"].startswith(b"<script nonce=x>")
    assert b"<script nonce=x>" in files["snippets.json"]


def test_files_of__only_the_formats_asked_for() -> None:
    assert list(files_of([GO], ["script"])) == ["go.script.html"]


@pytest.mark.parametrize("carrier", ["inline", "data"])
def test_templates__ours_as_a_persons_own_escape_once_more_and_give_the_same_bytes(
    carrier: str, tmp_path: Path
) -> None:
    for format in FORMATS.values():
        copy(CHECKOUT / "templates" / format.template, tmp_path)
    events = [_hostile_event(f"event-{at}", text, carrier) for at, text in enumerate(TEXTS) if 0 < len(text) < 100]
    assert snippets_of(events, tmp_path, 'nonce="x"') == snippets_of(events, None, 'nonce="x"')


def _hostile_event(event_id: str, text: str, carrier: str) -> Event:
    label = label_form(text)
    button, link = (
        Button(label, {"title": label, "disabled": True}),
        Link(label, {"href": "/x?a=1&b=2", "class": label}),
    )
    return Event(event_id, [text, "x"], button, link=link, carrier=carrier)


def test_templates__what_is_not_there_comes_from_ours(tmp_path: Path) -> None:
    (tmp_path / "button.html").write_text('<b id="{{ id }}" onclick="{{ calls | join }}">{{ label }}</b>')
    assert render(GO, "button", tmp_path) == ("""<b id="go" onclick="rtp('send', 'event', { value: 'Go!' });">Go</b>""")
    assert render(GO, "js", tmp_path) == render(GO, "js")


def test_templates__own_scripts_take_the_nonce(tmp_path: Path) -> None:
    (tmp_path / "script.html").write_text("<script {{ nonce_attribute }} async>{{ calls }}</script>")
    assert render(GO, "script", tmp_path, 'nonce="<x>"').startswith('<script nonce="<x>" async>')


def test_templates__an_own_link_has_what_ours_has(tmp_path: Path) -> None:
    (tmp_path / "link.html").write_text(
        '<a{% for name, value in attributes %} {{ name }}="{{ value }}"{% endfor %}'
        ' id="x-{{ id }}" {{ carrier_attribute }}>{{ label }}</a>'
    )
    event = Event("go", "Go!", link=LINK)
    assert render(event, "link", tmp_path) == render(event, "link").replace(' id="go"', "").replace(
        " onclick", ' id="x-go" onclick'
    )


@pytest.mark.parametrize(
    "template",
    [
        "<b {{ carrier_attribute }}>{{ label }}</b>",
        '<i><b data-rtp-event="{{ id }}">{{ label }}</b></i>',
        "<b data-rtp-event={{ id }}>",
    ],
)
def test_templates__carried_by_data_a_marked_element_is_taken(template: str, tmp_path: Path) -> None:
    (tmp_path / "button.html").write_text(template)
    assert "data-rtp-event=" in render(Event("go", "Go!", Button("Go"), carrier="data"), "button", tmp_path)


@pytest.mark.parametrize(
    "template",
    [
        "<b>{{ label }}</b>",
        '<b onclick="{{ calls }}">{{ label }}</b>',
        '<b {{ carrier_attribute }} onclick="{{ calls }}">{{ label }}</b>',
        "<b {{ carrier_attribute }}>{{ label }}</b><script>{{ calls }}</script>",
        '<b data-rtp-event="other">{{ label }}</b>',
        '<b data-rtp-event="GO">{{ label }}</b>',
        "<!-- <b {{ carrier_attribute }}> -->{{ label }}",
        "<template><b {{ carrier_attribute }}></template>",
        "<b {{ carrier_attribute | forceescape }}>{{ label }}</b>",
        "<b title='{{ carrier_attribute }}'>{{ label }}</b>",
    ],
)
def test_templates__carried_by_data_an_element_without_its_mark_or_with_calls_is_a_problem(
    template: str, tmp_path: Path
) -> None:
    (tmp_path / "button.html").write_text(template)
    with pytest.raises(ProblemsError) as error:
        render(Event("go", "Go!", Button("Go"), carrier="data"), "button", tmp_path)
    assert str(error.value) == (
        f'{tmp_path / "button.html"}: the snippet of "go" is not marked for the binding\n'
        "    write {{ carrier_attribute }} into its tag, and no {{ calls }}: its carrier is data"
    )


def test_templates__two_elements_may_have_the_mark(tmp_path: Path) -> None:
    (tmp_path / "button.html").write_text(
        "<b {{ carrier_attribute }}>{{ label }}</b><b {{ carrier_attribute }}>{{ label }}</b>"
    )
    assert render(Event("go", "Go!", Button("Go"), carrier="data"), "button", tmp_path).count("data-rtp-event") == 2


def test_templates__a_handler_of_its_own_may_stand_beside_the_mark(tmp_path: Path) -> None:
    (tmp_path / "button.html").write_text('<b {{ carrier_attribute }} onclick="track()">{{ label }}</b>')
    assert "track()" in render(Event("go", "Go!", Button("Go"), carrier="data"), "button", tmp_path)


@pytest.mark.parametrize(
    ("name", "template"),
    [
        ("button.html", '<b onclick="{{ calls }}" data-rtp-event="go">{{ label }}</b>'),
        ("button.html", '<b {{ carrier_attribute }}>{{ label }}</b><i data-rtp-event="other"></i>'),
        ("link.html", '<a data-rtp-event="{{ id }}">{{ label }}</a>'),
        ("link.html", "<a>{{ label }}</a>"),
        ("script.html", "<b data-rtp-event=go></b><script>{{ calls }}</script>"),
    ],
)
def test_templates__carried_by_a_handler_a_mark_beside_it_is_a_problem(
    name: str, template: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_text(template)
    with pytest.raises(ProblemsError, match='the snippet of "go" does not make its calls'):
        render(Event("go", "Go!", Button("Go"), link=LINK), name.partition(".")[0], tmp_path)


def test_templates__guarded_calls_are_found_in_them(tmp_path: Path) -> None:
    (tmp_path / "button.html").write_text("<b {{ carrier_attribute }}>{{ label }}</b>")
    (tmp_path / "js.js").write_text("{% for call in calls %}{{ call }}{% endfor %}")
    assert "".join(GUARDED_CALLS) == render(GUARDED, "js", tmp_path)
    assert " ".join(GUARDED_CALLS) in render(GUARDED, "button", tmp_path)


@pytest.mark.parametrize("left_out", GUARDED_CALLS)
def test_templates__a_call_that_is_left_out_is_a_problem(left_out: str, tmp_path: Path) -> None:
    (tmp_path / "js.js").write_text("".join(call for call in GUARDED_CALLS if call != left_out))
    with pytest.raises(ProblemsError, match='the snippet of "go" does not make its calls'):
        render(GUARDED, "js", tmp_path)


def test_templates__a_text_of_their_own_is_escaped(tmp_path: Path) -> None:
    (tmp_path / "script.html").write_text("""{{ '<i>' }}<script>{{ calls }}</script>""")
    assert render(GO, "script", tmp_path).startswith("&lt;i&gt;<script>")


def test_templates__a_changed_template_is_read_again(tmp_path: Path) -> None:
    template = tmp_path / "js.js"
    for time, comment in enumerate(("first", "second")):
        template.write_text(f"/* {comment} */ {{{{ calls | join }}}}")
        os.utime(template, (time, time))
        assert render(GO, "js", tmp_path).startswith(f"/* {comment} */")


@pytest.mark.parametrize(
    ("name", "template"),
    [
        ("js.js", "rtp('send', 'event', { value: '{{ id }}' });"),
        ("js.js", "{{ calls[0] }}"),
        ("js.js", "{{ calls | reverse | join }}"),
        ("js.js", "{{ calls | join | upper }}"),
        ("js.js", "// {{ calls }}"),
        ("js.js", "/* {{ calls }} */"),
        ("js.js", '"{{ calls }}"'),
        ("js.js", "{{ calls }} {{ calls }}"),
        ("js.js", "x{{ calls }}"),
        ("js.js", "{{ calls | join(', ') }}"),
        ("js.js", "{{ calls | join(' // ') }}"),
        ("js.js", "setTimeout('{{ calls }}')"),
        ("script.html", "<script><!-- {{ calls }} --></script>"),
        ("script.html", "<script>//<![CDATA[ {{ calls }} //]]></script>"),
        ("script.html", "<script src='x.js'>{{ calls }}</script>"),
        ("script.html", "<script type='text/plain'>{{ calls }}</script>"),
        ("script.html", "<style>{{ calls }}</style>"),
        ("script.html", "<textarea><script>{{ calls }}</script></textarea>"),
        ("button.html", '<b onclick="x()" onclick="{{ calls }}">'),
        ("button.html", '<b only="{{ calls }}">'),
        ("button.html", '<noscript><b onclick="{{ calls }}"></noscript>'),
        ("script.html", "<xmp><script>{{ calls }}</script></xmp>"),
        ("button.html", '<noembed><b onclick="{{ calls }}"></noembed>'),
        ("button.html", '<noframes><b onclick="{{ calls }}"></noframes>'),
        ("script.html", "<script src='x.js'/><script>{{ calls }}</script>"),
        ("script.html", "<script>{{ calls }}"),
        ("button.html", '<b onclik="{{ calls }}">'),
        # What sends the calls twice.
        ("button.html", "<div {{ carrier_attribute }}><b {{ carrier_attribute }}>{{ label }}</b></div>"),
        ("button.html", '<b onmousedown="{{ calls }}" onclick="{{ calls }}">{{ label }}</b>'),
        ("button.html", '<b @click="{{ calls }}" onclick="{{ calls }}">{{ label }}</b>'),
        ("button.html", "<script>{{ calls }}</script><b {{ carrier_attribute }}>{{ label }}</b>"),
        ("button.html", '<a title="x><b onclick="{{ calls }}">'),
        ("button.html", '<template/><b onclick="{{ calls }}">{{ label }}</b>'),
        # Broken code, of which nothing runs.
        ("js.js", "foo.{{ calls }}"),
        ("js.js", "foo.window.{{ calls }}"),
        ("js.js", "foo?.{{ calls }}"),
        ("js.js", "{{ calls }} var x = 'it"),
        ("js.js", '{{ calls }} var x = "a\nb";'),
        ("js.js", "{{ calls }} var x = `a"),
        ("js.js", "{{ calls }} /* a"),
        ("js.js", "'use strict' {{ calls }}"),
        ("js.js", "foo() {{ calls }}"),
        ("js.js", "x++ {{ calls }}"),
        ("js.js", "a /* b */ {{ calls }}"),
        ("js.js", "if (window.rtp) { {{ calls }}"),
        ("js.js", "{{ calls }} }"),
        ("js.js", "{ ( } {{ calls }} )"),
        ("js.js", "setTimeout({{ calls }}"),
        ("js.js", "{{ calls }} && foo();"),
        ("script.html", "<script>function f() {</script><script>{{ calls }} }</script>"),
        ("script.html", "{{ calls | join }}"),
        ("script.html", "<script>{{ calls | join | forceescape }}</script>"),
        ("button.html", "<b onclick='{{ calls | join }}'>{{ label }}</b>"),
        ("button.html", "<b onclick={{ calls | join }}>{{ label }}</b>"),
        ("button.html", '<b title="{{ calls | join }}">{{ label }}</b>'),
    ],
)
def test_templates__a_snippet_that_does_not_hold_the_calls_is_a_problem(
    name: str, template: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_text(template)
    format_name = next(format.name for format in FORMATS.values() if format.template == name)
    with pytest.raises(ProblemsError, match='the snippet of "nine" does not make its calls') as error:
        render(NINE, format_name, tmp_path)
    assert error.value.problems[0].file == str(tmp_path / name)
    assert ("{{ carrier_attribute }}" in error.value.problems[0].hint) == (format_name in ("button", "link"))


@pytest.mark.parametrize(
    ("name", "template"),
    [
        ("js.js", "{{ calls }}"),
        ("js.js", "document.body.onload = function () { // x's\n{% for call in calls %}{{ call }}\n{% endfor %}};"),
        ("js.js", "var x = 'it\\'s', y = \"//\"; {{ calls }}"),
        ("js.js", "if (window.rtp) { {{ calls }} }"),
        ("js.js", "{% for call in calls %}window.{{ call }}{% endfor %}"),
        ("js.js", "if(window.rtp){{ calls }}"),
        ("js.js", "window.rtp&&{{ calls }}"),
        ("js.js", "if (x) y(); else {{ calls }}"),
        ("js.js", "foo()\n{{ calls }}"),
        ("js.js", "foo() /* a\n */ {{ calls }}"),
        ("js.js", "self . {{ calls }}"),
        ("js.js", "window.top?.{{ calls }}"),
        # A pattern can hold what elsewhere begins a string or a comment, and a quotient is none.
        ("js.js", "x = y.replace(/'/g, /[/\"]/.source).split(/\\//); {{ calls }}"),
        ("js.js", "if (x) /`/.test(y); {{ calls }}"),
        ("js.js", "return_ = (a + b) / 2 + c[0] / d / 1.5; e = '/'; {{ calls }}"),
        ("js.js", "f(function () { return /'/ }); {{ calls }}"),
        ("js.js", "x = i++ / 2; y = '/'; {{ calls }}"),
        ("script.html", '<script type="module">{{ calls }}</script>'),
        ("script.html", "<script>/*<![CDATA[*/{{ calls }}/*]]>*/</script>"),
        ("script.html", "<script type=' Text/JavaScript '>{{ calls }}</script>"),
        ("script.html", "<script type='text/ecmascript'>{{ calls }}</script>"),
        ("script.html", "<script type='application/ecmascript'>{{ calls }}</script>"),
        ("script.html", "<script>broken(</script><script>{{ calls }}</script>"),
        ("script.html", "<xmp><xmp></xmp><script>{{ calls }}</script>"),
        ("script.html", "<script>//<![CDATA[\n{{ calls }}\n//]]></script>"),
        ("script.html", "{% for call in calls %}<script>{{ call }}</script>{% endfor %}"),
        ("button.html", '<a onclick="track(); {{ calls }} return true;">{{ label }}</a>'),
        ("button.html", '<b onclick="window.rtp&amp;&amp;{{ calls }}">{{ label }}</b>'),
        ("button.html", '<b onauxclick="{{ calls }}">{{ label }}</b>'),
        ("button.html", '<b onanimationend="{{ calls }}">{{ label }}</b>'),
        ("button.html", '<b oncontextmenu="{{ calls }}">{{ label }}</b>'),
        ("button.html", '<b @click="{{ calls }}">{{ label }}</b>'),
        ("button.html", '<b v-on:keyup.enter="{{ calls }}">{{ label }}</b>'),
        ("button.html", '<b (click)="{{ calls }}">{{ label }}</b>'),
        ("button.html", '<template></template><b id="x" onclick="{{ calls }}">{{ label }}</b>'),
    ],
)
def test_templates__a_snippet_that_makes_the_calls_is_taken(name: str, template: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(template)
    format_name = next(format.name for format in FORMATS.values() if format.template == name)
    assert NINE.calls[2] in render(NINE, format_name, tmp_path)


def test_templates__a_folder_without_templates_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "Button.html").write_text("misnamed")
    with pytest.raises(ProblemsError, match="has none of js"):
        render(GO, "js", tmp_path)
    with pytest.raises(ProblemsError, match="no such folder"):
        render(GO, "js", tmp_path / "no")
    with pytest.raises(ProblemsError, match="is no folder"):
        render(GO, "js", tmp_path / "Button.html")


def test_templates__one_that_is_not_utf_8_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "js.js").write_bytes(b"{{ calls }} // \xe9")
    with pytest.raises(
        ProblemsError, match=r"js\.js: it, or what it includes, is not UTF-8\n    save the file as UTF-8"
    ):
        render(GO, "js", tmp_path)


def test_templates__half_a_character_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "js.js").write_text('{{ calls }} // {{ "\\ud800" }}')
    with pytest.raises(ProblemsError, match=r"js\.js: has a lone surrogate"):
        render(GO, "js", tmp_path)


def test_snippets_of__the_problems_of_all_templates_are_raised_at_once(tmp_path: Path) -> None:
    (tmp_path / "js.js").write_text("{{ x }}")
    (tmp_path / "button.html").write_text("{{ y }}")
    with pytest.raises(ProblemsError) as error:
        files_of([GO, NINE], templates=tmp_path)
    assert [problem.what for problem in error.value.problems] == [
        "the template fails: 'x' is undefined",
        "the template fails: 'y' is undefined",
    ]


@pytest.mark.parametrize(
    ("template", "line", "what"),
    [
        ("\n{{ calls | join }", 2, "not a valid template: unexpected '}'"),
        ("\n\n{{ lable }}", 3, "the template fails: 'lable' is undefined"),
        ("{{ 1 / 0 }}", 1, "the template fails: division by zero"),
        ("{% include 'other.html' %}", 1, "the template asks for another one, other.html, which is not there"),
    ],
)
def test_templates__a_template_that_fails_is_a_problem_with_its_line(
    template: str, line: int, what: str, tmp_path: Path
) -> None:
    (tmp_path / "js.js").write_text(template)
    with pytest.raises(ProblemsError) as error:
        render(GO, "js", tmp_path)
    problem = error.value.problems[0]
    assert (problem.file, problem.line) == (str(tmp_path / "js.js"), line)
    assert problem.what.startswith(what)
