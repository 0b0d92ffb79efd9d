"""What users' own templates may contain: anything, with the event's id where the carrier is data."""

from __future__ import annotations

import os
from pathlib import Path
from shutil import copy

import pytest

from rtpsnippets import Button, Carrier, Event, Link, Location, ProblemsError, render
from rtpsnippets.snippets.bundle import files_of
from rtpsnippets.snippets.formats import FORMATS
from rtpsnippets.snippets.render import snippets_of
from tests.clean_environment import CHECKOUT
from tests.hostile import TEXTS, class_form, label_form
from tests.snippets.samples import GO, LINK, NINE, PLAIN_GO


@pytest.mark.no_cover
@pytest.mark.parametrize("carrier", ["inline", "data"])
def test_templates__ours_as_custom_ones_escape_once_more_and_give_the_same_bytes(
    carrier: Carrier, tmp_path: Path
) -> None:
    for format in FORMATS.values():
        copy(CHECKOUT / "templates" / format.template, tmp_path)
    texts = [text for text in TEXTS if 0 < len(text) < 100]
    events = [_hostile_event(f"event-{at}", text, carrier) for at, text in enumerate(texts)]
    events += [Event(f"plain-{at}", [text, "x"]) for at, text in enumerate(texts)]
    assert snippets_of(events, tmp_path, 'nonce="x"') == snippets_of(events, None, 'nonce="x"')


def _hostile_event(event_id: str, text: str, carrier: Carrier) -> Event:
    label = label_form(text)
    button, link = (
        Button(label, {"aria-label": label, "disabled": True}),
        Link(label, {"href": "/x?a=1&b=2", "class": class_form(text)}),
    )
    return Event(event_id, [text, "x"], button, link=link, carrier=carrier)


def test_templates__what_is_not_there_comes_from_ours(tmp_path: Path) -> None:
    (tmp_path / "button.html").write_text('<b id="{{ id }}" onclick="{{ calls | join }}">{{ label }}</b>')
    assert render(GO, "button", tmp_path) == ("""<b id="go" onclick="rtp('send', 'event', { value: 'Go!' });">Go</b>""")
    assert render(GO, "js", tmp_path) == render(GO, "js")


def test_templates__own_scripts_take_the_nonce(tmp_path: Path) -> None:
    (tmp_path / "script.html").write_text("<script {{ nonce_attribute }} async>{{ calls }}</script>")
    assert render(PLAIN_GO, "script", tmp_path, 'nonce="<x>"').startswith('<script nonce="<x>" async>')


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
        "<b class='cta rtp-event--{{ id }}'>{{ label }}</b><!-- data-rtp-event= -->",
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
        '<b {{ carrier_attribute }} class="rtp-event--other">{{ label }}</b>',
        '<b {{ carrier_attribute }}>{{ label }}</b><b data-rtp-event="other">',
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
        "    write {{ carrier_attribute }} in its tag, and no {{ calls }}, because its carrier is data"
    )


def test_templates__two_elements_may_have_the_mark(tmp_path: Path) -> None:
    (tmp_path / "button.html").write_text(
        "<b {{ carrier_attribute }}>{{ label }}</b><b {{ carrier_attribute }}>{{ label }}</b>"
    )
    assert render(Event("go", "Go!", Button("Go"), carrier="data"), "button", tmp_path).count("data-rtp-event") == 2


def test_templates__a_handler_of_its_own_may_stand_beside_the_mark(tmp_path: Path) -> None:
    (tmp_path / "button.html").write_text('<b {{ carrier_attribute }} onclick="track()">{{ label }}</b>')
    assert "track()" in render(Event("go", "Go!", Button("Go"), carrier="data"), "button", tmp_path)


