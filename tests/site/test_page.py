"""What is found in a page: its code and where that stands, its marked elements, ids and names."""

from __future__ import annotations

import pytest

from rtpsnippets.limits import Deadline, TooSlowError
from rtpsnippets.site.model import Code, Contents, Element
from rtpsnippets.site.page import read_page
from rtpsnippets.site.page_code import MENTION
from rtpsnippets.web.inline_code import InlineCode

CALL = "rtp('send', 'event', { value: 'Go' });"
RUN_ME = f"<script>{CALL}</script>"


def read(html: str, *, is_xml: bool = False) -> Contents:
    return read_page(html, Deadline(60), is_xml=is_xml)


def code_of(html: str) -> Code:
    (code,) = read(html).codes
    return code


def texts(html: str) -> list[str]:
    """The text of each code that is found, as the file has it."""
    return [html[code.span.start : code.span.end] for code in read(html).codes]


# Code.


@pytest.mark.parametrize(
    ("html", "calls"),
    [
        (f'<a onclick="{CALL}">', [CALL[:-1]]),
        (f"<p>é</p>\r\n<b ONCLICK = \"f('&quot;');\r\n{CALL}\">", [CALL[:-1]]),
        (
            "<a onclick='rtp(&#39;send&#39;,&apos;event&#39;,{value:\"a&amp;b\"})'>",
            ['rtp(&#39;send&#39;,&apos;event&#39;,{value:"a&amp;b"})'],
        ),
        ("<a onclick=rtp('send','event',{value:'x'})>", ["rtp('send','event',{value:'x'})"]),
        ("<body onload=\"&#114;tp('send','event',{value:'x'})\">", ["&#114;tp('send','event',{value:'x'})"]),
        (
            "<a href=\" java\tscript:%72tp('send',\n'event',{value:'%C3%A9'})\">",
            ["%72tp('send',\n'event',{value:'%C3%A9'})"],
        ),
        (f"<script>\r\n{CALL}{CALL}</script>", [CALL[:-1], CALL[:-1]]),
        (f"<script>/*<![CDATA[*/{CALL}/*]]>*/</script>", [CALL[:-1]]),
        (f"<?xml version='1.0'?><script>\n  <![CDATA[{CALL}]]>\n\t</script>", [CALL[:-1]]),
        (
            "<svg><script>\r\nrtp('send',\r\n'event',{value:'&lt;'})</script></svg>",
            ["rtp('send',\r\n'event',{value:'&lt;'})"],
        ),
        (f"<a onclick='\njavascript :&#10;{CALL.replace(chr(39), '&#39;')}'>", [CALL[:-1].replace("'", "&#39;")]),
        (f'<svg><a xlink:href="javascript:{CALL}">', [CALL[:-1]]),
    ],
)
def test_calls__stand_where_the_file_has_them(html: str, calls: list[str]) -> None:
    spans = [call.span for code in read(html).codes for call in code.script.calls]
    assert [html[span.start : span.end] for span in spans] == calls


def test_values__are_those_of_the_decoded_code() -> None:
    html = '<a href=\'javascript:rtp("send","event",{value:"%C3%A9%26&amp;%"})\'>'
    assert code_of(html).script.calls[0].values == ("é&&%",)


def test_stubs_and_errors__stand_where_the_file_has_them() -> None:
    html = '<p></p><a onclick="&quot;&quot;;rtp(1;)">'
    error = code_of(html).script.error
    assert error
    assert error.start > html.index("rtp")


