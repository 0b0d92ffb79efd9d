"""Print what an audit has found: for people, for programs, for GitHub."""

from __future__ import annotations

import json
from collections.abc import Iterator

from rtpsnippets.audit.finding import Finding, Report
from rtpsnippets.audit.kinds import ERROR
from rtpsnippets.cli.annotations import annotations_of
from rtpsnippets.cli.sarif import sarif
from rtpsnippets.errors import defused, harmless


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


def _as_json(report: Report) -> str:
    """A JSON object: how much was read and found, and the findings; of very many the first, and `has_more` is true."""
    found = {
        "pages": report.pages,
        "scripts": report.scripts,
        "total": report.total,
        "has_more": report.total > len(report.findings),
        "findings": [*map(_as_data, report.findings)],
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
