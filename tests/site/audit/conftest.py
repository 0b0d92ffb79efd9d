"""A built site in a folder of its own, and what an audit finds in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from rtpsnippets.definitions.load import read_definitions
from rtpsnippets.site.audit.findings import Report
from rtpsnippets.site.audit.run import audit
from tests.site.audit.sites import DEFINITIONS, OTHERS, Audit, Audited, write_site


@pytest.fixture
def report_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Report]:
    """Write a site, and return the whole report about it."""
    monkeypatch.chdir(tmp_path)

    def run(files: Mapping[str, str], definitions: str = DEFINITIONS, **options: Any) -> Report:
        Path("events.toml").write_text(definitions, "utf-8")
        Path("site").mkdir(exist_ok=True)
        write_site(files)
        return audit("site", read_definitions(["events.toml"]), **options)

    return run


@pytest.fixture
def found(report_of: Callable[..., Report]) -> Audit:
    """Write a site, and return what is found in it but the events that nobody uses."""

    def run(files: Mapping[str, str], *, of_use: bool = False, **options: Any) -> list[Audited]:
        report = report_of(files, **{"ignore": () if of_use else OTHERS, **options})
        return [
            Audited(finding.rule, str(finding.location).removeprefix("site/"), finding.what, finding.hint)
            for finding in report.findings
        ]

    return run


@pytest.fixture
def kinds(found: Audit) -> Callable[..., list[str]]:
    """Write a site, and return the kinds of what is found in it, each with its file and line; of a page, its line."""

    def run(files: Mapping[str, str] | str, **options: Any) -> list[str]:
        of_page = {"a.html": files} if isinstance(files, str) else None
        findings = found(of_page or files, **options)
        lines = [(finding.kind, *finding.place.split(":")) for finding in findings]
        return [f"{kind} {line[0] if of_page else ':'.join([name, *line[:1]])}" for kind, name, *line in lines]

    return run