NOT_RUN = [
    '<a title="rtp()" onclik="rtp()" only=rtp()>',
    '<a onclick="go()" href="javascript:go()">',
    "<a @click=rtp() (click)=rtp() x-on:click=rtp()>",
    "<a onclick='artp(); rtp2(); RTP()'>",
    "<a href='https://example.org/#javascript:rtp()'>",
    "<p href='javascript:rtp()'>",
    '<a onclick="x()" onclick="rtp()">',
    '</a onclick="rtp()">',
    '<!-- <a onclick="rtp()"> -->',
    '<template><a onclick="rtp()"></template>',
    "<template><svg><template></template></svg><a onclick=rtp()></template>",
    "<template><svg onclick=rtp()><g onclick=rtp()></template>",
    "<textarea><script>rtp()</script></textarea>",
    "<noscript><a onclick=rtp()></noscript>",
    "<script>go()</script>",
    "<script></script>",
    "<script type='application/json'>rtp()</script>",
    "<script nomodule>rtp()</script>",
    "<script language=vbscript>rtp()</script>",
    "<script for=a event=onload>rtp()</script>",
    "<script for=window event=onclick>rtp()</script>",
    "<script nomodule src=x.js></script>",
    "<script>rtp()",
    "<script type=text/plain>rtp()</script>",
    "<script type=text/plain class='language-js cmplz'>rtp()</script>",
    "<script type=text/plain data-id=x data-src=x.js>rtp()</script>",
    "<script type=text/plain data-category=x data-type=application/json>rtp()</script>",
    "<script type=text/template data-category=x>rtp()</script>",
    "<script type=x-text/javascript>rtp()</script>",
    "<script type=text/plain data-category=x>rtp()",
    "<math><script>rtp()</script></math>",
    "<svg><script>rtp()",
    "<svg><script type=text/plain>rtp()</script></svg>",
    "<svg><script>'<g></g>';rtp()</script></svg>",
    "<svg><script src=rtp.js></script></svg>",
    "<svg><script><!-- rtp() --></script></svg>",
    "<a xlink:href=javascript:rtp()><svg><g xlink:href=javascript:rtp()></g></svg>",
    "<iframe srcdoc='<p onclick=rtp()>'></iframe>",
    "<p srcdoc=\"rtp('send', 'event')\">",
]


@pytest.mark.parametrize("html", NOT_RUN)
def test_codes__are_only_those_that_run_and_mention_the_function(html: str) -> None:
    assert read(html).codes == ()


RUN = [
    ("<a onclick=rtp()><b onfocus=' rtp() '></b></a>", ["rtp()", " rtp() "]),
    (
        "<a onclick=rtp() href=javascript:rtp(1)><area href=javascript:rtp(2)>",
        ["rtp()", "javascript:rtp(1)", "javascript:rtp(2)"],
    ),
    (
        "<form action=javascript:rtp(1)><input formaction=javascript:rtp(2)><button formaction=javascript:rtp(3)>",
        ["javascript:rtp(1)", "javascript:rtp(2)", "javascript:rtp(3)"],
    ),
    ("<template></template></template><a onclick=rtp()>", ["rtp()"]),
    ("<template onclick=rtp()></template>", ["rtp()"]),
    ('<svg><template><g onclick="rtp()"></g></template></svg>', ["rtp()"]),
    ("<math><template onclick=rtp()><mi></template></math><a onclick=rtp(1)>", ["rtp()", "rtp(1)"]),
    ("<script type=' TEXT/JavaScript '>rtp()</script>", ["rtp()"]),
    ("<svg><script>rtp()</script><script/><a onclick=rtp(1)></svg>", ["rtp()", "rtp(1)"]),
    ("<svg><a xlink:href=javascript:rtp()><a xlink:href=javascript:rtp() href=x></svg>", ["javascript:rtp()"]),
    ("<p><template shadowrootmode=open><a onclick=rtp()></template>", ["rtp()"]),
    ("<svg><a onclick=rtp()></svg><script src=rtp.js>rtp()</script>", ["rtp()", "src=rtp.js"]),
]


@pytest.mark.parametrize(("html", "expected"), RUN)
def test_codes__come_in_the_order_of_the_page(html: str, expected: list[str]) -> None:
    assert texts(html) == expected


@pytest.mark.parametrize("html", [*NOT_RUN, *(html for html, _ in RUN)])
def test_codes__are_those_that_a_policy_and_a_users_template_are_held_to(html: str) -> None:
    inline = InlineCode(html)
    codes = filter(MENTION.search, [*inline.handlers, *inline.addresses, *inline.scripts])
    assert sorted(codes) == sorted(text for text in texts(html) if not text.startswith("src="))


@pytest.mark.parametrize(
    ("attributes", "timing"),
    [
        ("", "now"),
        ("defer", "now"),  # a script in the page has nothing to wait for
        ("async", "now"),
        ("type=module", "deferred"),
        ("type=module nomodule", "deferred"),
        ("type=module async", "async"),
        ("src=x.js", "now"),
        ("src=x.js defer", "deferred"),
        ("src=x.js async", "async"),
        ("src=x.js async defer", "async"),
        ("src=x.js type=module", "deferred"),
        ("src=x.js type=module async", "async"),
    ],
)
def test_timing__is_when_a_script_runs(attributes: str, timing: str) -> None:
    assert code_of(f"<script {attributes}>rtp()</script>").timing == timing


