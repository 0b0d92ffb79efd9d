"""The engines on Node: a row each; their runner is next to the packages that it needs."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from tests.engines.engine import Engine, Failure, Reads
from tests.engines.label_changes import elements_made, found, made_by, single_spaces, text_made
from tests.engines.places import elements_of, handlers_of, links_of
from tests.engines.prepared import NODE_PINS, find_node, link_node_packages
from tests.engines.runner import run

_INSTALLED: Mapping[str, Mapping[str, Any]] = json.loads(NODE_PINS.read_text("utf-8"))["packages"]


def _convert(engine: str, documents: Sequence[str], folder: Path) -> list[str | Failure]:
    node = find_node()
    # Node looks for packages in the folder of the importing file and its parents.
    link_node_packages(folder)
    runners = shutil.copytree(NODE_PINS.parent, folder / "runners")
    return run((node, runners / "convert.mjs"), engine, documents, folder)


def pinned(package: str) -> str:
    """The version of a package of Node that is installed."""
    version: str = _INSTALLED[f"node_modules/{package}"]["version"]
    return version


def _row(name: str, reads: Reads, engine: str, package: str) -> Engine:
    return Engine(name, reads, partial(_convert, engine), pinned(package), find=find_node)


_VUE = _row("Vue (server, a template)", "html", "vue-template", "vue")
_VUE_SCRIPT = "Vue escapes the code of a script in a template: insert it with `v-html`."
_VUE_SPACES = text_made(
    "Vue collapses spaces in a label, and removes a label of only spaces: insert the button with `v-html`.",
    made_by(lambda label: single_spaces(label) if label.strip(" ") else ""),
)

_REMARK_GFM = _row("remark (rehype-raw, remark-gfm)", "markdown", "remark-gfm", "remark-gfm")
_REMARK_ADDRESS = "(?i)://|www\\.|@"
_REMARK_LINKS = elements_made(
    "remark-gfm turns an address in a label into a link; the text stays the same.", _REMARK_ADDRESS
)
_REMARK_LINKS_IN_LINKS = text_made(
    "remark-gfm turns an address in the label of a link into another link, and the label ends there.",
    found(_REMARK_ADDRESS),
)


def _minifier(name: str, engine: str) -> Engine:
    return _row(f"html-minifier-terser ({name})", "html", engine, "html-minifier-terser")


_MINIFIER = _minifier("all but `minifyJS` and `decodeEntities`", "html-minifier-terser")
_MINIFIER_JS = _minifier("`minifyJS`", "html-minifier-terser-js")
_BARE_AMPERSANDS = (
    "`minifyJS` replaces `\\u0026` in a handler by a bare `&`, which starts a character reference such as `&quot;`."
)
_MINIFIER_REFERENCES = _minifier("`decodeEntities`", "html-minifier-terser-references")

_DECODED_TWICE = (
    "`decodeEntities` does not escape `&` again in labels and attributes: the text `&#39;` becomes a quote."
)

NODE_ENGINES = (
    _row("Nunjucks", "template", "nunjucks", "nunjucks"),
    _row("Handlebars", "template", "handlebars", "handlebars"),
    _row("EJS", "template", "ejs", "ejs"),
    _row("LiquidJS", "template", "liquidjs", "liquidjs"),
    _row("Eta", "template", "eta", "eta"),
    _row("Vue (server, `v-html`)", "html", "vue-html", "vue"),
    replace(
        _VUE,
        not_promised=dict.fromkeys(("js", "script"), _VUE_SCRIPT),
        label_not_promised=dict.fromkeys(elements_of("html"), _VUE_SPACES),
    ),
    _row("markdown-it (typographer, linkify)", "markdown", "markdown-it", "markdown-it"),
    _row("marked", "markdown", "marked", "marked"),
    replace(_row("remark (rehype-raw)", "markdown", "remark", "remark-parse"), has_tables=False),
    replace(
        _REMARK_GFM,
        label_not_promised={
            **dict.fromkeys(elements_of("markdown"), _REMARK_LINKS),
            **dict.fromkeys(links_of("markdown"), _REMARK_LINKS_IN_LINKS),
        },
    ),
    _MINIFIER,
    replace(_MINIFIER_JS, not_promised=dict.fromkeys(handlers_of("html"), _BARE_AMPERSANDS)),
    replace(_MINIFIER_REFERENCES, not_promised=dict.fromkeys(elements_of("html"), _DECODED_TWICE)),
    _row("Terser", "javascript", "terser", "terser"),
    _row("esbuild", "javascript", "esbuild", "esbuild"),
)
