"""What an audit finds: one thing that is wrong with a site, with its place; and all that was found.

>>> print(Finding("no-tag", "the page has no RTP tag", file="site/a.html", start=(3, 7)).problem)
site/a.html:3:7: the page has no RTP tag [no-tag]
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rtpsnippets.display import count
from rtpsnippets.errors import Problem
from rtpsnippets.site.audit.kinds import KINDS
from rtpsnippets.site.javascript.model import Span

if TYPE_CHECKING:  # it needs the extra, and a report can be told without
    from rtpsnippets.site.site_file import SiteFile


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: its kind, what and where it is, and what to do.

    `start` and `end` are lines and columns, from 1; that of `end` is the first that isn't meant any more. `start` is
    None if a whole file is meant. `about` is the value or the id that nobody knows.
    """

    kind: str
    what: str
    hint: str = ""
    file: str = ""
    start: tuple[int, int | None] | None = None
    end: tuple[int, int] | None = None
    about: str = ""

    @property
    def level(self) -> str:
        """How grave it is, as `kinds` says."""
        return KINDS[self.kind].level

    @property
    def problem(self) -> Problem:
        """The same as a person is told it."""
        line, column = self.start or (None, None)
        return Problem(self.what, self.hint, file=self.file, line=line, column=column, rule=self.kind)


@dataclass(frozen=True, slots=True)
class Report:
    """What an audit has found, in how many pages and scripts.

    `findings` are the first, in the order of files and lines; `total` is how many there are. `links` is how many links
    of the site were not followed.
    """

    findings: tuple[Finding, ...]
    total: int
    pages: int
    scripts: int
    links: int = 0

    @property
    def summary(self) -> str:
        """How much was found, and in how much: `2 findings in 3 pages and 1 script`."""
        listed = len(self.findings)
        findings = count(self.total, "finding") if self.total else "no findings"
        more = f"; the first {listed:,} are listed" if self.total > listed else ""
        return f"{findings} in {count(self.pages, 'page')} and {count(self.scripts, 'script')}{more}"


def found(kind: str, file: SiteFile, span: Span, what: str, hint: str = "") -> Finding:
    """A finding about `span` of a file of the site."""
    end = file.place(Span(span.end, span.end))
    return Finding(kind, what, hint, file.path, file.place(span), end)
