"""A site of 200 pages and 40 events: `list --site` names exactly the pages on which the browser sees each event."""

from __future__ import annotations

import contextlib
import json
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, ViewportSize

from rtpsnippets import Event
from rtpsnippets.definitions.load import read_definitions
from tests.pages.command import rtpsnippets
from tests.plugins.contract import write_pages
from tests.plugins.in_process import run_here
from tests.sites.visits import serving

_PAGES = 200
_USING = Path(__file__).with_name("using.js")
_BINDING = re.compile(r'<script src="[^"]*rtp-events\.js[^"]*" defer></script>')

_MKDOCS = """\
site_name: Site
theme: {name: null, custom_dir: theme}
plugins: [rtpsnippets]
"""
_THEME = """<!DOCTYPE html>
<html lang="en"><head><title>x</title><link rel="icon" href="data:,">
{%- if page.meta.strict %}<meta http-equiv="Content-Security-Policy" content="script-src 'self'">{% endif -%}
</head><body><main>{{ page.content }}</main></body></html>
"""
_SITE_SCRIPT = """\
document.querySelectorAll('.tracked').forEach(function (element) {
  element.addEventListener('click', function () { rtp('send', 'event', { value: 'Tracked' }); });
});
"""


class _Part(NamedTuple):
    """An event: its definition, what stands on some pages for it, and on how many."""

    definition: str
    written: str = ""
    pages: int = 20


def _call(*values: str) -> str:
    return " ".join(f"rtp('send', 'event', {{ value: '{value}' }});" for value in values)


def _parts() -> Iterator[tuple[str, _Part]]:
    """Yield the parts by the ids of the events."""
    for at in range(1, 7):
        yield f"button-{at}", _Part(f'value = "Button {at}"\nbutton = "Go"', f"[[rtp:button-{at}]]", 10 * at)
    yield "guarded", _Part('value = "Guarded"\nbutton = "Go"\nguard = true\nrefresh = true', "[[rtp:guarded]]")
    link = 'link = {label = "Go", href = "/x"}'
    yield "link", _Part(f'value = "Link"\n{link}', "[[rtp:link]]")
    yield "long", _Part(f'value = ["1", "2", "3", "4", "5"]\n{link}', "[[rtp:long]]")
    yield "renamed", _Part(f'value = "New"\nwas = "Old"\n{link}', "[[rtp:renamed]]")
    for at in range(1, 4):
        yield f"data-{at}", _Part(f'value = "Data {at}"\ncarrier = "data"\nbutton = "Go"', f"[[rtp:data-{at}]]")
    yield "both", _Part(f'value = "Both"\ncarrier = "data"\nselector = ".both"\n{link}', "[[rtp:both]]")
    yield "both-2", _Part('value = "Both 2"\nbutton = "Go"\nselector = ".both-2"', '<b class="both-2">x</b>')
    # Marked elements.
    yield "marked", _Part('value = "Marked"', '<a href="/x" data-rtp-event="marked">x</a>')
    yield "class", _Part('value = "Class"\ncarrier = "data"', '<span class="x rtp-event--class">x</span>')
    marked_form = '<form action="/x" data-rtp-event="form"><input></form>'
    yield "form", _Part('value = "Form"\non = "submit"\ncarrier = "data"', marked_form)
    yield "seen", _Part('value = "Seen"\non = "visible"\ncarrier = "data"', '<p data-rtp-event="seen">x</p>')
    yield (
        "loaded-mark",
        _Part('value = "Loaded mark"\non = "load"\nselector = ".no-mark"', '<p data-rtp-event="loaded-mark">x</p>'),
    )
    # Selectors.
    yield "pdf", _Part('value = "PDF"\nselector = "a[href$=\'.pdf\' i]"', '<a href="/Paper.PDF">x</a>')
    yield "card", _Part('value = "Card"\nselector = "main > .card:not(.off), .cards li"', '<div class="card">x</div>')
    yield "off", _Part('value = "Off"\nselector = ".shop .card"', '<div class="card off">x</div>')
    yield "sign-up", _Part('value = "Sign up"\nselector = "form#sign-up"\non = "submit"', '<form id="sign-up"></form>')
    yield "view", _Part('value = "View"\nselector = ".view"\non = "visible"', '<p class="view">x</p>')
    yield "landing", _Part('value = "Landing"\nselector = ".landing"\non = "load"', '<p class="landing">x</p>')
    yield "every-page", _Part('value = "Every page"\non = "load"')
    yield "nowhere", _Part('value = "Nowhere"\nselector = ".nowhere"', '<template><p class="nowhere">x</p></template>')
    # Code that was pasted.
    yield "script", _Part('value = "Script"', "[[rtp:script script]]")
    yield "pasted", _Part('value = "Pasted"', f"<script>{_call('Pasted')}</script>")
    yield "pair", _Part('value = ["One", "Other"]', f'<button onclick="{_call("One")}">x</button>')
    yield "other", _Part('value = ["Other"]\nignore = ["same-value"]', f'<p onclick="{_call("Other")}">x</p>', 100)
    yield "address", _Part('value = "Address"', f'<a href="javascript:{_call("Address")}">x</a>')
    yield "input", _Part('value = "Input"', f'<input type="button" onclick="{_call("Input")}">')
    yield "tracked", _Part('value = "Tracked"', '<b class="tracked">x</b>', 60)
    yield "twin", _Part('value = "Tracked"')
    yield "delayed", _Part('value = "Delayed"', f"<script>setTimeout(() => {{ {_call('Delayed')} }}, 1)</script>")
    yield "comment", _Part('value = "Comment"', f'<!-- <p onclick="{_call("Comment")}">x</p> -->')
    yield "no-script", _Part('value = "No script"', '<noscript><p data-rtp-event="no-script">x</p></noscript>')
    yield "unused", _Part('value = "Unused"\nbutton = "Go"')


