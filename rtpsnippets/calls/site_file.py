"""Read one file of a site: what is found in it, or why it is skipped.

>>> SiteFile("site/old.html", refusal="is larger than 10 MB").contents is None
True
"""

from __future__ import annotations

from dataclasses import dataclass

from rtpsnippets.calls.found import Contents, Span
from rtpsnippets.lines import Lines


@dataclass(frozen=True, slots=True)
class SiteFile:
    """One file of a site: its path as it was given, what is found in it, and its lines.

    `contents` is None for a file that is skipped; `refusal` then says why, in words that follow the path.
    """

    path: str
    contents: Contents | None = None
    lines: Lines | None = None
    refusal: str = ""

    def place(self, span: Span) -> tuple[int, int]:
        """The line and the column of the first character of `span`, both from 1."""
        return (self.lines.number(span.start), self.lines.column(span.start)) if self.lines else (1, 1)


def read_site_file(path: str, max_bytes: int, seconds: float) -> SiteFile:
    """Return what is found in the file at `path`; whatever is wrong with it is said in `refusal`, never raised.

    A name that ends in `.js`, `.mjs` or `.cjs` is of a script, any other of a page. `max_bytes` is how large the file
    may be, `seconds` how long reading it may take.
    """
    raise NotImplementedError
