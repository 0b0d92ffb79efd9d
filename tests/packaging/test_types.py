"""A user's program sees the types of the installed package: mypy and pyright agree on each use."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.clean_environment import SCRIPTS, run

RIGHT = '''\
"""Uses all that the package offers; each `assert_type` holds for the type as a checker infers it."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal, assert_type

import rtpsnippets
from jinja2 import Environment
from rtpsnippets import (
    Button, Carrier, Event, FileAccessError, FormatName, Link, Location, Problem, ProblemsError, RtpSnippetsError,
    RtpSnippetsWarning, Trigger, call, literal, load, render, render_binding, render_preview,
)
from rtpsnippets.plugins.jinja import RtpSnippetsExtension


def snippets(path: Path) -> dict[str, str]:
    try:
        events = load([path, "more.toml"], "toml", max_bytes=1_000)
    except ProblemsError as error:
        assert_type(error.problems, tuple[Problem, ...])
        raise SystemExit(str(error)) from None
    except FileAccessError as error:
        refusal: RtpSnippetsError = error
        raise SystemExit(str(refusal)) from None
    assert_type(events, dict[str, Event])
    return {event_id: render(event, "js", templates=path.parent) for event_id, event in events.items()}


def in_formats(event: Event, named: str) -> list[str]:
    """A name from elsewhere is no error, whoever gives it."""
    formats: list[FormatName] = ["js", named]
    return [render(event, name) for name in (*formats, *("script", "button"), event.trigger)]


def sent_later(event: Event, seconds: int, carrier: Carrier) -> Event:
    on: Trigger = f"after {seconds}s"
    return Event(event.id, event.value, carrier=carrier, on=on)


def words(event: Event) -> str:
    """A checker knows that there is no third carrier."""
    match event.carrier:
        case "inline":
            return "a handler"
        case "data":
            return "an id"


assert_type(rtpsnippets.__version__, str)
assert_type(load("events.toml"), dict[str, Event])
assert_type(load(["events.toml", Path("more.yaml")]), dict[str, Event])

button = Button("Talk", {"class": "cta", "disabled": True})
assert_type(button, Button)
assert_type(button.label, str)
assert_type(button.attributes, Mapping[str, str | bool])
assert_type(Button("Talk").written_attributes, Mapping[str, str | bool])
link = Link("Terms", {"href": "/terms", "target": "_blank"})
assert_type(link, Link)
assert_type(link.label, str)
assert_type(link.attributes, Mapping[str, str | bool])

event = Event("talk", ("It's", "free"), button, description="A talk.", ignore=["odd-value"])
linked = Event("terms", "Terms", link=link, carrier="data", guard=True, refresh=True, selector=".a", on="load")
assert_type(event, Event)
assert_type(event.id, str)
assert_type(linked.value, str | Sequence[str])
assert_type(event.button, Button | None)
assert_type(event.link, Link | None)
assert_type(event.description, str)
assert_type(event.carrier, Literal["inline", "data"])
assert_type(event.guard, bool)
assert_type(event.refresh, bool)
assert_type(event.selector, str)
assert_type(event.on, Trigger)
assert_type(event.ignore, Sequence[str])
assert_type(event.calls, tuple[str, ...])

assert_type(literal("Pricing"), str)
assert_type(call("Pricing"), str)
assert_type(call(["Pricing", "Security"]), str)
assert_type(render(event, "button", templates="templates", nonce_attribute="nonce"), str)
assert_type(render_binding(iter([event, linked]), templates=Path("templates")), str)
assert_type(render_preview([event, linked], nonce_attribute="nonce"), str)

