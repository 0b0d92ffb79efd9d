r"""The hostile documents that no text file shows well: large, deep, in other encodings, with signs that can't be seen.

>>> computed("json")["lines-that-end-in-cr-lf"]
b'{"events": {"a": {"value": "x"}}}\r\n'
"""

from __future__ import annotations

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE

from tests.hostile_documents.computed_json import json_documents
from tests.hostile_documents.computed_toml import toml_documents
from tests.hostile_documents.computed_yaml import yaml_documents

GOOD = {
    "json": '{"events": {"a": {"value": "x"}}}\n',
    "toml": '[events.a]\nvalue = "x"\n',
    "yaml": "events:\n  a:\n    value: x\n",
}
"""A good document of each format, of which hostile ones are made."""

_BAD_UTF8 = {
    "a-lone-continuation-byte": b"\x80",
    "latin-1": b"\xe9",
    "windows-1252": b"\x93x\x94",
    "shift-jis": b"\x93\xfa\x96\x7b",
    "an-overlong-slash": b"\xc0\xaf",
    "an-overlong-nul": b"\xc0\x80",
    "an-overlong-quote": b"\xe0\x80\xa2",
    "a-surrogate-in-bytes": b"\xed\xa0\xbd\xed\xb8\x80",
    "a-character-beyond-unicode": b"\xf4\x90\x80\x80",
    "a-byte-ff": b"\xff",
    "a-character-cut-short": b"\xe6\x97",
}
_SIGNS = {
    "nul": "\x00",
    "escape-sequence": "\x1b[31m\x1b]0;owned\x07",
    "backspaces": "\b\b\b",
    "delete": "\x7f",
    "c1-control": "\x9b2J",
    "next-line": "a\x85b",
    "line-separator": "a\u2028b\u2029c",
    "no-break-space": "\xa0",
    "zero-width-space": "\u200b",
    "bidirectional-marks": "\u202egnp.exe\u2066\u2067",
    "noncharacter": "\ufffe\uffff",
    "byte-order-mark": "a\ufeffb",
    "private-use": "\ue000\U0010fffd",
    "tag-characters": "\U000e0041\U000e007f",
}
_WITH_A_SIGN = {
    "json": '{"events": {"a": {"value": "x@"}}}',
    "toml": '[events.a]\nvalue = "x@"',
    "yaml": 'events:\n  a: {value: "x@"}',
}
_WITH_A_SIGN_IN_THE_ID = {
    "json": '{"events": {"a@": {"value": "x"}}}',
    "toml": '[events."a@"]\nvalue = "x"',
    "yaml": 'events:\n  "a@": {value: x}',
}
_OWN = {"json": json_documents, "toml": toml_documents, "yaml": yaml_documents}


def computed(format: str) -> dict[str, bytes]:
    """The computed documents of a format, by their names."""
    texts = {name: text.encode() for name, text in _OWN[format]().items()}
    return {**_encodings(GOOD[format]), **_signs(format), **texts}


def _encodings(good: str) -> dict[str, bytes]:
    """A good document in encodings that may not be, and with the line ends and byte order marks of other systems."""
    return {
        "utf-8-with-a-byte-order-mark": BOM_UTF8 + good.encode(),
        "utf-8-with-two-byte-order-marks": BOM_UTF8 + BOM_UTF8 + good.encode(),
        "utf-16-le": good.encode("utf-16-le"),
        "utf-16-be": good.encode("utf-16-be"),
        "utf-16-le-with-a-byte-order-mark": BOM_UTF16_LE + good.encode("utf-16-le"),
        "utf-16-be-with-a-byte-order-mark": BOM_UTF16_BE + good.encode("utf-16-be"),
        "utf-32-le-with-a-byte-order-mark": BOM_UTF32_LE + good.encode("utf-32-le"),
        "utf-32-be-with-a-byte-order-mark": BOM_UTF32_BE + good.encode("utf-32-be"),
        "utf-7": BOM_UTF8[:2] + good.encode("utf-7"),
        "ebcdic": good.encode("cp500"),
        "gzip": b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03" + good.encode(),
        "lines-that-end-in-cr-lf": good.replace("\n", "\r\n").encode(),
        "lines-that-end-in-cr": good.replace("\n", "\r").encode(),
        "a-cr-at-the-end": good.encode() + b"\r",
        "no-line-end-at-the-end": good.rstrip().encode(),
        "a-ctrl-z-at-the-end": good.encode() + b"\x1a",
        "nul-bytes-at-the-end": good.encode() + bytes(512),
        "only-a-byte-order-mark": BOM_UTF8,
        "only-nul-bytes": bytes(512),
        **{f"not-utf-8-{name}": good.encode().replace(b"x", b"x" + junk) for name, junk in _BAD_UTF8.items()},
    }


def _signs(format: str) -> dict[str, bytes]:
    """Signs that can't be seen, as they are: in a value, and in an event's id."""
    with_signs = {"in-a-value": _WITH_A_SIGN[format], "in-an-id": _WITH_A_SIGN_IN_THE_ID[format]}
    return {
        f"{name}-{place}": text.replace("@", sign).encode()
        for place, text in with_signs.items()
        for name, sign in _SIGNS.items()
    }
