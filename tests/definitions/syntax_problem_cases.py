"""What users write that is no TOML, JSON or YAML, and how it is said, in the form of `problem_cases`.

"…" is where the fix begins, which stands beside what is wrong in the tables of the package.
"""

from __future__ import annotations

SYNTAX_CASES: dict[str, tuple[str, str | bytes, str]] = {
    "toml: no closing quote": (
        "a.toml",
        '[events.a]\nvalue = "Sign up\n',
        "a.toml:2:17: not valid TOML: the text has no closing quote…",
    ),
    "toml: no end of a text in single quotes": (
        "a.toml",
        "[events.a]\nvalue = 'It\n",
        "a.toml:3:1: not valid TOML: the text has no closing quote…",
    ),
    "toml: no end of a text of several lines": (
        "a.toml",
        '[events.a]\nvalue = """It\n',
        "a.toml:3:1: not valid TOML: the text has no closing quote…",
    ),
    "toml: a backslash": (
        "a.toml",
        '[events.a]\nvalue = "C:\\temp\\users"\n',
        "a.toml:2:19: not valid TOML: a backslash in the text begins no escape…",
    ),
    "toml: no quotes": ("a.toml", "[events.a]\nvalue = Signup\n", "a.toml:2:9: not valid TOML: no value begins here…"),
    "toml: list not closed": (
        "a.toml",
        '[events.a]\nvalue = ["A", "B"\nbutton = "Go"\n',
        "a.toml:3:1: not valid TOML: a comma or the closing bracket is missing here…",
    ),
    "toml: : instead of =": (
        "a.toml",
        '[events.a]\nvalue: "A"\n',
        (
            'a.toml:2:6: not valid TOML: the key has no "=" after it\n'
            '    write key = "value"; a key with a space stands in quotes'
        ),
    ),
    "toml: a header with a space": (
        "a.toml",
        '[events.book a demo]\nvalue = "A"\n',
        "a.toml:1:14: not valid TOML: the header has no ] here…",
    ),
    "toml: two keys in a line": (
        "a.toml",
        '[events.a]\nvalue="A" button="Go"\n',
        "a.toml:2:11: not valid TOML: the line goes on after its end…",
    ),
    "toml: smart quotes": (
        "a.toml",
        "[events.a]\nvalue = “Sign up”\n",
        'a.toml:2:9: not valid TOML: has a curly quote\n    write straight ones: "',
    ),
    "toml: what no table has": (
        "a.toml",
        '// my events\n[events.a]\nvalue="A"\n',
        (
            "a.toml:1:1: not valid TOML: Invalid statement\n"
            '    in TOML a text stands in double quotes, a list in [ ], "=" after a key, and # before a comment'
        ),
    ),
    "json: comment": ("a.json", '{\n// ours\n"events": {}}', "a.json:2:1: not valid JSON: has a comment…"),
    "json: single quotes": ("a.json", "{'events': {}}", "a.json:1:2: not valid JSON: has a single quote…"),
    "json: trailing comma object": (
        "a.json",
        '{"events": {},}',
        "a.json:1:15: not valid JSON: a comma stands after the last member…",
    ),
    "json: trailing comma list": (
        "a.json",
        '{"a": ["x",]}',
        "a.json:1:12: not valid JSON: a comma stands after the last member…",
    ),
    "json: missing brace": ("a.json", '{"events": {}', "a.json:1:14: not valid JSON: it ends too early…"),
    "json: missing comma": (
        "a.json",
        '{"a": {}\n "b": {}}',
        (
            "a.json:2:2: not valid JSON: a comma or the closing bracket is missing here\n"
            '    write a comma between two members; in a text write \\" for "'
        ),
    ),
    "json: missing colon": ("a.json", '{"events" {}}', "a.json:1:11: not valid JSON: the key has no colon after it…"),
    "json: missing end quote": (
        "a.json",
        '{"events": "x}',
        "a.json:1:12: not valid JSON: the text has no closing quote in its line, or has a tab…",
    ),
    "json: newline in text": (
        "a.json",
        '{"events": "x\ny"}',
        "a.json:1:14: not valid JSON: the text has no closing quote in its line, or has a tab…",
    ),
    "json: a backslash": (
        "a.json",
        '{"events": "50\\%"}',
        "a.json:1:15: not valid JSON: a backslash in the text begins no escape…",
    ),
    "json: too many braces": ("a.json", '{"events": {}}}', "a.json:1:15: not valid JSON: goes on after its end…"),
    "json: smart quotes value": ("a.json", '{"events": “x”}', "a.json:1:12: not valid JSON: has a curly quote…"),
    "json: what no table has": (
        "a.json",
        "{events: {}}",
        (
            "a.json:1:2: not valid JSON: Expecting property name enclosed in double quotes\n"
            "    in JSON keys and texts stand in double quotes, and a comma between two members, not after the last"
        ),
    ),
    "yaml: tab": ("a.yaml", "events:\n\ta:\n\t\tvalue: x\n", "a.yaml:2:1: not valid YAML: a tab indents…"),
    "yaml: starts with @": (
        "a.yaml",
        "events: @home\n",
        "a.yaml:1:9: not valid YAML: a text begins with a character that means something else in YAML…",
    ),
    "yaml: starts with *": (
        "a.yaml",
        "events: *free*\n",
        (
            "a.yaml:1:14: not valid YAML: a text begins with a character that means something else in YAML\n"
            "    put the whole text in quotes"
        ),
    ),
    "yaml: starts with !": (
        "a.yaml",
        "events: !<x\n",
        "a.yaml:1:12: not valid YAML: a text begins with a character that means something else in YAML…",
    ),
    "yaml: starts with ?": (
        "a.yaml",
        "events: ? x\n",
        "a.yaml:1:9: not valid YAML: a text begins with a character that means something else in YAML…",
    ),
    "yaml: starts with |": (
        "a.yaml",
        "events: |x\n",
        "a.yaml:1:10: not valid YAML: a text begins with a character that means something else in YAML…",
    ),
    "yaml: colon in text": (
        "a.yaml",
        "events: Download: whitepaper\n",
        "a.yaml:1:17: not valid YAML: a colon may not stand here…",
    ),
    "yaml: no space after the colon": (
        "a.yaml",
        "events:\n  a:\n    value:x\n",
        (
            "a.yaml:2: events.a: must be a table, not a string\n"
            '    in YAML, write a colon and a space after a key: "value: "'
        ),
    ),
    "yaml: quote inside": (
        "a.yaml",
        "events: 'It's free'\n",
        "a.yaml:1:13: not valid YAML: a text or list has ended, and the line goes on…",
    ),
    "yaml: wrong indent": (
        "a.yaml",
        "a:\n    value: x\n   button: Go\n",
        "a.yaml:3:4: not valid YAML: the line does not begin where those above do…",
    ),
    "yaml: missing quote": (
        "a.yaml",
        'a:\n  value: "x\n  button: Go\n',
        "a.yaml:2:10: not valid YAML: the text has no closing quote…",
    ),
    "yaml: missing comma": (
        "a.yaml",
        "a: {value: x button: Go}\n",
        "a.yaml:1:20: not valid YAML: a comma or the closing bracket is missing here…",
    ),
    "yaml: a backslash": (
        "a.yaml",
        'a: "C:\\temp\\Users"\n',
        "a.yaml:1:14: not valid YAML: a backslash in the text begins no escape…",
    ),
    "yaml: merge conflict": (
        "a.yaml",
        "<<<<<<< HEAD\nevents:\n  a: {value: x}\n=======\nevents: {}\n>>>>>>> x\n",
        (
            "a.yaml:1: has a merge conflict\n"
            "    decide for one of the two sides, and take out the lines with <<<<<<<, ======= and >>>>>>>"
        ),
    ),
    "yaml: what no table has": (
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
        "a.toml:1: is saved as UTF-16, or is no text\n    save the file as UTF-8",
    ),
}
