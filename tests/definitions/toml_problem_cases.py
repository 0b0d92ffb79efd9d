"""TOML definitions whose places are easily told wrong, in the form of `problem_cases`."""

from __future__ import annotations

from tests.definitions.key_problem_cases import NOT_A_LABEL

# Quotes, escapes and brackets in texts, and brackets in comments; the list has no end yet.
LIST_OF_TEXTS = (
    "[ # ]\n"
    '"""]""]\\"""]\\\n'
    '""""", # [\n'
    "'''][''\\\n"
    r"""[''''', '"[', "\"[" """
)
TABLE_OF_TEXTS = r"""button = { label = '"{', title = "\"}" }"""

TOML_CASES: dict[str, tuple[str, str | bytes, str]] = {
    "a header twice, after one below it": (
        "a.toml",
        '[events.a.button]\nlabel = "x"\n[events.a]\nvalue = "x"\n[events.a]\n',
        "a.toml:5: events.a: is defined twice\n    it is also defined on line 3; keep only one of them",
    ),
    "a table twice in an item of an array of tables": (
        "a.toml",
        "[[a]]\n[a.b]\n[[a]]\n[a.b]\n[a.b]\n",
        "a.toml:5: a[1].b: is defined twice\n    it is also defined on line 4; keep only one of them",
    ),
    "a key of a table in braces twice, after a text of several lines": (
        "a.toml",
        '[events]\na = { value = """\n\n""", button = {} }\n[events.a.button]\n',
        "a.toml:5: events.a.button: is defined twice\n    it is also defined on line 4; keep only one of them",
    ),
    "an array of tables where a list is": (
        "a.toml",
        "a = [1]\n[[a]]\n",
        "a.toml:2: a: is defined twice\n    it is also defined on line 1; keep only one of them",
    ),
    "a key twice, deeper than any key of a definition": (
        "a.toml",
        "a.b.c.d.e.f.g.h.i = 1\na.b.c.d.e.f.g.h.j = 1\na.b.c.d.e.f.g.h.i = 1\n",
        "a.toml:3: a.b.c.d.e.f.g.h.i: is defined twice\n    it is also defined on line 1; keep only one of them",
    ),
    "a key twice in braces": (
        "a.toml",
        "\na = { b = 1, b = 2 }",
        "a.toml:2:19: not valid TOML: a key or a table is defined twice…",
    ),
    "a key twice, before what is no TOML": (
        "a.toml",
        'a = 1\n"a" = 2 b = "\\ud800\n"\\z" = [',
        "a.toml:2: a: is defined twice\n    it is also defined on line 1; keep only one of them",
    ),
    "an item after a text of several lines": (
        "a.toml",
        '[events.a]\nvalue = [\n  """\n]""", \'\'\'\n\n\'\'\', "",\n]',
        "a.toml:6: events.a.value[2]: is empty\n    write the value that you use in the segment",
    ),
    "an item after texts with quotes, line ends and escapes in them": (
        "a.toml",
        f'[events.a]\nvalue = {LIST_OF_TEXTS},\n""]\n',
        "a.toml:7: events.a.value[4]: is empty\n    write the value that you use in the segment",
    ),
    "a key after a list and a table that are passed whole": (
        "a.toml",
        f'[events.a]\nvalue = {LIST_OF_TEXTS}]\n{TABLE_OF_TEXTS}\nlable = "x"\n',
        f'a.toml:8: events.a: unknown key "lable"\n    did you mean "label"? {NOT_A_LABEL}',
    ),
    "an item in a table in braces": (
        "a.toml",
        '[events]\na = { value = ["x", ""] }',
        "a.toml:2: events.a.value[1]: is empty\n    write the value that you use in the segment",
    ),
    "a key in braces after a text of several lines": (
        "a.toml",
        '[events]\na = { value = """\nx""", lable = "x" }',
        f'a.toml:3: events.a: unknown key "lable"\n    did you mean "label"? {NOT_A_LABEL}',
    ),
}
