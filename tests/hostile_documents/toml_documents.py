"""The hostile documents in TOML, by their error message."""

from __future__ import annotations

from tests.hostile_documents.table import DIGITS, MANY, Large, Small, fill, joined

_SIZE = 980_000
"""Just below the limit, with room for the rest of the document."""


def _value(text: str) -> str:
    return f"[events.a]\nvalue = {text}\n"


def _dots(parts: int) -> str:
    return ".".join(["a"] * parts)


SMALL: Small = {
    None: {
        "1000-attributes": _value("'x'\nbutton.label = 'Go'\n" + joined(1000, "button.data-@ = ''", "\n")),
        "attribute-value-breaks-out": _value(
            '"x"\nbutton = { label = "</button>", data-x = \'" onclick="alert(1)\', title = "\'>{% x %}" }'
        ),
        "brackets-in-a-comment": "# " + "[" * 40 + "\n" + _value("'x'"),
        "brackets-in-a-text": _value("'" + "[{" * 40 + r"\'"),
        "brackets-in-lines": _value('"""\n"" ' + "[" * 40 + '\n"""'),
        "comment-in-other-letters": '# größe 日本 😀 "[x" \'\'\'\n[events.a] # value = 1\nvalue = "x" # "y"\n',
        "defaults-class-breaks-out": (
            '[defaults]\nclass = \'"><script>alert(1)</script>\'\n[events.a]\nvalue = "x"\nbutton = "Go"\n'
        ),
        "dots-in-a-text": _value(f'"{_dots(40)}"'),
        "event-after-its-own-button": '[events.a.button]\nlabel = "Go"\n[events.a]\nvalue = "x"\n',
        "event-in-an-inline-table": 'events = { a = { value = "x", button = { label = "Go" } } }\n',
        "event-in-dotted-keys": 'events.a.value = "x"\nevents.b.value = "y"\nevents.a.description = "not together"\n',
        "event-in-quoted-keys": '["events".\'a\']\n"value" = "x"\n',
        "event-with-an-escape-in-its-keys": '["\\u0065vents"."\\U00000061"]\n"v\\u0061lue" = "x"\n',
        "event-with-spaces-around-dots": '[ events . a ]\nvalue = "x"\n[\tevents\t.\t"b"\t]\nvalue\t=\t"x"\n',
        "ids-of-digits": (
            '[events.0]\nvalue = "x"\n[events.1979-05-27]\nvalue = "x"\n[events.inf]\nvalue = "x"\n'
            '[events.true]\nvalue = "x"\n'
        ),
        "inline-table-with-dotted-keys": '[events]\na = { value = "x", button.label = "Go", button.data-x = "y" }\n',
        "lines-literal-with-two-quotes-at-the-end": _value("'''x'''''"),
        "lines-that-look-like-definitions": _value('"""\n[events.b]\nvalue = 1\nvalue = 2\n"""'),
        "lines-with-a-backslash-at-the-end": _value('"""a \\\n    b"""'),
        "lines-with-an-escaped-end": _value(r'"""x\""""""'),
        "lines-with-two-quotes-at-the-end": _value('"""x"""""'),
        "lines-with-two-quotes-inside": _value('"""a""b"c"""'),
        "link-value-breaks-out": _value(
            '"x"\nlink = { label = "</a>", href = "/\'onclick=\'alert(1)", rel = "\'>{% x %}", target = "{% x %}" }'
        ),
        "number-of-5000-digits-as-a-text": _value(f'"{DIGITS}"'),
        "selector-that-ends-the-table": _value('"x"\nselector = "[title=\\"\' } }; alert(1); /*\\"]"'),
        "value-a-list-of-many-lines": _value(
            '[\n  # the first\n  "x", # and a comment\n  "y" # before the comma\n  ,\n]'
        ),
        "value-a-literal-string": _value("'<\\u0041\\n\"{{ 7 * 7 }}\"'"),
        "value-all-short-escapes": _value(r'"\b\t\n\f\r\"\\"'),
        "value-escaped-controls": _value(r'"\u0000\u001b[31m\u007f\u009b\U0010ffff"'),
    },
    "not valid TOML": {
        "header-and-a-key-in-one-line": '[events.a] value = "x"\n',
        "header-empty": '[]\nvalue = "x"\n',
        "header-over-two-lines": '[events\n.a]\nvalue = "x"\n',
        "header-with-a-space-in-it": '[events.my event]\nvalue = "x"\n',
        "header-with-an-empty-part": '[events..a]\nvalue = "x"\n',
        "header-with-one-bracket-at-the-end": '[[events.a]\nvalue = "x"\n',
        "header-with-other-letters": '[events.größe]\nvalue = "x"\n',
        "header-without-end": '[events.a\nvalue = "x"\n',
        "ini-in-it": "; events\n[events.a]\nvalue=x\n",
        "inline-table-over-two-lines": _value('"x"\nbutton = { label = "Go",\n  class = "c" }'),
        "inline-table-with-a-comma-at-the-end": _value('"x"\nbutton = { label = "Go", }'),
        "json-in-it": '{"events": {"a": {"value": "x"}}}\n',
        "key-alone": "[events.a]\nvalue\n",
        "key-missing": '[events.a]\n= "x"\n',
        "key-with-a-colon": '[events.a]\nvalue: "x"\n',
        "key-with-a-dot-at-the-end": 'events.a.value. = "x"\n',
        "key-without-end": '[events.a]\n"value = "x"\n',
        "keys-in-one-line": _value('"x" description = "y"'),
        "lines-as-a-key": '[events.a]\n"""value""" = "x"\n',
        "lines-literal-with-three-quotes-at-the-end": _value("'''x''''''"),
        "lines-with-a-backslash-and-a-letter": _value(r'"""a \   b"""'),
        "lines-without-end": _value('"""\nx'),
        "list-crossed-with-a-table": _value("[{a = 1]}"),
        "list-with-two-commas": _value('["x",,"y"]'),
        "list-without-a-comma": _value('["x" "y"]'),
        "list-without-end": _value('["x",'),
        "value-a-bad-escape": _value(r'"\a"'),
        "value-a-date-of-one-digit": _value("1979-5-27"),
        "value-a-leap-day-in-no-leap-year": _value("2023-02-29"),
        "value-a-leap-second": _value("2016-12-31T23:59:60Z"),
        "value-a-literal-without-end": _value("'x"),
        "value-a-newline-in-quotes": _value('"a\nb"'),
        "value-a-time-without-seconds": _value("07:32"),
        "value-an-escape-beyond-unicode": _value(r'"\U00110000"'),
        "value-an-escape-with-an-underscore": _value(r'"\u0_41"'),
        "value-an-escaped-surrogate": _value(r'"\ud83d\ude00"'),
        "value-an-offset-of-25-hours": _value("1979-05-27T07:32:00+25:00"),
        "value-in-backquotes": _value("`x`"),
        "value-in-typographic-quotes": _value("“x”"),
        "value-missing": "[events.a]\nvalue = \n",
        "value-the-escape-of-esc": _value(r'"\e[31m"'),
        "value-the-year-zero": _value("0000-01-01"),
        "value-true-in-capitals": _value("True"),
        "value-without-quotes": _value("x"),
        "yaml-in-it": "events:\n  a: {value: x}\n",
    },
    "is defined twice": {
        "array-of-tables-and-then-a-table": '[[events.a]]\nvalue = "x"\n[events.a]\nvalue = "y"\n',
        "defaults-twice": '[defaults]\nguard = true\n[events.a]\nvalue = "x"\n[defaults]\nguard = false\n',
        "dotted-key-and-then-a-header": '[events]\na.value = "x"\n[events.a]\ndescription = "x"\n',
        "dotted-key-below-a-string": _value('"x"\nvalue.more = "y"'),
        "duplicate-header": _value('"x"\n[events.a]\ndescription = "x"'),
        "duplicate-header-in-quotes": _value('"x"\n["events"."a"]\ndescription = "x"'),
        "duplicate-key": _value('"x"\nvalue = "y"'),
        "duplicate-key-by-an-escape": _value('"x"\n"v\\u0061lue" = "y"'),
        "header-below-a-list": _value('["x"]\n[[events.a.value]]\nmore = "y"'),
        "header-below-a-string": _value('"x"\n[events.a.value]\nmore = "y"'),
        "inline-table-extended-below": 'events = { a = { value = "x" } }\n[events.b]\nvalue = "y"\n',
        "inline-table-extended-by-a-header": _value('"x"\nbutton = { label = "Go" }\n[events.a.button]\nclass = "c"'),
        "inline-table-extended-by-dots": _value('"x"\nbutton = { label = "Go" }\nbutton.class = "c"'),
        "inline-table-with-a-key-twice": _value('"x"\nbutton = { label = "Go", label = "Stop" }'),
        "link-in-dotted-keys-and-a-header": _value('"x"\nlink.label = "Go"\n[events.a.link]\nhref = "/x"'),
        "table-and-then-an-array-of-tables": _value('"x"\n[[events.a]]\nvalue = "y"'),
    },
    "must be ": {
        "a-list-of-events": '[[events]]\nid = "a"\nvalue = "x"\n',
        "array-of-tables-below-an-item": (
            "[[events.a]]\n[[events.a.b]]\n[events.a.b.c]\n[[events.a]]\n[[events.a.b]]\n[events.a.b.c]\n"
        ),
        "attribute-in-dotted-keys": _value('"x"\nbutton.label = "Go"\nbutton.data.x = "y"\nbutton.data-y.z = "y"'),
        "carrier-with-a-quote": _value('"x"\ncarrier = "data\\" onclick=\\"alert(1)"'),
        "deep-lists-of-24-levels": _value("[" * 24 + "]" * 24),
        "defaults-an-array-of-tables": '[[defaults]]\nguard = true\n[events.a]\nvalue = "x"\n',
        "defaults-wrong-in-every-key": (
            '[defaults]\ncarrier = 1\nguard = "x"\nrefresh = []\nclass = 1979-05-27\n[events.a]\nvalue = "x"\n'
        ),
        "event-an-array-of-tables": '[[events.a]]\nvalue = "x"\n[[events.a]]\nvalue = "y"\n',
        "events-a-date": "events = 2026-01-31\n",
        "value-a-date": _value("1979-05-27"),
        "value-a-local-date-time": _value("1979-05-27 07:32:00"),
        "value-a-time-with-nanoseconds": _value("00:32:00.999999999999"),
        "value-an-empty-table": _value("{}"),
        "value-an-offset-date-time": _value("1979-05-27T00:32:00.999999-07:00"),
        "value-dates-in-a-list": _value("[1979-05-27, 07:32:00, 1979-05-27T07:32:00Z]"),
        "value-true": _value("true"),
    },
    "not a number": {
        "number-of-4300-digits": _value("9" * 4300),
        "number-of-5000-digits-after-the-point": _value(f"1.{DIGITS}"),
        "number-of-5000-digits-in-the-exponent": _value(f"1e{DIGITS}"),
        "value-a-float": _value("1.10"),
        "value-a-float-too-large": _value("1e400"),
        "value-a-hexadecimal-number": _value("0xDEAD_beef"),
        "value-beyond-64-bits": _value("99999999999999999999999999"),
        "value-infinity": _value("inf"),
        "value-nan-in-a-list": _value('["x", nan, -inf]'),
    },
    "nested": {
        "deep-arrays-of-tables": "".join(f"[[{_dots(parts)}]]\n" for parts in range(1, 200)),
        "deep-brackets-20000": _value("[" * 20_000),
        "deep-dotted-key-of-40-parts": f"{_dots(40)} = 1",
        "deep-header-of-40-parts": f"[{_dots(40)}]",
        "deep-inline-tables-20000": _value("{a=" * 20_000),
        "deep-inline-tables-with-dotted-keys": _value(("{" + _dots(20) + "=") * 10 + "1" + "}" * 10),
        "deep-lists-300-on-lines-of-their-own": _value("[ # ]\n" * 300 + "]\n" * 300),
        "deep-lists-and-inline-tables-20000": _value("[{a=" * 10_000),
    },
    "unknown key": {
        "attribute-onclick": _value(
            '"x"\nbutton = { label = "Go", onclick = "alert(1)", "data-x onclick" = "alert(1)", '
            r'"data-x=\"\u003e" = "y" }'
        ),
        "deep-dotted-key-of-24-parts": f"{_dots(24)} = 1",
        "defaults-with-a-value": '[defaults]\nvalue = "x"\nonclick = "alert(1)"\n[events.a]\nvalue = "x"\n',
        "key-of-digits-and-dots": '3.14 = "pi"\n',
        "top-key-after-a-header": _value('"x"\nevents.b.value = "y"'),
    },
    "invalid id": {
        "brackets-in-a-quoted-key": "[events.'" + "[" * 40 + "']",
        "header-with-an-empty-key": '[events.""]\nvalue = "x"\n',
        "id-prototype": '[events.__proto__]\nvalue = "x"\n[events.__class__]\nvalue = "x"\n',
        "id-with-a-newline": '[events."a\\n::error::owned"]\nvalue = "x"\n',
    },
    "more than 4,300 digits": {
        "number-of-5000-digits": _value(DIGITS),
        "number-of-5000-digits-and-underscores": _value("9_" * 5000 + "9"),
        "number-of-5000-digits-below-zero": _value(f"-{DIGITS}"),
        "number-of-5000-digits-in-a-list": _value(f"['x', {DIGITS}]"),
    },
    "is empty": {
        "10000-empty-values": _value("[" + joined(MANY, "''") + "]"),
        "lines-that-are-empty": _value('"""\n"""'),
        "value-an-empty-string": _value('""'),
    },
    "must not begin with": {
        "link-that-leads-to-code": _value(
            '"x"\nlink = { label = "Go", href = "\\u0001 JaVa\\tScRiPt\\u003Aalert(1)" }'
        ),
        "link-that-leads-to-code-by-references": _value(
            '"x"\nlink.label = "Go"\nlink.href = "java&Tab;script&colon;alert(1)"'
        ),
    },
    "must not be": {
        "id-of-the-binding": '[events.rtp-events]\nvalue = "x"\n',
    },
    "unknown trigger": {
        "on-of-many-digits": _value("'x'\non = 'after " + "9" * 300 + "s'"),
    },
    "64 characters": {
        "number-of-5000-digits-as-an-id": f"[events.{DIGITS}]\nvalue = 'x'",
    },
    "7 problems": {
        "everything-wrong-at-once": (
            'evnts = 1\n[events.A]\nvalu = 1\n[events.b]\nvalue = [1979-05-27, ""]\ndescription = 1.5\n'
            "button = { labl = 1 }\n"
        ),
    },
    "a control character": {
        "label-with-lines": _value('"x"\nbutton = """\nGo\nthere"""'),
    },
    "a.value[6]": {
        "value-a-list-of-everything": _value('["x", 1, 1.5, true, 1979-05-27, [], {}]'),
    },
    "defines no events": {
        "only-a-comment": "# events\n",
    },
    "has no ": {
        "event-without-a-value": "[events.a]\n",
    },
    "is an empty list": {
        "value-an-empty-list": _value("[]"),
    },
    "{ is not allowed": {
        "selector-with-a-rule": _value('"x"\nselector = "* { background: url(x) }"'),
    },
}

