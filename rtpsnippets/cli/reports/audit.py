"""Print what an audit has found: for people, for programs, for GitHub."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from rtpsnippets.cli.reports.github import annotations_of
from rtpsnippets.cli.reports.problems_json import problem_as_data
from rtpsnippets.cli.reports.sarif import sarif, sarif_of_failure
from rtpsnippets.display import defused, harmless
from rtpsnippets.errors import Problem, ProblemsError, RtpSnippetsError
from rtpsnippets.limits import MAX_PROBLEMS
from rtpsnippets.site.audit.findings import Finding, Report
from rtpsnippets.site.audit.kinds import ERROR


def lines_of(report: Report, output_format: str) -> Iterator[str]:
    """The lines to print: `text`, `json`, `github` or `sarif`."""
    if output_format == "text":
        yield from (harmless(str(finding.problem)) for finding in report.findings)
    elif output_format == "json":
        yield _as_json(report)
    elif output_format == "sarif":
        yield sarif(report.findings)
    else:
        errors = [finding.problem for finding in report.findings if finding.level == ERROR]
        warnings = [finding.problem for finding in report.findings if finding.level != ERROR]
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
        "findings": [*map(_as_data, report.findings)],
        "problems": [*map(problem_as_data, problems[:MAX_PROBLEMS])],
    }
    return defused(json.dumps(found, indent=2))


def _as_data(finding: Finding) -> dict[str, object]:
    """What a finding says; null is what is not known of it."""
    (line, column), (end_line, end_column) = (finding.start or (None, None)), (finding.end or (None, None))
    return {
        "kind": finding.kind,
        "level": finding.level,
        "file": finding.file,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "what": finding.what,
        "hint": finding.hint,
    }