HELD_BACK = [
    *("type=text/plain data-category=analytics", "type=text/plain data-cookiecategory=analytics"),
    *("type=text/plain data-cookieconsent=marketing", "type=text/plain data-cookie-consent=tracking"),
    *("type=text/plain class='x optanon-category-C0004-C0002'", "type=text/plain class=cmplz-stats"),
    *("type=text/plain data-usercentrics=Marketo", "type=text/plain data-name=marketo"),
    *("type=text/plain data-type=application/javascript data-name=marketo", "type=opt-in data-name=marketo"),
    *("type=text/plain data-categories=advertising", "type=text/plain data-cookieyes=cookieyes-advertisement"),
    *("type=text/plain class=_iub_cs_activate-inline", "type=text/plain class=cmplazyload data-cmp-vendor=1"),
    *("type=text/plain data-cmp-purpose=1", "type=text/plain data-cookiescript=accepted", "type=didomi/javascript"),
    *("type=litespeed/javascript", "type=rocketlazyloadscript data-rocket-type=text/javascript"),
    *("type=pmdelayedscript", "type=nitropack/inlinescript", "type=text/rocketscript", "type=text/psajs"),
    *("type=1a2b3c4d5e6f7a8b9c0d1e2f-text/javascript", "type=1a2b3c4d5e6f7a8b9c0d1e2f-module"),
    *("type=' TEXT/Plain ' data-consent defer", "type=javascript/blocked data-wpmeteor-type=text/javascript async"),
]


@pytest.mark.parametrize("attributes", HELD_BACK)
def test_timing__of_a_script_that_a_tool_holds_back_is_not_known(attributes: str) -> None:
    assert code_of(f"<script {attributes}>rtp()</script>").timing == "waiting"
    assert InlineCode(f"<script {attributes}>rtp()</script>").scripts == ["rtp()"]


@pytest.mark.parametrize(
    ("attributes", "source"),
    [
        ("type=text/plain data-category=x src=x.js", "x.js"),
        ("type=text/plain data-category=x data-src=x.js", "x.js"),
        ("type=rocketlazyloadscript data-rocket-src=x.js", "x.js"),
        ("type=text/plain class=_iub_cs_activate data-iub-purposes=1 suppressedsrc=x.js", "x.js"),
        ("type=text/rocketscript data-rocketsrc=x.js", "x.js"),
        ("type=text/plain data-category=x src=empty.js data-src=x.js", "x.js"),
        ("type=text/plain data-category=x data-src src=x.js", "x.js"),
        ("type=text/psajs pagespeed_orig_src=x.js", "x.js"),
    ],
)
def test_source__of_a_script_that_a_tool_holds_back(attributes: str, source: str) -> None:
    code = code_of(f"<script {attributes}>rtp()</script>")
    assert (code.timing, code.source) == ("waiting", source)


@pytest.mark.parametrize("attributes", ["href=x.js", "xlink:href=x.js", "href=x.js xlink:href=y.js"])
def test_source__of_a_script_of_svg_is_its_reference(attributes: str) -> None:
    for script in (f"<script {attributes} />", f"<script {attributes}>rtp()</script>"):
        code = code_of(f"<svg>{script}</svg>")
        assert (code.timing, code.source) == ("async", "x.js")


_LATER = "setTimeout(function () { rtp('send', 'event', {value: v}) })"


@pytest.mark.parametrize(
    "other",
    [
        "<script>v = 'B'</script>",
        "<script>var v = 'B'</script>",
        "<script>window.v += 'B'</script>",
        "<script>v++</script>",
        "<script>v.value = 'B'</script>",
        "<p onclick=\"v = 'B'\">",
    ],
)
def test_calls__made_later_are_unknown_if_other_code_may_set_their_variables(other: str) -> None:
    for html in (f"<script>var v = 'A'; {_LATER}</script>{other}", f"{other}<script>let v = 'A'; {_LATER}</script>"):
        [call] = [call for code in read(html).codes for call in code.script.calls]
        assert (call.values, call.reason) == (
            None,
            'depends on the variable "v", which other code on the page may set',
        )


