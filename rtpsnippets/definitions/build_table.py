"""Where `rtpsnippets build` writes, and what: the table `build`, for a command without options.

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
"""The key of a definitions file at which it is."""

_OUTPUT, _FORMATS = "output", "formats"

_NAME = rf"(?!\.\.?(?:/|$))[^/\\{CONTROLS}]+"
_PATH = rf"(?!~|[A-Za-z]:)(?:{_NAME}/+)*{_NAME}/*"
"""A relative path that leads down on every system. A shell would expand `~`, and `c:` is a drive of Windows."""


def _output_problems(value: object) -> list[Problem]:
    problems = any_text(value)
    if problems or re.fullmatch(_PATH, str(value)):
        return problems
    hint = 'write it from the folder of this file down, such as "site/rtp"; for a folder elsewhere, use the option -o'
    return [Problem("must be a relative path without . and .., with / between names", hint)]


def _formats_problems(value: object) -> list[Problem]:
    if not isinstance(value, list):
        hint = 'write the names in brackets, each in quotes: ["button", "link"]'
        return [replace(wrong_type("a list of names of formats", value), hint=hint)]
    if not value:
        return [Problem("is an empty list", "write at least one format; without the key, all formats are built")]
    return first(problem for at, name in enumerate(value) for problem in under((at,), _format_problems(name)))


def _format_problems(name: object) -> list[Problem]:
    return any_text(name) or ([] if name in ALL_FORMATS else [unknown_name("format", str(name), ALL_FORMATS)])


BUILD_FIELDS: Mapping[str, Field] = {
    _OUTPUT: Field(
        _output_problems,
        {"type": "string", "pattern": whole(_PATH)},
        "The folder to write into, from the folder of this file down, with / between names.",
        ("site/rtp",),
    ),
    _FORMATS: Field(
        _formats_problems,
        {"type": "array", "minItems": 1, "items": {"enum": list(ALL_FORMATS)}},
        "The formats to build; without this key, all of them.",
        (["button", "link", "binding"],),
    ),
}
"""The keys of the table; each gives way to an option of the command, `-o` and `--format`."""

_REASONS = {
    **dict.fromkeys(("dir", "folder"), did_you_mean(_OUTPUT)),
    **{
        key: f"it stays an option of the command line: --{key.replace('_', '-')}"
        for key in ("templates", "nonce_attribute", "nonce-attribute")
    },
}


def build_problems(table: object) -> list[Problem]:
    """The problems of the table."""
    if not isinstance(table, dict):
        return [wrong_type("a table", table)]
    return table_problems(table, BUILD_FIELDS, lambda name: _REASONS.get(name, ""))


@dataclass(frozen=True, slots=True)
class BuildTable:
    """The table of a document, which may be used if the document has no problems."""

    document: Document
    table: Mapping[str, Any]

    @property
    def formats(self) -> Sequence[str]:
        """The formats that the table names; empty if it names none."""
        formats: Sequence[str] = self.table.get(_FORMATS, ())
        return formats

    def folder(self) -> Path | None:
        """Return the folder that the table names, or None if it names none.

        Raises `ProblemsError` if a symbolic link on the way to it leads out of the folder of the file: definitions
        may come from anybody.
        """
        output: str | None = self.table.get(_OUTPUT)
        if output is None:
            return None
        here = Path(self.document.file).parent  # of standard input, the current folder
        real = Path(os.path.realpath(here / output))  # `Path.resolve` raises where links go in a circle
        if Path(os.path.realpath(here)) not in real.parents:
            what = f"leads out of the folder of this file, to {real}"
            hint = "remove the symbolic link on the way, or name the folder with the option -o"
            raise ProblemsError(self.document.locate([Problem(what, hint, (BUILD, _OUTPUT))]))
        return here / output


def build_table(document: Document) -> BuildTable | None:
    """Return the table of `document`, if it has one."""
    table = document.data.get(BUILD) if isinstance(document.data, dict) else None
    return BuildTable(document, table) if isinstance(table, dict) else None
