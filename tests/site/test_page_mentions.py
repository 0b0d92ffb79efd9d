"""The places of a page that mention a call and aren't read: which are listed, as what, and which are ruled out."""

from __future__ import annotations

from pathlib import Path

import pytest

from rtpsnippets.limits import Deadline
from rtpsnippets.site.page import read_page
from rtpsnippets.site.site_file import read_site_file
from rtpsnippets.site.source.source import source_of

_IN_TEMPLATE = "is in code that contains a template tag"
CALL = "rtp('send', 'event', { value: 'a' })"


def kinds(html: str, suffix: str = "") -> list[str]:
    source = source_of(html, suffix, Deadline(60)) if suffix else None
    contents = read_page(source.text if source else html, Deadline(60), source)
    return ["text" if mention.is_text else "code" for mention in contents.mentions]


@pytest.mark.parametrize(
    "html",
    [
        f'<a @click="{CALL}">',
        f'<a onfoo="{CALL}">',
        f'<template><a onclick="{CALL}"></template>',
        f"<script type=text/html>{CALL}</script>",
        f"<script src=a.js>{CALL}</script>",
        f"<script>{CALL}",
        f"<template><script>{CALL}</script></template>",
        f'<a onclick="f()" onclick="{CALL}">',
        f'<a href="/" "{CALL}">',
        f'</a title="{CALL}">',
        f"<a {CALL}",
        f"<p>b<!-- c --><a title={CALL}",
        f'<iframe src="java\nscript:{CALL}">',
        f"<a {CALL.replace(' ', '')}>",
    ],
)
def test_mentions__list_what_may_run(html: str) -> None:
    assert kinds(html) == ["code"]


@pytest.mark.parametrize(
    "html",
    [
        f'<a title="{CALL}">',
        f'<a data-code="{CALL}">',
        f'<a class="{CALL}">',
        f'<meta content="{CALL}">',
        f'<a aria-label="{CALL}">',
        f'<a href="/?{CALL}">',
        f'<astro-island props="{CALL}">',
        f"<script type=text/markdown>{CALL}</script>",
        f"<script type='math/tex; mode=display'>{CALL}</script>",
        f"<noscript>{CALL}</noscript>",
        f"<script type=application/ld+json>{CALL}</script>",
        f"<script type=' importmap '>{CALL}</script>",
        f'<script>"\\n{CALL}"</script>',
        f'<a onclick="f(`\\n{CALL}`)">',
    ],
)
def test_mentions__note_what_holds_a_text(html: str) -> None:
    assert kinds(html) == ["text"]


@pytest.mark.parametrize(
    "html",
    [
        CALL,
        f"<p>{CALL}</p>",
        f"<p><!-- {CALL} --></p>",
        f"<title>{CALL}</title><textarea>{CALL}</textarea><style>{CALL}</style>",
        f"<!-- {CALL}",
        f"<?php {CALL} ?>",
        "<a data-rtp-event='rtp send event'>",
        "<a class='x rtp-event--send-event'>",
        f'<a onclick="{CALL}"><script>{CALL}</script>',
        f"<svg><title>{CALL}</title></svg>",
    ],
)
def test_mentions__rule_out_what_is_read_seen_or_a_comment(html: str) -> None:
    assert kinds(html) == []


@pytest.mark.parametrize(
    ("html", "suffix", "found"),
    [
        (f"<p>{CALL}</p><!-- {CALL} -->@* {CALL} *@", ".cshtml", ["code"]),
        (CALL, ".pug", ["code"]),
        (f'<.button onclick="{CALL}">', ".heex", ["code"]),
        (f"<p>{{% js %}}\n{CALL}<!-- {CALL} -->{{% endjs %}}</p><p>{CALL}", ".twig", ["code"]),
        (f"<h:outputScript>{CALL}</h:outputScript>{CALL}", ".xhtml", ["code"]),
        (f"<%= javascript_tag do %>{CALL}<% end %>", ".erb", ["code"]),
        ("<script>rtp{{ a }}('send', 'event', b)</script>", ".html", ["code"]),
        ("<a onclick='rtp{{ a }}(`send`, `event`, b)'>", ".html", ["code"]),
        (f"{{{{ {CALL} }}}}{{# {CALL} #}}", ".html", ["code"]),
        (f"`{CALL}`\n\n    {CALL}\n", ".md", ["text"]),
    ],
)
def test_mentions__in_a_template_are_those_of_its_code(html: str, suffix: str, found: list[str]) -> None:
    assert kinds(html, suffix) == found


def test_page__that_is_built_is_read_as_a_browser_does(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(f'{{# <a onclick="{CALL}"> #}}<b {{% if c > 3 %}} onclick="{CALL}">')
    built = read_site_file(str(path), 10_000, 60, is_built=True).contents
    source = read_site_file(str(path), 10_000, 60).contents
    assert built
    assert source
    assert [code.element.name for code in built.codes] == ["a"]
    assert [code.element.name for code in source.codes] == ["b"]


@pytest.mark.parametrize(
    ("html", "said"),
    [
        (
            "<script>rtp('send', 'event', {value: '{{ a }}'})</script>",
            'contains "{{", which a template engine may replace',
        ),
        ("<script>var b = 'c'; {% a %} rtp('send', 'event', {value: b})</script>", _IN_TEMPLATE),
        ("<script>rtp('send', 'event', {value: 'b'}) {{ a }} c</script>", _IN_TEMPLATE),
        ("<script>var a = {{ a }};\nrtp('send', 'event', {value: f(a)})</script>", None),
        ("<script>{{ a }};\nrtp('send', 'event', {value: 'b'})</script>", ""),
        ("<script>f('{{ a }}', \"c {{ d }}\"); var b = 'b'; rtp('send', 'event', {value: b})</script>", ""),
        ("<script>f('c' + {{ a }}); var b = 'b'; rtp('send', 'event', {value: b})</script>", _IN_TEMPLATE),
        (
            f"<script>f('{' ' * 1_000}{{{{ a }}}}'); var b = 'b'; rtp('send', 'event', {{value: b}})</script>",
            _IN_TEMPLATE,
        ),
    ],
)
def test_calls__in_a_template_are_unknown_with_a_reason(html: str, said: str | None) -> None:
    source = source_of(html, ".html", Deadline(60))
    (code,) = read_page(source.text, Deadline(60), source).codes
    (call,) = code.script.calls
    assert said is None or call.reason == said
    assert (call.values is None) == (said != "")
