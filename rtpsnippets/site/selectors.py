"""Find the start tags of the elements that match CSS selectors.

>>> from rtpsnippets.web.tokenizer import tags_of
>>> html = "<ul><li><a href=/guide.pdf>Guide</a><li>Other"
>>> tags = list(tags_of(html))
>>> for match in matches(html, tags, ["a[href$='.pdf']"], Deadline(60)):
...     print(tags[match.number].name, [tags[number].name for number in match.around], tags[match.following].name)
a ['li', 'ul'] li
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple, TypeGuard

from rtpsnippets.limits import Deadline
from rtpsnippets.web.foreign_content import VOID
from rtpsnippets.web.tokenizer import Tag

_NUMBER = "rtpsnippets-number"
"""The attribute that gives each element of the copy the number of its start tag."""

# An attribute would make equal ones differ: a parser opens only three equal ones again after a paragraph, but all
# different ones (HTML, "Push onto the list of active formatting elements"). A comment in the element does not.
_FORMATTING = frozenset(("b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"))
_ENDED_BY_NEXT = frozenset(
    (
        *("a", "button", "dd", "dt", "form", "li", "optgroup", "option", "p", "rp", "rt", "tbody", "td", "tfoot"),
        *("th", "thead", "tr"),
    )
)
_MAX_WORK = 100_000_000
"""The maximum number of open elements that a parser looks at, in about a second."""

_NODES = 30
"""How much more work it is to open a formatting element again, which takes memory, too."""

_DEPTH = 100
"""How many elements around a match are considered. Normal pages are less deep; hostile ones may have a million."""


class Match(NamedTuple):
    """An element that matches `selector`, as numbers of start tags: its own, and those of the elements around it.

    `number` is None for an element without a tag, such as the body of a page without `<body>`. `following` is the
    first element after this one and its contents, or None.
    """

    selector: str
    number: int | None
    around: tuple[int, ...]
    following: int | None


def need_selectors() -> None:
    """Raise `ProblemsError` if the library that matches selectors is not installed."""
    try:
        import selectolax.lexbor  # noqa: F401, PLC0415 (to find out whether it is installed)
    except ModuleNotFoundError:
        from rtpsnippets.extras import needs_extra  # noqa: PLC0415 (only the message needs it)

        raise needs_extra("matching selectors", "audit") from None


def is_supported(selector: str) -> bool:
    """Return whether elements can be compared with the selector: browsers support more than the library does.

    >>> is_supported("a:has(img), .cta"), is_supported("a::before"), is_supported(":contains('x')")
    (True, False, False)
    """
    return _select(_parse(""), selector) is not None


def matches(html: str, tags: Sequence[Tag], selectors: Iterable[str], deadline: Deadline) -> Iterator[Match]:
    """Yield the elements that match each of the selectors, selector by selector.

    `tags` are all tags of the page. Elements in a `template` or a `noscript` are not part of the page, and an
    unsupported selector matches nothing. Raises `TooSlowError` at the deadline, and `RecursionError` if too many
    elements are open at once.
    """
    _check_open(tags)
    mark = _NUMBER
    while mark in html.lower():
        mark += "x"
    number_of = partial(_number_of, mark)
    page = _parse(_numbered(html, tags, mark))
    for selector in selectors:
        deadline.check()
        for node in _select(page, selector) or ():
            deadline.check()
            above = list(_ancestors(node))
            after = (sibling for each in (node, *above) for sibling in _siblings_after(each))
            following = next(filter(_is_known, map(number_of, after)), None)
            yield Match(selector, number_of(node), tuple(filter(_is_known, map(number_of, above))), following)


def _check_open(tags: Iterable[Tag]) -> None:
    """Raise `RecursionError` if parsing takes quadratic time or memory, because too many elements are not closed."""
    unclosed: Counter[str] = Counter()
    depth = formatting = work = 0
    for tag in tags:
        change = 0
        if tag.is_end:
            change = -1 if unclosed[tag.name] else 0
        elif tag.name not in VOID and tag.name not in _ENDED_BY_NEXT:
            change = 1
        unclosed[tag.name] += change
        depth += change
        formatting += change if tag.name in _FORMATTING else 0
        work += depth + _NODES * formatting
    if work > _MAX_WORK:
        raise RecursionError


def _numbered(html: str, tags: Sequence[Tag], mark: str) -> str:
    """Return a copy of the page in which each start tag has its number, without what a page does not contain."""
    parts: list[str] = []
    at = 0
    for number, tag in enumerate(tags):
        if tag.is_end or tag.is_inert:
            continue
        is_formatting = tag.name in _FORMATTING
        end = tag.end if is_formatting else tag.start + 1 + len(tag.name)
        parts += (html[at:end], f"<!--{mark}{number}-->" if is_formatting else f' {mark}="{number}" ')
        at = end
        if tag.name == "noscript" and tag.content:
            parts.append(html[at : tag.end])
            at = tag.end + len(tag.content)
    return "".join([*parts, html[at:]])


def _parse(html: str) -> Any:  # noqa: ANN401 (a part of the optional library)
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415 (needed only if there are selectors)

    return LexborHTMLParser(html)


def _select(page: Any, selector: str) -> list[Any] | None:  # noqa: ANN401 (as above)
    """Return the matching nodes; None for an unsupported selector."""
    from selectolax.lexbor import SelectolaxError  # noqa: PLC0415 (as above)

    try:
        nodes: list[Any] = page.css(selector)
    except SelectolaxError:
        return None
    return nodes


def _ancestors(node: Any) -> Iterator[Any]:  # noqa: ANN401 (as above)
    for _ in range(_DEPTH):
        node = node.parent
        if node is None:
            return
        yield node


def _siblings_after(node: Any) -> Iterator[Any]:  # noqa: ANN401 (as above)
    while (node := node.next) is not None:
        yield node


def _number_of(mark: str, node: Any) -> int | None:  # noqa: ANN401 (as above)
    if not node.is_element_node:
        return None
    written = node.attributes.get(mark)
    if written is None and node.tag in _FORMATTING and node.first_child and node.first_child.is_comment_node:
        _, _, written = node.first_child.comment_content.partition(mark)
    return int(written) if written else None


def _is_known(number: int | None) -> TypeGuard[int]:
    return number is not None
