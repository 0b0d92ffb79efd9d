"""The extension of Python-Markdown: the contract, and a shortcode among everything else that Markdown has."""

from __future__ import annotations

from collections.abc import Mapping
from html import unescape
from pathlib import Path

import markdown
import pytest

from rtpsnippets import RtpSnippetsError, RtpSnippetsWarning
from rtpsnippets.plugins.markdown import RtpSnippetsExtension
from tests.plugins.contract import (
    BUTTON,
    DEFINITIONS,
    LABEL,
    LINK,
    NO_ID,
    SCRIPT,
    SHORTCODE_HINT,
    WITH_HANDLER,
    Built,
    MarkdownContract,
    built_here,
    marked_html,
)


class TestContract(MarkdownContract):
    """The extension by its name, kept over two builds; any error ends the build, a strict one any warning."""

    module = "rtpsnippets.plugins.markdown"

    @pytest.fixture(autouse=True)
    def _in_folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        self.markdown = markdown.Markdown(extensions=["rtpsnippets", "attr_list"])

    def build(self, folder: Path, pages: Mapping[str, str], *, is_strict: bool = False) -> Built:
        del folder
        md = self.markdown
        return built_here(lambda: {name: md.reset().convert(text) for name, text in pages.items()}, is_strict=is_strict)


