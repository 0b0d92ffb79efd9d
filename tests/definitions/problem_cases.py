"""Definitions that are wrong, each with the file's name, its text, and exactly what is said of it.

"…" is where the words of a parser begin, which are not ours.
"""

from __future__ import annotations

from tests.definitions.key_problem_cases import FIRST_EVENT, KEY_CASES, KNOWN_KEYS, NOT_A_LABEL

TOO_DEEP = "is nested more than 32 levels deep\n    remove levels: definitions need only four"
NO_ALIAS = "write the value itself, without anchors and aliases; put strings that begin with & or * in quotes"
NO_TAG = "remove the tag; put strings in quotes"
CASES: dict[str, tuple[str, str | bytes, str]] = {
    # Syntax, with line and column.
    "toml: a syntax error": ("a.toml", "[events.a]\nvalue = x\n", "a.toml:2:9: not valid TOML: invalid value…"),
    "toml: an unfinished list": ("a.toml", "[events.a]\nvalue = [\n", "a.toml:3:1: not valid TOML: …"),
    "json: a syntax error": ("a.json", '{"events":\n {,}}', "a.json:2:3: not valid JSON: …"),
    "yaml: a syntax error": ("a.yaml", "events:\n  a: [\n", "a.yaml:3:1: not valid YAML: …"),
    "yaml: a syntax error after other line ends of Unicode": (
        "a.yaml",
        'events:\n  a: ["x\u2028y\x85z" }\n',
        "a.yaml:2:15: not valid YAML: …",
    ),
    "yaml: two documents": (
        "a.yaml",
        "events: {}\n---\nevents: {}\n",
        "a.yaml:2: starts a second document\n    keep only one document, and remove this line",
    ),
    "yaml: a control": (
        "a.yaml",
        "events:\n  a: \x01\n",
        "a.yaml:2: not valid YAML: the character U+0001 must be escaped…",
    ),
    "toml: nested too deeply": (
        "a.toml",
        "x = " + "[" * 20_000,
        f"a.toml: {TOO_DEEP}",
    ),
    "json: nested too deeply": (
        "a.json",
        "[" * 200_000,
        f"a.json: {TOO_DEEP}",
    ),
    "json: nested too deeply behind a key that is there twice": (
        "a.json",
        f'{{"z":\n{"[" * 33}{"]" * 33}, "z": 1, "events": {{"a": {{"value": "x"}}}}}}',
        f"a.json:2: {TOO_DEEP}",
    ),
    "json: nested as deeply as may be behind a key that is there twice": (
        "a.json",
        f'{{"events": {{"a": {{"value":\n{"[" * 30}{"]" * 30}, "value": "x"}}}}}}',
        "a.json:2: events.a.value: is defined twice\n    it is also defined on line 1; keep only one of them",
    ),
    "json: nested one level too deeply": (
        "a.json",
        f'{{"events":\n{"[" * 32}{"]" * 32}}}',
        f"a.json: {TOO_DEEP}",
    ),
    "yaml: nested too deeply": (
        "a.yaml",
        "[" * 200,
        f"a.yaml:1: {TOO_DEEP}",
    ),
    "toml: a number of 5,000 digits": (
        "a.toml",
        f"x = {'9' * 5000}",
        "a.toml: contains a number with more than 4,300 digits\n    put it in quotes",
    ),
    "json: a number of 5,000 digits": (
        "a.json",
        f'{{"events": {{"a":\n {{"value": {"9" * 5000}}}}}}}',
        "a.json:2: events.a.value: must be a string or a list of strings, not a number\n    put it in quotes",
    ),
    "not UTF-8": ("a.toml", b"# a\n# \xe9\n", "a.toml:2: is not UTF-8: byte 0xe9\n    save the file as UTF-8"),
    # Nothing, or something else.
    "toml: empty": ("a.toml", "", f"a.toml: defines no events{FIRST_EVENT}"),
    "json: empty": ("a.json", " \n", f"a.json: defines no events{FIRST_EVENT}"),
    "yaml: empty": ("a.yaml", "# nothing\n", f"a.yaml: defines no events{FIRST_EVENT}"),
    "no events in it": ("a.json", '{"events": {}}', f"a.json: defines no events{FIRST_EVENT}"),
    "a list": ("a.json", "[]", f'a.json: must be a table with the key "events", not a list{FIRST_EVENT}'),
    "events is a list": (
        "a.toml",
        "[[events]]",
        f"a.toml:1: events: must be a table of events, not a list{FIRST_EVENT}",
    ),
    "an event is a string": (
        "a.toml",
        'events.a = "x"',
        'a.toml:1: events.a: must be a table, not a string\n    write the value below the id, under the key "value"',
    ),
    **KEY_CASES,
    # Values and types.
    "a missing value": (
        "a.toml",
        '\n[events.a]\nbutton = "Go"',
        'a.toml:2: events.a: has no value\n    add the key "value": a string or a list of strings',
    ),
    "a missing label": (
        "a.toml",
        '[events.a]\nvalue = "x"\nbutton = { class = "x" }',
        'a.toml:3: events.a.button: has no label\n    add the key "label": the text of the button',
    ),
    "an empty string": (
        "a.toml",
        '[events.a]\nvalue = ""',
        "a.toml:2: events.a.value: is empty\n    write the value that you use in the segment",
    ),
    "an empty list": (
        "a.toml",
        "[events.a]\nvalue = []",
        "a.toml:2: events.a.value: is an empty list\n    write at least one value",
    ),
    "toml: a number": (
        "a.toml",
        '[events.a]\nvalue = [\n "x",\n 1.10,\n]',
        "a.toml:4: events.a.value[1]: must be a string, not a number\n    put it in quotes",
    ),
    "toml: a date": (
        "a.toml",
        "[events.a]\nvalue = 2026-01-31",
        "a.toml:2: events.a.value: must be a string or a list of strings, not a date\n    put it in quotes",
    ),
    "json: null": (
        "a.json",
        '{"events": {"a": {"value": null}}}',
        (
            "a.json:1: events.a.value: must be a string or a list of strings, not null\n"
            "    write a string in quotes; in YAML, # begins a comment"
        ),
    ),
    "json: a boolean": (
        "a.json",
        '{"events": {"a": {"value": true}}}',
        "a.json:1: events.a.value: must be a string or a list of strings, not a boolean\n    put it in quotes",
    ),
    "yaml: no": (
        "a.yaml",
        "events:\n  a:\n    value: no",
        (
            "a.yaml:3: events.a.value: must be a string or a list of strings, not a boolean\n"
            '    YAML reads no as a boolean; put it in quotes: "no"'
        ),
    ),
    "yaml: 1.10 in a list": (
        "a.yaml",
        "events:\n  a:\n    value:\n      - x\n      - 1.10",
        (
            "a.yaml:5: events.a.value[1]: must be a string, not a number\n"
            '    YAML reads 1.10 as a number; put it in quotes: "1.10"'
        ),
    ),
    "yaml: a date": (
        "a.yaml",
        "events: {a: {value: x, description: 2026-01-31}}",
        (
            "a.yaml:1: events.a.description: must be a string, not a date\n"
            '    YAML reads 2026-01-31 as a date; put it in quotes: "2026-01-31"'
        ),
    ),
    "yaml: a bad date": (
        "a.yaml",
        "events: {a: {value: 2026-99-99}}",
        (
            "a.yaml:1: events.a.value: must be a string or a list of strings, not a date\n"
            '    YAML reads 2026-99-99 as a date; put it in quotes: "2026-99-99"'
        ),
    ),
    "yaml: a boolean as a key": (
        "a.yaml",
        "events:\n  no: {value: x}",
        'a.yaml:2: events.no: YAML does not read the key no as a string\n    put it in quotes: "no"',
    ),
    "yaml: disabled is a boolean": (
        "a.yaml",
        "events: {a: {value: x, button: {label: Go, disabled: 1}}}",
        (
            "a.yaml:1: events.a.button.disabled: must be true or false, not a number\n"
            "    write true or false, without quotes"
        ),
    ),
    "a button is a list": (
        "a.json",
        '{"events": {"a": {"value": "x", "button": []}}}',
        (
            "a.json:1: events.a.button: must be a string or a table, not a list\n"
            "    write a label, or a table with a label and attributes, or remove the key"
        ),
    ),
    # Ids.
    "an invalid id": (
        "a.toml",
        '[events."Sign up"]\nvalue = "x"',
        (
            'a.toml:1: events."Sign up": invalid id "Sign up"\n    use "sign-up": lower-case letters a-z and digits, '
            "with - and _ between them, at most 64 characters"
        ),
    ),
    "the id rtp": (
        "a.toml",
        '[events.rtp]\nvalue = "x"',
        (
            'a.toml:1: events.rtp: the id must not be "rtp"\n'
            '    inside a form it would hide the function rtp; use "rtp-event"'
        ),
    ),
    "the id con": (
        "a.toml",
        '[events.con]\nvalue = "x"',
        'a.toml:1: events.con: the id must not be "con"\n    Windows reserves this name; use "con-event"',
    ),
    "the element id rtp": (
        "a.toml",
        '[events.a]\nvalue = "x"\nbutton = { label = "Go", id = "rtp" }',
        (
            'a.toml:3: events.a.button.id: must not be "rtp"\n'
            "    inside a form it would hide the function rtp; use another"
        ),
    ),
    # Twice.
    "toml: a header twice, with other names for its table": (
        "a.toml",
        '[events.a]\nvalue = "x"\n[ "events" . \'a\' ] # again',
        "a.toml:3: events.a: is defined twice\n    it is also defined on line 1; keep only one of them",
    ),
    "toml: a dotted key twice": (
        "a.toml",
        'events.a.value = "x"\nevents.b.value = "="\nevents."a".value = """\nx"""\n',
        "a.toml:3: events.a.value: is defined twice\n    it is also defined on line 1; keep only one of them",
    ),
    "toml: a table in braces twice": (
        "a.toml",
        '[events]\na = { value = "x" }\na = { value = "x" }\n',
        "a.toml:3: events.a: is defined twice\n    it is also defined on line 2; keep only one of them",
    ),
    "toml: a key twice in braces": (
        "a.toml",
        '[events]\na = { value = "x", value = "y" }\n',
        "a.toml:2:31: not valid TOML: a key or a table is defined twice…",
    ),
    "toml: a table in two ways": (
        "a.toml",
        '[events]\na = { value = "x" }\na.button = "y"\n',
        (
            "a.toml:3:15: not valid TOML: a key or a table is defined twice\n"
            "    define it once: as a [header], with dots, or in braces"
        ),
    ),
    "toml: a header after those below it is no repeat": (
        "a.toml",
        '[events.a.button]\nlabel = "x"\n[events.a]\nvalue = "x"\n[[x]]\nv = 1\nv = 2\n',
        "a.toml:7: x[0].v: is defined twice\n    it is also defined on line 6; keep only one of them",
    ),
    "toml: an id twice": (
        "a.toml",
        '[events.a]\nvalue = "x"\n\n[events.a]\nvalue = "y"',
        "a.toml:4: events.a: is defined twice\n    it is also defined on line 1; keep only one of them",
    ),
    "toml: a key twice": (
        "a.toml",
        '[events.a]\nvalue = "x"\nvalue = "y"',
        "a.toml:3: events.a.value: is defined twice\n    it is also defined on line 2; keep only one of them",
    ),
    "json: an id twice": (
        "a.json",
        '{"events": {\n"a": {"value": "x"},\n"a": {"value": "y"}}}',
        "a.json:3: events.a: is defined twice\n    it is also defined on line 2; keep only one of them",
    ),
    "json: a key twice": (
        "a.json",
        '{"events": {"a": {\n"value": "x",\n"value": "y"}}}',
        "a.json:3: events.a.value: is defined twice\n    it is also defined on line 2; keep only one of them",
    ),
    "yaml: an id twice": (
        "a.yaml",
        "events:\n  a: {value: x}\n  a: {value: y}",
        "a.yaml:3: events.a: is defined twice\n    it is also defined on line 2; keep only one of them",
    ),
    "yaml: a key twice": (
        "a.yaml",
        "events:\n  a:\n    value: x\n    value: y",
        "a.yaml:4: events.a.value: is defined twice\n    it is also defined on line 3; keep only one of them",
    ),
    # What YAML would build.
    "yaml: an alias": (
        "a.yaml",
        "events:\n  a: {value: x}\n  b: *x",
        f"a.yaml:3: events.b: is an alias, *x\n    {NO_ALIAS}",
    ),
    "yaml: an anchor": (
        "a.yaml",
        "events:\n  a: {value: x}\n  b: &x {value: y}",
        f"a.yaml:3: events.b: has the anchor &x\n    {NO_ALIAS}",
    ),
    "yaml: an anchor of a key": (
        "a.yaml",
        "events:\n  &x a: {value: x}",
        f"a.yaml:2: events.a: has the anchor &x\n    {NO_ALIAS}",
    ),
    "yaml: an anchor in itself": (
        "a.yaml",
        "events:\n  a: &x [*x, {b: *x}]",
        f"a.yaml:2: events.a: has the anchor &x\n    {NO_ALIAS}",
    ),
    "yaml: a merge": (
        "a.yaml",
        "events:\n  a: {value: x}\n  b:\n    <<: {value: x}",
        'a.yaml:4: events.b."<<": is a merge key\n    write the keys themselves; merge keys are not supported',
    ),
    "yaml: a tag": (
        "a.yaml",
        "events:\n  a: !x {value: x}",
        f"a.yaml:2: events.a: has the tag !x\n    {NO_TAG}",
    ),
    "yaml: a tag on a string": (
        "a.yaml",
        "events: {a: {value: !x y}}",
        f"a.yaml:1: events.a.value: has the tag !x\n    {NO_TAG}",
    ),
    "yaml: an alias as a key": (
        "a.yaml",
        "events:\n  a: {value: x}\n  *x : {value: y}",
        f'a.yaml:3: events."?": the key is an alias\n    {NO_ALIAS}',
    ),
    "yaml: a list as a key": (
        "a.yaml",
        "events:\n  [a]: {value: x}",
        (
            'a.yaml:2: events."?": the key is a list or a table\n'
            "    use a string; put strings that begin with { or [ in quotes"
        ),
    ),
    "yaml: a special value": (
        "a.yaml",
        "events: {a: {value: =}}",
        'a.yaml:1: events.a.value: YAML treats = specially\n    put it in quotes: "="',
    ),
    "yaml: null": (
        "a.yaml",
        "events:\n  a:\n    value: ~",
        (
            "a.yaml:3: events.a.value: must be a string or a list of strings, not null\n"
            '    YAML reads ~ as null; put it in quotes: "~"'
        ),
    ),
    "yaml: no value after the key": (
        "a.yaml",
        "events:\n  a:\n    value:",
        (
            "a.yaml:3: events.a.value: must be a string or a list of strings, not null\n"
            "    write a string in quotes; in YAML, # begins a comment"
        ),
    ),
    "yaml: other line ends of Unicode are no lines": (
        "a.yaml",
        'events:\n  a:\n    value: "x\u2028\x85y"\n    foo: 1\n',
        f'a.yaml:4: events.a: unknown key "foo"\n    {KNOWN_KEYS}',
    ),
    "yaml: an escape of no character": (
        "a.yaml",
        r'events: {a: {value: "\U00110000"}}',
        "a.yaml: contains an invalid escape sequence\n    use characters up to U+10FFFF",
    ),
    "yaml: a huge escape": (
        "a.yaml",
        r'events: {a: {value: "\UFFFFFFFF"}}',
        "a.yaml: contains an invalid escape sequence\n    use characters up to U+10FFFF",
    ),
    "yaml: a number of 5,000 digits": (
        "a.yaml",
        f"events: {{a: {{value: {'9' * 5000}}}}}",
        (
            "a.yaml:1: events.a.value: must be a string or a list of strings, not a number\n"
            f'    YAML reads {"9" * 60}... as a number; put it in quotes: "{"9" * 60}..."'
        ),
    ),
    "yaml: only a document's start": ("a.yaml", "---\n", f"a.yaml: defines no events{FIRST_EVENT}"),
    # Places of list items, and of keys that are easily overlooked.
    "toml: an empty item": (
        "a.toml",
        '[events.a]\nvalue = [ # ]\n  "x", """\n  ]""",\n  "",\n]',
        "a.toml:5: events.a.value[2]: is empty\n    write the value that you use in the segment",
    ),
    "toml: an item of several lines": (
        "a.toml",
        '[events.b]\nvalue = "x"\n[events.a]\nvalue = [\n  "x",\n  { y = """\n  ]\n""" },\n]',
        "a.toml:6: events.a.value[1]: must be a string, not a table\n    write a string",
    ),
    "json: an empty item": (
        "a.json",
        '{"events": {"a": {"value": [\n"x",\n""\n]}}}',
        "a.json:3: events.a.value[1]: is empty\n    write the value that you use in the segment",
    ),
    "yaml: an empty item": (
        "a.yaml",
        "events:\n  a:\n    value:\n    - x\n    - ''",
        "a.yaml:5: events.a.value[1]: is empty\n    write the value that you use in the segment",
    ),
    "json: a key of a button": (
        "a.json",
        '{"events": {"a": {"value": "x", "button": {\n"label": "Go",\n"class": 2}}}}',
        "a.json:3: events.a.button.class: must be a string, not a number\n    put it in quotes",
    ),
    "an empty key": (
        "a.toml",
        '[events.a]\nvalue = "x"\n"" = "x"',
        f'a.toml:3: events.a: unknown key ""\n    {KNOWN_KEYS}',
    ),
    "toml: nested deeply in a value": (
        "a.toml",
        f"[events.a]\nvalue = {'[' * 29}{']' * 29}",
        "a.toml:2: events.a.value[0]: must be a string, not a list\n    write a string",
    ),
    "json: nested deeply in a value": (
        "a.json",
        f'{{"events": {{"a": {{"value": {"[" * 29}{"]" * 29}}}}}}}',
        "a.json:1: events.a.value[0]: must be a string, not a list\n    write a string",
    ),
    "toml: many dots": (
        "a.toml",
        f"[events.a]\nvalue.{'.'.join('a' * 29)} = 1",
        "a.toml:2: events.a.value: must be a string or a list of strings, not a table…",
    ),
    "toml: a level too deep in a value": ("a.toml", f"\nx = {'[' * 33}{']' * 33}", f"a.toml: {TOO_DEEP}"),
    "toml: a level too deep by dots": ("a.toml", f"\n{'.'.join('a' * 33)} = 1", f"a.toml:2: {TOO_DEEP}"),
    "toml: a level too deep in a header": ("a.toml", f"\n[{'.'.join('a' * 33)}]", f"a.toml:2: {TOO_DEEP}"),
    "toml: a level too deep by a header, dots and brackets together": (
        "a.toml",
        f"[{'.'.join('a' * 20)}]\n{'.'.join('b' * 10)} = {{ x = [[[]]] }}",
        f"a.toml: {TOO_DEEP}",
    ),
    "toml: dots and brackets in texts and comments are no levels": (
        "a.toml",
        f"events = '''{'{' * 40}\\n{'.a' * 40}''' #{'[' * 40}",
        f"a.toml:1: events: must be a table of events, not a string{FIRST_EVENT}",
    ),
    "json: a level too deep": (
        "a.json",
        f'{{"events": {{"a":\n {{"value": {"[" * 30}{"]" * 30}}}}}}}',
        f"a.json: {TOO_DEEP}",
    ),
    "json: brackets in a text are no levels": (
        "a.json",
        f'{{"events": "\\"{"[" * 40}"}}',
        f"a.json:1: events: must be a table of events, not a string{FIRST_EVENT}",
    ),
    "yaml: a level too deep": ("a.yaml", f"events:\n {'- ' * 32}x", f"a.yaml:2: {TOO_DEEP}"),
    "yaml: a level too deep in a key": ("a.yaml", f"events:\n ? {'[' * 32}x", f"a.yaml:2: {TOO_DEEP}"),
    # What is not allowed on a button.
    "a style on a button": (
        "a.json",
        '{"events": {"a": {"value": "x", "button": {"label": "Go", "style": "x"}}}}',
        'a.json:1: events.a.button: unknown key "style"\n    use a class, and define the style in your style sheet',
    ),
    "a key of a button that is like no other": (
        "a.json",
        '{"events": {"a": {"value": "x", "button": {"label": "Go", "zzz": "x"}}}}',
        (
            'a.json:1: events.a.button: unknown key "zzz"\n'
            "    known keys: label, id, class, title, name, disabled, data-*, aria-*"
        ),
    ),
    "a misspelled data attribute": (
        "a.json",
        '{"events": {"a": {"value": "x", "button": {"label": "Go", "data-Foo": "x"}}}}',
        (
            'a.json:1: events.a.button: unknown key "data-Foo"\n'
            "    after data- or aria-, use lower-case letters a-z and digits, with single hyphens between them"
        ),
    ),
    "a data attribute of no button": (
        "a.json",
        '{"events": {"a": {"value": "x", "data-x": "x"}}}',
        f'a.json:1: events.a: unknown key "data-x"\n    {NOT_A_LABEL}',
    ),
    "an empty element id": (
        "a.json",
        '{"events": {"a": {"value": "x", "button": {"label": "Go", "id": ""}}}}',
        "a.json:1: events.a.button.id: is empty\n    write a name, or remove the key",
    ),
    # Characters.
    "json: a lone surrogate": (
        "a.json",
        r'{"events": {"a": {"value": "x\ud800"}}}',
        (
            "a.json:1: events.a.value: contains a lone surrogate (U+D800) at position 2\n"
            "    write the whole character, or both surrogates of its pair"
        ),
    ),
    "yaml: a lone surrogate": (
        "a.yaml",
        r'events: {a: {value: "\uD800"}}',
        (
            "a.yaml:1: events.a.value: contains a lone surrogate (U+D800) at position 1\n"
            "    write the whole character, or both surrogates of its pair"
        ),
    ),
    "a control in a label": (
        "a.toml",
        '[events.a]\nvalue = "x"\nbutton = "a\\tb"',
        (
            "a.toml:3: events.a.button: contains a control character (U+0009) at position 2\n"
            "    remove it; for a tab or a line break, use a space"
        ),
    ),
    "an escape sequence in a key": (
        "a.json",
        r'{"events": {"a": {"value": "x", "\u001b[31m": 1}}}',
        f'a.json:1: events.a: unknown key "\\u001b[31m"\n    {KNOWN_KEYS}',
    ),
}
