"""Remove escapes from the package, to show that a check notices."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from markupsafe import Markup

from rtpsnippets.snippets import binding, render
from rtpsnippets.web import html, javascript
from tests.engines import cases

_OF_SNIPPETS = ("_REFERENCED_IN_READABLE_ATTRIBUTE", "_REFERENCED_IN_READABLE_LABEL")


def lose_escape(monkeypatch: pytest.MonkeyPatch, where: str, character: str) -> None:
    """Leave one character unescaped in literals (`where` is `value`), labels and attributes (`label`) or ids (`id`)."""
    _remember_no_snippet(monkeypatch)
    if where == "id":
        _lose_escape_of_ids(monkeypatch, character)
        return
    if where == "value":
        _lose_escape_of_values(monkeypatch, character)
        return
    for name in _OF_SNIPPETS:
        monkeypatch.setattr(html, name, _sparing(character, getattr(html, name)))


def _remember_no_snippet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cases, "snippet_of", cases.snippet_of.__wrapped__)


def _lose_escape_of_values(monkeypatch: pytest.MonkeyPatch, character: str) -> None:
    literal = javascript.literal
    _replace_literal(monkeypatch, lambda text: literal(text).replace(f"\\u{ord(character):04x}", character))


def _replace_literal(monkeypatch: pytest.MonkeyPatch, literal: Callable[[str], str]) -> None:
    for module in (javascript, binding):
        monkeypatch.setattr(module, "literal", literal)


def _lose_escape_of_ids(monkeypatch: pytest.MonkeyPatch, character: str) -> None:
    name = "_variables"
    variables_of = getattr(render, name)

    def variables(*given: object) -> dict[str, object]:
        made: dict[str, object] = dict(variables_of(*given))
        reference = "&amp;" if character == "&" else f"&#x{ord(character):x};"
        return {**made, "id": Markup(str(made["id"]).replace(reference, character))}  # noqa: S704 (on purpose)

    monkeypatch.setattr(render, name, variables)


def weaken_escapes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Escape only what a browser needs: in labels, MarkupSafe's five characters."""
    _remember_no_snippet(monkeypatch)
    _replace_literal(monkeypatch, _weak_literal)
    for name in _OF_SNIPPETS:
        monkeypatch.setattr(html, name, re.compile("[&<>\"']"))


def _weak_literal(text: str) -> str:
    return "'" + re.sub(r"['\"\\\n]", lambda found: f"\\u{ord(found[0]):04x}", text) + "'"


def _sparing(character: str, pattern: re.Pattern[str]) -> re.Pattern[str]:
    """The pattern of what is escaped, without one character."""
    return re.compile(f"(?!{re.escape(character)})(?:{pattern.pattern})", pattern.flags)