@pytest.fixture(scope="module")
def definitions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A definitions file with a name that has to be told."""
    path = tmp_path_factory.mktemp("definitions") / "campaign.toml"
    path.write_text(DEFINITIONS, "utf-8")
    return path


PYMDOWNX = (
    *("pymdownx.extra", "pymdownx.betterem", "pymdownx.caret", "pymdownx.critic", "pymdownx.details", "pymdownx.emoji"),
    *("pymdownx.highlight", "pymdownx.inlinehilite", "pymdownx.keys", "pymdownx.magiclink", "pymdownx.mark"),
    *("pymdownx.smartsymbols", "pymdownx.superfences", "pymdownx.tabbed", "pymdownx.tasklist", "pymdownx.tilde"),
    *("pymdownx.saneheaders", "pymdownx.blocks.admonition"),
)

EXTENSIONS = {
    "extra, smarty, toc": ("extra", "smarty", "toc"),
    "all of Python-Markdown's": (
        *(
            "extra",
            "smarty",
            "toc",
            "wikilinks",
            "admonition",
            "codehilite",
            "meta",
            "nl2br",
            "sane_lists",
            "legacy_attrs",
        ),
    ),
    "attr_list, wikilinks, tables": ("attr_list", "wikilinks", "tables"),
    "pymdownx": (*PYMDOWNX, "toc", "tables", "attr_list", "smarty"),
    "pymdownx.escapeall": ("pymdownx.escapeall", "tables"),
}

every_set = pytest.mark.parametrize("extensions", EXTENSIONS.values(), ids=EXTENSIONS)


def convert(text: str, definitions: Path, extensions: tuple[str, ...] = ()) -> str:
    ours = RtpSnippetsExtension(definitions=str(definitions))
    return markdown.markdown(text, extensions=[*extensions, ours])


PLACES = {
    "a paragraph": "[[rtp:download-whitepaper]]",
    "a sentence": 'Get it: [[rtp:download-whitepaper]], it\'s "free" -- really...',
    "emphasis": "**Get it: [[rtp:download-whitepaper]]** *now* _[[rtp:my-event]]_",
    "a heading": "# Get [[rtp:download-whitepaper]] now",
    "a heading with underline": "Get [[rtp:download-whitepaper]] now\n====",
    "a list": "- one\n- [[rtp:download-whitepaper]]\n    1. [[rtp:my-event script]]\n",
    "a quotation": "> He said: [[rtp:download-whitepaper]]\n",
    "a link": "[x [[rtp:download-whitepaper]]](https://example.com/)",
    "brackets": "[ [[rtp:download-whitepaper]] ] [[[rtp:my-event]]]",
    "spaces": "[[rtp:  download-whitepaper ]] [[rtp:my-event   script ]]",
}


PLACES_OF_EXTRA = {
    "HTML with Markdown in it": '<div markdown="1">\n[[rtp:download-whitepaper]]\n</div>',
    "a list of definitions": "term [[rtp:my-event]]\n:   what it is [[rtp:download-whitepaper]]\n",
    "a footnote": "text[^1]\n\n[^1]: note [[rtp:download-whitepaper]]\n",
    "an abbreviation": "[[rtp:download-whitepaper]] Download\n\n*[Download]: to get\n*[onclick]: x\n",
    "an admonition": "!!! note\n    [[rtp:download-whitepaper]]\n",
}


@pytest.mark.parametrize("text", PLACES_OF_EXTRA.values(), ids=PLACES_OF_EXTRA)
@pytest.mark.parametrize("extra", ["extra", "pymdownx.extra"])
def test_shortcode__stands_where_extensions_read_markdown(definitions: Path, text: str, extra: str) -> None:
    html = convert(text, definitions, (extra, "admonition", "smarty"))
    assert html.count(BUTTON) == text.count("download-whitepaper")
    assert html.count(SCRIPT) == text.count("my-event")


@every_set
@pytest.mark.parametrize("text", PLACES.values(), ids=PLACES)
def test_shortcode__stands_anywhere(definitions: Path, text: str, extensions: tuple[str, ...]) -> None:
    html = convert(text, definitions, extensions)
    assert html.count(BUTTON) == text.count("download-whitepaper")
    assert html.count(SCRIPT) == text.count("my-event")
    assert "[rtp:" not in html


@every_set
@pytest.mark.parametrize("text", PLACES.values(), ids=PLACES)
def test_label__is_as_typed_anywhere(definitions: Path, text: str, extensions: tuple[str, ...]) -> None:
    labeled = text.replace("download-whitepaper", f'download-whitepaper "{LABEL}"')
    made = unescape(convert(labeled, definitions, extensions))
    assert made.count(f">{LABEL}</button>") == text.count("download-whitepaper")


def test_label__code_that_begins_in_what_looks_like_one_stays_code(definitions: Path) -> None:
    made = convert('[[rtp:download-whitepaper "a ]]"]] `[[rtp:x "` [[rtp:read-on link "b"]]', definitions)
    button, link = BUTTON.replace("Download<", "a &#x5d;&#x5d;<"), LINK.replace("Read<", "b<")
    assert made == f'<p>{button} <code>[[rtp:x "</code> {link}</p>'
    assert link.replace("b<", "&#x3c;b&#x3e;<") in convert('\\`[[rtp:read-on link "<b>"]]`', definitions)


@pytest.mark.parametrize("name", [name for name, extensions in EXTENSIONS.items() if "escapeall" not in name])
def test_shortcode__stands_in_a_table(definitions: Path, name: str) -> None:
    text = "| a [[rtp:my-event]] | b |\n|---|---|\n| [[rtp:download-whitepaper]] | x [[rtp:my-event script]] |\n"
    html = convert(text, definitions, (*EXTENSIONS[name], "tables"))
    assert f"<td>{BUTTON}</td>" in html
    assert f"<th>a {SCRIPT}</th>" in html
    assert f"<td>x {SCRIPT}</td>" in html


def test_extension__has_the_name_of_its_module_too(definitions: Path) -> None:
    name = "rtpsnippets.plugins.markdown"
    options = {name: {"definitions": str(definitions)}}
    html = markdown.markdown("[[rtp:download-whitepaper]]", extensions=[name], extension_configs=options)
    assert BUTTON in html


def test_table__has_labels_and_near_misses_are_found_there(definitions: Path) -> None:
    text = '| a |\n|---|\n| [[rtp:download-whitepaper "Jetzt *laden*"]] [[RTP:my-event]] |\n'
    with pytest.warns(RtpSnippetsWarning, match=r"^\"\[\[RTP:my-event\]\]\" is shown as text\n"):
        html = convert(text, definitions, ("tables",))
    assert BUTTON.replace("Download<", "Jetzt &#x2a;laden&#x2a;<") in html


def test_shortcode__that_does_not_end_in_its_paragraph_or_cell_is_said(definitions: Path) -> None:
    text = '| a | b |\n|---|---|\n| [[rtp:my-event "x | y"]] | z |\n\n\\[[rtp:my-event "x\n\n[rtp:x\n'
    with pytest.warns(RtpSnippetsWarning) as warned:
        convert(text, definitions, ("tables",))
    (said,) = (str(warning.message) for warning in warned)
    assert said.startswith('"[[rtp:my-event "x" is shown as text\n    write ]] in the same paragraph or table cell')


def test_page__two_elements_with_one_id_have_it_once(tmp_path: Path) -> None:
    other = '[events.other]\nvalue = "x"\nbutton = { label = "x", id = "download-whitepaper" }\n'
    (tmp_path / "events.toml").write_text(DEFINITIONS + other, "utf-8")
    html = convert("[[rtp:other]] [[rtp:download-whitepaper]]", tmp_path / "events.toml")
    assert html.count("id=") == html.count('<p><button id="download-whitepaper"') == 1
    assert NO_ID in html


CODE = {
    "a code span": "`[[rtp:my-event]]`",
    "a code span with two backquotes": "``[[rtp:my-event]]``",
    "an indented block": "    [[rtp:my-event]]",
    "a backslash": r"\[[rtp:my-event]]",
}


@every_set
@pytest.mark.parametrize("text", CODE.values(), ids=CODE)
def test_code__keeps_the_shortcode(definitions: Path, text: str, extensions: tuple[str, ...]) -> None:
    html = convert(text, definitions, extensions)
    assert "[[rtp:my-event]]" in html
    assert "<script>" not in html


@pytest.mark.parametrize("fences", ["fenced_code", "extra", "pymdownx.superfences"])
def test_code__a_fence_keeps_the_shortcode(definitions: Path, fences: str) -> None:
    html = convert("```text\n[[rtp:my-event]]\n```", definitions, (fences,))
    assert "[[rtp:my-event]]" in html
    assert "<script>" not in html


def test_toc__has_the_label_of_a_button_in_a_heading(definitions: Path) -> None:
    html = convert("[TOC]\n\n# Get [[rtp:download-whitepaper]] now", definitions, ("toc",))
    assert '<li><a href="#get-download-now">Get Download now</a></li>' in html


def test_wikilinks__are_left_to_their_extension(definitions: Path) -> None:
    html = convert("[[Page]] [[rtp:download-whitepaper]]", definitions, ("wikilinks",))
    assert html == f'<p><a class="wikilink" href="/Page/">Page</a> {BUTTON}</p>'


ATTRIBUTES = {
    "a picture's text": ("![a [[rtp:my-event]]](p.png)", '<img alt="a [[rtp:my-event]]" src="p.png" />'),
    "an attribute": ('<b title="[[rtp:my-event]]">x</b>', '<b title="[[rtp:my-event]]">x</b>'),
    "a comment": ("x <!-- [[rtp:my-event]] -->", "x <!-- [[rtp:my-event]] -->"),
    "a picture's text with a label": (
        '![[[rtp:a "*b*"]]](p.png)',
        '<img alt="[[rtp:a &quot;*b*&quot;]]" src="p.png" />',
    ),
    "an attribute with a label": ("<b title='[[rtp:a \"*b*\"]]'>x</b>", "<b title='[[rtp:a \"*b*\"]]'>x</b>"),
    "a comment with a label": ('x <!-- > [[rtp:a "*b*"]] -->', 'x <!-- > [[rtp:a "*b*"]] -->'),
    "an address": (
        "<https://example.com/[[rtp:my-event]]>",
        '<a href="https://example.com/[[rtp:my-event]]">https://example.com/[[rtp:my-event]]</a>',
    ),
}


@pytest.mark.parametrize(("text", "html"), ATTRIBUTES.values(), ids=ATTRIBUTES)
def test_shortcode__stays_text_where_no_element_can_stand(definitions: Path, text: str, html: str) -> None:
    assert convert(text, definitions) == f"<p>{html}</p>"


MARKED = marked_html("download-whitepaper")

MARKED_CODE = {
    "a code span": f"`{MARKED}`",
    "an indented block": f"    {MARKED}",
    "a fence": f"```html\n{MARKED}\n```",
    "a comment": f"<!-- {MARKED} -->",
    "a block of raw text": f"<pre><textarea>{MARKED}</textarea></pre>",
}


@pytest.mark.parametrize("text", MARKED_CODE.values(), ids=MARKED_CODE)
@pytest.mark.parametrize("extra", [("extra",), ("extra", "codehilite"), ("pymdownx.extra", "pymdownx.highlight")])
def test_code__with_a_marked_element_stays_text(definitions: Path, text: str, extra: tuple[str, ...]) -> None:
    html = convert(text, definitions, extra)
    assert html == markdown.markdown(text, extensions=extra)
    assert "onclick" not in html


LINK_WITH_ATTRIBUTES = "[Paper](whitepaper.pdf){ data-rtp-event=download-whitepaper }"

MARKED_PLACES = {
    "a paragraph": MARKED,
    "a block": f"<div>\n{MARKED}\n</div>",
    "a list": f"- {MARKED}\n",
    "a heading": f"# {MARKED}\n",
    "a table": f"| a |\n|---|\n| {MARKED} |\n",
    "a footnote": f"text[^1]\n\n[^1]: note {MARKED}\n",
    "HTML with Markdown in it": f'<div markdown="1">\n{LINK_WITH_ATTRIBUTES}\n</div>',
    "attributes of a link": '[Paper](whitepaper.pdf){: data-rtp-event="download-whitepaper" }',
    "after a shortcode": f"[[rtp:download-whitepaper]] {MARKED}",
}


@pytest.mark.parametrize("text", MARKED_PLACES.values(), ids=MARKED_PLACES)
@pytest.mark.parametrize("extra", ["extra", "pymdownx.extra"])
def test_marked_element__stands_anywhere(definitions: Path, text: str, extra: str) -> None:
    html = convert(text, definitions, (extra, "smarty"))
    assert html.count(WITH_HANDLER) == 1
    assert "data-rtp-event" not in html


def test_marked_element__attributes_of_a_whole_paragraph_are_found(definitions: Path) -> None:
    html = convert("Click\n{: data-rtp-event=download-whitepaper }", definitions, ("attr_list",))
    handler = WITH_HANDLER.removeprefix("<a ").removesuffix(' href="whitepaper.pdf">Paper</a>')
    assert html == f"<p {handler}>Click</p>"


KNOWN_FORMATS = 'known formats: script, button, link; put a label in straight quotes: my-event "Download"'
NO_BUTTON = 'add the key "button" to it, or use another format'


@pytest.mark.parametrize(
    ("shortcode", "said"),
    [
        ("[[rtp:]]", f'invalid shortcode ""\n    {SHORTCODE_HINT}'),
        ("[[rtp:a b c]]", f'invalid shortcode "a b c"\n    {SHORTCODE_HINT}'),
        ('[[rtp:my-event "a]] [[rtp:read-on link "b"]]', f'invalid shortcode "my-event "a"\n    {SHORTCODE_HINT}'),
        ("[[rtp:my-event “a b”]]", f'invalid shortcode "my-event “a b”"\n    {SHORTCODE_HINT}'),
        (
            "[[rtp:my-event button]]",
            'the event "my-event" has no button\n    add the key "button" to it, or use another format',
        ),
        ("[[rtp:my-event js]]", 'a page would show the format "js" as text\n    use one of script, button, link'),
        ("[[rtp:my-event scrpt]]", f'unknown format "scrpt"\n    {KNOWN_FORMATS}'),
        ("[[rtp:xyz]]", 'no event has the id "xyz"\n    known ids: download-whitepaper, my-event, read-on'),
    ],
)
def test_invalid_shortcode__says_what_is_wrong(definitions: Path, shortcode: str, said: str) -> None:
    with pytest.raises(RtpSnippetsError) as caught:
        convert(shortcode, definitions)
    assert str(caught.value) == said


def test_options__one_that_there_is_not_is_said_with_the_nearest() -> None:
    with pytest.raises(RtpSnippetsError) as caught:
        RtpSnippetsExtension(definition="events.toml")
    assert str(caught.value) == 'unknown key "definition"\n    did you mean "definitions"?'


def test_own_templates__are_used(definitions: Path, tmp_path: Path) -> None:
    (tmp_path / "script.html").write_text("<script>/* mine */ {{ calls }}</script>", "utf-8")
    extension = RtpSnippetsExtension(definitions=[str(definitions)], templates=str(tmp_path))
    html = markdown.markdown("[[rtp:my-event]]", extensions=[extension])
    assert html == SCRIPT.replace("<script>", "<script>/* mine */ ")
