"""Compare the audit of a site with the obvious alternative: parse each page, and parse each piece of its code.

The alternative is so slow that it reads only some of the pages, so the time per page is compared. Both read in one
process, and both must find the values that no event has. The second peer parses only code that mentions `rtp`.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import esprima
import html5lib

from rtpsnippets.definitions.load import load_definitions
from rtpsnippets.definitions.validate import Definitions
from rtpsnippets.site.audit.kinds import UNKNOWN_VALUE
from rtpsnippets.site.audit.run import audit
from rtpsnippets.web.javascript import literal
from tests.benchmarks.contest import Comparison, Peer, Run, contest
from tests.site.audit.sites import TAG

PAGES = 10_000
SAMPLE = 200
_MOST_ROUNDS = 3
_LIMIT = 0.5
_SECTIONS = range(5, 11)
EVENTS = 200
ODD = 100
"""One page in so many has a value that no event has."""

_HEAD = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Page {number} - Example</title>
<link rel="stylesheet" href="/assets/site.css">
{tag}
<script>
window.dataLayer = window.dataLayer || [];
function gtag() {{ dataLayer.push(arguments); }}
gtag('js', new Date());
gtag('config', 'G-EXAMPLE', {{ page_path: '/page-{number}.html', send_page_view: true }});
</script>
<script type="application/ld+json">
{{"@context": "https://schema.org", "@type": "Article", "headline": "Page {number}", "inLanguage": "en"}}
</script>
</head>
<body class="article">
"""
_MENU = """\
<script>
document.querySelectorAll('.menu').forEach(function (menu) {
  var button = menu.querySelector('button'), list = menu.querySelector('ul');
  function toggle(open) {
    button.setAttribute('aria-expanded', String(open));
    list.hidden = !open;
  }
  button.addEventListener('click', function () { toggle(list.hidden); });
  menu.addEventListener('keydown', function (event) {
    if (event.key === 'Escape') { toggle(false); button.focus(); }
  });
  document.addEventListener('click', function (event) {
    if (!menu.contains(event.target)) { toggle(false); }
  });
});
</script>
"""
_WORDS = (
    "a <em>about</em> after all also and any are as at because before between build by can change every find first for "
    "from have here how if in into is it keep last <b>less</b> like long make many more name new no not number of on "
    "one only open or other page part <code>path</code> read run same see set some start step text than that the them "
    "then there this time to two under use value version want what when where which with without word write you &amp;"
)


def comparisons(rounds: int) -> Iterator[Comparison]:
    """Compare the audit with both alternatives, in at most three rounds, since each takes long."""
    with TemporaryDirectory() as folder:
        site, definitions = Path(folder, "site"), Path(folder, "events.toml")
        site.mkdir()
        definitions.write_text(in_toml(), "utf-8")
        paths = [site / f"page-{number}.html" for number in range(PAGES)]
        for number, path in enumerate(paths):
            path.write_text(page(number, PAGES, _SECTIONS), "utf-8")
        known = load_definitions(definitions)
        ours = Run(partial(_audited, site, known), things=PAGES)
        peers = {
            name: Peer(Run(partial(_piped, paths[:SAMPLE], is_choosy=is_choosy), things=SAMPLE), _LIMIT)
            for name, is_choosy in (("html5lib, esprima", False), ("html5lib, esprima if it has rtp", True))
        }
        yield from contest(f"audit of {PAGES:,} pages, one page", ours, peers, min(rounds, _MOST_ROUNDS))


def _audited(site: Path, definitions: Definitions) -> None:
    report = audit(str(site), definitions, jobs=1)
    assert [finding.rule for finding in report.findings] == [UNKNOWN_VALUE] * (PAGES // ODD)


def _piped(paths: Sequence[Path], *, is_choosy: bool) -> None:
    known = frozenset(map(_value, range(EVENTS)))
    unknown = [value for path in paths for value in _sent(path, is_choosy=is_choosy) if value not in known]
    assert len(unknown) == len(paths) // ODD


def _sent(path: Path, *, is_choosy: bool) -> Iterator[str]:
    """The values that a page sends."""
    calls: list[Any] = []

    def note(node: Any, _place: Any) -> None:
        if node.type == "CallExpression" and node.callee.name == "rtp":
            calls.append(node)

    tree = html5lib.parse(path.read_bytes(), transport_encoding="utf-8", namespaceHTMLElements=False)
    for code in _codes(tree):
        if not is_choosy or "rtp" in code:
            esprima.parseScript(code, {}, note)
    for call in calls:
        words = [argument.value for argument in call.arguments[:2]]
        if words == ["send", "event"]:
            yield call.arguments[2].properties[0].value.value


def _codes(tree: Any) -> Iterator[str]:
    """The scripts and handlers of a page."""
    for element in tree.iter():
        if element.tag == "script" and "type" not in element.attrib and "src" not in element.attrib:
            yield element.text
        for name, value in element.attrib.items():
            if name.startswith("on"):
                yield f"function handler(event) {{{value}\n}}"


def _value(number: int) -> str:
    return f"download - example whitepaper {number}"


def in_toml() -> str:
    """The definitions of all events that the pages send."""
    return "\n".join(f'[events.e-{at}]\nvalue = "{_value(at)}"' for at in range(EVENTS))


def page(number: int, pages: int, sections: range) -> str:
    """Return page `number` of `pages`: sections of 1.4 kB with a menu, links, our buttons, and other code."""
    words = random.Random(number)  # noqa: S311 (the same pages each time)
    parts = [_HEAD.format(number=number, tag=TAG), '<nav class="menu"><button type="button">Menu</button><ul hidden>\n']
    parts += [f'<li class="item"><a href="/page-{at}.html">Page {at}</a></li>\n' for at in range(30)]
    parts.append('</ul></nav>\n<main id="content">\n<article>\n')
    for section in range(words.choice(sections)):
        parts.append(f'<h2 id="part-{section}" class="title">{_text(words, 5)}</h2>\n')
        parts += [f'<p class="text">{_text(words, 60)}</p>\n' for _ in range(3)]
        parts.append(f'<p><a class="more" href="/page-{words.randrange(pages)}.html">{_text(words, 4)}</a></p>\n')
        parts.append(_button(f"send-{section}", _value(words.randrange(EVENTS))))
    if number % ODD == 0:
        parts.append(_button("odd", "no such value"))
    parts.append('</article>\n</main>\n<footer><a href="#content" onclick="return goTo(\'content\', event)">Up</a>\n')
    parts.append(f"<script>gtag('event', 'read', {{ page: {number}, words: {words.randrange(900)} }});</script>\n")
    return "".join([*parts, _MENU, "</footer>\n</body>\n</html>\n"])


def _button(element_id: str, value: str) -> str:
    handler = f"rtp('send', 'event', {{ value: {literal(value)} }});"
    return f'<button id="{element_id}" type="button" class="button" onclick="{handler}">Download</button>\n'


def _text(words: random.Random, length: int) -> str:
    return " ".join(words.choices(_WORDS.split(), k=length))
