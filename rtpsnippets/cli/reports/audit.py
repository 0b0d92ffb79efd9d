"""Format the findings of an audit: as text, JSON, GitHub annotations or SARIF."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from rtpsnippets.cli.reports.github import annotations_of
from rtpsnippets.cli.reports.problems_json import problem_as_data
from rtpsnippets.cli.reports.sarif import sarif, sarif_of_failure
from rtpsnippets.display import defused, harmless
from rtpsnippets.errors import ERROR, WARNING, Problem, ProblemsError, RtpSnippetsError
from rtpsnippets.limits import MAX_PROBLEMS
from rtpsnippets.site.audit.findings import Report, level_of


def lines_of(report: Report, output_format: str) -> Iterator[str]:
    """Yield the lines to print in `output_format`: `text`, `json`, `github` or `sarif`."""
    if output_format == "text":
        yield from (harmless(str(finding)) for finding in report.findings)
    elif output_format == "json":
        yield _as_json(report)
    elif output_format == "sarif":
        yield sarif(report.findings)
    else:
        errors = [finding for finding in report.findings if level_of(finding) == ERROR]
        warnings = [finding for finding in report.findings if level_of(finding) == WARNING]
        yield from annotations_of(errors, warnings)


def failure_lines(error: RtpSnippetsError, output_format: str) -> Iterator[str]:
    """Yield the lines to print for programs if the audit failed; users see a message."""
    problems = error.problems if isinstance(error, ProblemsError) else (Problem(str(error)),)
    if output_format == "json":
        yield _as_json(Report((), 0, 0, 0), problems)
    elif output_format == "sarif":
        yield sarif_of_failure(problems[:MAX_PROBLEMS])
    elif output_format == "github":
        yield from annotations_of(problems, ())


def _as_json(report: Report, problems: Sequence[Problem] = ()) -> str:
    """Return a JSON object: how much was read and found, the findings, and the problems that prevented an audit.

    Very long lists are cut, and `has_more` is true.
    """
    found = {
        "pages": report.pages,
        "scripts": report.scripts,
        "total": report.total,
        "has_more": report.total > len(report.findings) or len(problems) > MAX_PROBLEMS,
        "findings": [problem_as_data(finding, level_of(finding)) for finding in report.findings],
        "problems": [problem_as_data(problem, ERROR) for problem in problems[:MAX_PROBLEMS]],
    }
    return defused(json.dumps(found, indent=2))
