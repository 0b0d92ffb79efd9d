"""The hostile documents in JSON, by their error message."""

from __future__ import annotations

from tests.hostile_documents.table import DIGITS, MANY, Large, Small, fill, joined

_SIZE = 4_900_000
"""Just below the limit, with room for the rest of the document."""


def _value(text: str) -> str:
    return _events('"a": {"value": ' + text + "}")


def _events(text: str) -> str:
    return '{"events": {' + text + "}}"


SMALL: Small = {
    None: {
        "1000-attributes": _value('"x", "button": {"label": "Go", ' + joined(1000, '"data-@": ""') + "}"),
        "attribute-value-breaks-out": _value(
            '"x", "button": {"label": "Go", "data-x": "\\" onclick=\\"alert(1)", "class": "\'><script>", '
            '"title": "-->"}'
        ),
        "attributes-that-may-be": _value(
            '"x", "button": {"label": "Go", "id": "B", "class": "", "title": "", "name": "n", '
            '"disabled": false, "data-x-1": "", "aria-label": "x"}'
        ),
        "brackets-in-a-text": _value(r'"\"' + "[{" * 40 + r'\\"'),
        "constructor-as-an-id": _events(
            '"constructor": {"value": "x"}, "tostring": {"value": "x"}, "hasownproperty": {"value": "x"}'
        ),
        "description-empty": _value('"x", "description": ""'),
        "events-with-an-escape-in-its-name": r'{"\u0065vents": {"a": {"v\u0061lue": "x"}}}',
        "id-of-64-characters": _events('"' + "a" * 64 + '": {"value": "x"}'),
        "ids-of-digits": _events(
            '"0": {"value": "x"}, "1e5": {"value": "x"}, "0x1f": {"value": "x"}, "null": {"value": "x"}'
        ),
        "label-bidirectional": _value(r'"x", "button": "\u202eoG\u202c"'),
        "label-html": _value('"x", "button": "</button><script>alert(1)</script>&lt;&#x27;"'),
        "label-jinja": _value('"x", "button": {"label": "{% set x = 1 %}", "title": "{% raw %}"}'),
        "link-value-breaks-out": _value(
            '"x", "link": {"label": "</a>", "href": "?\'onclick=\'alert(1)", "download": "\'>{% x %}", '
            '"hreflang": "<!--"}'
        ),
        "number-of-5000-digits-as-a-text": _value(f'"{DIGITS}"'),
        "one-line-and-every-white-space": '\t{ "events"\t:{"a" : {\t"value":"x"}}\t}  ',
        "selector-with-a-line-separator": _value(r'"x", "selector": "[title=\"\u2028*/ alert(1)\"]"'),
        "value-a-surrogate-pair": _value(r'"\ud83d\ude00"'),
        "value-all-short-escapes": _value(r'"\"\\\/\b\f\n\r\t"'),
        "value-an-escaped-nul": _value(r'"\u0000"'),
        "value-bidirectional-escapes": _value(r'"\u202egnp.exe\u202c \u2066x\u2069"'),
        "value-escaped-controls": _value(r'"\u001b[31mred\u001b[0m \u0007\u009b2J"'),
        "value-html": _value('"</script><script>alert(1)</script><!-- ]]> <img src=x onerror=alert(1)>"'),
        "value-javascript": _value("\"'); alert(document.cookie); rtp('\""),
        "value-jinja": _value(
            '"{{ 7 * 7 }}{% for x in ().__class__.__base__.__subclasses__() %}{{ x }}{% endfor %}{# #}"'
        ),
        "value-line-separators-as-escapes": _value(r'"\u2028\u2029\u0085"'),
        "value-noncharacters": _value(r'"\ufffe\uffff\ufdd0\udbff\udfff"'),
        "value-only-a-space": _value('" "'),
        "value-template-literals": _value(r'"`${alert(1)}` \\u0027 \\x27 \\"'),
        "values-five": _value('["1", "2", "3", "4", "5"]'),
        "values-twice-the-same": _value('["x", "x"]'),
    },
    "not valid JSON": {
        "bracket-missing": _events('"a": {"value": "x"'),
        "bracket-too-many": _value('"x"}'),
        "brackets-crossed": _events('"a": {"value": ["x"}]'),
        "colon-missing": '{"events" {"a": {"value": "x"}}}',
        "comma-after-the-last-item": _value('["x",]'),
        "comma-after-the-last-member": _value('"x",'),
        "comma-missing-between-members": _value('"x" "button": "y"'),
        "comment-with-slashes": '// the events\n{"events": {"a": {"value": "x"}}}\n',
        "key-and-no-more": '{"events":',
        "key-in-single-quotes": '{\'events\': {"a": {"value": "x"}}}',
        "key-without-quotes": '{events: {"a": {"value": "x"}}}',
        "number-in-arabic-digits": _value("١٢"),
        "number-with-a-leading-zero": _value("012"),
        "toml-in-it": '[events.a]\nvalue = "x"\n',
        "two-documents": _value('"x"}}}\n{"events": {"b": {"value": "x"'),
        "value-a-bad-escape": _value(r'"\a"'),
        "value-a-raw-newline": _value('"a\nb"'),
        "value-an-escape-and-the-end": r'{"events": {"a": {"value": "\u00',
        "value-an-escape-with-a-plus": _value(r'"\u+041"'),
        "value-an-escape-with-an-underscore": _value(r'"\u1_23"'),
        "value-true-in-capitals": _value("TRUE"),
        "value-without-end": '{"events": {"a": {"value": "x',
        "yaml-in-it": "events:\n  a: {value: x}\n",
    },
    "must be ": {
        "a-list": "[]",
        "attribute-disabled-a-string": _value(
            '"x", "button": {"label": "Go", "disabled": "disabled onclick=alert(1)"}'
        ),
        "button-a-list": _value('"x", "button": ["Go"]'),
        "carrier-a-list": _value('"x", "carrier": ["data"]'),
        "deep-lists-32-levels-again-and-again": _value("[" + fill("[" * 28 + "]" * 28, 10_000) + "]"),
        "defaults-a-list": '{"defaults": [{"guard": true}], "events": {"a": {"value": "x"}}}',
        "defaults-wrong-in-every-key": (
            '{"defaults": {"carrier": null, "guard": 0, "refresh": "", "class": {}}, "events": {"a": {"value": "x"}}}'
        ),
        "event-a-list": _events('"a": ["x"]'),
        "events-a-list": '{"events": [{"id": "a", "value": "x"}]}',
        "events-null": '{"events": null}',
        "guard-a-string": _value('"x", "guard": "false"'),
        "label-a-list": _value('"x", "button": {"label": ["Go"]}'),
        "link-null": _value('"x", "link": null'),
        "null": "null",
        "number-of-5000-digits-deep": _value(f"[[[[{DIGITS}]]]]"),
        "value-a-list-in-a-list": _value('[["x"]]'),
        "value-an-object": _value('{"x": "y"}'),
        "value-null": _value("null"),
        "value-true": _value("true"),
    },
    "invalid id": {
        "id-a-path-upwards": _events('"../../etc/passwd": {"value": "x"}'),
        "id-begins-with-a-hyphen": _events('"-a": {"value": "x"}'),
        "id-empty": _events('"": {"value": "x"}'),
        "id-html": _events(r'"\"><script>alert(1)</script>": {"value": "x"}'),
        "id-of-other-letters": _events('"日本": {"value": "x"}, "а": {"value": "x"}, "ﬁ": {"value": "x"}'),  # noqa: RUF001 (that it looks like an a is the point)
        "id-with-a-lone-surrogate": _events(r'"a\ud800": {"value": "x"}'),
        "id-with-an-escape-sequence": _events(r'"\u001b]0;owned\u0007\u001b[2J": {"value": "x"}'),
        "id-with-an-escaped-newline": _events(r'"a\n::error file=x::owned": {"value": "x"}'),
        "id-with-an-escaped-nul": _events(r'"a\u0000.js": {"value": "x"}'),
        "id-with-backslashes": _events(r'"..\\..\\x": {"value": "x"}'),
        "id-with-bidirectional-marks": _events(r'"a\u202eb": {"value": "x"}'),
        "keys-that-differ-in-case-only": _value('"x"}, "A": {"value": "y"'),
        "prototype-as-an-id": _events('"__proto__": {"value": "x"}'),
    },
    "unknown key": {
        "attribute-name-in-capitals": _value('"x", "button": {"label": "Go", "data-X": "z"}'),
        "attribute-name-with-a-control": _value(
            r'"x", "button": {"label": "Go", "data-x\u0000": "z", "data-\n": "z", "data-": "z"}'
        ),
        "attribute-name-with-a-quote": _value(
            r'"x", "button": {"label": "Go", "data-x=\"\" onclick=\"alert(1)\" y": "z", '
            '"aria-x>": "y", "data-x/onclick": "z"}'
        ),
        "attribute-onclick-in-capitals": _value(
            '"x", "button": {"label": "Go", "ONCLICK": "alert(1)", "onmouseover": "x", '
            '"href": "javascript:x", "style": "x", "type": "submit", "formaction": "x"}'
        ),
        "class-in-an-event": _value('"x", "__class__": "Event", "__html__": "x", "__post_init__": "x"'),
        "defaults-prototype": '{"defaults": {"__proto__": {"guard": true}}, "events": {"a": {"value": "x"}}}',
        "events-with-capitals": '{"Events": {"a": {"value": "x"}}}',
        "key-with-a-line-end": _value(r'"x", "b\r\nevents.json:1: forged": "Go"'),
        "key-with-an-escape-sequence": _value(r'"x", "\u001b[31mbutton\u001b[0m": "Go"'),
        "link-with-a-handler-and-a-mark": _value(
            '"x", "link": {"label": "Go", "href": "/x", "onclick": "alert(1)", "data-rtp-event": "b"}'
        ),
        "prototype-at-the-top": '{"__proto__": {"events": {"a": {"value": "x"}}}}',
        "prototype-in-an-event": _value('"x", "__proto__": {"value": "y"}'),
        "the-empty-key": '{"": {"a": {"value": "x"}}}',
    },
    "is defined twice": {
        "defaults-twice": '{"defaults": {"guard": true}, "events": {"a": {"value": "x"}}, "defaults": {}}',
        "duplicate-at-the-top": _value('"x"}}, "events": {"b": {"value": "x"'),
        "duplicate-deeper-than-definitions-go": _value('[[[[[[[[[[{"x": 1, "x": 2}]]]]]]]]]]'),
        "duplicate-empty-key": '{"": 1, "": 2}',
        "duplicate-event": _value('"x"},\n            "a": {"value": "y"'),
        "duplicate-event-by-an-escape": _value(r'"x"}, "\u0061": {"value": "y"'),
        "duplicate-in-a-list": _value('[{"x": 1, "x": 2}, {"y": 1}]'),
        "duplicate-three-times": _value('"x"}, "a": {"value": "x"}, "a": {"value": "x"'),
    },
    "not a number": {
        "attribute-value-a-number": _value('"x", "button": {"label": "Go", "data-x": 1}'),
        "description-a-number": _value('"x", "description": 7'),
        "number-of-5000-digits": _value(DIGITS),
        "number-of-5000-digits-after-the-point": _value(f"1.{DIGITS}"),
        "number-of-5000-digits-below-zero": _value(f"-{DIGITS}"),
        "number-of-5000-digits-in-the-exponent": _value(f"1e{DIGITS}"),
        "value-1e400": _value("1e400"),
        "value-infinity": _value("Infinity"),
    },
    "lone surrogate": {
        "description-with-a-lone-surrogate": _value(r'"x", "description": "\udfff"'),
        "selector-with-half-a-character": _value(r'"x", "selector": "\ud800"'),
        "value-a-high-surrogate-and-a-letter": _value(r'"\ud83dabc"'),
        "value-a-lone-low-surrogate": _value(r'"\udc00"'),
        "value-surrogates-the-wrong-way-round": _value(r'"\ude00\ud83d"'),
    },
    "nested": {
        "deep-brackets-20000": "[" * 20_000,
        "deep-lists-33-levels": _value("[" * 30 + "]" * 30),
        "deep-lists-that-a-key-twice-hides": '{"a": ' + "[" * 40 + "1" + "]" * 40 + ', "a": 1}',
        "deep-tables-900-that-end": _value('{"a":' * 900 + "1" + "}" * 900),
        "deep-tables-and-lists-20000": '[{"a":' * 10_000,
    },
    "is empty": {
        "10000-empty-values": _value("[" + joined(MANY, '""') + "]"),
        "button-an-empty-label": _value('"x", "button": ""'),
        "value-an-empty-string": _value('""'),
    },
    "must not be": {
        "attribute-id-rtp": _value('"x", "button": {"label": "Go", "id": "rtp", "name": "rtp"}'),
        "id-rtp": _events('"rtp": {"value": "x"}'),
    },
    "unknown trigger": {
        "on-a-handler": _value('"x", "on": "click: alert(1)"'),
    },
    "has no ": {
        "button-an-empty-object": _value('"x", "button": {}'),
        "event-an-empty-object": _events('"a": {}'),
    },
    "must not begin with": {
        "link-that-leads-to-code": _value(
            r'"x", "link": {"label": "Go", "href": "\u0000\u001fjava\r\nscript:alert(1)"}'
        ),
        "link-that-leads-to-data": _value(
            r'"x", "link": {"label": "Go", "href": "\uff44ata:text/html,<script>alert(1)</script>"}'
        ),
    },
    "8 problems": {
        "everything-wrong-at-once": (
            '{"evnts": 0, "events": {"A": {"valu": 1}, "b": {"value": [1], "description": 1, '
            '"button": {"labl": 1, "disabled": 1}}, "c": []}}'
        ),
    },
    "64 characters": {
        "id-of-65-characters": _events('"' + "a" * 65 + '": {"value": "x"}'),
    },
    "a control character": {
        "label-with-a-control": _value(r'"x", "button": "Go\u001b[31m"'),
    },
    "a noncharacter": {
        "label-with-a-noncharacter": _value(r'"x", "button": "Go\uffff"'),
    },
    "a.value[6]": {
        "value-a-list-of-everything": _value('["x", null, true, 1, 1.5, {}, []]'),
    },
    "defines no events": {
        "an-empty-object": "{}",
    },
    'did you mean "click"?': {
        "on-with-a-line-end": _value(r'"x", "on": "click\n"'),
    },
    "contains a space": {
        "attribute-id-with-a-space": _value('"x", "button": {"label": "Go", "id": "a onclick=alert(1)"}'),
    },
    "is an empty list": {
        "value-an-empty-list": _value("[]"),
    },
    "is missing": {
        "selector-of-brackets": _value('"x", "selector": "' + "(" * 500 + '"'),
    },
    "the id must not be": {
        "id-reserved-by-windows": _events(
            '"con": {"value": "x"}, "nul": {"value": "x"}, "com1": {"value": "x"}, "lpt9": {"value": "x"}'
        ),
    },
}

