"""The changes of definitions as Markdown for a comment on a pull request, with values shown as code.

>>> from rtpsnippets.snippets.changes import Change
>>> print(make([Change("a", "value", "also sends the value {}", ("x|y",))]), end="")
### Changes to events
<BLANKLINE>
1 change in 1 event; no segment breaks.
<BLANKLINE>
| Event | Change |
| --- | --- |
| `a` | also sends the value <code>x&#x7c;y</code> |
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rtpsnippets.display import count, cut
from rtpsnippets.snippets.changes import Change, summary
from rtpsnippets.snippets.tables.markdown_table import value_cell

_HEAD = "| Event | Change |\n| --- | --- |\n"
_MAX_LENGTH = 60_000
"""How many characters the rows may have together: GitHub refuses a comment with more than 65,536."""


def make(changes: Sequence[Change]) -> str:
    """Return a table of the changes, those that break segments first, and a folded one for the documentation."""
    parts = ["### Changes to events", summary(changes)]
    shown = sorted((change for change in changes if not change.is_documentation), key=lambda change: not change.breaks)
    notes = [change for change in changes if change.is_documentation]
    rows = list(_rows([*shown, *notes]))
    if table := "".join(rows[: len(shown)]):
        parts.append(_HEAD + table.rstrip("\n"))
    if table := "".join(rows[len(shown) :]):
        title = f"<summary>{count(len(notes), 'change')} to the documentation only</summary>"
        parts.append(f"<details>\n{title}\n\n{_HEAD}{table}\n</details>")
    if missing := len(changes) - len(rows):
        parts.append(f"The list is cut: {count(missing, 'more change')}.")
    return "\n\n".join(parts) + "\n"


def _rows(changes: Sequence[Change]) -> Iterator[str]:
    """Yield the row of each change, as long as they fit."""
    length = 0
    for change in changes:
        text = change.text.replace("_", "&#x5f;")  # the only Markdown that an id can contain
        what = text.format(*(value_cell(cut(quote)) for quote in change.quotes))
        row = f"| `{change.id}` | {'**Breaks segments:** ' * change.breaks}{what} |\n"
        length += len(row)
        if length > _MAX_LENGTH:
            return
        yield row
