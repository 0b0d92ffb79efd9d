r"""Say on which pages of a site an event is used, and how.

>>> print(pages_shown({"index.html": ["button"], "a\tb.html": ["link", "script"], "c.html": ["link"]}, limit=2))
3 pages: index.html (button), a\tb.html (link, script) and 1 more
>>> print(pages_shown({}), usage_summary([{}, {"index.html": ["button"]}]))
no page 1 event is used, 1 is not
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from rtpsnippets.display import count
from rtpsnippets.events.invisible import visible

WAYS = ("button", "link", "handler", "marked element", "selector", "script")
"""How a page sends an event, in the order in which the ways are shown.

The first three are code on an element, by its kind. `selector` is that of the event, in the binding.
"""

BUTTON, LINK, HANDLER, MARKED, SELECTOR, SCRIPT = WAYS

Pages = Mapping[str, Sequence[str]]
"""The pages that send an event: their paths in the site, with `/`, and in which of the `WAYS`."""

Usage = Mapping[str, Pages]
"""The pages that send each event, by its id."""


def pages_shown(pages: Pages, limit: int | None = None) -> str:
    """Return how many pages there are, with the names of the first ones up to the limit."""
    if not pages:
        return "no page"
    named = (f"{visible(page)} ({', '.join(how)})" for page, how in islice(pages.items(), limit))
    more = 0 if limit is None else max(len(pages) - limit, 0)
    return f"{count(len(pages), 'page')}: {', '.join(named)}{f' and {more} more' if more else ''}"


def usage_summary(pages: Iterable[Pages]) -> str:
    """Return how many events are used: `38 events are used, 2 are not`."""
    is_used = [bool(of_event) for of_event in pages]
    used, unused = sum(is_used), len(is_used) - sum(is_used)
    return f"{count(used, 'event')} {_is(used)} used, {unused} {_is(unused)} not"


def _is(number: int) -> str:
    return "is" if number == 1 else "are"
