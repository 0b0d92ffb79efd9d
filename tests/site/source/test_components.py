"""The parts of Vue, Svelte, Astro and MDX components that are read."""

from __future__ import annotations

import pytest

from rtpsnippets.limits import Deadline, TooSlowError
from rtpsnippets.site.page import read_page
from rtpsnippets.site.source.components import component_source
from rtpsnippets.site.source.source import FILLER, REMOVED

CALL = "rtp('send', 'event', { value: 'x' })"


def left_of(written: str, suffix: str) -> str:
    """The text that is read, with `~` for each part that is not."""
    text = component_source(written, suffix, Deadline(60)).text
    assert len(text) == len(written)
    parts = text.replace(REMOVED, FILLER).split(FILLER)
    return "~".join(part for at, part in enumerate(parts) if part or at in {0, len(parts) - 1})


def found(written: str, suffix: str) -> tuple[list[object], int]:
    """The values of the calls that are read, and the number of other mentions."""
    source = component_source(written, suffix, Deadline(60))
    contents = read_page(source.text, Deadline(60), source)
    calls: list[object] = [call.value for code in contents.codes for call in code.script.calls]
    return calls, len(contents.mentions)


@pytest.mark.parametrize(
    ("suffix", "written", "left"),
    [
        (
            ".vue",
            "<template><p title='>'>{{ a > b }}</p></template>",
            "<fragment><p title='>'>{{ a > b }}</p></fragment>",
        ),
        (".vue", "<p :a='{ b: 1 }' @c=`d`>", "<p :a='{ b: 1 }' @c=`d`>"),
        (".vue", "<MyButton a='>'><my-button><b.c><b></b.c>", "~<b></b.c>"),
        (
            ".vue",
            "<script>'<template>' as a</script><style>{</style>",
            "<script>'<template>' as a</script><style>{</style>",
        ),
        (".vue", '<script lang="ts">a as b</script>', '<script lang="ts">a     </script>'),
        (".vue", "<script setup lang=tsx>a = <b>{c!}</b></script>", "<script setup lang=tsx>a = <b>{c }</b></script>"),
        (".vue", "<script lang='ts'>namespace a { }</script><b>", "<script lang='ts'>~</script><b>"),
        (".vue", "<script lang='ts' src='a.ts' /><b>", "~<b>"),
        (".vue", "<script lang='ts'>a as b", "<script lang='ts'>a     "),
        (".vue", "<p a='b", "<p a='b"),
        (".svelte", "{#if a > b}<p {...c} d={e > f} g='h {i ? '>' : \">\"}'>{/if}", "~<p ~ d=~ g='h ~'>~"),
        (
            ".svelte",
            "<script>let a = {b: '{'}</script><!-- { --><b>{c}",
            "<script>let a = {b: '{'}</script><!-- { --><b>~",
        ),
        (".svelte", "<p a={`${{ b: '}' }.b}` /* } */ + '}' // }\n}>c</p>", "<p a=~>c</p>"),
        (".svelte", "<p>{a\n<b>", "<p>~"),
        (".svelte", "{`a", "~"),
        (
            ".astro",
            "---\nconst a = b as c;\n---\n<p a='{b}' c={d} e=`>${f}`>it's {g}</p>",
            "~\n<p a='{b}' c=~ e=~>it's ~</p>",
        ),
        (".astro", "<p>{a && <b>it's {c}</b>}</p>", "<p>~</p>"),
        (".astro", "<script>a as b</script><script is:inline>c as d</script>", None),
        (".astro", "<style>a { b: c }</style><script type='text/x'>{ a as b }</script>", None),
        (".astro", "<p>---</p>", "<p>---</p>"),
        (".mdx", "`{a` b {c} {/* d */} <b e={f}>\n\n```\n{g\n```\n{`</b>`}", "` a` b ~ ~ <b e=~>\n\n```\n g\n```\n~"),
        (".mdx", "<script>{`a`}</script>", "<script>~</script>"),
    ],
)
def test_component__keeps_plain_html(suffix: str, written: str, left: str | None) -> None:
    if left is None:
        left = written.replace("<script>a as b", "<script>a     ")
    assert left_of(written, suffix) == left


@pytest.mark.parametrize(
    ("suffix", "written", "values", "mentions"),
    [
        (".vue", f'<template><b onclick="{CALL}">a</b></template>', ["x"], 0),
        (".vue", f'<template><b @click="{CALL}" :onclick="{CALL}">a</b></template>', [], 2),
        (".vue", f"<template><p>{{{{ {CALL} }}}}</p><!-- {CALL} --></template>", [], 1),
        (".vue", f'<MyButton onclick="{CALL}" />', [], 1),
        (".svelte", f"<b on:click={{() => {CALL}}} onclick={{{CALL}}}>a</b>", [], 2),
        (".svelte", f'<b onclick="{CALL}">a</b>', [None], 0),
        (".svelte", f'{{@html `<b onclick="{CALL}">a</b>`}}', [], 1),
        (".astro", f'---\nconst a = "{CALL}";\n---\n<b onclick="{CALL}">a</b>', ["x"], 1),
        (".astro", f"<b>{{/* {CALL} */}}</b>", [], 0),
        (".astro", f"<script>{CALL} as void</script>", ["x"], 0),
        (".mdx", f"`{CALL}`\n\n```\n{CALL}\n```\n\n{CALL}", [], 1),
        (".mdx", f'<b onclick="{CALL}">a</b>\n\n<C a={{() => {CALL}}} />', ["x"], 1),
    ],
)
def test_component__what_is_not_read_is_listed(suffix: str, written: str, values: list[object], mentions: int) -> None:
    assert found(written, suffix) == (values, mentions)


@pytest.mark.parametrize("text", ["<p>" * 9, "<p {", "{{", "<p {a} b"])
def test_component__stops_at_the_deadline(text: str) -> None:
    with pytest.raises(TooSlowError):
        component_source(text, ".svelte", Deadline(-1))