@pytest.mark.parametrize(
    "html",
    [
        f"<script>var v = 'A'; {_LATER}</script><script>if (v == 'B') vv = 'B'</script><p v='B'>v = 'B'",
        f"<script type=module>let v = 'A'; {_LATER}</script><script>v = 'B'</script>",
        f"<script>(function () {{ var v = 'A'; {_LATER} }})()</script><script>v = 'B'</script>",
        "<script>var v = 'A'; rtp('send', 'event', {value: v})</script><script>v = 'B'</script>",
        f"<p onclick=\"var v = 'A'; {_LATER}\"><script>v = 'B'</script>",
    ],
)
def test_calls__are_known_whose_variables_no_other_code_sets_before(html: str) -> None:
    assert [call.values for code in read(html).codes for call in code.script.calls] == [("A",)]


def test_calls__that_are_unknown_keep_their_reason() -> None:
    html = f"<script>var v = 'A', w = x; {_LATER}; {_LATER.replace('v}', 'v + w}')}</script><script>v = 'B'</script>"
    assert [call.reason for call in code_of(html).script.calls] == [
        'depends on the variable "v", which other code on the page may set',
        'depends on the variable "x", which is set elsewhere',
    ]


def test_code__says_what_it_stands_on() -> None:
    handler = code_of("<a id=x OnFocus=rtp() onfocus=no()>Go</a>")
    assert (handler.attribute, handler.timing) == ("onfocus", "clicked")
    assert handler.element == Element("a", (("id", "x"), ("onfocus", "rtp()")), "Go")
    script = code_of("<script src=' /x.js?a&amp;b ' defer></script>")
    assert (script.attribute, script.source) == ("", "/x.js?a&b")
    assert script.element == Element("script", (("src", " /x.js?a&b "), ("defer", "")))


def test_label__of_javascript_before_a_handler_does_nothing_else() -> None:
    plain = f"javascript:{CALL}"
    assert [code_of(f'<a onclick="{code}">').script.is_all_known for code in (plain, f" {plain}", f"go();{plain}")] == [
        *(True, True, False)
    ]


# What isn't read.


@pytest.mark.parametrize(
    ("html", "mentions"),
    [
        (f'<iframe srcdoc="<p>{CALL}</p>"></iframe>', [CALL[:18]]),
        (
            "<iframe srcdoc='&lt;a onclick=&quot;rtp(&apos;send&apos;, &#39;event&#39;)&quot;>'></iframe>",
            ["rtp(&apos;send&apos;, &#39;event"],
        ),
        (f'<iframe srcdoc="{CALL}\n{CALL}"></iframe>', [CALL[:18]] * 2),
        (f"<svg><script>x = '<g></g>'; {CALL}</script></svg>", [CALL[:18]]),
        (f"<svg><script><![CDATA[x = '<g></g>']]>; {CALL}</script></svg>", []),
        ("<iframe srcdoc='<p>rtp</p>'></iframe>", []),
    ],
)
def test_mentions__are_in_inner_pages_and_in_scripts_that_have_elements(html: str, mentions: list[str]) -> None:
    spans = [mention.span for mention in read(html).all_mentions]
    assert [html[span.start : span.end] for span in spans] == mentions


# XHTML.

_XHTML = '<html xmlns="http://www.w3.org/1999/xhtml"><script>{}</script></html>'
_DEPENDS = "depends on whether the page is served as HTML or as XHTML"


def sending(value: str) -> str:
    return f'rtp("send", "event", {{value: "{value}"}});'


