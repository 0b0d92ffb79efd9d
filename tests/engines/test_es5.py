"""The binding and the calls are ECMAScript 5, which old browsers run, whatever the events contain."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from rtpsnippets import Event, ProblemsError, render, render_binding
from tests.engines.prepared import find_node, link_node_packages
from tests.hostile import TEXTS

_TRIGGERS = ("click", "submit", "load", "visible", "after 60s")
_PROGRAM = Path(__file__).with_name("es5.mjs")


def test_binding__is_es5_for_every_hostile_text(tmp_path: Path) -> None:
    events = [
        Event(
            f"e{at}",
            [text, *TEXTS[at : at + 5]],
            selector=_selector(text),
            refresh=at % 2 == 0,
            on=_TRIGGERS[at % len(_TRIGGERS)],
        )
        for at, text in enumerate(TEXTS)
    ]
    assert _errors(tmp_path, [render_binding(events), render_binding([])]) == ["", ""]


def test_js__is_es5_for_every_hostile_text(tmp_path: Path) -> None:
    scripts = [render(Event("go", text, guard=True, refresh=True), "js") for text in TEXTS]
    assert _errors(tmp_path, scripts) == [""] * len(TEXTS)


_NEWER = (
    *("() => 1;", "let x = 1;", "const x = 1;", "class X {}", "`x`;", "x?.y;", "x ?? y;", "f(...x);", "({ x });"),
    *("({ [x]: 1 });", "for (var x of y) {}", "async function f() {}", "2 ** 2;", "f(x,);", r"'\u{61}';", "'\u2028';"),
)


def test_es5__what_is_newer_is_noticed(tmp_path: Path) -> None:
    binding = render_binding([Event("go", "Go!")])
    newer = [binding.replace("'use strict';", f"'use strict';\n  {script}") for script in _NEWER]
    assert binding not in newer
    errors = _errors(tmp_path, newer)
    assert [script for script, error in zip(_NEWER, errors, strict=True) if not error.startswith("SyntaxError")] == []


def _selector(text: str) -> str:
    """The text as a selector; none if an event rejects it."""
    try:
        return Event("go", "x", selector=text).selector
    except ProblemsError:
        return ""


def _errors(folder: Path, scripts: Sequence[str]) -> list[str]:
    """The error in each script as ECMAScript 5; empty if there is none."""
    node = find_node()
    # Node looks for packages in the folder of the importing file.
    link_node_packages(folder)
    file = folder / "scripts.json"
    file.write_text(json.dumps(scripts), "ascii")
    program = shutil.copy(_PROGRAM, folder)
    done = subprocess.run([node, program, file], capture_output=True, encoding="utf-8", timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    errors: list[str] = json.loads(done.stdout)
    return errors
