"""What users write that is no TOML, JSON or YAML, and how it is said, in the form of `problem_cases`.

"…" is where the fix begins, which stands beside what is wrong in the tables of the package.
"""

from __future__ import annotations

SYNTAX_CASES: dict[str, tuple[str, str | bytes, str]] = {
    "toml: no closing quote": (
        "a.toml",
        '[events.a]\nvalue = "Sign up\n',
        "a.toml:2:17: not valid TOML: a string has no closing quote…",
    ),
    "toml: no end of a text in single quotes": (
        "a.toml",
        "[events.a]\nvalue = 'It\n",
        "a.toml:3:1: not valid TOML: a string has no closing quote…",
    ),
    "toml: no end of a text of several lines": (
        "a.toml",
        '[events.a]\nvalue = """It\n',
        "a.toml:3:1: not valid TOML: a string has no closing quote…",
    ),
    "toml: a backslash": (
        "a.toml",
        '[events.a]\nvalue = "C:\\temp\\users"\n',
        "a.toml:2:19: not valid TOML: a string contains an invalid escape sequence…",
    ),
    "toml: no quotes": ("a.toml", "[events.a]\nvalue = Signup\n", "a.toml:2:9: not valid TOML: invalid value…"),
    "toml: list not closed": (
        "a.toml",
        '[events.a]\nvalue = ["A", "B"\nbutton = "Go"\n',
        "a.toml:3:1: not valid TOML: a comma or a closing bracket is missing here…",
    ),
    "toml: : instead of =": (
        "a.toml",
        '[events.a]\nvalue: "A"\n',
        (
            'a.toml:2:6: not valid TOML: a key is not followed by "="\n'
            '    write key = "value"; put a key with a space in quotes'
        ),
    ),
    "toml: a header with a space": (
        "a.toml",
        '[events.book a demo]\nvalue = "A"\n',
        "a.toml:1:14: not valid TOML: the closing ] of the header is missing…",
    ),
    "toml: two keys in a line": (
        "a.toml",
        '[events.a]\nvalue="A" button="Go"\n',
        "a.toml:2:11: not valid TOML: there is extra text at the end of the line…",
    ),
    "toml: smart quotes": (
        "a.toml",
        "[events.a]\nvalue = “Sign up”\n",
        'a.toml:2:9: not valid TOML: curly quotes are not allowed\n    use straight quotes: "',
    ),
    "toml: a header with a dot at its end": (
        "a.toml",
        '[events.]\nvalue="A"\n',
        (
            "a.toml:1:9: not valid TOML: a key is missing or begins with an invalid character\n"
            "    remove the dot or comma before it; write a table in braces on one line"
        ),
    ),
    "toml: what no table has": (
        "a.toml",
        '// my events\n[events.a]\nvalue="A"\n',
        (
            "a.toml:1:1: not valid TOML: the line does not begin with a key, a header or a comment\n"
            '    write key = "value" or [events.my-event], and # before a comment'
        ),
    ),
    "json: comment": ("a.json", '{\n// ours\n"events": {}}', "a.json:2:1: not valid JSON: comments are not allowed…"),
    "json: single quotes": ("a.json", "{'events': {}}", "a.json:1:2: not valid JSON: single quotes are not allowed…"),
    "json: trailing comma object": (
        "a.json",
        '{"events": {},}',
        "a.json:1:15: not valid JSON: there is a comma after the last item…",
    ),
    "json: trailing comma list": (
        "a.json",
        '{"a": ["x",]}',
        "a.json:1:12: not valid JSON: there is a comma after the last item…",
    ),
    "json: missing brace": ("a.json", '{"events": {}', "a.json:1:14: not valid JSON: the file ends too early…"),
    "json: missing comma": (
        "a.json",
        '{"a": {}\n "b": {}}',
        (
            "a.json:2:2: not valid JSON: a comma or a closing bracket is missing here\n"
            '    put a comma between items; in strings, write \\" for "'
        ),
    ),
    "json: missing colon": (
        "a.json",
        '{"events" {}}',
        "a.json:1:11: not valid JSON: a key is not followed by a colon…",
    ),
    "json: missing end quote": (
        "a.json",
        '{"events": "x}',
        "a.json:1:12: not valid JSON: a string has no closing quote on its line, or contains a tab…",
    ),
    "json: newline in text": (
        "a.json",
        '{"events": "x\ny"}',
        "a.json:1:14: not valid JSON: a string has no closing quote on its line, or contains a tab…",
    ),
    "json: a backslash": (
        "a.json",
        '{"events": "50\\%"}',
        "a.json:1:15: not valid JSON: a string contains an invalid escape sequence…",
    ),
    "json: too many braces": (
        "a.json",
        '{"events": {}}}',
        "a.json:1:15: not valid JSON: there is extra text at the end…",
    ),
    "json: smart quotes value": (
        "a.json",
        '{"events": “x”}',
        "a.json:1:12: not valid JSON: curly quotes are not allowed…",
    ),
    "json: what no table has": (
        "a.json",
        "{events: {}}",
        (
            "a.json:1:2: not valid JSON: Expecting property name enclosed in double quotes\n"
            "    in JSON, put keys and strings in double quotes, and a comma between items, but not after the last one"
        ),
    ),
    "yaml: tab": (
        "a.yaml",
        "events:\n\ta:\n\t\tvalue: x\n",
        "a.yaml:2:1: not valid YAML: the line is indented with a tab…",
    ),
    "yaml: starts with @": (
        "a.yaml",
        "events: @home\n",
        "a.yaml:1:9: not valid YAML: a string begins with a character that has a special meaning in YAML…",
    ),
    "yaml: starts with *": (
        "a.yaml",
        "events: *free*\n",
        (
            "a.yaml:1:14: not valid YAML: a string begins with a character that has a special meaning in YAML\n"
            "    put the whole string in quotes"
        ),
    ),
    "yaml: starts with !": (
        "a.yaml",
        "events: !<x\n",
        "a.yaml:1:12: not valid YAML: a string begins with a character that has a special meaning in YAML…",
    ),
    "yaml: starts with ?": (
        "a.yaml",
        "events: ? x\n",
        "a.yaml:1:9: not valid YAML: a string begins with a character that has a special meaning in YAML…",
    ),
    "yaml: starts with |": (
        "a.yaml",
        "events: |x\n",
        "a.yaml:1:10: not valid YAML: a string begins with a character that has a special meaning in YAML…",
    ),
    "yaml: colon in text": (
        "a.yaml",
        "events: Download: whitepaper\n",
        "a.yaml:1:17: not valid YAML: a colon is not allowed here…",
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
        "a.yaml:1:13: not valid YAML: there is extra text after a string or a list…",
    ),
    "yaml: wrong indent": (
        "a.yaml",
        "a:\n    value: x\n   button: Go\n",
        "a.yaml:3:4: not valid YAML: the indentation does not match the lines above…",
    ),
    "yaml: missing quote": (
        "a.yaml",
        'a:\n  value: "x\n  button: Go\n',
        "a.yaml:2:10: not valid YAML: a string has no closing quote…",
    ),
    "yaml: missing comma": (
        "a.yaml",
        "a: {value: x button: Go}\n",
        "a.yaml:1:20: not valid YAML: a comma or a closing bracket is missing here…",
    ),
    "yaml: a backslash": (
        "a.yaml",
        'a: "C:\\temp\\Users"\n',
        "a.yaml:1:14: not valid YAML: a string contains an invalid escape sequence…",
    ),
    "yaml: merge conflict": (
        "a.yaml",
        "<<<<<<< HEAD\nevents:\n  a: {value: x}\n=======\nevents: {}\n>>>>>>> x\n",
        (
            "a.yaml:1: contains a merge conflict\n"
            "    keep one of the two sides, and remove the lines with <<<<<<<, ======= and >>>>>>>"
        ),
    ),
    "yaml: what no table has": (
        "a.yaml",
        "%YAML 3.0\n---\nevents:\n",
        (
            "a.yaml:1:1: not valid YAML: found incompatible YAML document (version 1.* is required)\n"
            "    in YAML, indent with spaces, not tabs, and quote strings with : # [ ] { or } in them"
        ),
    ),
    "saved as UTF-16": (
        "a.toml",
        '[events.a]\nvalue = "A"\n'.encode("utf-16"),
        "a.toml:1: is UTF-16 or not a text file\n    save the file as UTF-8",
    ),
}
