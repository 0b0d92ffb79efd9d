r"""Hostile documents of every format: other encodings, other line ends, and invisible characters.

>>> ("a-cr-at-the-end", None, b'{"events": {"a": {"value": "x"}}}\n\r') in every_format("json")
True
"""

from __future__ import annotations

from codecs import BOM_UTF8, BOM_UTF16_LE

GOOD = {
    "json": '{"events": {"a": {"value": "x"}}}\n',
    "toml": '[events.a]\nvalue = "x"\n',
    "yaml": "events:\n  a:\n    value: x\n",
}
"""A valid document of each format, from which hostile ones are made."""

_NO_TEXT = "is UTF-16 or not a text file"
_NO_UTF_8 = "is not UTF-8"
_BAD_UTF_8 = {
    "latin-1": b"\xe9",
    "windows-1252": b"\x93x\x94",
    "an-overlong-nul": b"\xc0\x80",
    "an-overlong-quote": b"\xe0\x80\xa2",
    "a-surrogate-in-bytes": b"\xed\xa0\xbd\xed\xb8\x80",
    "a-character-beyond-unicode": b"\xf4\x90\x80\x80",
    "a-character-cut-short": b"\xe6\x97",
}
_CHARACTERS = {
    "escape-sequence": ("\x1b[31m\x1b]0;owned\x07", ("json", "toml", "yaml")),
    "backspaces": ("\b\b\b", ("json", "toml", "yaml")),
    "delete": ("\x7f", ("toml", "yaml")),
    "c1-control": ("\x9b2J", ("yaml",)),
    "next-line": ("a\x85b", ()),
    "line-separator": ("a\u2028b\u2029c", ()),
    "no-break-space": ("\xa0", ()),
    "zero-width-space": ("\u200b", ()),
    "bidirectional-marks": ("\u202egnp.exe\u2066\u2067", ()),
    "noncharacter": ("\ufffe\uffff", ("yaml",)),
    "byte-order-mark": ("a\ufeffb", ()),
    "private-use": ("\ue000\U0010fffd", ()),
    "tag-characters": ("\U000e0041\U000e007f", ()),
}
"""Characters by name, with the formats in which they must be escaped."""


def every_format(format: str) -> list[tuple[str, str | None, bytes]]:
    """The documents, each with its name and a part of its error message; None if it is accepted."""
    good = GOOD[format].encode()
    syntax = f"not valid {format.upper()}"
    no_cr = syntax if format == "toml" else None
    return [
        ("utf-8-with-a-byte-order-mark", None, BOM_UTF8 + good),
        ("utf-8-with-two-byte-order-marks", None if format == "yaml" else syntax, BOM_UTF8 + BOM_UTF8 + good),
        ("utf-16-be", _NO_TEXT, GOOD[format].encode("utf-16-be")),
        ("utf-16-le-with-a-byte-order-mark", _NO_TEXT, BOM_UTF16_LE + GOOD[format].encode("utf-16-le")),
        ("a-byte-order-mark-cut-short", _NO_UTF_8, BOM_UTF8[:2] + good),
        ("ebcdic", _NO_UTF_8, GOOD[format].encode("cp500")),
        *((f"not-utf-8-{name}", _NO_UTF_8, good.replace(b"x", b"x" + junk)) for name, junk in _BAD_UTF_8.items()),
        ("lines-that-end-in-cr-lf", None, good.replace(b"\n", b"\r\n")),
        ("lines-that-end-in-cr", no_cr, good.replace(b"\n", b"\r")),
        ("a-cr-at-the-end", no_cr, good + b"\r"),
        ("a-ctrl-z-at-the-end", syntax, good + b"\x1a"),
        ("nul-bytes-at-the-end", _NO_TEXT, good + bytes(512)),
        ("empty", "defines no events", b""),
        ("only-a-byte-order-mark", "defines no events", BOM_UTF8),
        *(
            (
                f"{name}-in-a-value",
                syntax if format in refused else None,
                good.replace(b"x", (f'"x{text}"' if format == "yaml" else f"x{text}").encode()),
            )
            for name, (text, refused) in _CHARACTERS.items()
        ),
    ]
