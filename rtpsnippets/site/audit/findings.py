"""What an audit finds: a finding is a problem whose rule is its kind; and the report of all that was found.

>>> level_of(Problem("the page has no RTP tag", location=Location("site/a.html", 3, 7), rule="no-tag"))
'error'
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rtpsnippets.display import count
from rtpsnippets.errors import Location, Problem
from rtpsnippets.site.audit.kinds import KINDS, SKIPPED
from rtpsnippets.site.javascript.model import Span

if TYPE_CHECKING:  # it needs the extra, and a report can be told without
    from rtpsnippets.site.site_file import SiteFile


@dataclass(frozen=True, slots=True)
class Report:
    """What an audit has found, in how many pages and scripts.

    `findings` are the first, in the order of files and lines; `total` is how many there are. `links` is how many links
    of the site were not followed.
    """

    findings: tuple[Problem, ...]
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


def found(kind: str, file: SiteFile, span: Span, what: str, hint: str = "") -> Problem:
    """A finding about `span` of a file of the site."""
    return Problem(what, hint, location=file.location(span), rule=kind)


def skipped(path: str, refusal: str) -> Problem:
    """The finding about a file or folder that was not read, and why."""
    return Problem(refusal, location=Location(path), rule=SKIPPED)


def level_of(finding: Problem) -> str:
    """How serious a finding is, as `kinds` says."""
    return KINDS[finding.rule].level
