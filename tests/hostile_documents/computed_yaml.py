"""The computed hostile documents in YAML."""

from __future__ import annotations

from collections.abc import Callable

from tests.hostile_documents.joined import MANY, fill, joined

_SIZE = 980_000
"""Just below the limit, with room for what stands around."""


def yaml_documents() -> dict[str, str]:
    """The documents by their names."""
    return {**_deep(), **_odd(), **_many()}


def _value(text: str) -> str:
    return f"events:\n  a:\n    value: {text}\n"


def _deep() -> dict[str, str]:
    return {
        "deep-brackets-20000": _value("[" * 20_000),
        "deep-lists-2000-that-end": _value("[" * 2000 + "]" * 2000),
        "deep-braces-without-keys-20000": _value("{" * 20_000),
        "deep-braces-and-brackets-20000": _value("[{a: " * 10_000),
        "deep-pairs-in-lists": _value("[a: " * 5000),
        "deep-dashes-20000": "- " * 20_000,
        "deep-question-marks-20000": "? " * 20_000,
        "deep-question-marks-in-braces": _value("{? " * 5000),
        "deep-colons-20000": ": " * 20_000,
        "deep-lists-of-24-levels": _value("[" * 24 + "]" * 24),
        "deep-lists-of-40-levels": _value("[" * 40 + "]" * 40),
        "deep-indentation-of-24-levels": "\n".join(f"{' ' * level}a:" for level in range(24)),
        "deep-indentation-of-40-levels": "\n".join(f"{' ' * level}a:" for level in range(40)),
        "deep-dashes-of-40-levels": "- " * 40,
        "deep-anchors": "".join(f"&a{level} [" for level in range(1000)),
        "brackets-in-a-text": _value('"' + "[" * 20_000 + '"'),
        "brackets-in-a-plain-text": _value("x" + "[" * 20_000),
        "brackets-in-a-comment": "# " + "[" * 20_000 + "\n" + _value("x"),
        "brackets-in-a-block": _value("|\n      " + "[" * 20_000),
        "dashes-in-a-block": _value("|\n      " + "- " * 20_000),
    }


def _odd() -> dict[str, str]:
    digits = "9" * 5000
    return {
        "number-of-5000-digits": _value(digits),
        "number-of-5000-digits-below-zero": _value(f"-{digits}"),
        "number-of-5000-digits-as-a-key": f"{digits}: x",
        "number-of-5000-octal-digits": _value("0" + "7" * 5000),
        "number-of-5000-sexagesimal-digits": _value("1" + ":59" * 2500),
        "number-of-5000-digits-after-the-point": _value(f"1.{digits}"),
        "number-of-5000-digits-as-a-text": _value(f'"{digits}"'),
        "byte-order-mark-at-the-start-of-a-line": "events:\n\ufeffevents:\n  a:\n    value: x\n",
        "byte-order-mark-before-an-id": "events:\n  \ufeffa:\n    value: x\n",
        "lines-that-end-in-u-2028": "events:\n  a:\n    value: >\n      x\u2028      y\u2029      z\x85      w\n",
        "escape-of-5000-zeros": _value(r'"\x' + "0" * 5000 + '"'),
        "block-with-an-indentation-of-5000-digits": _value(f"|{digits}\n      a"),
        "directive-of-version-5000-digits": f"%YAML 1.{digits}\n--- {{}}",
    }


def _many() -> dict[str, str]:
    return {
        "10000-empty-values": _value("[" + joined(MANY, "''") + "]"),
        "10000-booleans": _value("[" + joined(MANY, "no") + "]"),
        "10000-times-one-key": fill("events:", 80_000, "\n"),
        "10000-aliases": "- &a x\n" + fill("- *a", 50_000, "\n"),
        "10000-tags": fill("- !a x", 70_000, "\n"),
        "10000-documents": fill("---", 40_000, "\n"),
        "10000-keys-that-are-no-text": joined(MANY, "@: x", "\n"),
        "1000-attributes": _value("x\n    button: {label: Go, " + joined(1000, "data-@: ''") + "}"),
    }


LARGE_YAML: dict[str, Callable[[], str]] = {
    "deep-brackets-1-mb": lambda: _value("[" * _SIZE),
    "deep-braces-20000": lambda: _value("{a: " * 20_000),
    "deep-dashes-on-lines": lambda: "\n".join(f"{' ' * level}-" for level in range(1000)),
    "deep-indentation-1000": lambda: "\n".join(f"{' ' * level}a:" for level in range(1000)),
    "deep-indentation-of-tables-in-lists": lambda: "\n".join(f"{'  ' * level}- a:" for level in range(500)),
    "number-of-1-million-digits": lambda: _value("9" * _SIZE),
    "number-of-1-million-sexagesimal-digits": lambda: _value("1" + fill(":59", _SIZE, "")),
    "number-of-1-million-underscores": lambda: _value("1" + "_" * _SIZE + "x"),
    "10000-unknown-keys": lambda: joined(MANY, "k@: 0", "\n"),
    "10000-anchors": lambda: joined(MANY, "- &a@ x", "\n"),
    "10000-merges": lambda: "events:\n" + fill("  <<: {}", 90_000, "\n"),
    "10000-directives": lambda: joined(MANY, "%TAG !a@! x", "\n") + "\n--- {}",
    "5000-events": lambda: "events:\n" + joined(5000, "  a@: {value: x, button: Go}", "\n"),
    "20000-values": lambda: _value("[" + joined(20_000, "x@") + "]"),
    "1-mb-of-a-value": lambda: _value("x" * _SIZE),
    "1-mb-of-a-quoted-value": lambda: _value('"' + "x" * _SIZE + '"'),
    "1-mb-of-escapes": lambda: _value('"' + fill(r"\0", _SIZE, "") + '"'),
    "1-mb-of-words": lambda: _value(fill("x", _SIZE, " ")),
    "1-mb-of-quoted-words": lambda: _value('"' + fill("x", _SIZE, " ") + '"'),
    "1-mb-of-lines": lambda: _value("\n" + fill("      x", _SIZE, "\n")),
    "1-mb-of-a-block": lambda: _value("|\n" + fill("      x", _SIZE, "\n")),
    "1-mb-of-a-key": lambda: "k" * _SIZE + ": 0",
    "1-mb-of-a-tag": lambda: "!<" + "x" * _SIZE + "> y",
    "1-mb-of-an-anchor": lambda: "&" + "x" * _SIZE + " y",
    "1-mb-of-comments": lambda: fill("#", _SIZE, "\n"),
    "1-mb-of-spaces": lambda: "a:" + " " * _SIZE,
    "1-mb-of-line-ends": lambda: "\n" * _SIZE + "]",
    "1-mb-of-zeros": lambda: _value("[" + fill("0", _SIZE) + "]"),
    "1-mb-of-empty-lists": lambda: _value("[" + fill("[]", _SIZE) + "]"),
    "1-mb-of-dashes": lambda: _value("\n" + fill("    -", _SIZE, "\n")),
    "1-mb-of-unknown-keys": lambda: joined(_SIZE // 12, "k@:", "\n"),
    "1-mb-of-one-key": lambda: fill("k:", _SIZE, "\n"),
    "1-mb-of-aliases": lambda: "[&a x," + fill("*a", _SIZE) + "]",
    "1-mb-of-tags": lambda: "[" + fill("!a x", _SIZE) + "]",
    "1-mb-of-question-marks": lambda: fill("? a", _SIZE, "\n"),
    "2-mb-of-line-ends-before-a-good-document": lambda: "\n" * 2_000_000 + _value("x"),
}
"""The large documents, each made when it is needed."""
