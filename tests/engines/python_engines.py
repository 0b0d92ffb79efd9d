"""The engines in Python: a row each; their runner has its own environment."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from tests.engines.engine import Engine, Failure, Reads
from tests.engines.label_changes import LabelChange, elements_made, found, text_made
from tests.engines.places import elements_of
from tests.engines.prepared import PYTHON_PINS, prepared
from tests.engines.runner import run

_CHECKOUT = Path(__file__).parents[2]


def _find() -> Path:
    return prepared("python", PYTHON_PINS)


def _convert(engine: str, documents: Sequence[str], folder: Path) -> list[str | Failure]:
    command = (_find() / "bin" / "python", "-m", "tests.engines.python.run")
    return run(command, engine, documents, folder, PYTHONPATH=str(_CHECKOUT), PYTHONDONTWRITEBYTECODE="1")


def _pinned(package: str) -> str:
    """The version of a package in the environment."""
    found = re.search(rf"^{re.escape(package)}==(.+)$", PYTHON_PINS.read_text("utf-8"), re.MULTILINE | re.IGNORECASE)
    assert found, f"{package} isn't pinned"
    return found[1]


def _row(name: str, reads: Reads, engine: str, package: str) -> Engine:
    return Engine(name, reads, partial(_convert, engine), _pinned(package), find=_find)


_TEXTILE = _row("Textile", "textile", "textile", "textile")
_TEXTILE_QUOTES = "Textile curls the quotes in a script: put `notextile.` before it."
_TEXTILE_CAPITALS = elements_made(
    "Textile wraps capitals in a label in a `<span>`; the text stays the same.", "[A-Z]{3}"
)

_TYPOGRIFY = _row("Pelican (typogrify)", "markdown", "pelican-typogrify", "typogrify")
_TYPOGRIFY_CAPITALS = elements_made(
    "typogrify wraps capitals in a label in a `<span>`; the text stays the same.", "[A-Z0-9]{2}|[A-Z]&[A-Z]"
)
_TYPOGRIFY_SPACE = (
    "typogrify wraps capitals in a label in a `<span>`, "
    "and makes the last space of a link at the end of a paragraph a no-break space."
)


def _has_no_break_spaces(label: str, got: object) -> bool:
    return isinstance(got, str) and got.replace("\xa0", " ") == label.replace("\xa0", " ")


_MYST = _row("MyST (extensions)", "markdown", "myst", "myst-parser")
_MYST_QUOTES = text_made(
    "Sphinx's `smartquotes` changes a label after MyST has decoded its character references: "
    "it curls quotes, joins dashes and dots, and reads backslashes as escapes and `&#39;` as a quote.",
    found(r"""['"\\]|--|\. ?\. ?\.|&#3[49];"""),
)

PYTHON_ENGINES = (
    _row("Jinja2", "template", "jinja", "Jinja2"),
    _row("Django templates", "template", "django", "Django"),
    _row("Mako", "template", "mako", "Mako"),
    _row("python-liquid", "template", "liquid", "python-liquid"),
    replace(_row("Python-Markdown", "markdown", "markdown", "Markdown"), has_tables=False),
    _row("Python-Markdown (extra, smarty)", "markdown", "markdown-extra", "Markdown"),
    _row("Python-Markdown (pymdown-extensions)", "markdown", "pymdownx", "pymdown-extensions"),
    replace(_row("markdown-it-py (CommonMark)", "markdown", "markdown-it", "markdown-it-py"), has_tables=False),
    _row("markdown-it-py (tables, typographer, linkify, plugins)", "markdown", "markdown-it-all", "markdown-it-py"),
    replace(_row("mistune", "markdown", "mistune", "mistune"), has_tables=False),
    _row("mistune (plugins)", "markdown", "mistune-all", "mistune"),
    replace(
        _TEXTILE,
        not_promised=dict.fromkeys(("js", "script"), _TEXTILE_QUOTES),
        label_not_promised=dict.fromkeys(elements_of("textile"), _TEXTILE_CAPITALS),
    ),
    _row("MkDocs (smarty, attr_list, md_in_html)", "markdown", "mkdocs", "mkdocs"),
    _row("Pelican", "markdown", "pelican", "pelican"),
    replace(
        _TYPOGRIFY,
        label_not_promised={
            **dict.fromkeys(elements_of("markdown"), _TYPOGRIFY_CAPITALS),
            "link": LabelChange(_TYPOGRIFY_SPACE, {**_TYPOGRIFY_CAPITALS.may, "label texts": _has_no_break_spaces}),
        },
    ),
    _row("Sphinx (rST)", "rst", "sphinx", "Sphinx"),
    replace(_MYST, label_not_promised=dict.fromkeys(elements_of("markdown"), _MYST_QUOTES)),
    _row("MyST (extensions, `smartquotes = False`)", "markdown", "myst-plain-quotes", "myst-parser"),
)
