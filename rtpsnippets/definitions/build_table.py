"""The table `build`: where `rtpsnippets build` writes and in which formats, unless its options override it.

>>> table = BuildTable(Document("web/events.toml", {}), {"output": "site/rtp"})
>>> table.folder() == Path("web/site/rtp"), table.formats
(True, ())
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from rtpsnippets.definitions.readers.document import Document
from rtpsnippets.errors import Problem, ProblemsError, first, under
from rtpsnippets.events.field import Field, table_problems, whole
from rtpsnippets.events.text_rules import CONTROLS, any_text, wrong_type
from rtpsnippets.snippets.formats import ALL_FORMATS
from rtpsnippets.suggestions import did_you_mean, unknown_name

BUILD = "build"
"""The key of the table in a definitions file."""

_OUTPUT, _FORMATS = "output", "formats"

_NAME = rf"(?!\.\.?(?:/|$))[^/\\{CONTROLS}]+"
_PATH = rf"(?!~|[A-Za-z]:)(?:{_NAME}/+)*{_NAME}/*"
"""A relative path that goes down on every system. Shells expand `~`, and `c:` is a drive on Windows."""


def _output_problems(value: object) -> list[Problem]:
    problems = any_text(value)
    if problems or re.fullmatch(_PATH, str(value)):
        return problems
    hint = 'use a path below the folder of this file, such as "site/rtp"; for any other folder, use the option -o'
    return [Problem("must be a relative path with / between names, without . and ..", hint)]


def _formats_problems(value: object) -> list[Problem]:
    if not isinstance(value, list):
        hint = 'write a list of names in quotes: ["button", "link"]'
        return [replace(wrong_type("a list of format names", value), hint=hint)]
    if not value:
        return [Problem("is an empty list", "add a format, or remove the key")]
    return first(problem for at, name in enumerate(value) for problem in under((at,), _format_problems(name)))


def _format_problems(name: object) -> list[Problem]:
    return any_text(name) or ([] if name in ALL_FORMATS else [unknown_name("format", str(name), ALL_FORMATS)])


BUILD_FIELDS: Mapping[str, Field] = {
    _OUTPUT: Field(
        _output_problems,
        {"type": "string", "pattern": whole(_PATH)},
        "The output folder: a path below the folder of this file, with / between names.",
        ("site/rtp",),
    ),
    _FORMATS: Field(
        _formats_problems,
        {"type": "array", "minItems": 1, "items": {"enum": list(ALL_FORMATS)}},
        "The formats to build. Without this key, all formats except recorder are built.",
        (["button", "link", "binding"],),
    ),
}
"""The keys of the table. The options `-o` and `--format` override them."""

_REASONS = {
    **dict.fromkeys(("dir", "folder"), did_you_mean(_OUTPUT)),
    **{
        key: f"set it on the command line: --{key.replace('_', '-')}"
        for key in ("templates", "nonce_attribute", "nonce-attribute")
    },
}


def build_problems(table: object) -> list[Problem]:
    """Return the problems of the table."""
    if not isinstance(table, dict):
        return [wrong_type("a table", table)]
    return table_problems(table, BUILD_FIELDS, lambda name: _REASONS.get(name, ""))


@dataclass(frozen=True, slots=True)
class BuildTable:
    """The table of a document. Use it only if the document has no problems."""

    document: Document
    table: Mapping[str, Any]

    @property
    def formats(self) -> Sequence[str]:
        """The formats in the table; empty if the key is missing."""
        formats: Sequence[str] = self.table.get(_FORMATS, ())
        return formats

    def folder(self) -> Path | None:
        """Return the output folder, or None if the key is missing.

        Raises `ProblemsError` if a symbolic link leads out of the folder of the file: definitions may be untrusted.
        """
        output: str | None = self.table.get(_OUTPUT)
        if output is None:
            return None
        here = Path(self.document.file).parent  # the current folder for standard input
        real = Path(os.path.realpath(here / output))  # `Path.resolve` raises for a loop of links
        if Path(os.path.realpath(here)) not in real.parents:
            what = f"leads outside the folder of this file, to {real}"
            hint = "remove the symbolic link, or specify the folder with the option -o"
            raise ProblemsError(self.document.locate([Problem(what, hint, (BUILD, _OUTPUT))]))
        return here / output


def build_table(document: Document) -> BuildTable | None:
    """Return the table of `document`, or None if it has none."""
    table = document.data.get(BUILD) if isinstance(document.data, dict) else None
    return BuildTable(document, table) if isinstance(table, dict) else None
