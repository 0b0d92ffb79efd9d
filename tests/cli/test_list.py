"""`rtpsnippets list`: what each event sends, for people and for programs."""

from __future__ import annotations

import json

from tests.cli.events import Run


def test_list__shows_each_value_on_a_line_of_its_own(events: Run) -> None:
    lines = events("list").stdout.splitlines()
    assert lines[:4] == [
        "ID        CALLS  FORMATS             VALUES",
        "my-event  1      js, script          MyEvent",
        "nine      3      js, script, button  1",
        "                                     2",
    ]
    assert len(lines) == 11


def test_list__values_that_a_terminal_cannot_show_are_escaped(run: Run) -> None:
    document = json.dumps({"events": {"a": {"value": "\x1b[31m 日"}}})
    assert "\\u001b[31m 日" in run("list", "-", "--input-format", "json", stdin=document).stdout
    latin = run("list", "-", "--input-format", "json", stdin=document, PYTHONIOENCODING="latin-1")
    assert (latin.returncode, "\\u001b[31m \\u65e5" in latin.stdout) == (0, True)


def test_list__json_is_for_programs(events: Run) -> None:
    assert json.loads(events("list", "--format", "json").stdout)[0] == {
        "id": "my-event",
        "value": "MyEvent",
        "calls": 1,
        "formats": ["js", "script"],
        "description": "",
    }
