"""The hostile documents in YAML, by their error message."""

from __future__ import annotations

from tests.hostile_documents.table import DIGITS, MANY, Large, Small, fill, joined

_SIZE = 980_000
"""Just below the limit, with room for the rest of the document."""


def _value(text: str) -> str:
    return _events(f"a:\n    value: {text}")


def _events(text: str) -> str:
    return f"events:\n  {text}\n"


SMALL: Small = {
    None: {
        "200-attributes": _value("x\n    button: {label: Go, " + joined(200, "data-@: ''") + "}"),
        "attribute-disabled-yes": _events("a: {value: x, button: {label: Go, disabled: yes}}"),
        "attribute-value-breaks-out": _value(
            'x\n    button: {label: "</button>", data-x: \'" onclick="alert(1)\', title: "\'>{% x %}"}'
        ),
        "block-literal": _value("|\n      a\n       b\n\n      c"),
        "block-that-looks-like-definitions": _value("|\n      events: &a\n        a: *b\n      ---\n      ..."),
        "block-with-a-comment-behind-it": _value("| # b\n      a"),
        "block-with-an-indentation-indicator": _value("|2-\n        a"),
        "brackets-in-a-plain-text": _value("x" + "[" * 200),
        "brackets-in-a-text": _value('"' + "[" * 200 + '"'),
        "comment-that-touches-a-quote": _value('"x"#y'),
        "dashes-in-a-block": _value("|\n      " + "- " * 200),
        "directive-that-nobody-knows": "%OURS 1\n---\nevents: {a: {value: x}}\n",
        "document-end-twice": "events: {a: {value: x}}\n...\n...\n",
        "escape-of-5000-zeros": _value(r'"\x' + "0" * 5000 + '"'),
        "event-after-a-directive-of-yaml-1-9": "%YAML 1.9\n---\nevents:\n  a: {value: x}\n",
        "event-after-comments": "# a\n  # b\n\nevents: # c\n      # d\n  a: # e\n    value: x # f\n# g\n",
        "event-between-document-marks": "---\nevents:\n  a: {value: x}\n...\n",
        "event-in-json-without-spaces": '{"events":{"a":{"value":["x","y"]}}}\n',
        "event-with-explicit-keys": "? events\n: ? a\n  : ? value\n    : x\n",
        "flow-with-a-comma-at-the-end": _value("[x, y,]"),
        "flow-without-a-space-after-a-colon": "events: {a:{value: [x, y]}}\n",
        "flow-without-indentation": "events: {\na: {\nvalue: x\n}\n}\n",
        "indentation-of-the-first-line": "   events:\n     a: {value: x}\n",
        "lines-that-end-in-u-2028": "events:\n  a:\n    value: >\n      x\u2028      y\u2029      z\x85      w\n",
        "link-download-no": _value("x\n    link: {label: Go, href: /x, download: no}"),
        "link-value-breaks-out": _value(
            "x\n    link:\n      label: </a>\n      href: \"/'onclick='alert(1)\"\n      title: |-\n        '>{% x %}"
        ),
        "list-at-the-indentation-of-its-key": _events("a:\n    value:\n    - x\n    - y"),
        "norway-in-quotes": _value('["no", \'off\', "1.10", \'012\', "1:30", \'2026-01-31\', "~", "null"]'),
        "number-of-5000-digits-as-a-text": _value(f'"{DIGITS}"'),
        "on-in-quotes": _value('x\n    "on": after 60s'),
        "value-a-doubled-quote": _value("'it''s'"),
        "value-a-surrogate-pair": _value(r'"\ud83d\ude00"'),
        "value-a-surrogate-pair-of-long-escapes": _value(r'"\U0000d83d\U0000de00"'),
        "value-a-version-of-three-parts": _value("1.10.0"),
        "value-all-escapes": _value('"\\0\\a\\b\\t\\\t\\n\\v\\f\\r\\e\\ \\"\\\\\\N\\_\\L\\P\\x41\\u0041\\U00000041"'),
        "value-exponent-without-a-plus-or-minus": _value("1e3"),
        "value-in-quotes-on-many-lines": _value('"a\n      b\\\n      c\n\n      d"'),
        "value-infinity-without-a-dot": _value("[inf, nan, Infinity, NaN]"),
        "value-octal-of-yaml-1-2": _value("0o12"),
        "value-octal-that-is-none": _value("089"),
        "value-on-many-lines": _value("a\n      b\n      c"),
        "value-sexagesimal-that-is-none": _value('["1:60", 1:99, 00:1a]'),
        "value-that-begins-with-a-dash-and-a-letter": _value("-x"),
        "value-the-escape-of-a-slash": _value(r'"\/"'),
        "value-with-a-colon-in-quotes": _value('"Price: 5"'),
        "value-y": _value("[y, n, Y, N, t, f, yES, nO]"),
    },
    "not valid YAML": {
        "anchor-with-other-letters": _value("&größe x"),
        "anchor-without-a-name": _value("& x"),
        "block-with-a-comment-that-touches-it": _value("|# b\n      a"),
        "block-with-an-indentation-of-5000-digits": _value(f"|{DIGITS}\n      a"),
        "block-with-an-indentation-of-zero": _value("|0\n      a"),
        "directive-of-yaml-2": "%YAML 2.0\n---\nevents: {a: {value: x}}\n",
        "directive-that-nobody-knows-and-a-broken-one": "%OURS 1\n%YAML\n",
        "directive-without-a-document": "%YAML 1.1\nevents: {a: {value: x}}\n",
        "document-start-and-a-table-in-one-line": "--- events: {a: {value: x}}\n",
        "flow-that-closes-too-often": "events: {a: {value: x}}}\n",
        "flow-with-two-commas": _value("[x,, y]"),
        "flow-without-end": "events: {a: {value: x}\n",
        "indentation-that-falls-between": _events("  a: {value: x}\n  b: {value: y}"),
        "indentation-that-grows": _events("a: {value: x}\n    b: {value: y}"),
        "key-in-the-middle-of-a-line": "events: a: {value: x}\n",
        "key-nothing": _events(": {value: x}"),
        "key-without-a-colon": _events("a: {value: x}\n  b"),
        "list-and-table-mixed": _events("- a\n  b: x"),
        "number-of-5000-digits-as-a-key": f"{DIGITS}: x",
        "tab-after-a-colon": _events("a:\n    value:\tx"),
        "tab-after-a-dash": _value("\n    -\t- x"),
        "tab-for-indentation": "events:\n\ta: {value: x}\n",
        "tab-in-a-text": _value("a\tb"),
        "tab-in-flow-style": "events: {\n\ta: {value: x}}\n",
        "tag-of-an-unknown-directive": _value("!e!x y"),
        "tag-with-a-bad-escape": _value("!<%zz> x"),
        "tag-with-escapes-that-are-no-utf-8": _value("!<%ff%fe> x"),
        "tag-without-end": _value("!<x y"),
        "text-after-the-end": "events: {a: {value: x}}\n...\nmore\n",
        "toml-in-it": '[events.a]\nvalue = "x"\n',
        "value-a-bad-escape": _value(r'"\q"'),
        "value-a-hexadecimal-escape-of-one-digit": _value(r'"\x1"'),
        "value-a-literal-without-end": _value("'it's"),
        "value-an-escape-with-an-underscore": _value(r'"\u0_41"'),
        "value-in-quotes-that-holds-a-document-mark": _value('"a\n---\nb"'),
        "value-that-begins-with-a-percent": _value("%x"),
        "value-that-begins-with-a-star": _value("*important*"),
        "value-that-begins-with-an-ampersand": _value("&copy; 2026"),
        "value-with-a-colon": _value("Price: 5"),
        "value-without-end": _value('"x'),
    },
    "as a number": {
        "attribute-a-number": _events("a: {value: x, button: {label: Go, data-size: 2}}"),
        "number-of-5000-digits": _value(DIGITS),
        "number-of-5000-digits-after-the-point": _value(f"1.{DIGITS}"),
        "number-of-5000-digits-below-zero": _value(f"-{DIGITS}"),
        "number-of-5000-octal-digits": _value("0" + "7" * 5000),
        "number-of-5000-sexagesimal-digits": _value("1" + ":59" * 2500),
        "on-seconds-in-base-60": _value('x\n    "on": 1:30'),
        "value-a-version": _value("1.10"),
        "value-binary": _value("0b101"),
        "value-infinity": _value(".inf"),
        "value-octal-of-yaml-1-1": _value("012"),
        "value-only-underscores-after-a-digit": _value("1____"),
        "value-sexagesimal": _value("1:30"),
        "value-with-underscores": _value("1_000"),
    },
    "must be ": {
        "a-list": "- events\n",
        "deep-lists-of-24-levels": _value("[" * 24 + "]" * 24),
        "defaults-nothing": "defaults:\nevents:\n  a: {value: x}\n",
        "event-a-word": _events("a: x"),
        "event-null": _events("a:"),
        "event-without-a-space-after-the-colon": _events("a:\n    value:x"),
        "events-a-list": _events("- a"),
        "flow-with-a-colon-at-the-end-of-an-item": "events: {a: {value: [x:, y]}}\n",
        "flow-with-a-question-mark": "events: {a: {value: [? x]}}\n",
        "guard-yes-in-quotes": _value('x\n    guard: "yes"'),
        "selector-a-comment": _value("x\n    selector: #top"),
        "value-a-pair-in-a-list": _value("[x: y]"),
        "value-nothing": _events("a:\n    value: "),
        "value-true": _value("true"),
    },
    "has the tag": {
        "10000-tags": fill("- !a x", 70_000, "\n"),
        "tag-binary": _value("!!binary eA=="),
        "tag-exclamation-mark": _value("! 42"),
        "tag-exclamation-mark-alone": "!\n",
        "tag-in-full": _value("!<tag:yaml.org,2002:str> x"),
        "tag-of-a-comma": "events: {a: {value: [!!, y]}}\n",
        "tag-of-a-directive": "%TAG !e! tag:example.com,2026:\n---\nevents: {a: {value: !e!x y}}\n",
        "tag-of-an-application": _value("!vault x"),
        "tag-on-a-key": _events("!!str a: {value: x}"),
        "tag-python-object": _value('!!python/object/apply:os.system ["echo owned"]'),
        "tag-with-an-escaped-escape-sequence": _value("!%1b[31mred x"),
        "value-that-begins-with-an-exclamation-mark": _value("!important"),
    },
    "nested": {
        "deep-anchors": "".join(f"&a{level} [" for level in range(1000)),
        "deep-braces-and-brackets-200": _value("[{a: " * 100),
        "deep-braces-without-keys-200": _value("{" * 200),
        "deep-brackets-200": _value("[" * 200),
        "deep-dashes-200": "- " * 200,
        "deep-indentation-of-40-levels": "\n".join(f"{' ' * level}a:" for level in range(40)),
        "deep-lists-200-that-end": _value("[" * 200 + "]" * 200),
        "deep-question-marks-200": "? " * 200,
        "deep-question-marks-in-braces": _value("{? " * 5000),
    },
    "as a date": {
        "description-a-date": _events("a: {value: x, description: 2026-01-31}"),
        "value-a-bad-date": _value("2026-02-31"),
        "value-a-date": _value("2026-01-31"),
        "value-a-date-of-month-99": _value("2026-99-99"),
        "value-a-time-stamp": _value("2001-12-14t21:59:43.10-05:00"),
        "value-a-time-stamp-with-a-bad-offset": _value("2001-12-14 21:59:43 -99:99"),
    },
    "as a boolean": {
        "1000-booleans": _value("[" + joined(1000, "no") + "]"),
        "label-on": _events("a: {value: x, button: On}"),
        "norway": _value("no"),
        "value-on": _value("on"),
        "value-yes": _value("Yes"),
    },
    "invalid id": {
        "byte-order-mark-before-an-id": "events:\n  \ufeffa:\n    value: x\n",
        "id-with-a-lone-surrogate": _events(r'"a\ud800": {value: x}'),
        "id-with-an-escape-sequence": _events(r'"\e[2J\a": {value: x}'),
        "key-a-block": _events("? |\n    a\n    b\n  : {value: x}"),
        "merge-in-quotes": _events('"<<": {value: x}'),
    },
    "has the anchor": {
        "alias-to-itself": "events: &x\n  a: *x\n",
        "anchor-without-an-alias": _value("&x x"),
        "billion-laughs-by-merges": (
            "a: &a {a1: x, a2: x}\nb: &b {<<: [*a, *a, *a, *a, *a, *a, *a, *a, *a]}\n"
            "c: &c {<<: [*b, *b, *b, *b, *b, *b, *b, *b, *b]}\n"
            "d: &d {<<: [*c, *c, *c, *c, *c, *c, *c, *c, *c]}\nevents: {<<: *d}\n"
        ),
        "defaults-an-anchor": "defaults: &d {guard: true}\nevents:\n  a: {value: x}\n",
    },
    "is an alias": {
        "10000-aliases": "- &a x\n" + fill("- *a", 50_000, "\n"),
        "alias": _events("a: &x {value: x}\n  b: *x"),
        "alias-as-a-key": _events("&x a: {value: x}\n  *x : {value: y}"),
        "alias-without-an-anchor": _value("*nobody"),
        "billion-laughs-of-tables": (
            "a: &a {x: lol, y: lol}\nb: &b {x: *a, y: *a}\nc: &c {x: *b, y: *b}\nd: &d {x: *c, y: *c}\n"
            "e: &e {x: *d, y: *d}\nf: &f {x: *e, y: *e}\nevents: {a: *f}\n"
        ),
    },
    "is defined twice": {
        "10000-times-one-key": fill("events:", 80_000, "\n"),
        "duplicate-at-the-top": "events: {a: {value: x}}\nevents: {b: {value: y}}\n",
        "duplicate-deeper-than-definitions-go": _value("[[[[{x: 1, x: 2}]]]]"),
        "duplicate-event-in-quotes": _events('a: {value: x}\n  "\\x61": {value: y}'),
        "duplicate-in-flow-style": "events: {a: {value: x, button: {label: Go, label: Stop}}}\n",
    },
    "the key is a list or a table": {
        "key-a-flow-list": "{[a]: b}\n",
        "key-a-list": _events("? [a, b]\n  : {value: x}"),
        "key-jinja": _events("{{ id }}: {value: x}"),
        "value-that-begins-with-a-brace": _value("{{ config }}"),
    },
    "does not read the key": {
        "10000-keys-that-are-no-text": joined(MANY, "@: x", "\n"),
        "key-a-boolean": _events("no: {value: x}"),
        "key-equals": _events("=: {value: x}"),
        "on-in-capitals": _value("x\n    ON: load"),
    },
    "defines no events": {
        "null": "~\n",
        "only-a-comment": "# events\n",
        "only-a-document-start": "---\n",
    },
    "is empty": {
        "1000-empty-values": _value("[" + joined(1000, "''") + "]"),
        "block-that-is-empty": _value("|"),
        "value-an-empty-string": _value('""'),
    },
    "lone surrogate": {
        "value-a-lone-high-surrogate": _value(r'"\ud800"'),
        "value-a-lone-low-surrogate": _value(r'"\udc00 x"'),
        "value-surrogates-the-wrong-way-round": _value(r'"\ude00\ud83d"'),
    },
    "unknown key": {
        "attribute-onclick": _value(
            'x\n    button: {label: Go, onclick: alert(1), data-x onclick: alert(1), "data-x\\">": y}'
        ),
        "byte-order-mark-at-the-start-of-a-line": "events:\n\ufeffevents:\n  a:\n    value: x\n",
        "deep-indentation-of-24-levels": "\n".join(f"{' ' * level}a:" for level in range(24)),
    },
    "specially": {
        "value-equals": _value("="),
        "value-less-less": _value("<<"),
    },
    "starts a second document": {
        "10000-documents": fill("---", 40_000, "\n"),
        "two-documents": "events: {a: {value: x}}\n---\nevents: {b: {value: y}}\n",
    },
    "contains an invalid escape sequence": {
        "value-an-escape-beyond-unicode": _value(r'"\U00110000"'),
        "value-an-escape-far-beyond-unicode": _value(r'"\UFFFFFFFF"'),
    },
    "is a merge key": {
        "defaults-merged-into-an-event": (
            "defaults: {guard: true}\nevents:\n  a:\n    <<: {guard: true}\n    value: x\n"
        ),
        "merge": _value("x\n    <<: {button: Go}"),
    },
    "7 problems": {
        "everything-wrong-at-once": (
            'evnts: 1\nevents:\n  A: {valu: 1}\n  b: {value: [no, ""], description: 1.5, button: {labl: x}}\n'
        ),
    },
    "a.value[1]": {
        "value-nothing-in-a-list": _events("a:\n    value:\n      - x\n      -\n      - y"),
    },
    'did you mean "href"?': {
        "link-without-a-space": _value("x\n    link: {label: Go, href:/x}"),
    },
    "is an empty list": {
        "value-an-empty-list": _value("[]"),
    },
    "must not begin with": {
        "link-that-leads-to-code-by-an-escape": _value('x\n    link: {label: Go, href: "\\x6aavascript\\x3aalert(1)"}'),
    },
    "more than 4,300 digits": {
        "directive-of-version-5000-digits": f"%YAML 1.{DIGITS}\n--- {{}}",
    },
    "write the id between": {
        "event-at-the-wrong-indentation": _events("a:\n  value: x"),
    },
}

