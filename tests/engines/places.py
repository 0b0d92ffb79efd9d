r"""Where snippets are in the documents that an engine reads.

A place is a format and what is around the snippet. A document has many snippets in the same place, with text around
them, so that the effect of an engine on a text can spread to its neighbour.

>>> document("textile", "button in a table cell", ["<button>x</button>"])
'|"Event"|*Button*|\n|one -- two|<button>x</button>|\n\n'
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tests.engines.engine import Engine, Reads

BINDING = "binding"

_SENTENCE, _CELL = " in a sentence", " in a table cell"
_MARKED = f"marked button{_CELL}"

PLACES = (
    *("js", "script"),
    *(f"{format}{where}" for format in ("button", "link") for where in ("", _SENTENCE, _CELL)),
    *(_MARKED, BINDING),
)
"""The places, the columns of the manual's table."""


class _Around(NamedTuple):
    """The text before all snippets, around each (SNIPPET, and its NUMBER), and after all."""

    before: str
    each: str
    after: str = "\n"


def _elements(alone: _Around, sentence: _Around, cell: _Around) -> Mapping[str, _Around]:
    """The places of buttons and links: on their own, in a sentence, and in a table cell."""
    wheres = {"": alone, _SENTENCE: sentence, _CELL: cell}
    places = {f"{format}{where}": around for format in ("button", "link") for where, around in wheres.items()}
    return {**places, _MARKED: cell}


_PAGE_BEGINS = "<!DOCTYPE html>\n<html>\n<head><title>x</title></head>\n<body>\n"
_PAGE_ENDS = "</body>\n</html>\n"
_SCRIPT = "<script>\nSNIPPET\n</script>\n"

_HTML = {
    # The format `js` in a script that the page's author wrote.
    "js": _Around(_PAGE_BEGINS, _SCRIPT, _PAGE_ENDS),
    "script": _Around(_PAGE_BEGINS, "SNIPPET\n", _PAGE_ENDS),
    **_elements(
        _Around(_PAGE_BEGINS, "SNIPPET\n", _PAGE_ENDS),
        _Around(_PAGE_BEGINS, '<p>Say "yes" -- SNIPPET -- it\'s free...</p>\n', _PAGE_ENDS),
        _Around(f"{_PAGE_BEGINS}<table>\n", "<tr><td>one</td><td>SNIPPET</td></tr>\n", f"</table>\n{_PAGE_ENDS}"),
    ),
}

_MARKDOWN_SCRIPTS = {"js": _Around("", f"{_SCRIPT}\n"), "script": _Around("", "SNIPPET\n\n")}
_MARKDOWN_ELEMENTS = (_Around("", "SNIPPET\n\n"), _Around("", 'Say *"yes"* -- SNIPPET -- it\'s _free_...\n\n'))
_MARKDOWN_CELL = _Around('| "Event" | *Button* |\n|---|---|\n', "| one -- two | SNIPPET |\n")
# Textile also acts on a pair of characters if the first one is the author's.
_TEXTILE_SENTENCE = _Around("", 'Say *"yes"*, @home, %now -- SNIPPET -- it\'s _free_...\n\n')
_TEXTILE_CELL = _Around('|"Event"|*Button*|\n', "|one -- two|SNIPPET|\n")

_RAW = ".. raw:: html\n\n   SNIPPET\n\n"
_FILES = {"js": _Around("", "SNIPPET\n"), BINDING: _Around("", "SNIPPET\n")}

_DOCUMENTS: Mapping[Reads, Mapping[str, _Around]] = {
    # A page, or a .js file for the format `js` and the binding: a template engine reads both.
    "template": {**_HTML, **_FILES},
    "html": _HTML,
    "javascript": _FILES,
    "markdown": {**_MARKDOWN_SCRIPTS, **_elements(*_MARKDOWN_ELEMENTS, _MARKDOWN_CELL)},
    "textile": {**_MARKDOWN_SCRIPTS, **_elements(_MARKDOWN_ELEMENTS[0], _TEXTILE_SENTENCE, _TEXTILE_CELL)},
    # The content of a post, which has no head; a short code makes WordPress look for others, in attributes too.
    "wordpress": {
        place: _Around(
            f"[gallery]\n\n{around.before.removeprefix(_PAGE_BEGINS)}",
            around.each,
            around.after.removesuffix(_PAGE_ENDS),
        )
        for place, around in _HTML.items()
    },
    # rST reads HTML only in its directive `raw`; a sentence and a cell use it through a substitution.
    "rst": {
        "js": _Around("", ".. raw:: html\n\n   <script>\n   SNIPPET\n   </script>\n\n"),
        "script": _Around("", _RAW),
        **_elements(
            _Around("", _RAW),
            _Around("", 'Say *"yes"* -- |NUMBER| -- it\'s free...\n\n.. |NUMBER| raw:: html\n\n   SNIPPET\n\n'),
            _Around(".. list-table::\n\n", "   * - one -- two\n     - .. raw:: html\n\n          SNIPPET\n\n"),
        ),
    },
}


def places_of(reads: Reads) -> list[str]:
    """The places in documents of the language."""
    return [place for place in PLACES if place in _DOCUMENTS[reads]]


def places_in(engine: Engine) -> list[str]:
    """The places for snippets in the output of the engine."""
    return [place for place in places_of(engine.reads) if engine.has_tables or not is_in_cell(place)]


def elements_of(reads: Reads) -> list[str]:
    """The places of buttons and links in documents of the language."""
    return [place for place in places_of(reads) if "button" in place or "link" in place]


def links_of(reads: Reads) -> list[str]:
    """The places of links in documents of the language."""
    return [place for place in elements_of(reads) if "link" in place]


def handlers_of(reads: Reads) -> list[str]:
    """The places of elements with a handler."""
    return [place for place in elements_of(reads) if place != _MARKED]


def output_of(place: str) -> str:
    """The output in the place: a link stands for all outputs with a guard and a refresh."""
    if place == BINDING:
        return "marked button"
    output = place.removesuffix(_SENTENCE).removesuffix(_CELL)
    return "guarded link" if output == "link" else output


def is_in_sentence(place: str) -> bool:
    """Whether the place is in a sentence."""
    return place.endswith(_SENTENCE)


def is_in_cell(place: str) -> bool:
    """Whether the place is in a table cell."""
    return place.endswith(_CELL)


def is_javascript(reads: Reads, place: str) -> bool:
    """Whether a document with snippets in this place is a .js file, and so is the output."""
    return place in _FILES and reads in {"template", "javascript"}


def document(reads: Reads, place: str, snippets: Sequence[str]) -> str:
    """The document in the language with the snippets in the place."""
    before, each, after = _DOCUMENTS[reads][place]
    parts = (_filled(each.replace("NUMBER", f"b{at}"), snippet) for at, snippet in enumerate(snippets))
    return f"{before}{''.join(parts)}{after}"


def _filled(each: str, snippet: str) -> str:
    """The part of a document with the snippet; all lines of the snippet are indented as its place is."""
    indent = re.search(r"^ *(?=SNIPPET)", each, re.MULTILINE)
    lines = snippet.replace("\n", f"\n{indent[0]}") if indent else snippet
    return each.replace("SNIPPET", lines)
