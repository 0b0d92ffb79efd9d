"""The tags that are found where a browser finds them; `tests/engines/test_html_readers.py` asks one about many more."""

from __future__ import annotations

import pytest

from rtpsnippets.web.tokenizer import tags_of, text_of


@pytest.mark.parametrize(
    ("html", "ids"),
    [
        ("<title id=1><b id=2></titlex></title x='>'><a id=3>", "13"),
        ("<textarea id=1/><b id=2></textarea><a id=3>", "13"),
        ("<noscript id=1><!-- </noscript> --><a id=3>", "13"),
        ("<plaintext id=1><b id=2></plaintext><a id=3>", "1"),
        ("<script id=1><!-- <script> </script> --></script><a id=3>", "13"),
        ("<script id=1><!-- <script> </script><a id=3>", "1"),
        ("<script id=1><!--> <script> </script><a id=3>", "13"),
        ("<script id=1>x()</script><script id=2", "1"),
        ("<svg id=1><style id=2><b id=3></style></svg><a id=4>", "1234"),
        ("<svg id=1/><![CDATA[<b id=2>]]><title id=5><b id=3></title><a id=4>", "1534"),
        ("<svg id=1><![CDATA[ > <b id=2> ]] > ]]]></svg><a id=4>", "14"),
        ("<svg id=1><desc id=2><style id=3><b id=4></style></desc><style id=5><g id=6></style></svg>", "12356"),
        ("<svg id=1><p id=2><title id=3><b id=4></title>", "123"),
        ("<svg id=1><font color=2><style id=3><b id=4></style></font></svg>", "13"),
        ("<svg id=1><br id=2><style id=3><b id=4></style></svg>", "123"),
        ("<svg id=1><foreignObject id=2><br id=3></foreignObject><style id=5><g id=6></style></svg>", "12356"),
        ("<div id=1><svg id=2></div><style id=3><b id=4></style>", "123"),
        ("<math id=1><annotation-xml id=2><style id=3><g id=4></style></annotation-xml></math>", "1234"),
        (
            "<math id=1><annotation-xml encoding='text/html' id=2><style id=3><b id=4></style></annotation-xml></math>",
            "123",
        ),
    ],
)
def test_tags_of__knows_what_is_text_and_what_is_a_tag(html: str, ids: str) -> None:
    assert "".join(tag.values.get("id", "")[:1] for tag in tags_of(html) if not tag.is_end) == ids


@pytest.mark.parametrize(
    ("html", "ids"),
    [
        # The formulas and pictures in elements of HTML: which end tag ends them.
        ("<math><mi></p><style id=1><b id=2></style></mi></math>", "1"),
        ("<svg><foreignObject><p></div><div id=1></div><title id=2><b id=3></title></foreignObject></svg>", "12"),
        ("<svg><foreignObject><table></foreignObject></svg><style id=1><b id=2></style>", "1"),
        ("<svg><foreignObject><math><mi></math></foreignObject></svg><style id=1><b id=2></style>", "1"),
        ("<svg></b><style id=1><g id=2></style></svg>", "12"),
        ("<math><annotation-xml></b><style id=1><g id=2></style></annotation-xml></math>", "12"),
        ("<br></br><svg></br><style id=1><b id=2></style>", "1"),
        ("<svg><foreignObject><svg/><title id=1><b id=2></title></foreignObject></svg>", "1"),
        # No end in this picture; a slash that ends an element of it; an end tag that HTML around a formula knows.
        ("<svg><path/><title/><g></x></g></svg><title id=1><b id=2></title>", "1"),
        ("<math><mi><b></math></b></mi></math><title id=1><b id=2></title>", "1"),
        ("<svg><foreignObject><p><svg></p></svg><title id=1><b id=2></title>", "1"),
        ("<svg><foreignObject><p><svg></x></svg><style id=1><b id=2></style>", "1"),
        ("<svg><g></x></y></g></svg><title id=1><b id=2></title>", "1"),
    ],
)
def test_tags_of__knows_where_svg_and_mathml_end(html: str, ids: str) -> None:
    assert "".join(tag.values.get("id", "") for tag in tags_of(html) if not tag.is_end) == ids


@pytest.mark.parametrize(
    ("html", "content"),
    [
        ("<script>a</script>", "a"),
        ("<script>'</scripts>'</SCRIPT >", "'</scripts>'"),
        ("<script><!-- <script> </script> --></script>", "<!-- <script> </script> -->"),
        ("<script><!-- <script> --> </script>", "<!-- <script> --> "),
        ("<script><!--> <script> </script> </script>", "<!--> <script> "),
        ("<script><!-- <script> </script>", None),
        ("<script>a", None),
        ("<plaintext>a</plaintext>", None),
        ("<title>a</title", None),
    ],
)
def test_content__ends_where_a_browser_ends_it(html: str, content: str | None) -> None:
    (tag,) = (tag for tag in tags_of(html) if tag.name != "svg" and not tag.is_end)
    assert tag.content == content


