"""The computed hostile documents in TOML."""

from __future__ import annotations

from collections.abc import Callable

from tests.hostile_documents.joined import MANY, fill, joined

_SIZE = 4_900_000
"""Just below the limit, with room for what stands around."""


def toml_documents() -> dict[str, str]:
    """The documents by their names."""
    return {**_deep(), **_numbers(), **_many()}


def _value(text: str) -> str:
    return f"[events.a]\nvalue = {text}\n"


def _dots(parts: int) -> str:
    return ".".join(["a"] * parts)


def _deep() -> dict[str, str]:
    return {
        "deep-brackets-20000": _value("[" * 20_000),
        "deep-lists-20000-that-end": _value("[" * 20_000 + "]" * 20_000),
        "deep-lists-300-on-lines-of-their-own": _value("[\n" * 300 + "]\n" * 300),
        "deep-lists-300-with-brackets-in-comments": _value("[ # ]\n" * 300 + "]\n" * 300),
        "deep-inline-tables-20000": _value("{a=" * 20_000),
        "deep-inline-tables-300-that-end": _value("{a=" * 300 + "1" + "}" * 300),
        "deep-inline-tables-with-dotted-keys": _value(("{" + _dots(20) + "=") * 10 + "1" + "}" * 10),
        "deep-lists-and-inline-tables-20000": _value("[{a=" * 10_000),
        "deep-lists-of-24-levels": _value("[" * 24 + "]" * 24),
        "deep-lists-of-40-levels": _value("[" * 40 + "]" * 40),
        "deep-dotted-key-of-24-parts": f"{_dots(24)} = 1",
        "deep-dotted-key-of-40-parts": f"{_dots(40)} = 1",
        "deep-header-of-40-parts": f"[{_dots(40)}]",
        "deep-arrays-of-tables": "".join(f"[[{_dots(parts)}]]\n" for parts in range(1, 200)),
        "brackets-in-a-text": _value('"' + "[" * 20_000 + '"'),
        "brackets-in-a-literal-text-that-ends-in-a-backslash": _value("'" + "[" * 40 + "\\'"),
        "brackets-after-a-quote-in-a-text": _value(r'"\"' + "[" * 40 + r'\\"'),
        "brackets-in-lines": _value('"""\n"" ' + "[" * 40 + '\n"""'),
        "brackets-in-literal-lines": _value("'''\n'' " + "[" * 40 + "\n'''"),
        "brackets-in-a-comment": "# " + "[" * 20_000 + "\n" + _value("'x'"),
        "brackets-in-a-quoted-key": "[events.'" + "[" * 40 + "']\nvalue = 'x'",
    }


def _numbers() -> dict[str, str]:
    digits = "9" * 5000
    return {
        "number-of-4300-digits": _value("9" * 4300),
        "number-of-5000-digits": _value(digits),
        "number-of-5000-digits-below-zero": _value(f"-{digits}"),
        "number-of-5000-digits-and-underscores": _value("9_" * 5000 + "9"),
        "number-of-5000-hexadecimal-digits": _value("0x" + "f" * 5000),
        "number-of-5000-octal-digits": _value("0o" + "7" * 5000),
        "number-of-5000-binary-digits": _value("0b" + "1" * 5000),
        "number-of-5000-digits-in-a-list": _value(f"['x', {digits}]"),
        "number-of-5000-digits-after-the-point": _value(f"1.{digits}"),
        "number-of-5000-digits-in-the-exponent": _value(f"1e{digits}"),
        "number-of-5000-digits-as-a-text": _value(f'"{digits}"'),
        "number-of-5000-digits-as-an-id": f"[events.{digits}]\nvalue = 'x'",
    }


def _many() -> dict[str, str]:
    return {
        "10000-empty-values": _value("[" + joined(MANY, "''") + "]"),
        "1000-attributes": _value("'x'\nbutton.label = 'Go'\n" + joined(1000, "button.data-@ = ''", "\n")),
    }


LARGE_TOML: dict[str, Callable[[], str]] = {
    "deep-brackets-5-mb": lambda: _value("[" * _SIZE),
    "deep-dotted-key-of-50000-parts": lambda: f"{_dots(50_000)} = 1",
    "deep-dotted-key-of-50000-quoted-parts": lambda: ".".join(["''"] * 50_000) + " = 1",
    "deep-dotted-key-of-50000-parts-with-spaces": lambda: _dots(50_000).replace(".", " . ") + " = 1",
    "deep-dotted-key-of-50000-parts-in-a-table": lambda: _value("{" + _dots(50_000) + " = 1}"),
    "deep-header-of-50000-parts": lambda: f"[{_dots(50_000)}]",
    "deep-array-header-of-50000-parts": lambda: f"[[{_dots(50_000)}]]",
    "dots-in-a-quoted-key": lambda: f'"{_dots(50_000)}" = 1',
    "dots-in-a-text": lambda: _value(f'"{_dots(50_000)}"'),
    "number-of-5-million-digits": lambda: _value("9" * _SIZE),
    "number-of-5-million-hexadecimal-digits": lambda: _value("0x" + "f" * _SIZE),
    "texts-of-4300-digits-and-a-longer-number": lambda: _value(
        "[" + fill("'" + "9" * 4300 + "'", _SIZE) + "," + "9" * 5000 + "]"
    ),
    "10000-unknown-keys": lambda: joined(MANY, "k@ = 0", "\n"),
    "10000-headers-of-30-parts": lambda: joined(MANY, f"[{_dots(29)}.a@]", "\n"),
    "10000-array-headers": lambda: fill("[[events]]", 120_000, "\n"),
    "10000-bad-ids": lambda: joined(MANY, "[events.A@]\nvalue = 'x'", "\n"),
    "10000-events": lambda: joined(MANY, "[events.a@]\nvalue = 'x'\nbutton = 'Go'", "\n"),
    "10000-keys-and-one-twice": lambda: joined(MANY, "k@ = 0", "\n") + "\nk0 = 1",
    "10000-quoted-keys-and-one-twice": lambda: joined(MANY, '"k@" = 0', "\n") + "\nk0 = 1",
    "10000-values-twice": lambda: _value("[" + joined(MANY, "'@', '@'") + "]"),
    "100000-values": lambda: _value("[" + joined(100_000, "'@'") + "]"),
    "5-mb-of-a-value": lambda: _value("'" + "x" * _SIZE + "'"),
    "5-mb-of-lines-with-quotes": lambda: _value('"""' + fill('""x', _SIZE, "") + '"""'),
    "5-mb-of-escapes": lambda: _value('"' + fill(r"\u0000", _SIZE, "") + '"'),
    "5-mb-of-an-id": lambda: "[events." + "a" * _SIZE + "]",
    "5-mb-of-a-key": lambda: "k" * _SIZE + " = 0",
    "5-mb-of-comments": lambda: fill("#", _SIZE, "\n"),
    "5-mb-of-line-ends": lambda: "\n" * _SIZE + "x",
    "5-mb-of-empty-values": lambda: _value("[" + fill("''", _SIZE) + "]"),
    "5-mb-of-zeros": lambda: _value("[" + fill("0", _SIZE) + "]"),
    "5-mb-of-small-tables": lambda: _value("[" + fill("{a=0}", _SIZE) + "]"),
    "5-mb-of-headers": lambda: joined(_SIZE // 10, "[a@]", "\n"),
    "5-mb-of-unknown-keys": lambda: joined(_SIZE // 12, "k@=0", "\n"),
    "6-mb-of-line-ends-before-a-good-document": lambda: "\n" * 6_000_000 + _value("'x'"),
}
"""The large documents, each made when it is needed."""