LARGE: Large = {
    "deep-brackets-5-mb": ("nested", lambda: "[" * _SIZE),
    "deep-keys-that-a-key-twice-hides": (
        "nested",
        lambda: '{"a": ' + '{"a": ' * 500 + "{" + joined(300_000, '"@": 0') + "}" + "}" * 500 + ', "a": 0}',
    ),
    "number-of-5-million-digits": ("not a number", lambda: _value("9" * _SIZE)),
    "10000-unknown-keys": ("unknown key", lambda: _value('"x", ' + joined(MANY, '"k@": 0'))),
    "10000-times-one-event": ("is defined twice", lambda: _events(joined(MANY, '"a": {"value": "x"}'))),
    "10000-events-without-a-value": ("has no value", lambda: _events(joined(MANY, '"a@": {}'))),
    "10000-events": (None, lambda: _events(joined(MANY, '"a@": {"value": "x", "button": "Go"}'))),
    "10000-values-twice": (None, lambda: _value("[" + joined(MANY, '"@", "@"') + "]")),
    "5-mb-of-a-value": (None, lambda: _value('"' + "x" * _SIZE + '"')),
    "5-mb-of-a-label": (None, lambda: _value('"x", "button": "' + "<" * _SIZE + '"')),
    "5-mb-of-escapes": (None, lambda: _value('"' + fill(r"\u0000", _SIZE, "") + '"')),
    "5-mb-of-an-id": ("invalid id", lambda: _events('"' + "a" * _SIZE + '": {}')),
    "5-mb-of-bad-ids": ("invalid id", lambda: _events(joined(_SIZE // 27, '"A@":{"value":"x"}'))),
    "5-mb-of-letters-that-become-18": ("invalid id", lambda: _events('"' + fill("\ufdfa", _SIZE, "") + '": {}')),
    "5-mb-of-line-ends": ("not valid JSON", lambda: "\n" * _SIZE + "x"),
    "5-mb-of-empty-values": ("is empty", lambda: _value("[" + fill('""', _SIZE) + "]")),
    "5-mb-of-empty-lists": ("must be a string", lambda: _value("[" + fill("[]", _SIZE) + "]")),
    "5-mb-of-small-tables": ("must be a string", lambda: _value("[" + fill('{"":0}', _SIZE) + "]")),
    "5-mb-of-unknown-keys": ("unknown key", lambda: "{" + joined(_SIZE // 14, '"k@":0') + "}"),
    "5-mb-of-one-key": ("is defined twice", lambda: "{" + fill('"a":0', _SIZE) + "}"),
}