def test_tag__is_inert_in_templates_up_to_the_end_of_the_outermost() -> None:
    open_, end = "<template>", "</template>"
    html = f"{end}<a>{open_}<b>{open_}{open_}<c>{end}<d>{end}<e>{end}<f>{end}<g>{open_}<h>{end}<i>"
    inert = [tag.name for tag in tags_of(html) if tag.is_inert and tag.name != "template"]
    assert inert == ["b", "c", "d", "e", "h"]


@pytest.mark.parametrize(
    ("svg", "content"),
    [
        ("<script>a &lt; b</script>", "a &lt; b"),
        (
            "<script><![CDATA[a </script> b]]><!-- </script> --> < c</SCRIPT >",
            "<![CDATA[a </script> b]]><!-- </script> --> < c",
        ),
        ("<script>'<g>x</g>' </scripts></script>", "'<g>x</g>' </scripts>"),
        ("<script href='x.js'/>", ""),
        ("<script>a", None),
        ("<script><![CDATA[a</script>", None),
    ],
)
def test_content__of_a_script_of_svg_is_markup(svg: str, content: str | None) -> None:
    tags = list(tags_of(f"<svg>{svg}</svg><a>"))
    assert (tags[1].name, tags[1].content, tags[1].is_foreign) == ("script", content, True)
    # One without an end hides nothing.
    assert tags[-1].name == "a" or content is None


def test_content__no_script_of_mathml_has_one() -> None:
    assert [tag.content for tag in tags_of("<math><script>a</script><script>b</script></math>")] == [None] * 6


def test_content__without_an_end_is_looked_for_once() -> None:
    tags = list(tags_of("<svg><script>a<script>b<g></g><b>"))
    assert [(tag.name, tag.content) for tag in tags[1:]] == [
        (name, None) for name in ("script", "script", "g", "g", "b")
    ]


@pytest.mark.parametrize(
    ("html", "ids"),
    [
        ("<script id=1 src='x.js'/><a id=2><title id='3'/><b id=4><textarea id='5'/></textarea>", "12345"),
        ("<p id=1><![CDATA[<b id=2> > ]]><b id=3>", "13"),
        ("<template id='1'/><a id=2>", "12"),
        ("<script id=1><![CDATA[ '</script><b id=2>' ]]></script><a id=3>", "13"),
        ("<script id=1>a<b id=2>", "12"),
    ],
)
def test_tags_of__xml_ends_elements_by_a_slash_and_has_cdata_anywhere(html: str, ids: str) -> None:
    tags = [tag for tag in tags_of(html, is_xml=True) if not tag.is_end]
    assert "".join(tag.values.get("id", "") for tag in tags) == ids
    assert not any(tag.is_inert for tag in tags)


@pytest.mark.parametrize(
    ("html", "inert", "shadow"),
    [
        ("<p><template shadowrootmode=open><a></template><b>", "", "a"),
        ("<my-card>\n<!-- x --><template SHADOWROOTMODE='OPEN'><a></template></my-card><b>", "", "a"),
        (
            "<p><template shadowrootmode=open><a><p><template shadowrootmode=open><b></template></template><i>",
            "",
            "apb",
        ),
        # No binding sees what is in a closed one, and none of these is one.
        ("<p><template shadowrootmode=closed><a></template><b>", "a", ""),
        ("<button><template shadowrootmode=open><a></template><b>", "a", ""),
        ("<p></p><template shadowrootmode=open><a></template><b>", "a", ""),
        ("<p><template data-shadowrootmode=open><a></template><b>", "a", ""),
        ("<template><p><template shadowrootmode=open><a></template></template><b>", "pa", ""),
        ("<p><template shadowrootmode=open><template><a></template><b></template><i>", "a", "ab"),
    ],
)
def test_tag__is_of_the_page_in_an_open_shadow_root(html: str, inert: str, shadow: str) -> None:
    tags = [tag for tag in tags_of(html) if not tag.is_end and tag.name != "template"]
    assert "".join(tag.name for tag in tags if tag.is_inert) == inert
    assert "".join(tag.name for tag in tags if tag.is_shadow) == shadow


def test_tag__says_where_it_and_its_attributes_stand() -> None:
    html = "é\r\n<A B='c' d = e F\n>x</a g>"
    first, last = tags_of(html)
    assert [html[tag.start : tag.end] for tag in (first, last)] == ["<A B='c' d = e F\n>", "</a g>"]
    assert [html[one.start : one.end] for one in first.attributes] == ["B='c'", "d = e", "F"]
    assert [html[one.value_start :][: len(one.written)] for one in first.attributes] == ["c", "e", ""]
    assert [one.name for one in (*first.attributes, *last.attributes)] == ["b", "d", "f", "g"]


def test_names__are_those_of_a_browser() -> None:
    (tag,) = tags_of("<A\0É X\0É='\r\n\0'>")
    assert (tag.name, tag.values) == ("a\ufffdÉ", {"x\ufffdÉ": "\n\ufffd"})


def test_text_of__leaves_out_comments_and_what_is_taken_for_them() -> None:
    assert text_of("a<!-- <b> -->b<!x>c<?x?>d</ x>e<!--> f") == "abcde f"
