"""The package, its templates and the documentation keep to the usual words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.clean_environment import CHECKOUT

INSTEAD = {
    r"mend(?:s|ed|ing)?": "fix",
    "anew": "again",
    "likewise": "also",
    r"heed(?:s|ed|ing|less)?": "follow, use or ignore",
    "blanks?": "space",
    "signs?": "character",
    "(?:a|the) persons?": "you, or the user",
    "moments?": "trigger, or time",
}
"""Words that came back again and again, as patterns, and what to write instead."""

EXCEPTIONS = r"""_blank\b|&#x5f;blank|(["'`\[]|ignore = \[.*)blanks(["'`\]])|\bsign(?:s|ed|ing)?[ -]?up\b"""
"""The target of a link, the name of a warning, and what a visitor does in a form."""

_WORDS = re.compile(rf"\b(?:{'|'.join(INSTEAD)})\b", re.IGNORECASE)
_NOT_TEXT = {".png", ".pyc"}


def _files() -> Iterator[Path]:
    yield from (CHECKOUT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "mkdocs.yml"))
    for folder in ("rtpsnippets", "templates", "docs"):
        yield from (path for path in sorted((CHECKOUT / folder).rglob("*")) if path.is_file())


def unusual_words(text: str) -> list[str]:
    """The lines that have such a word, by their numbers."""
    lines = enumerate(re.sub(EXCEPTIONS, "", text, flags=re.IGNORECASE).split("\n"), 1)
    return [f"{number}: {line.strip()}" for number, line in lines if _WORDS.search(line)]


def test_texts__have_only_the_usual_words() -> None:
    found = [
        f"{path.relative_to(CHECKOUT)}:{line}"
        for path in _files()
        if path.suffix not in _NOT_TEXT
        for line in unusual_words(path.read_text("utf-8"))
    ]
    assert found == [], f"write instead: {INSTEAD}"


@pytest.mark.parametrize("text", ['target="_blank"', "`blanks`", 'ignore = ["blanks"]', "Sign up", "assigned, design"])
def test_exceptions__are_accepted(text: str) -> None:
    assert unusual_words(text) == []


@pytest.mark.parametrize("text", ["It is mended.", "A Blank", "two signs", "as a person does", "heeded", "\nlikewise"])
def test_words__are_found_in_any_form(text: str) -> None:
    assert len(unusual_words(text)) == 1
