"""Definitions that are no TOML, JSON or YAML, in the form of `problem_cases`: what people write, and how it is said."""

from __future__ import annotations

SYNTAX_CASES: dict[str, tuple[str, str | bytes, str]] = {
    "toml: no closing quote": (
        "a.toml",
        '[events.a]\nvalue = "Sign up\nbutton = "Go"\n',
        (
            "a.toml:2:17: not valid TOML: the text has no closing quote\n"
            '    write the quote where the text ends; a text of several lines stands between """ and """'
        ),
    ),
    "toml: no quotes": (
        "a.toml",
        "[events.a]\nvalue = Signup\n",
        (
            "a.toml:2:9: not valid TOML: no value begins here\n"
            "    a text stands in double quotes, a list in [ ]; true and false have small letters"
        ),
    ),
    "toml: no comma in list": (
        "a.toml",
        '[events.a]\nvalue = ["A" "B"]\n',
        (
            "a.toml:2:14: not valid TOML: a comma or the ] of the list is missing here\n"
            "    write a comma between two items, and ] after the last"
        ),
    ),
    "toml: list not closed": (
        "a.toml",
        '[events.a]\nvalue = ["A", "B"\nbutton = "Go"\n',
        (
            "a.toml:3:1: not valid TOML: a comma or the ] of the list is missing here\n"
            "    write a comma between two items, and ] after the last"
        ),
    ),
    "toml: : instead of =": (
        "a.toml",
        '[events.a]\nvalue: "A"\n',
        (
            'a.toml:2:6: not valid TOML: the key has no "=" after it\n'
            '    write key = "value"; a key with a blank stands in quotes'
        ),
    ),
    "toml: smart quotes": (
        "a.toml",
        "[events.a]\nvalue = “Sign up”\n",
        ('a.toml:2:9: not valid TOML: has a curly quote\n    write straight ones: "'),
    ),
    "toml: id with blank unquoted": (
        "a.toml",
        '[events.book a demo]\nvalue = "A"\n',
        ("a.toml:1:14: not valid TOML: the header has no ] here\n    write [events.my-event], with no blank in the id"),
    ),
    "toml: no value after =": (
        "a.toml",
        "[events.a]\nvalue = \n",
        (
            "a.toml:2:9: not valid TOML: no value begins here\n"
            "    a text stands in double quotes, a list in [ ]; true and false have small letters"
        ),
    ),
    "toml: backslash path": (
        "a.toml",
        '[events.a]\nvalue = "C:\\temp\\users"\n',
        (
            "a.toml:2:19: not valid TOML: a backslash in the text begins no escape\n"
            "    leave the backslash out; where one belongs to the text, write \\\\"
        ),
    ),
    "toml: trailing comma inline table": (
        "a.toml",
        '[events.a]\nvalue="A"\nbutton = { label = "Go", }\n',
        (
            "a.toml:3:26: not valid TOML: no key begins here\n"
            "    a key is a-z, A-Z, 0-9, - and _, or in quotes; a table in braces has one line, and no comma at its end"
        ),
    ),
    "toml: missing comma inline table": (
        "a.toml",
        '[events.a]\nvalue="A"\nbutton = { label = "Go" class = "x" }\n',
        (
            "a.toml:3:25: not valid TOML: a comma or the } of the table is missing here\n"
            "    write a comma between two keys, and } after the last"
        ),
    ),
    "toml: // comment": (
        "a.toml",
        '// my events\n[events.a]\nvalue="A"\n',
        (
            "a.toml:1:1: not valid TOML: neither a key nor a header begins here\n"
            '    write [events.my-event], or key = "value", and # before a comment'
        ),
    ),
    "toml: two keys in a line": (
        "a.toml",
        '[events.a]\nvalue="A" button="Go"\n',
        (
            "a.toml:2:11: not valid TOML: the line goes on after its end\n"
            '    one key a line, no comma after it; a text with a quote in it stands in double quotes, with \\" for "'
        ),
    ),
    "toml: merge conflict": (
        "a.toml",
        '<<<<<<< HEAD\n[events.a]\nvalue="A"\n=======\n[events.a]\nvalue="B"\n>>>>>>> x\n',
        (
            "a.toml:1: has a merge conflict\n"
            "    decide for one of the two sides, and take out the lines with <<<<<<<, ======= and >>>>>>>"
        ),
    ),
    "json: single quotes": (
        "a.json",
        "{'events': {'a': {'value': 'x'}}}",
        ("a.json:1:2: not valid JSON: has a single quote\n    write keys and texts in double quotes"),
    ),
    "json: comment": (
        "a.json",
        '{\n// my events\n"events": {"a": {"value": "x"}}}',
        ('a.json:2:1: not valid JSON: has a comment\n    take it out, or write it at the key "description"'),
    ),
    "json: trailing comma object": (
        "a.json",
        '{"events": {"a": {"value": "x",}}}',
        ("a.json:1:32: not valid JSON: a comma stands after the last member\n    take it out"),
    ),
    "json: trailing comma list": (
        "a.json",
        '{"events": {"a": {"value": ["x",]}}}',
        ("a.json:1:33: not valid JSON: a comma stands after the last member\n    take it out"),
    ),
    "json: missing comma": (
        "a.json",
        '{"events": {"a": {"value": "x"}\n "b": {"value": "y"}}}',
        (
            "a.json:2:2: not valid JSON: a comma is missing here, or the bracket that closes\n"
            '    write a comma between two members, and \\" for a quote in a text'
        ),
    ),
    "json: missing colon": (
        "a.json",
        '{"events" {"a": {"value": "x"}}}',
        ('a.json:1:11: not valid JSON: the key has no colon after it\n    write "key": "value"'),
    ),
    "json: missing end quote": (
        "a.json",
        '{"events": {"a": {"value": "x}}}',
        (
            "a.json:1:28: not valid JSON: the text that begins here has no closing quote\n"
            '    write " at its end, and \\" for a quote in it'
        ),
    ),
    "json: missing brace": (
        "a.json",
        '{"events": {"a": {"value": "x"}}',
        ("a.json:1:33: not valid JSON: it ends too early\n    close each { with }, and each [ with ]"),
    ),
    "json: too many braces": (
        "a.json",
        '{"events": {"a": {"value": "x"}}}}',
        (
            "a.json:1:34: not valid JSON: goes on after its end\n"
            "    one { } holds all of it: take out the bracket too many"
        ),
    ),
    "json: unquoted key": (
        "a.json",
        '{events: {"a": {"value": "x"}}}',
        ('a.json:1:2: not valid JSON: no key begins here\n    write "key": "value", the key in double quotes'),
    ),
    "json: True": (
        "a.json",
        '{"events": {"a": {"value": "x", "guard": True}}}',
        (
            "a.json:1:42: not valid JSON: no value begins here\n"
            "    a text stands in double quotes, a list in [ ]; true and false have small letters"
        ),
    ),
    "json: smart quotes value": (
        "a.json",
        '{"events": {"a": {"value": “x”}}}',
        ('a.json:1:28: not valid JSON: has a curly quote\n    write straight ones: "'),
    ),
    "json: newline in text": (
        "a.json",
        '{"events": {"a": {"value": "x\ny"}}}',
        (
            "a.json:1:30: not valid JSON: the text goes on over the end of its line, or has a tab\n"
            '    write " where it ends; in it \\n is a line end, and \\t a tab'
        ),
    ),
    "json: bad escape2": (
        "a.json",
        '{"events": {"a": {"value": "50\\%"}}}',
        (
            "a.json:1:31: not valid JSON: a backslash in the text begins no escape\n"
            "    leave the backslash out; where one belongs to the text, write \\\\"
        ),
    ),
    "yaml: tab": (
        "a.yaml",
        "events:\n\ta:\n\t\tvalue: x\n",
        ("a.yaml:2:1: not valid YAML: a tab indents\n    write spaces"),
    ),
    "yaml: wrong indent": (
        "a.yaml",
        "events:\n  a:\n    value: x\n   button: Go\n",
        (
            "a.yaml:4:4: not valid YAML: the line does not begin where those above do\n"
            "    indent the keys of one table alike, with spaces"
        ),
    ),
    "yaml: no blank after colon": (
        "a.yaml",
        "events:\n  a:\n    value:x\n",
        (
            "a.yaml:2: events.a: must be a table, not a string\n"
            '    in YAML a colon and a blank stand after a key: "value: "'
        ),
    ),
    "yaml: colon in text": (
        "a.yaml",
        "events:\n  a:\n    value: Download: whitepaper\n",
        (
            "a.yaml:3:20: not valid YAML: a colon may not stand here\n"
            '    write a blank after the colon of a key, indent keys of a table alike, and quote a text with ": " in it'
        ),
    ),
    "yaml: missing quote": (
        "a.yaml",
        'events:\n  a:\n    value: "x\n    button: Go\n',
        ("a.yaml:3:12: not valid YAML: the text that begins here has no closing quote\n    write the quote at its end"),
    ),
    "yaml: quote inside": (
        "a.yaml",
        "events:\n  a:\n    value: 'It's free'\n",
        (
            "a.yaml:3:16: not valid YAML: a text or list has ended, and the line goes on\n"
            "    put the whole text in quotes, and close those above; a single quote in single quotes is written twice"
        ),
    ),
    "yaml: starts with *": (
        "a.yaml",
        "events:\n  a:\n    value: *free*\n",
        ("a.yaml:3:17: not valid YAML: a text begins with * or &\n    put the whole text in quotes"),
    ),
    "yaml: starts with @": (
        "a.yaml",
        "events:\n  a:\n    value: @home\n",
        ("a.yaml:3:12: not valid YAML: a text may not begin with this character\n    put the whole text in quotes"),
    ),
    "yaml: starts with %": (
        "a.yaml",
        "events:\n  a:\n    value: %off\n",
        ("a.yaml:3:12: not valid YAML: a text begins with %\n    put the whole text in quotes"),
    ),
    "yaml: starts with [": (
        "a.yaml",
        "events:\n  a:\n    value: [new] offer\n",
        (
            "a.yaml:3:18: not valid YAML: a text or list has ended, and the line goes on\n"
            "    put the whole text in quotes, and close those above; a single quote in single quotes is written twice"
        ),
    ),
    "yaml: toml in yaml": (
        "a.yaml",
        '[events.a]\nvalue = "x"\n',
        (
            "a.yaml:2:1: not valid YAML: goes on after its end\n"
            "    write each key as key: value, and all of them below the first"
        ),
    ),
    "yaml: bad escape": (
        "a.yaml",
        'events:\n  a: {value: "C:\\temp\\Users"}\n',
        (
            "a.yaml:2:24: not valid YAML: a backslash in the text begins no escape\n"
            "    leave the backslash out; where one belongs to the text, write \\\\"
        ),
    ),
    "yaml: [ not closed": (
        "a.yaml",
        "events:\n  a:\n    value: [x, y\n    button: Go\n",
        (
            "a.yaml:4:11: not valid YAML: a comma or the ] of the list is missing here\n"
            "    write a comma between two items, and ] after the last"
        ),
    ),
    "yaml: bullets with values missing comma": (
        "a.yaml",
        "events:\n  a: {value: x button: Go}\n",
        (
            "a.yaml:2:22: not valid YAML: a comma or the } of the table is missing here\n"
            "    write a comma between two keys, and } after the last"
        ),
    ),
    "yaml: | block": (
        "a.yaml",
        "events:\n  a:\n    value: |x\n",
        ("a.yaml:3:13: not valid YAML: a text begins with | or >\n    put the whole text in quotes"),
    ),
    "yaml: question": (
        "a.yaml",
        "events:\n  a:\n    value: ? x\n",
        (
            "a.yaml:3:12: not valid YAML: a text begins with a question mark and a blank\n"
            "    put the whole text in quotes"
        ),
    ),
    "yaml: merge conflict": (
        "a.yaml",
        "<<<<<<< HEAD\nevents:\n  a: {value: x}\n=======\nevents: {}\n>>>>>>> x\n",
        (
            "a.yaml:1: has a merge conflict\n"
            "    decide for one of the two sides, and take out the lines with <<<<<<<, ======= and >>>>>>>"
        ),
    ),
    "toml: no end of a text in single quotes": (
        "a.toml",
        "[events.a]\nvalue = 'It\n",
        (
            "a.toml:3:1: not valid TOML: the text has no closing quote\n"
            '    write the quote where the text ends; a text of several lines stands between """ and """'
        ),
    ),
    "toml: no end of a text in single quotes, the last line": (
        "a.toml",
        "[events.a]\nvalue = 'It",
        (
            "a.toml:2:12: not valid TOML: the text has no closing quote\n"
            '    write the quote where the text ends; a text of several lines stands between """ and """'
        ),
    ),
    "toml: no end of a text of several lines": (
        "a.toml",
        '[events.a]\nvalue = """It\n',
        (
            "a.toml:3:1: not valid TOML: the text has no closing quote\n"
            '    write the quote where the text ends; a text of several lines stands between """ and """'
        ),
    ),
    "toml: a control": (
        "a.toml",
        '[events.a]\nvalue = "A\x01"\n',
        (
            "a.toml:2:11: not valid TOML: a control character may not stand in it as it is\n"
            "    leave it out, or write it as an escape in double quotes"
        ),
    ),
    "toml: an escape of half a character": (
        "a.toml",
        '[events.a]\nvalue = "\\ud800"\n',
        ("a.toml:2:16: not valid TOML: has an escape of no character\n    write the character itself"),
    ),
    "toml: no such date": (
        "a.toml",
        "[events.a]\nvalue = 2026-02-30\n",
        ("a.toml:2:9: not valid TOML: no date and no number is like this\n    put it in quotes"),
    ),
    "yaml: a key without a colon": (
        "a.yaml",
        "events:\n  a:\n    value: x\n    button\n    guard: true\n",
        ("a.yaml:4:5: not valid YAML: the key has no colon after it\n    write key: value"),
    ),
    "yaml: an item beside its key": (
        "a.yaml",
        "events:\n  a:\n    value: - x\n",
        (
            "a.yaml:3:12: not valid YAML: an item may not stand here\n"
            "    write each item in a line of its own, below the key of the list; or put the whole text in quotes"
        ),
    ),
    "yaml: a comma for a value": (
        "a.yaml",
        "events:\n  a: {value: x, button: [, ]}\n",
        ("a.yaml:2:26: not valid YAML: no value begins here\n    write one, and a text in quotes"),
    ),
    "yaml: an unknown tag": (
        "a.yaml",
        "events:\n  a:\n    value: !!\n",
        ("a.yaml:3:14: not valid YAML: a text begins with !\n    put the whole text in quotes"),
    ),
    "yaml: no rule for it": (
        "a.yaml",
        "%YAML 3.0\n---\nevents:\n",
        (
            "a.yaml:1:1: not valid YAML: found incompatible YAML document (version 1.* is required)\n"
            "    in YAML spaces indent, never tabs, and a text with one of : # [ ] { } in it stands in quotes"
        ),
    ),
    "saved as UTF-16": (
        "a.toml",
        '[events.a]\nvalue = "A"\n'.encode("utf-16"),
        ("a.toml:1: is saved as UTF-16, or is no text\n    save the file as UTF-8"),
    ),
    "saved as UTF-16 without a mark": (
        "a.json",
        '{\n"events": {}}'.encode("utf-16-le"),
        ("a.json:1: is saved as UTF-16, or is no text\n    save the file as UTF-8"),
    ),
}