@pytest.mark.parametrize(
    ("script", "as_xml", "else_"),
    [
        (sending("a"), ["a"], ["a"]),
        (sending("R&amp;D"), ["R&D"], [_DEPENDS]),
        (sending("R&amp;D") + sending("b"), ["R&D", "b"], [_DEPENDS, "b"]),
        (f"if (a &amp;&amp; b) {sending('a')}", ["a"], ["a"]),
        (f"//<![CDATA[\n{sending('&amp;')}\n//]]>", ["&amp;"], ["&amp;"]),
        (f"<![CDATA[\n{sending('&amp;')}\n]]>", ["&amp;"], ["&amp;"]),
        (f"<!--\n{sending('a')}\n//-->", [], ["a"]),
        # What runs as HTML only.
        (sending("&quot;"), ["is in code with a syntax error"], ["&quot;"]),
        (f"{sending('a')}<!-- {sending('b')}\n-->\n{sending('c')}", ["a", "c"], ["a", "c"]),
        (f"{sending('a')}<!--\n{sending('b')}\n-->\n{sending('c')}", ["a", "c"], [_DEPENDS] * 3),
        (f"{sending('&quot;')}(", ["is in code with a syntax error"], ["is in code with a syntax error"]),
    ],
)
def test_xhtml__what_depends_on_how_it_is_served_is_not_known(script: str, as_xml: list[str], else_: list[str]) -> None:
    page = _XHTML.format(script)
    for html, is_xml, expected in (
        *(
            (page, True, as_xml),
            (page, False, else_),
            (f"<?xml version='1.0'?><script>{script}</script>", False, else_),
        ),
    ):
        calls = [call for code in read(html, is_xml=is_xml).codes for call in code.script.calls]
        assert [call.value or call.reason for call in calls] == expected


# Labels.


@pytest.mark.parametrize(
    ("html", "label"),
    [
        ("<button onclick=rtp()>Go</button>", "Go"),
        ("<a onclick=rtp()> Get\r\n the\t<b>long</b> paper <!-- x --></A>", "Get the long paper"),
        ("<a onclick=rtp()>R&amp;D &notit; &#233;</a>", "R&D ¬it; é"),
        ("<a onclick=rtp()></a>", ""),
        ("<a onclick=rtp()>\xa0x</a>", "\xa0x"),
        ("<a onclick=rtp()>Go", None),
        ("<a onclick=rtp()>Go <img src=x></a>", None),
        ("<a onclick=rtp()>Go <svg></svg></a>", None),
        ("<a onclick=rtp()>Go <a>", None),
        ("<p onclick=rtp()>Go</p>", None),
        ("<input type=button value=Go onclick=rtp()>", None),
    ],
)
def test_label__is_the_text_of_a_button_or_a_link(html: str, label: str | None) -> None:
    assert code_of(html).element.label == label


# Marked elements.


def test_marked_elements__are_on_elements_that_are_in_the_page() -> None:
    html = (
        "<p DATA-RTP-EVENT=go><a data-rtp-event='&#103;o' x>Go</a><template><p data-rtp-event=a></template>"
        "<!-- <p data-rtp-event=b> --></p data-rtp-event=c><p data-rtp-events=d title='data-rtp-event=e'>"
    )
    marked = read(html).marked_elements
    assert [(element.id, element.element.name, element.element.label) for element in marked] == [
        ("go", "p", None),
        ("go", "a", "Go"),
    ]
    assert html[marked[1].span.start : marked[1].span.end] == "data-rtp-event='&#103;o'"


def test_marked_elements__are_also_classes() -> None:
    html = (
        "<p class='x rtp-event--a\n&#114;tp-event--b rtp-event--a rtp-event--' data-rtp-event=a>"
        "<svg CLASS=rtp-event--c />"
        "<p class='RTP-EVENT--d xrtp-event--d rtp-event-d rtp-event--\xa0d' title=rtp-event--d><template>"
        "<p class=rtp-event--d></template></p class=rtp-event--d>"
    )
    marked = read(html).marked_elements
    assert [(element.id, element.element.name) for element in marked] == [
        *(("a", "p"), ("b", "p"), ("", "p"), ("c", "svg"), ("\xa0d", "p")),
    ]
    written = [html[element.span.start : element.span.end] for element in marked]
    assert written[0] == "data-rtp-event=a"
    assert [each.partition("=")[0] for each in written[1:]] == ["class", "class", "CLASS", "class"]


# Names.


def test_repeated__ids_of_a_shadow_root_are_its_own() -> None:
    root = "<p><template shadowrootmode=open><a id=a><img id=rtp></template>"
    assert read(f"<a id=a>{root}{root}").repeated == ()
    assert read(root).hiding == ()


def test_repeated__are_ids_that_an_element_before_has() -> None:
    html = (
        "<p id=a><p id=A><b ID='a'></b><i id=&#97;></i><template><p id=A></template><p id><p id=''><p name=A></p id=A>"
    )
    first, second = read(html).repeated
    assert (first.text, first.element, second.text, second.element) == ("a", "b", "a", "i")
    assert first.first == second.first
    assert first.first
    assert html[first.first.start : first.first.end] == "id=a"
    assert html[first.span.start : first.span.end] == "ID='a'"