def _write_site(folder: Path) -> None:
    """Write the definitions, and a site with their parts on pages chosen at random."""
    chosen = random.Random(28)  # noqa: S311 (the same in every run)
    parts = dict(_parts())
    pages = {f"page-{at}": [f"---\nstrict: {at % 20 == 0}\n---\n"] for at in range(1, _PAGES)}
    for part in parts.values():
        for page in chosen.sample(list(pages), part.pages):
            pages[page].append(part.written)
    for page in chosen.sample(list(pages), 100):
        pages[page].append('<script src="/site.js" defer></script>')
    definitions = "".join(f"[events.{event_id}]\n{part.definition}\n" for event_id, part in parts.items())
    (folder / "events.toml").write_text(definitions, "utf-8")
    write_pages(folder, {"mkdocs": _MKDOCS}, ".yml")
    write_pages(folder / "theme", {"main": _THEME}, ".html")
    write_pages(folder / "docs", {"index": "# x", **{page: "\n\n".join(text) for page, text in pages.items()}}, ".md")
    (folder / "docs" / "site.js").write_text(_SITE_SCRIPT, "utf-8")


def _build(folder: Path) -> Path:
    """Build the site; every tenth page, and the first, then loses the binding."""
    ran = run_here("mkdocs", ["build"], folder)
    assert ran.code == 0, ran.output
    for at in range(0, _PAGES, 10):
        page = folder / "site" / (f"page-{at}/index.html" if at else "index.html")
        html, removed = _BINDING.subn("", page.read_text("utf-8"))
        assert removed == 1
        page.write_text(html, "utf-8")
    return folder / "site"


def _seen(site: Path, events: Mapping[str, Event], chromium: Browser) -> Mapping[str, Sequence[str]]:
    """Return the pages on which the browser sees all values of each event, after all elements were used."""
    sent: dict[str, set[str]] = {}
    size: ViewportSize = {"width": 800, "height": 4000}
    with serving(site) as address, contextlib.closing(chromium.new_page(viewport=size)) as tab:
        tab.add_init_script(path=_USING)
        for path in sorted(site.rglob("*.html")):
            name = path.relative_to(site).as_posix()
            tab.goto(f"{address}{name}")
            sent[name] = set(json.loads(tab.evaluate("useAll()")))
    return {
        event.id: [name for name, values in sent.items() if values.issuperset(event.values)]
        for event in events.values()
    }


def test_usage__is_what_the_browser_sees(chromium: Browser, tmp_path: Path) -> None:
    _write_site(tmp_path)
    site, definitions = _build(tmp_path), tmp_path / "events.toml"
    events = read_definitions([str(definitions)]).events
    listed = json.loads(rtpsnippets("list", definitions, "--site", site, "--output-format", "json"))
    usage = {event["id"]: sorted(use["page"] for use in event["pages"]) for event in listed}
    assert (len(events), len(list(site.rglob("*.html")))) == (40, _PAGES)
    assert usage == {event_id: sorted(pages) for event_id, pages in _seen(site, events, chromium).items()}
    assert {event_id for event_id, pages in usage.items() if not pages} == {
        *("comment", "loaded-mark", "no-script", "nowhere", "off", "unused")
    }
