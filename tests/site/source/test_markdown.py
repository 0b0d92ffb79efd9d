"""The code that Markdown shows, by CommonMark."""

from __future__ import annotations

import pytest

from rtpsnippets.limits import Deadline, TooSlowError
from rtpsnippets.site.source.markdown import shown_code


def code(text: str, *, is_mdx: bool = False) -> list[str]:
    """The parts that are code, each after the first letter of its kind."""
    return [f"{kind.name[0]} {text[start:end]}" for kind, start, end in shown_code(text, Deadline(60), is_mdx=is_mdx)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a `b` ``c ` d`` `e", ["S `b`", "S ``c ` d``"]),
        ("a `b\nc` d\n\n`e", ["S `b\nc`"]),
        ("\\`a <b c='`'> `", []),
        ("<https://a/`> `b`", ["S `b`"]),
        ("a <!-- ` --> `b` <!-- `c`", ["S `b`", "S <!--", "S `c`"]),
        ("a <!-- <!--", ["S <!--", "S <!--"]),
        ("# a `b`\nc `\n# `", ["S `b`"]),
        ("a `\n---\n`", []),
        ("```\na\n```\nb", ["F ```\na\n```\n"]),
        ("~~~ `\n```\n~~~~\n", ["F ~~~ `\n```\n~~~~\n"]),
        ("``` a`b\nc", []),
        ("````\n```\n\n", ["F ````\n```\n\n"]),
        ("   ```\n    ```\n  ```\n", ["F    ```\n    ```\n  ```\n"]),
        ("> ```\n> a\nb `c`", ["F > ```\n> a\n", "S `c`"]),
        ("- ```\n  a\n\n  b\nc", ["F - ```\n  a\n\n  b\n"]),
        ("    a\n\n    b", ["I     a\n", "I     b"]),
        ("\ta", ["I \ta"]),
        ("a\n    b", []),
        ("- a\n\n      b\n\n    c\n", ["I       b\n"]),
        ("- a\n  - b\n\n        c\n", ["I         c\n"]),
        ("10. a\n\n    b\n", []),
        ("-\n      a\n", ["I       a\n"]),
        ("-     a\n", ["I -     a\n"]),
        ("- - a\n\nb\n\n    c", ["I     c"]),
        ("* * *\n    a", ["I     a"]),
        (">     a\n", ["I >     a\n"]),
        ("> a\n    b\n", []),
        ("> a\n\n    b\n", ["I     b\n"]),
        ("- a\n> b\n\n    c", ["I     c"]),
        ("a\n> b\n", []),
        ("<div>\n`a\n    b`\n\n`c`", ["S `c`"]),
        ("<script>\n\n    a`\n```\n</script>\n`b`", ["S `b`"]),
        ("<script>`a`</script>\n`b`", ["S `b`"]),
        ("<!--\n\n    a\n-->\n    b", ["I     b"]),
        ("<x-y>\n`a`\n\n`b`", ["S `b`"]),
        ("a\n<x-y>\n`b`", ["S `b`"]),
        ("---\na: b\n---\n`c`", ["I ---\na: b\n---", "S `c`"]),
        ("---\na", []),
    ],
)
def test_shown_code__is_that_of_commonmark(text: str, found: list[str]) -> None:
    assert code(text) == found


def test_shown_code__has_no_indented_code_in_mdx() -> None:
    assert code("    a `b`\n\n-     c\n\n```\n", is_mdx=True) == ["S `b`", "F ```\n"]


def test_shown_code__ends_at_the_deadline() -> None:
    with pytest.raises(TooSlowError):
        list(shown_code("a\n" * 2_000, Deadline(-1)))