LARGE: Large = {
    "deep-brackets-1-mb": ("nested", lambda: _value("[" * _SIZE)),
    "deep-tables-1-mb": ("nested", lambda: _value(fill("{a=", _SIZE, ""))),
    "deep-dotted-key-of-1-mb": ("nested", lambda: f"{_dots(_SIZE // 2)} = 1"),
    "deep-dotted-key-of-1-mb-in-a-table": ("nested", lambda: _value("{" + _dots(_SIZE // 2) + " = 1}")),
    "deep-quoted-key-of-1-mb": ("nested", lambda: fill("''", _SIZE, " . ") + " = 1"),
    "deep-header-of-1-mb": ("nested", lambda: f"[{_dots(_SIZE // 2)}]"),
    "deep-array-header-of-1-mb": ("nested", lambda: f"[[{_dots(_SIZE // 2)}]]"),
    "number-of-1-million-digits": ("more than 4,300 digits", lambda: _value("9" * _SIZE)),
    "number-of-1-million-hexadecimal-digits": ("not a number", lambda: _value("0x" + "f" * _SIZE)),
    "number-of-1-million-digits-after-the-point": ("not a number", lambda: _value("1." + "9" * _SIZE)),
    "headers-of-as-many-dots-as-may-be": ("unknown key", lambda: joined(90_000, "[@.a]", "\n")),
    "headers-of-as-many-dots-as-may-be-and-one-twice": (
        "is defined twice",
        lambda: joined(49_000, "[@.a]", "\n") + "\n[0.a]",
    ),
    "headers-of-too-many-dots": ("contains more than 100,000 dots", lambda: joined(60_000, "[@.a.a]", "\n")),
    "keys-of-31-parts": ("unknown key", lambda: joined(3000, f"k@.{_dots(31)} = 0", "\n")),
    "10000-events": (None, lambda: joined(MANY, "[events.a@]\nvalue = 'x'\nbutton = 'Go'", "\n")),
    "10000-keys-and-one-twice": ("is defined twice", lambda: joined(MANY, '"k@" = 0', "\n") + "\nk0 = 1"),
    "10000-values-twice": (None, lambda: _value("[" + joined(MANY, "'@', '@'") + "]")),
    "1-mb-of-a-value": (None, lambda: _value("'" + "x" * _SIZE + "'")),
    "1-mb-of-lines-with-quotes": (None, lambda: _value('"""' + fill('""x', _SIZE, "") + '"""')),
    "1-mb-of-escapes": (None, lambda: _value('"' + fill(r"\u0000", _SIZE, "") + '"')),
    "1-mb-of-commas-and-quotes": (None, lambda: _value("'" + fill(',"', _SIZE, "") + "'")),
    "1-mb-of-an-id": ("invalid id", lambda: "[events." + "a" * _SIZE + "]"),
    "1-mb-of-comments": ("defines no events", lambda: fill("#", _SIZE, "\n")),
    "1-mb-of-line-ends": ("not valid TOML", lambda: "\n" * _SIZE + "x"),
    "1-mb-of-empty-values": ("is empty", lambda: _value("[" + fill("''", _SIZE) + "]")),
    "1-mb-of-empty-lists": ("must be a string", lambda: _value("[" + fill("[]", _SIZE) + "]")),
    "1-mb-of-small-tables": ("must be a string", lambda: _value("[" + fill("{a=0}", _SIZE) + "]")),
    "1-mb-of-headers": ("unknown key", lambda: joined(110_000, "[@]", "\n")),
    "1-mb-of-array-headers": ("must be a table of events", lambda: fill("[[events]]", _SIZE, "\n")),
    "1-mb-of-unknown-keys": ("unknown key", lambda: joined(100_000, "@={}", "\n")),
}
