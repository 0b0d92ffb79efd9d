"""Weaker escapes show that the engines do read the snippets, and that the check of an engine can fail."""

from __future__ import annotations

import pytest

from tests.engines.driver import Driver
from tests.engines.engine import ACTIVE, Engine
from tests.engines.engine_pages import look, sheets_of_texts
from tests.engines.label_changes import beyond
from tests.engines.lost_escapes import lose_escape, weaken_escapes
from tests.engines.mismatches import report
from tests.engines.places import places_of
from tests.engines.rows import BY_NAME, ENGINES
from tests.hostile import TEXTS

_MARKUP = ("{{ x }}", "{% x %}", "${x(}", "<%= x( %>", "<?= x( ?>", "*x*", "a|b", "a -- b")
"""Markup that the engines act on: each acts on some of it."""

_A_DOCUMENT = 8
"""How many texts a document has: few, so that an engine that rejects one of them hides little."""

_LOST_ESCAPES = [
    # Where the character is, the character, the place of the snippet, the engine, and what it alters.
    ("value", "{", "js", "Jinja2", "failure"),
    ("value", "|", "button in a table cell", "Python-Markdown (extra, smarty)", "calls"),
    ("id", "|", "button in a table cell", "Python-Markdown (extra, smarty)", "senders"),
    ("label", "|", "button in a table cell", "markdown-it-py (tables, typographer, linkify, plugins)", "label texts"),
    ("label", "*", "button in a sentence", "markdown-it-py (CommonMark)", "label texts"),
    ("label", ":", "button in a sentence", "Python-Markdown (pymdown-extensions)", "label texts"),
    ("label", "`", "button in a sentence", "Python-Markdown", "label texts"),
    ("label", "-", "button in a sentence", "MkDocs (smarty, attr_list, md_in_html)", "label texts"),
    ("label", "$", "button in a sentence", "MyST (extensions, `smartquotes = False`)", "label texts"),
    ("value", "{", "js", "Handlebars", "failure"),
    ("label", "`", "button in a sentence", "marked", "label texts"),
    ("label", "*", "button in a sentence", "pandoc (Markdown, `--wrap=none`)", "label texts"),
    ("label", "|", "button in a table cell", "Jekyll (Markdown)", "label texts"),
    ("label", "-", "button in a sentence", "Hugo (Markdown)", "label texts"),
    ("value", "|", "link in a table cell", "Python-Markdown (extra, smarty)", "calls"),
    ("value", "{", "link", "LiquidJS", "failure"),
    ("label", "|", "link in a table cell", "markdown-it-py (tables, typographer, linkify, plugins)", "senders"),
    ("label", "*", "link in a sentence", "markdown-it-py (CommonMark)", "label texts"),
    ("label", ":", "link in a sentence", "Python-Markdown (pymdown-extensions)", "label texts"),
    ("label", "*", "link", "pandoc (Markdown, `--wrap=none`)", "label texts"),
    ("id", "|", "marked button in a table cell", "Python-Markdown (extra, smarty)", "senders"),
    ("label", "|", "marked button in a table cell", "Jekyll (Markdown)", "label texts"),
    ("value", "{", "binding", "Jinja2", "failure"),
    ("value", "{", "binding", "Handlebars", "failure"),
    ("value", "{", "binding", "Smarty", "failure"),
    ("value", "'", "binding", "Terser", "failure"),
    ("value", "\\", "binding", "esbuild", "calls"),
    ("value", "p", "script", "WordPress (a block of HTML)", "calls"),
    ("value", "p", "button in a sentence", "WordPress (a classic post)", "calls"),
    ("label", "p", "link", "WordPress (a classic post)", "senders"),
    ("label", "-", "button", "WordPress (a block of HTML)", "label texts"),
    (
        *("label", "p", "marked button in a table cell"),
        *("WordPress (a post, without `unfiltered_html`)", "label texts"),
    ),
]

_LOST_ESCAPES_OF_ALTERED_LABELS = [
    # The character, the place of the snippet, and an engine that alters some labels there despite all escapes.
    ("*", "button in a sentence", "Textile"),
    ("*", "button in a sentence", "Pelican (typogrify)"),
    ("*", "link", "Pelican (typogrify)"),
    ("*", "link in a sentence", "Textile"),
    ("|", "link in a table cell", "remark (rehype-raw, remark-gfm)"),
    ("*", "button in a sentence", "MyST (extensions)"),
    ("|", "button in a table cell", "remark (rehype-raw, remark-gfm)"),
    ("<", "button in a sentence", "pandoc (HTML, `raw_html`, `--wrap=none`)"),
]


SEEN_TO_READ = frozenset((*(lost[3] for lost in _LOST_ESCAPES), *(lost[2] for lost in _LOST_ESCAPES_OF_ALTERED_LABELS)))
"""The engines for which a single lost escape shows that they read the snippets."""


@pytest.mark.parametrize(
    "name", [engine.name for engine in ENGINES if engine.reads in ACTIVE and engine.name not in SEEN_TO_READ]
)
def test_engine__alters_snippets_with_weaker_escapes(
    driver: Driver, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    weaken_escapes(monkeypatch)
    engine = BY_NAME[name]
    engine.find()
    sheets = sheets_of_texts(engine.reads, "button in a sentence", _MARKUP, a_document=1)
    found = look(driver, engine, sheets, tmp_path_factory.mktemp("engine"))
    assert found["button in a sentence"]


def test_browser__alone_alters_no_snippet_with_weaker_escapes(
    driver: Driver, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    weaken_escapes(monkeypatch)
    engine = Engine("an engine that changes nothing", "html", lambda documents, _: documents)
    sheets = [sheet for place in places_of("html") for sheet in sheets_of_texts("html", place, _MARKUP)]
    found = look(driver, engine, sheets, tmp_path_factory.mktemp("engine"))
    assert not any(found.values()), report([mismatch for place in found.values() for mismatch in place])


@pytest.mark.parametrize("lost", _LOST_ESCAPES, ids="-".join)
def test_engine__a_lost_escape_is_noticed(
    driver: Driver,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
    lost: tuple[str, str, str, str, str],
) -> None:
    where, character, place, name, what = lost
    engine = BY_NAME[name]
    engine.find()
    lose_escape(monkeypatch, where, character)
    with_it = [text for text in TEXTS if character in text and len(text) < 100]
    without = [text for text in TEXTS if character not in text][:12]
    sheets = [
        *sheets_of_texts(engine.reads, place, with_it, _A_DOCUMENT),
        *sheets_of_texts(engine.reads, place, without),
    ]
    found = look(driver, engine, sheets, tmp_path_factory.mktemp("engine"))[place]
    assert what in {mismatch.what for mismatch in found}, report(found)
    assert all(character in case.text for mismatch in found for case in mismatch.cases), report(found)
    assert all(name in str(mismatch) for mismatch in found), report(found)


@pytest.mark.parametrize("lost", _LOST_ESCAPES_OF_ALTERED_LABELS, ids="-".join)
def test_engine__a_lost_escape_is_more_than_the_allowed_change_of_labels(
    driver: Driver,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
    lost: tuple[str, str, str],
) -> None:
    character, place, name = lost
    engine = BY_NAME[name]
    engine.find()
    lose_escape(monkeypatch, "label", character)
    texts = [text for text in TEXTS if character in text and len(text) < 100]
    sheets = sheets_of_texts(engine.reads, place, texts, _A_DOCUMENT)
    found = look(driver, engine, sheets, tmp_path_factory.mktemp("engine"))[place]
    assert beyond(engine.label_not_promised[place], found)
