"""A snippet from a user's own template makes the calls of its event, or is a problem."""

from __future__ import annotations

from pathlib import Path

import pytest

from rtpsnippets import Event, ProblemsError, render
from rtpsnippets.snippets.formats import FORMATS
from tests.snippets.samples import GUARDED, GUARDED_CALLS, NINE, PLAIN_NINE


def case_of(template: str) -> tuple[Event, str]:
    """The event of which a snippet is made by the template, and the name of its format."""
    name = next(format.name for format in FORMATS.values() if format.template == template)
    return PLAIN_NINE if name == "script" else NINE, name


def test_templates__guarded_calls_are_found_in_them(tmp_path: Path) -> None:
    (tmp_path / "button.html").write_text("<b {{ carrier_attribute }}>{{ label }}</b>")
    (tmp_path / "js.js").write_text("{% for call in calls %}{{ call }}{% endfor %}")
    assert "".join(GUARDED_CALLS) == render(GUARDED, "js", tmp_path)
    assert " ".join(GUARDED_CALLS) in render(GUARDED, "button", tmp_path)


@pytest.mark.parametrize("left_out", GUARDED_CALLS)
def test_templates__a_call_that_is_left_out_is_a_problem(left_out: str, tmp_path: Path) -> None:
    (tmp_path / "js.js").write_text("".join(call for call in GUARDED_CALLS if call != left_out))
    with pytest.raises(ProblemsError, match='the snippet of "go" does not run its calls exactly once'):
        render(GUARDED, "js", tmp_path)


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
    event, format_name = case_of(name)
    with pytest.raises(ProblemsError, match='the snippet of "nine" does not run its calls exactly once') as error:
        render(event, format_name, tmp_path)
    assert error.value.problems[0].location.file == str(tmp_path / name)
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
    assert NINE.calls[2] in render(*case_of(name), tmp_path)
