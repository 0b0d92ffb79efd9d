"""Say what an audit has found in SARIF 2.1.0, which code scanning shows beside the lines of a repository.

The form is that of "Static Analysis Results Interchange Format (SARIF) Version 2.1.0" by OASIS.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from urllib.parse import quote

from rtpsnippets.audit.finding import Finding
from rtpsnippets.audit.kinds import KINDS
from rtpsnippets.cli.annotations import in_repository
from rtpsnippets.errors import defused, printable

_NAME = "rtpsnippets"
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"
"""What paths start from: the root of the repository, as GitHub reads them."""


def sarif(findings: Sequence[Finding]) -> str:
    """Return the log of one run with these findings, as JSON in ASCII."""
    run = {
        "tool": {"driver": {"name": _NAME, "version": version(_NAME), "rules": _rules()}},
        "columnKind": "unicodeCodePoints",
        "results": list(_results(findings)),
    }
    return defused(json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2))


def _rules() -> list[object]:
    return [
        {"id": name, "shortDescription": {"text": kind.what}, "defaultConfiguration": {"level": kind.level}}
        for name, kind in KINDS.items()
    ]


def _results(findings: Sequence[Finding]) -> Iterator[object]:
    places = {name: at for at, name in enumerate(KINDS)}
    times: Counter[str] = Counter()
    for finding in findings:
        uri = _uri(finding.file)
        same = f"{finding.kind}\0{uri}\0{finding.what}"
        times[same] += 1
        yield {
            "ruleId": finding.kind,
            "ruleIndex": places[finding.kind],
            "level": finding.level,
            "message": {"text": printable(". ".join(filter(None, (finding.what, finding.hint))))},
            "locations": [{"physicalLocation": {"artifactLocation": _artifact(uri), **_region(finding)}}],
            # The same when lines move: nothing of a place is in it, but that it is not the first of its kind.
            "partialFingerprints": {"finding/v1": f"{_digest(same)}:{times[same]}"},
        }


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()


def _uri(file: str) -> str:
    """The path from the root of the repository, where there is one, as the reference that it is in an address."""
    path = in_repository(file)
    return quote(os.fsencode(Path(path).as_posix()), safe="/")


def _artifact(uri: str) -> object:
    return {"uri": f"file://{uri}"} if uri.startswith("/") else {"uri": uri, "uriBaseId": _ROOT}


def _region(finding: Finding) -> dict[str, object]:
    """Where it is in the file; nothing if the whole file is meant."""
    start, end = (finding.start or (None, None)), (finding.end or (None, None))
    numbers = {"startLine": start[0], "startColumn": start[1], "endLine": end[0], "endColumn": end[1]}
    known = {name: number for name, number in numbers.items() if number is not None}
    return {"region": known} if known else {}
