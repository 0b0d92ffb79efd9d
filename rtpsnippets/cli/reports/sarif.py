"""Format the findings of an audit as SARIF 2.1.0, which code scanning shows beside the lines of a repository.

OASIS defines it in "Static Analysis Results Interchange Format (SARIF) Version 2.1.0".
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import quote

from rtpsnippets.cli.reports.github import in_repository
from rtpsnippets.display import defused, printable
from rtpsnippets.errors import Location, Problem
from rtpsnippets.site.audit.findings import level_of
from rtpsnippets.site.audit.kinds import KINDS
from rtpsnippets.version import VERSION

_NAME = "rtpsnippets"
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"
"""What paths are relative to: GitHub uses the root of the repository."""


def sarif(findings: Sequence[Problem]) -> str:
    """Return the log of one run with these findings, as JSON in ASCII."""
    return _log({"results": list(_results(findings))})


def sarif_of_failure(problems: Sequence[Problem]) -> str:
    """Return the log of a run that failed because of these problems.

    It has no `results`: an empty list would mean that all earlier findings are fixed.
    """
    notifications = [_notification(problem) for problem in problems]
    return _log({"invocations": [{"executionSuccessful": False, "toolExecutionNotifications": notifications}]})


def _log(of_run: Mapping[str, object]) -> str:
    driver = {"name": _NAME, "version": VERSION, "rules": _rules()}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", **of_run}
    return defused(json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2))


def _notification(problem: Problem) -> object:
    locations = {"locations": [_location(problem.location)]} if problem.location.file else {}
    return {"level": "error", "message": _text(problem.message, problem.hint), **locations}


def _text(what: str, hint: str) -> object:
    return {"text": printable(". ".join(filter(None, (what, hint))))}


def _rules() -> list[object]:
    return [
        {"id": name, "shortDescription": {"text": kind.what}, "defaultConfiguration": {"level": kind.level}}
        for name, kind in KINDS.items()
    ]


def _results(findings: Sequence[Problem]) -> Iterator[object]:
    places = {name: at for at, name in enumerate(KINDS)}
    times: Counter[str] = Counter()
    for finding in findings:
        same = f"{finding.rule}\0{_uri(finding.location.file)}\0{finding.what_in_part}"
        times[same] += 1
        yield {
            "ruleId": finding.rule,
            "ruleIndex": places[finding.rule],
            "level": level_of(finding),
            "message": _text(finding.what_in_part, finding.hint),
            "locations": [_location(finding.location)],
            # Stays the same when lines move: it contains no location, only a number among equal findings.
            "partialFingerprints": {"finding/v1": f"{_digest(same)}:{times[same]}"},
        }


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()


def _uri(file: str) -> str:
    """Return the path as a URI, relative to the root of the repository if it is known."""
    path = in_repository(file)
    return quote(os.fsencode(Path(path).as_posix()), safe="/")


def _artifact(uri: str) -> object:
    return {"uri": f"file://{uri}"} if uri.startswith("/") else {"uri": uri, "uriBaseId": _ROOT}


def _location(location: Location) -> object:
    """Return the file and the region in it; without a region, the whole file is meant."""
    end_line, end_column = location.end or (None, None)
    numbers = {
        "startLine": location.line,
        "startColumn": location.column,
        "endLine": end_line,
        "endColumn": end_column,
    }
    known = {name: number for name, number in numbers.items() if number is not None}
    artifact = _artifact(_uri(location.file))
    return {"physicalLocation": {"artifactLocation": artifact, **({"region": known} if known else {})}}