@pytest.mark.parametrize(
    ("html", "hiding"),
    [
        # In handlers: what a form has, and what the document has by its name.
        ("<form><input name=rtp></form>", [("input", False)]),
        ("<form><select id=rtp></form>", [("select", False)]),
        ("<form><button id=rtp name=rtp></form>", [("button", False), ("button", False)]),
        ("<form><img id=rtp></form>", [("img", False)]),
        ("<output form=f name=rtp>", [("output", False)]),
        ("<img id=rtp name=x>", [("img", False)]),
        ("<object id=rtp>", [("object", False)]),
        (
            "<iframe name=rtp></iframe><form name=rtp><embed name=rtp>",
            [("iframe", False), ("form", False), ("embed", False)],
        ),
        # A tag that comes after it.
        ("<p id=rtp>", [("p", True)]),
        ("<form></form><input id=rtp>", [("input", True)]),
        ("<img id=rtp>", [("img", True)]),
        ("<template id=rtp></template>", [("template", True)]),
        # Nothing.
        ("<form></form><input name=rtp>", []),
        ("<a name=rtp>", []),
        ("<p id=RTP><p id=xrtp><form><input name=rtp2>", []),
        ("<template><form></template><input name=rtp>", []),
        ("<form><template></form></template><input name=rtp>", [("input", False)]),
    ],
)
def test_hiding__are_elements_that_stand_before_the_function(html: str, hiding: list[tuple[str, bool]]) -> None:
    assert [(name.element, name.is_early) for name in read(html).hiding] == hiding


@pytest.mark.parametrize(
    ("html", "base"),
    [
        ("<base href='/a/'><base href='/b/'>", "/a/"),
        ("<base target=_top><base href='/b/'>", "/b/"),
        ("<base href><base href='/b/'>", ""),
        ("", ""),
    ],
)
def test_base__is_that_of_the_first_element_that_has_one(html: str, base: str) -> None:
    assert read(html).base == base


# Policies; in a browser: tests/pages/test_policies_read.py.

_META = '<meta http-equiv="Content-Security-Policy" content="{}">'


@pytest.mark.parametrize(
    ("head", "handler", "address", "script"),
    [
        ("", "", "", ""),
        (_META.format("script-src 'unsafe-inline'"), "", "", ""),
        (_META.format("default-src 'self'"), *["default-src 'self'"] * 3),
        (_META.format("script-src 'nonce-abc'"), *["script-src 'nonce-abc'"] * 2, ""),
        (_META.format("script-src-attr; img-src *"), "script-src-attr 'none'", "", ""),
        (_META.format("script-src-elem 'none'"), "", *["script-src-elem 'none'"] * 2),
        (_META.format("require-trusted-types-for 'script'"), "", "require-trusted-types-for 'script'", ""),
        (_META.format("img-src *, default-src 'self'"), *["default-src 'self'"] * 3),
        (
            _META.format("script-src 'unsafe-hashes' 'sha256-kOQkAzdm2m0F7FnXyp5Y1YjWD4a5eS7WHMlj7lbH1pk='"),
            *["script-src 'unsafe-hashes' 'sha256-kOQkAzdm2m0F7FnXyp5Y1YjWD4a5eS7WHMlj7lbH1pk='"] * 3,
        ),
        (f"</head></body>{_META.format('script-src')}", "", "", ""),
        (f"<p>{_META.format('script-src')}", "", "", ""),
        (f"x{_META.format('script-src')}", "", "", ""),
        (f"<template><p></template>{_META.format('script-src')}", *["script-src 'none'"] * 3),
        ("<meta name=content-security-policy content=script-src>", "", "", ""),
    ],
)
def test_blocked__says_which_directive_forbids_it(head: str, handler: str, address: str, script: str) -> None:
    codes = read(f"{head}<a onclick=rtp() href=javascript:rtp()>x</a><script nonce=abc>rtp()</script>").codes
    assert [code.blocked for code in codes] == [handler, address, script]


def test_read_page__stops_when_the_time_is_over() -> None:
    with pytest.raises(TooSlowError):
        read_page("<p>", Deadline(-1))
