"""The computed hostile documents in JSON."""

from __future__ import annotations

from collections.abc import Callable

from tests.hostile_documents.joined import MANY, fill, joined

_SIZE = 4_900_000
"""Just below the limit, with room for what stands around."""


def json_documents() -> dict[str, str]:
    """The documents by their names."""
    return {**_deep(), **_numbers(), **_many()}


def _value(text: str) -> str:
    return _events('"a": {"value": ' + text + "}")


def _events(text: str) -> str:
    return '{"events": {' + text + "}}"


def _text(text: str) -> str:
    return f'"{text}"'


def _list(items: str) -> str:
    return f"[{items}]"


def _table(members: str) -> str:
    return "{" + members + "}"


def _deep() -> dict[str, str]:
    return {
        "deep-brackets-20000": "[" * 20_000,
        "deep-tables-and-lists-20000": '[{"a":' * 10_000,
        "deep-lists-20000-that-end": _value("[" * 20_000 + "]" * 20_000),
        "deep-tables-900-that-end": _value('{"a":' * 900 + "1" + "}" * 900),
        "deep-lists-33-levels": _value("[" * 30 + "]" * 30),
        "deep-lists-32-levels": _value("[" * 29 + "]" * 29),
        "deep-lists-32-levels-again-and-again": _value(_list(fill("[" * 28 + "]" * 28, 10_000))),
        "brackets-in-a-text": _value(_text("[{" * 20_000)),
        "brackets-after-a-quote-in-a-text": _value(_text(r"\"" + "[" * 40 + r"\\")),
        "brackets-after-a-backslash-at-the-end-of-a-text": _value(_list(r'"\\",' + "[" * 40 + "]" * 40)),
    }


def _numbers() -> dict[str, str]:
    digits = "9" * 5000
    return {
        "number-of-4300-digits": _value("9" * 4300),
        "number-of-5000-digits": _value(digits),
        "number-of-5000-digits-below-zero": _value(f"-{digits}"),
        "number-of-5000-digits-in-a-list": _value(_list(digits)),
        "number-of-5000-digits-deep": _value(f"[[[[{digits}]]]]"),
        "number-of-5000-digits-as-a-key-and-a-text": _value(f'"{digits}", "{digits}": 0'),
        "number-of-5000-digits-after-the-point": _value(f"1.{digits}"),
        "number-of-5000-digits-in-the-exponent": _value(f"1e{digits}"),
        "number-of-5000-digits-as-a-text": _value(_text(digits)),
    }


def _many() -> dict[str, str]:
    return {
        "10000-empty-values": _value(_list(joined(MANY, '""'))),
        "1000-attributes": _value('"x", "button": ' + _table('"label": "Go", ' + joined(1000, '"data-@": ""'))),
    }


LARGE_JSON: dict[str, Callable[[], str]] = {
    "deep-brackets-5-mb": lambda: "[" * _SIZE,
    "deep-tables-20000": lambda: '{"":' * 20_000,
    "number-of-5-million-digits": lambda: _value("9" * _SIZE),
    "texts-of-4300-digits-and-a-longer-number": lambda: _value(
        _list(fill(_text("9" * 4300), _SIZE) + "," + "9" * 5000)
    ),
    "10000-unknown-keys": lambda: _value('"x", ' + joined(MANY, '"k@": 0')),
    "10000-times-one-event": lambda: _events(joined(MANY, '"a": {"value": "x"}')),
    "10000-bad-ids": lambda: _events(joined(MANY, '"A@": {"value": "x"}')),
    "10000-events-without-a-value": lambda: _events(joined(MANY, '"a@": {}')),
    "10000-events": lambda: _events(joined(MANY, '"a@": {"value": "x", "button": "Go"}')),
    "10000-values-twice": lambda: _value(_list(joined(MANY, '"@", "@"'))),
    "100000-values": lambda: _value(_list(joined(100_000, '"@"'))),
    "5-mb-of-a-value": lambda: _value(_text("x" * _SIZE)),
    "5-mb-of-a-label": lambda: _value('"x", "button": ' + _text("<" * _SIZE)),
    "5-mb-of-escapes": lambda: _value(_text(fill(r"\u0000", _SIZE, ""))),
    "5-mb-of-an-id": lambda: _events(_text("a" * _SIZE) + ": {}"),
    "5-mb-of-a-key": lambda: _table(_text("k" * _SIZE) + ": 0"),
    "5-mb-of-letters-that-become-18": lambda: _events(_text(fill("\ufdfa", _SIZE, "")) + ": {}"),
    "5-mb-of-spaces": lambda: " " * _SIZE,
    "5-mb-of-line-ends": lambda: "\n" * _SIZE + "x",
    "5-mb-of-empty-values": lambda: _value(_list(fill('""', _SIZE))),
    "5-mb-of-nulls": lambda: _value(_list(fill("null", _SIZE))),
    "5-mb-of-empty-lists": lambda: _value(_list(fill("[]", _SIZE))),
    "5-mb-of-small-tables": lambda: _value(_list(fill('{"":0}', _SIZE))),
    "5-mb-of-unknown-keys": lambda: _table(joined(_SIZE // 14, '"k@":0')),
    "5-mb-of-one-key": lambda: _table(fill('"a":0', _SIZE)),
    "5-mb-of-bad-ids": lambda: _events(joined(_SIZE // 27, '"A@":{"value":"x"}')),
    "6-mb-of-spaces-around-a-good-document": lambda: " " * 6_000_000 + _value('"x"'),
}
"""The large documents, each made when it is needed."""