@pytest.mark.parametrize("format", ["js", "binding"])
def test_files_of__a_broken_template_of_another_format_harms_nothing(format: str, tmp_path: Path) -> None:
    (tmp_path / "script.html").write_text("{% if %}")
    assert files_of([PLAIN_GO], [format], tmp_path) == files_of([PLAIN_GO], [format])
    with pytest.raises(ProblemsError, match=r"script\.html:1: not a valid template"):
        files_of([PLAIN_GO], [format, "json"], tmp_path)


@pytest.mark.parametrize(
    ("name", "template"),
    [
        ("link.html", '<a href="javascript:{{ calls }}" onclick="{{ calls }}">{{ label }}</a>'),
        ("link.html", '<a href="javascript:{{ calls }}">{{ label }}</a>'),
        ("link.html", '<svg><template><g onclick="{{ calls }}"/></template></svg><a onclick="{{ calls }}">x</a>'),
        ("button.html", '<b onclick="{{ calls }}" data-rtp-event="go">{{ label }}</b>'),
        ("button.html", '<b {{ carrier_attribute }}>{{ label }}</b><i data-rtp-event="other"></i>'),
        ("link.html", '<a data-rtp-event="{{ id }}">{{ label }}</a>'),
        ("button.html", '<b onclick="{{ calls }}" class="cta rtp-event--other">{{ label }}</b>'),
        ("link.html", "<a>{{ label }}</a>"),
        ("script.html", "<b data-rtp-event=go></b><script>{{ calls }}</script>"),
    ],
)
def test_templates__carried_by_a_handler_what_sends_it_again_is_a_problem(
    name: str, template: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_text(template)
    event = PLAIN_GO if name == "script.html" else Event("go", "Go!", Button("Go"), link=LINK)
    with pytest.raises(ProblemsError, match='the snippet of "go" does not run its calls exactly once'):
        render(event, name.partition(".")[0], tmp_path)


def test_templates__a_text_of_their_own_is_escaped(tmp_path: Path) -> None:
    (tmp_path / "script.html").write_text("""{{ '<i>' }}<script>{{ calls }}</script>""")
    assert render(PLAIN_GO, "script", tmp_path).startswith("&lt;i&gt;<script>")


def test_templates__a_changed_template_is_read_again(tmp_path: Path) -> None:
    template = tmp_path / "js.js"
    for time, comment in enumerate(("first", "second")):
        template.write_text(f"/* {comment} */ {{{{ calls | join }}}}")
        os.utime(template, (time, time))
        assert render(GO, "js", tmp_path).startswith(f"/* {comment} */")


def test_templates__a_folder_without_templates_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "Button.html").write_text("misnamed")
    with pytest.raises(ProblemsError, match=r"contains no template \(js"):
        render(GO, "js", tmp_path)
    with pytest.raises(ProblemsError, match="no such folder"):
        render(GO, "js", tmp_path / "no")
    with pytest.raises(ProblemsError, match="is not a folder"):
        render(GO, "js", tmp_path / "Button.html")


def test_templates__one_that_is_not_utf_8_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "js.js").write_bytes(b"{{ calls }} // \xe9")
    with pytest.raises(
        ProblemsError, match=r"js\.js: is not UTF-8, or includes a template that is not\n    save the file as UTF-8"
    ):
        render(GO, "js", tmp_path)


def test_templates__half_a_character_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "js.js").write_text('{{ calls }} // {{ "\\ud800" }}')
    with pytest.raises(ProblemsError, match=r"js\.js: contains a lone surrogate"):
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
        ("{{ 'x' * 10 ** 15 }}", 1, "the template fails: MemoryError"),
        ("{% include 'other.html' %}", 1, "the template uses the template other.html, which does not exist"),
    ],
)
def test_templates__a_template_that_fails_is_a_problem_with_its_line(
    template: str, line: int, what: str, tmp_path: Path
) -> None:
    (tmp_path / "js.js").write_text(template)
    with pytest.raises(ProblemsError) as error:
        render(GO, "js", tmp_path)
    problem = error.value.problems[0]
    assert problem.location == Location(str(tmp_path / "js.js"), line)
    assert problem.what.startswith(what)
