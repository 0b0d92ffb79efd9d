"""Print what an audit has found: for people, for programs, for GitHub."""

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
    """The lines to print: `text`, `json`, `github` or `sarif`."""
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
    """The lines to print for programs when there was no audit; people are told by a message."""
    problems = error.problems if isinstance(error, ProblemsError) else (Problem(str(error)),)
    if output_format == "json":
        yield _as_json(Report((), 0, 0, 0), problems)
    elif output_format == "sarif":
        yield sarif_of_failure(problems[:MAX_PROBLEMS])
    elif output_format == "github":
        yield from annotations_of(problems, ())


def _as_json(report: Report, problems: Sequence[Problem] = ()) -> str:
    """A JSON object: how much was read and found, the findings, and the problems that let no audit be.

    Of very many, the lists have the first, and `has_more` is true.
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
