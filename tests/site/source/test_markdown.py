"""The code that Markdown displays, according to CommonMark."""

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
        ("    a\n\n    b", ["I     a\n\n    b"]),
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
        ("---\r\na: `b`\r\n---\r\n`c`\r\n\r\n    d\r\n", ["I ---\r\na: `b`\r\n---\r", "S `c`", "I     d\r\n"]),
        ("> 1. a `b\n>    c` `d`\n>\n> `e`", ["S `b\n>    c`", "S `d`", "S `e`"]),
        ("- # `a` `a` #\n", ["S `a`", "S `a`"]),
        ("> \t`a`\n", ["S `a`"]),
        ("[a `b`](/`c` '`') `d`", ["S `b`", "S `d`"]),
        ("![a `b`](/c) [<!--](/d)", ["S `b`", "S <!--"]),
        ("[a][`b`] `c`\n\n[`b`]: /d '`'\n", ["S `c`"]),
        ("1. <div>\n~~~\n", ["F ~~~\n"]),
        ("- a\n\t`b`\n", ["S `b`"]),
        ("a\r\r`b`\r", ["S `b`"]),
        ("export `a` {`b`}", ["S `a`", "S `b`"]),
        ("a ` \0", []),
        ("a `b` \0\n\n`c`", ["I a `b` \0\n", "S `c`"]),
    ],
)
def test_shown_code__is_that_of_commonmark(text: str, found: list[str]) -> None:
    assert code(text) == found


def test_shown_code__has_no_indented_code_in_mdx() -> None:
    assert code("    a `b`\n\n-     c\n\n```\n", is_mdx=True) == ["S `b`", "F ```\n"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("export const a = `b`;\n\n`c`", ["I `b`", "S `c`"]),
        ("import `a`", ["I `a`"]),
        ("important `a`", ["S `a`"]),
        ("`a` {`b`}\n<C d={`e`} />", ["S `a`", "I `b`", "I `e`"]),
    ],
)
def test_shown_code__may_be_javascript_in_mdx(text: str, found: list[str]) -> None:
    assert code(text, is_mdx=True) == found


def test_shown_code__is_uncertain_where_a_text_is_too_deep_or_too_long() -> None:
    for number in (98, 99, 100, 1_000):
        deep = f"\n`a`\n{'> ' * number}`b`\n\n```\n"
        assert code(f"---\n---{deep}") == ["I ---\n---", f"I {deep}"]
    assert code("- " * 50 + "`b`") == ["I " + "- " * 50 + "`b`"]
    assert code("> " * 97 + "`b`") == ["S `b`"]
    long = "`a`\n\n```\n".ljust(500_000, "b")
    assert code(long) == ["S `a`", f"F {long[5:]}"]
    assert code(f"{long}b") == [f"I {long}b"]


def test_shown_code__ends_at_the_deadline() -> None:
    with pytest.raises(TooSlowError):
        list(shown_code("a\n" * 2_000, Deadline(-1)))


@pytest.mark.parametrize("text", ["a\n" * 100, "> a\n" * 100, "- a\n" * 100, "`" + "*" * 100, "[`" + "_" * 100])
def test_shown_code__checks_the_deadline_within_a_block(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    times: list[int] = []
    monkeypatch.setattr(Deadline, "check", lambda _: times.append(1))
    code(text)
    assert len(times) > 100
