"""The engines of Node: a row each, converted by the runner beside the packages that it needs."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from tests.engines.engine import Engine, Failure, Reads
from tests.engines.places import PLACES
from tests.engines.prepared import NODE_PINS, installed, link_node_packages
from tests.engines.runner import run

_PACKAGES = NODE_PINS.with_name("package.json")


def _convert(engine: str, documents: Sequence[str], folder: Path) -> list[str | Failure]:
    node = installed("node")
    # Node looks for packages in the folder of what imports them and in those above it.
    link_node_packages(folder)
    runners = shutil.copytree(NODE_PINS.parent, folder / "runners")
    return run((node, runners / "convert.mjs"), engine, documents, folder)


def pinned(package: str) -> str:
    """The version of a package of Node that is installed."""
    versions: dict[str, str] = json.loads(_PACKAGES.read_text("utf-8"))["dependencies"]
    return versions[package]


def _row(name: str, reads: Reads, engine: str, package: str, not_promised: Mapping[str, str] | None = None) -> Engine:
    return Engine(name, reads, partial(_convert, engine), pinned(package), not_promised or {})


_BUTTONS = [place for place in PLACES if place.startswith("button")]
_VUE_SCRIPT = "Vue escapes the code of a script in a template: put it in by `v-html`"
_VUE_LABEL = "Vue takes the blanks of a label in a template together: put the button in by `v-html`"

NODE_ENGINES = (
    _row("Nunjucks", "template", "nunjucks", "nunjucks"),
    _row("Handlebars", "template", "handlebars", "handlebars"),
    _row("EJS", "template", "ejs", "ejs"),
    _row("LiquidJS", "template", "liquidjs", "liquidjs"),
    _row("Eta", "template", "eta", "eta"),
    _row("Vue on the server, v-html", "html", "vue-html", "vue"),
    _row(
        "Vue on the server, a template",
        "html",
        "vue-template",
        "vue",
        {**dict.fromkeys(("js", "script"), _VUE_SCRIPT), **dict.fromkeys(_BUTTONS, _VUE_LABEL)},
    ),
    _row("markdown-it with typographer, linkify", "markdown", "markdown-it", "markdown-it"),
    _row("marked", "markdown", "marked", "marked"),
    _row("remark with rehype-raw", "markdown", "remark", "remark-parse"),
    _row(
        "remark with rehype-raw, remark-gfm",
        "markdown",
        "remark-gfm",
        "remark-gfm",
        dict.fromkeys(_BUTTONS, "remark-gfm makes a link of an address in a label"),
    ),
    _row("html-minifier-terser without minifyJS", "html", "html-minifier-terser", "html-minifier-terser"),
    _row("Terser", "javascript", "terser", "terser"),
    _row("esbuild", "javascript", "esbuild", "esbuild"),
)
