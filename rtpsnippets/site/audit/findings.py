"""The findings of an audit, which are problems with the kind of finding as their rule, and its report.

>>> level_of(Problem("the page has no RTP tag", location=Location("site/a.html", 3, 7), rule="no-tag"))
'error'
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rtpsnippets.display import count, cut, quoted
from rtpsnippets.errors import Location, Problem
from rtpsnippets.events.event import Event
from rtpsnippets.site.audit.kinds import KINDS, SKIPPED
from rtpsnippets.site.javascript.model import Span
from rtpsnippets.snippets.usage import Usage

if TYPE_CHECKING:  # it needs the extra, which a report does not
    from rtpsnippets.site.site_file import SiteFile


@dataclass(frozen=True, slots=True)
class Report:
    """The result of an audit.

    `findings`: the first ones, by file and line. `total`: the number of all findings. `links`: the number of links in
    the site that were not followed. `usage`: the pages that send each event, if they were requested.
    """

    findings: tuple[Problem, ...]
    total: int
    pages: int
    scripts: int
    links: int = 0
    usage: Usage = field(default_factory=dict)

    @property
    def summary(self) -> str:
        """The number of findings and files: `2 findings in 3 pages and 1 script`."""
        listed = len(self.findings)
        findings = count(self.total, "finding") if self.total else "no findings"
        more = f"; the first {listed:,} are listed" if self.total > listed else ""
        return f"{findings} in {count(self.pages, 'page')} and {count(self.scripts, 'script')}{more}"


def found(  # noqa: PLR0913 (each is a part of the finding)
    kind: str, file: SiteFile, span: Span, what: str, hint: str = "", *, event: Event | None = None
) -> Problem:
    """Return a finding about `span` in a file of the site, with the owner of the event that it is about."""
    return Problem(what, hint + (owned(event) if event else ""), location=file.location(span), rule=kind)


def owned(event: Event) -> str:
    """Return the end of a hint about an event: its owner, if it has one."""
    return f" (the owner of {quoted(event.id)} is {cut(event.owner)})" if event.owner else ""


def skipped(path: str, refusal: str) -> Problem:
    """Return the finding for a file or folder that was not read."""
    return Problem(refusal, location=Location(path), rule=SKIPPED)


def level_of(finding: Problem) -> str:
    """Return the level of a finding: `error` or `warning`."""
    return KINDS[finding.rule].level
