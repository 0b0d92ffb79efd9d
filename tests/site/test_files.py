"""`rtpsnippets import` and `audit` of files as real projects have them: each file of `files` has what is expected.

`name.json` beside the file `name` lists the events (their values, and their triggers where a definition says one), and
what is said of the rest: line and words.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from rtpsnippets.errors import Problem
from rtpsnippets.events.event import Event
from rtpsnippets.site.importing.adopt import adopt
from rtpsnippets.site.site_file import read_site_file

FILES = Path(__file__).parent / "files"
EXPECTED = sorted(
    path.relative_to(FILES).as_posix() for path in FILES.rglob("*.json") if path.with_suffix("").is_file()
)


def _event(event: Event) -> dict[str, Any]:
    value = event.value if isinstance(event.value, str) else list(event.value)
    trigger = {"on": event.on, "selector": event.selector}
    elements = {name: True for name in ("button", "link") if getattr(event, name)}
    return {"value": value, **{name: text for name, text in trigger.items() if text}, **elements}


def _said(problems: list[Problem], path: Path) -> list[str]:
    return [f"{problem.location.line}: {problem.what_in_part.replace(str(path), path.name)}" for problem in problems]


def imported(path: Path) -> dict[str, Any]:
    """What the import of a file makes of it: what is empty is left out."""
    adopted = adopt([read_site_file(str(path), 10**7, 10)])
    found = {
        "events": [_event(made.event) for made in adopted.events],
        "left out": _said(adopted.unknown, path),
        "notes": _said(adopted.notes, path),
        "skipped": [problem.what for problem in adopted.skipped],
    }
    return {name: listed for name, listed in found.items() if listed}


@pytest.mark.parametrize("name", EXPECTED)
def test_a_file_of_a_real_project_is_imported_as_expected(name: str) -> None:
    path = FILES / name
    assert imported(path.with_suffix("")) == json.loads(path.read_text("utf-8"))