LARGE: Large = {
    "deep-brackets-1-mb": ("nested", lambda: _value("[" * _SIZE)),
    "deep-indentation-1000": ("nested", lambda: "\n".join(f"{' ' * level}a:" for level in range(1000))),
    "deep-indentation-of-tables-in-lists": (
        "nested",
        lambda: "\n".join(f"{'  ' * level}- a:" for level in range(500)),
    ),
    "number-of-1-million-digits": ("as a number", lambda: _value("9" * _SIZE)),
    "number-of-1-million-sexagesimal-digits": ("as a number", lambda: _value("1" + fill(":59", _SIZE, ""))),
    "number-of-1-million-underscores": (None, lambda: _value("1" + "_" * _SIZE + "x")),
    "10000-anchors": ("anchor", lambda: joined(MANY, "- &a@ x", "\n")),
    "10000-merges": ("merge", lambda: "events:\n" + fill("  <<: {}", 90_000, "\n")),
    "10000-directives": ("defines no events", lambda: joined(MANY, "%TAG !a@! x", "\n") + "\n--- {}"),
    "5000-events": (None, lambda: "events:\n" + joined(5000, "  a@: {value: x, button: Go}", "\n")),
    "1-mb-of-a-quoted-value": (None, lambda: _value('"' + "x" * _SIZE + '"')),
    "1-mb-of-escapes": (None, lambda: _value('"' + fill(r"\0", _SIZE, "") + '"')),
    "1-mb-of-words": (None, lambda: _value(fill("x", _SIZE, " "))),
    "1-mb-of-lines": (None, lambda: _value("\n" + fill("      x", _SIZE, "\n"))),
    "1-mb-of-a-block": (None, lambda: _value("|\n" + fill("      x", _SIZE, "\n"))),
    "1-mb-of-a-key": ("not valid YAML", lambda: "k" * _SIZE + ": 0"),
    "1-mb-of-a-tag": ("tag", lambda: "!<" + "x" * _SIZE + "> y"),
    "1-mb-of-an-anchor": ("anchor", lambda: "&" + "x" * _SIZE + " y"),
    "1-mb-of-comments": ("defines no events", lambda: fill("#", _SIZE, "\n")),
    "1-mb-of-spaces": ("unknown key", lambda: "a:" + " " * _SIZE),
    "1-mb-of-line-ends": ("not valid YAML", lambda: "\n" * _SIZE + "]"),
    "1-mb-of-zeros": ("not a number", lambda: _value("[" + fill("0", _SIZE) + "]")),
    "1-mb-of-empty-lists": ("must be a string", lambda: _value("[" + fill("[]", _SIZE) + "]")),
    "1-mb-of-dashes": ("must be a string", lambda: _value("\n" + fill("    -", _SIZE, "\n"))),
    "1-mb-of-unknown-keys": ("unknown key", lambda: joined(_SIZE // 12, "k@:", "\n")),
    "1-mb-of-one-key": ("is defined twice", lambda: fill("k:", _SIZE, "\n")),
    "1-mb-of-aliases": ("is an alias", lambda: "[&a x," + fill("*a", _SIZE) + "]"),
    "1-mb-of-tags": ("tag", lambda: "[" + fill("!a x", _SIZE) + "]"),
    "1-mb-of-question-marks": ("is defined twice", lambda: fill("? a", _SIZE, "\n")),
}
