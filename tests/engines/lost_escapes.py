"""Take escapes out of the package, to show that a check notices their loss."""

from __future__ import annotations

import re

import pytest
from markupsafe import Markup

from rtpsnippets import html, javascript, snippets

_OF_LABELS = ("_REFERENCED", "_REFERENCED_IN_TEXT")


def lose_escape(monkeypatch: pytest.MonkeyPatch, where: str, sign: str) -> None:
    """Leave one sign as it is: in literals (`where` is `value`), in labels and attributes (`label`), or ids (`id`)."""
    if where == "id":
        _lose_escape_of_ids(monkeypatch, sign)
        return
    patterns = [(javascript, "_ESCAPED")] if where == "value" else [(html, name) for name in _OF_LABELS]
    for module, name in patterns:
        monkeypatch.setattr(module, name, _sparing(sign, getattr(module, name)))


def _lose_escape_of_ids(monkeypatch: pytest.MonkeyPatch, sign: str) -> None:
    name = "_variables"
    variables_of = getattr(snippets, name)

    def variables(*given: object) -> dict[str, object]:
        made: dict[str, object] = dict(variables_of(*given))
        return {**made, "id": Markup(str(made["id"]).replace(f"&#x{ord(sign):x};", sign))}  # noqa: S704 (on purpose)

    monkeypatch.setattr(snippets, name, variables)


def weaken_escapes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Escape what a browser needs and no more: in labels that is MarkupSafe's five characters."""
    monkeypatch.setattr(javascript, "_ESCAPED", re.compile(r"['\"\\\n]"))
    for name in _OF_LABELS:
        monkeypatch.setattr(html, name, re.compile("[&<>\"']"))


def _sparing(sign: str, pattern: re.Pattern[str]) -> re.Pattern[str]:
    """The pattern of what is escaped, but for one sign."""
    return re.compile(f"(?!{re.escape(sign)})(?:{pattern.pattern})", pattern.flags)
