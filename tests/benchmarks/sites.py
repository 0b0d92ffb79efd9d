r"""Make the site that a benchmark builds: long pages, plain or with events, and definitions of many events.

>>> _event("event-0", "marked", is_rst=False)
'<a href="whitepaper.pdf" data-rtp-event="event-0">Paper</a>\n\nSee [[rtp:event-0]] now.\n'
"""

from __future__ import annotations

import random
from pathlib import Path

from rtpsnippets.web.reserved_names import EVENT_ATTRIBUTE

_EVERY = 10
"""One page in so many sends an event."""
_EVENTS_USED = 10

_WORDS = """\
a about after all also and any are as at be because before between build by can change every file find first for from
have here how if in into is it its keep last less like list long made make many more name new no not number of on one
only open or other page part path project read release run same see server set should site some start step table text
than that the them then there this time to two under use user value version want what when where which with without
"""
_CODE = """\
def total(prices, discount=0):
    # Each price counts once, whatever the cart says.
    result = 0
    for price in prices:
        if price > 0:
            result += price * (1 - discount)
    return result

print(total([1.5, 20, 3], discount=0.25))
"""

_MKDOCS = """\
site_name: Site
theme: {name: null, custom_dir: theme}
plugins: [search]
"""
_PELICAN = """\
PATH = "content"
SITEURL = "https://example.com"
TIMEZONE = "UTC"
THEME = "simple"
DISPLAY_PAGES_ON_MENU = False
PLUGINS = []
"""
_SPHINX = """\
html_theme = "basic"
extensions = []
"""
_HOSTS = {
    "mkdocs": ("mkdocs.yml", _MKDOCS.replace("search", "search, rtpsnippets"), _MKDOCS),
    "pelican": ("pelicanconf.py", _PELICAN.replace("[]", '["rtpsnippets.plugins.pelican"]'), _PELICAN),
    "sphinx": ("conf.py", _SPHINX.replace("[]", '["rtpsnippets.plugins.sphinx"]'), _SPHINX),
}
"""For each host: its settings file, and the settings with and without our plugin."""

_THEME = """\
<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ page.title }} - {{ config.site_name }}</title></head>
<body>{{ page.content }}
<nav>{{ page.toc }} {% if page.next_page %}<a href="{{ page.next_page.url|url }}">Next</a>{% endif %}</nav>
</body>
</html>
"""


def make_site(folder: Path, host: str, pages: int, kind: str, events: int) -> Path:
    """Write the sources of a site for `host`, and return its folder.

    `kind` is what one page in ten contains: "plain" HTML, or a "marked" element and a shortcode. Without `events` the
    site doesn't use our plugin.
    """
    folder.mkdir(parents=True)
    name, with_us, without = _HOSTS[host]
    (folder / name).write_text(with_us if events else without, "utf-8")
    if events:
        (folder / "events.toml").write_text("\n".join(map(_definition, range(events))), "utf-8")
    if host == "mkdocs":
        (folder / "theme").mkdir()
        (folder / "theme" / "main.html").write_text(_THEME, "utf-8")
    sources = folder / {"mkdocs": "docs", "pelican": "content/pages", "sphinx": "docs"}[host]
    sources.mkdir(parents=True)
    for number in range(pages):
        suffix = ".rst" if host == "sphinx" else ".md"
        (sources / f"page-{number}{suffix}").write_text(_page(number, pages, host, kind), "utf-8")
    if host == "sphinx":
        (sources / "index.rst").write_text("Site\n====\n\n.. toctree::\n   :glob:\n\n   *\n", "utf-8")
    return folder


def _definition(number: int) -> str:
    return f'[events.event-{number}]\nvalue = "download - example whitepaper {number}"\nbutton = "Get it, {number}"\n'


def _page(number: int, pages: int, host: str, kind: str) -> str:
    """A page with headings, paragraphs, a list, code and a link to the next page."""
    words = random.Random(number)  # noqa: S311 (the same pages each time)
    is_rst = host == "sphinx"
    parts = [] if host != "pelican" else [f"Title: Page {number}\n"]
    sends = words.randrange(4) if number % _EVERY == 0 else None
    for section in range(4):
        parts.append(_heading(f"{_sentence(words, 4)[:-1]} {number}", section, is_rst=is_rst))
        parts += [_paragraph(words, (number + 1) % pages, is_rst=is_rst) for _ in range(2)]
        if section == sends:
            parts.append(_event(f"event-{number // _EVERY % _EVENTS_USED}", kind, is_rst=is_rst))
    parts.append("".join(f"- {_sentence(words, 9)}\n" for _ in range(5)))
    fence = ".. code-block:: python\n\n{}" if is_rst else "```python\n{}```\n"
    parts.append(fence.format("".join(f"   {line}\n" for line in _CODE.splitlines()) if is_rst else _CODE))
    return "\n".join(parts)


def _event(event_id: str, kind: str, *, is_rst: bool) -> str:
    """Two elements that send an event: one of ours, and one of the page."""
    name = EVENT_ATTRIBUTE if kind == "marked" else "data-event-name"
    link = f'<a href="whitepaper.pdf" {name}="{event_id}">Paper</a>'
    button = f'<button id="{event_id}" type="button" onclick="send(\'{event_id}\')">Get it</button>'
    if kind == "marked":
        shortcode = f":rtp:`{event_id}`" if is_rst else f"[[rtp:{event_id}]]"
        return (
            f".. raw:: html\n\n   {link}\n\nSee {shortcode} now.\n" if is_rst else f"{link}\n\nSee {shortcode} now.\n"
        )
    if is_rst:
        return f".. raw:: html\n\n   {link}\n\n.. raw:: html\n\n   <p>See {button} now.</p>\n"
    return f"{link}\n\nSee {button} now.\n"


def _heading(text: str, section: int, *, is_rst: bool) -> str:
    if is_rst:
        return f"{text}\n{'-='[not section] * len(text)}\n"
    return f"{'##' if section else '#'} {text}\n"


def _paragraph(words: random.Random, following: int, *, is_rst: bool) -> str:
    """Some sentences with emphasised words and a link."""
    link = f":doc:`page-{following}`" if is_rst else f"[the next page](page-{following}.md)"
    code = "``total(prices)``" if is_rst else "`total(prices)`"
    sentences = " ".join(_sentence(words, words.randrange(8, 20)) for _ in range(4))
    return f"{sentences} Call {code} for **all of it**, or *a part*: {link}. {_sentence(words, 12)}\n"


def _sentence(words: random.Random, length: int) -> str:
    return " ".join(words.choices(_WORDS.split(), k=length)).capitalize() + "."