problem = Problem("is empty", "write one", key=("events", 1), location=Location("events.toml", 1, 2, (1, 9)))
assert_type(problem.what, str)
assert_type(problem.hint, str)
assert_type(problem.key, tuple[str | int, ...])
assert_type(problem.location.file, str)
assert_type(problem.location.line, int | None)
assert_type(problem.location.column, int | None)
assert_type(problem.location.end, tuple[int, int] | None)
assert_type(str(problem.location), str)
assert_type(problem.rule, str)
assert_type(problem.message, str)
assert_type(ProblemsError([problem]).problems, tuple[Problem, ...])
category: type[UserWarning] = RtpSnippetsWarning
raised: tuple[type[RtpSnippetsError], ...] = (ProblemsError, FileAccessError)
environment = Environment(extensions=[RtpSnippetsExtension])
assert_type(rtpsnippets.call("Pricing"), str)
'''

WRONG: Mapping[str, tuple[str, str]] = {
    "from rtpsnippets import rendre": ("attr-defined", "reportAttributeAccessIssue"),
    "import rtpsnippets; rtpsnippets.rendre": ("attr-defined", "reportAttributeAccessIssue"),
    "load(3)": ("arg-type", "reportArgumentType"),
    "load('events.toml', max_bytes='1 MB')": ("arg-type", "reportArgumentType"),
    "literal(3)": ("arg-type", "reportArgumentType"),
    "call(3)": ("arg-type", "reportArgumentType"),
    "call([1, 2])": ("list-item", "reportArgumentType"),
    "render('talk', 'js')": ("arg-type", "reportArgumentType"),
    "render(Event('talk', 'Talk'))": ("call-arg", "reportCallIssue"),
    "render_binding(Event('talk', 'Talk'))": ("arg-type", "reportArgumentType"),
    "render_preview([Event('talk', 'Talk')], nonce_attribute=True)": ("arg-type", "reportArgumentType"),
    "Event('talk')": ("call-arg", "reportCallIssue"),
    "Event('talk', 3)": ("arg-type", "reportArgumentType"),
    "Event('talk', 'Talk', 'Talk')": ("arg-type", "reportArgumentType"),
    "Event('talk', 'Talk', link=Button('Talk'))": ("arg-type", "reportArgumentType"),
    "Event('talk', 'Talk', carrier='both')": ("arg-type", "reportArgumentType"),
    "Event('talk', 'Talk', on=60)": ("arg-type", "reportArgumentType"),
    "render(Event('talk', 'Talk'), 3)": ("arg-type", "reportArgumentType"),
    "Event('talk', 'Talk').id = 'other'": ("misc", "reportAttributeAccessIssue"),
    "Button('Talk', 'cta')": ("arg-type", "reportArgumentType"),
    "Link('Terms', href='/terms')": ("call-arg", "reportCallIssue"),
    "Problem(3)": ("arg-type", "reportArgumentType"),
    "ProblemsError('is empty')": ("arg-type", "reportArgumentType"),
}
"""Wrong uses, one per line, and the error codes of mypy and pyright."""

ALSO = {"reportUnknownVariableType", "reportUnusedExpression", "reportUnusedImport"}
"""Further errors of pyright for some of them."""

IMPORTS = "from rtpsnippets import Button, Event, Link, Problem, ProblemsError, call, literal, load, render\n"
MORE_IMPORTS = "from rtpsnippets import render_binding, render_preview\n"


@pytest.fixture(scope="module")
def programs_to_check(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("programs")
    (folder / "right.py").write_text(RIGHT, "utf-8")
    (folder / "wrong.py").write_text(IMPORTS + MORE_IMPORTS + "\n".join(WRONG) + "\n", "utf-8")
    return folder


def _by_line(found: Iterator[tuple[str, int, str]]) -> dict[str, str]:
    """The findings of a checker, by line of the program with the mistakes; assert that there are no others."""
    lines = [*IMPORTS.splitlines(), *MORE_IMPORTS.splitlines(), *WRONG]
    return {lines[line - 1] if name == "wrong.py" else f"{name}:{line}": rule for name, line, rule in found}


def _of_mypy(programs: Path, folder: Path) -> Iterator[tuple[str, int, str]]:
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", "--cache-dir=cache"]
    ran = run([*command, "--python-executable", programs / "python", "right.py", "wrong.py"], folder)
    for name, line, rule in re.findall(r"(?m)^([\w.]+):(\d+): error: .*\[([\w-]+)\]$", ran.output):
        yield name, int(line), rule


def _of_pyright(programs: Path, folder: Path) -> Iterator[tuple[str, int, str]]:
    (folder / "pyrightconfig.json").write_text('{"typeCheckingMode": "strict"}', "utf-8")
    ran = run([SCRIPTS / "pyright", "--outputjson", "--pythonpath", programs / "python"], folder)
    for found in json.loads(ran.output)["generalDiagnostics"]:
        if found["rule"] not in ALSO:
            yield Path(found["file"]).name, found["range"]["start"]["line"] + 1, found["rule"]


def test_types__mypy_accepts_each_use_and_rejects_each_wrong_use(wheel_programs: Path, programs_to_check: Path) -> None:
    assert _by_line(_of_mypy(wheel_programs, programs_to_check)) == {line: mypy for line, (mypy, _) in WRONG.items()}


def test_types__pyright_accepts_each_use_and_rejects_each_wrong_use(
    wheel_programs: Path, programs_to_check: Path
) -> None:
    found = _by_line(_of_pyright(wheel_programs, programs_to_check))
    assert found == {line: pyright for line, (_, pyright) in WRONG.items()}
