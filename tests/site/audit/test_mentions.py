"""Calls in places of a built site that aren't read: what may run is a finding, and what is shown is none."""

from __future__ import annotations

from tests.site.audit.sites import CALL, TAG, Kinds


def test_audit__finds_what_may_run(kinds: Kinds) -> None:
    page = f'{TAG}\n<a @click="{CALL}">x</a>\n<script type=text/html>{CALL}</script>\n<i hx-on:click="{CALL}">y</i>'
    assert kinds(page) == ["unknown-call 2", "unknown-call 3", "unknown-call 4"]


def test_audit__finds_nothing_on_a_page_that_explains_calls(kinds: Kinds) -> None:
    shown = CALL.replace("<", "&lt;")
    page = (
        f'{TAG}<title>{shown}</title><meta name=description content="{shown}">\n<!-- {shown} -->\n<pre>{shown}</pre>\n'
        f'<button data-clipboard-text="{shown}" title="{shown}" aria-label="{shown}">Copy</button>\n'
        f"<p>{{{{ {shown} }}}} {{# {shown} #}} {{% {shown} %}} <?php {shown} ?></p>\n"
        f'<script type="application/ld+json">{{"text": "{shown}"}}</script>'
        f'<script type="text/markdown">{shown}</script>'
        f'<x-code code="{shown}"></x-code><astro-island props="{shown}"></astro-island><x-copy text="{shown}"></x-copy>'
    )
    assert kinds(page) == []
