"""What CONTRIBUTING.md says is true: the files that it names are there, and what is added as it says is known."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from pathlib import Path

import pytest

from tests.clean_environment import CHECKOUT, run

NOTES = (CHECKOUT / "CONTRIBUTING.md").read_text("utf-8")


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sources of the package in a folder of their own, as a wheel has them; their branches are not measured."""
    for name in [name for name in os.environ if name.startswith("COVERAGE_")]:
        monkeypatch.delenv(name)
    package = tmp_path / "rtpsnippets"
    shutil.copytree(CHECKOUT / "rtpsnippets", package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(CHECKOUT / "templates", package / "templates", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "events.toml").write_text('[events.my-event]\nvalue = "MyEvent"\n', "utf-8")
    return package


def _said(folder: Path, *arguments: str) -> str:
    """What the command says; Python finds the package in the current folder first."""
    code, output = run([sys.executable, "-m", "rtpsnippets", *arguments], folder)
    assert code == 0, output
    return output


def _insert(file: Path, before: str, line: str) -> None:
    text = file.read_text("utf-8")
    assert text.count(before) == 1
    file.write_text(text.replace(before, line + before), "utf-8")


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`((?:\.ci|rtpsnippets|tests|templates)/[\w./-]*)`", NOTES))))
def test_notes__each_file_they_name_is_there(name: str) -> None:
    assert (CHECKOUT / name).exists()


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`([a-z_]+(?:\.py|/))", NOTES.split("## How to add")[0]))))
def test_notes__each_room_they_name_is_there(name: str) -> None:
    assert (CHECKOUT / "rtpsnippets" / name).exists() or (CHECKOUT / name).exists()


def test_notes__fit_on_a_screen() -> None:
    assert len(NOTES.splitlines()) <= 50


def test_format__a_row_and_a_template_are_all_it_needs(package: Path) -> None:
    row = 'Format("module", "Module", "Sends at once.", ".module.html", "module.html"),\n        '
    _insert(package / "snippets" / "formats.py", 'Format("button"', row)
    (package / "templates" / "module.html").write_text('<script type="module">{{ calls }}</script>\n', "utf-8")
    folder = package.parent
    snippet = """<script type="module">rtp('send', 'event', { value: 'MyEvent' });</script>"""

    assert _said(folder, "show", "--format", "module") == f"{snippet}\n"
    assert "js, script, module  MyEvent" in _said(folder, "list")
    assert "created site/my-event.module.html\n" in _said(folder, "build", "-o", "site")
    assert json.loads(_said(folder, "show", "--format", "json"))["my-event"]["module"] == snippet
    assert "'sha256-" in _said(folder, "csp", "--format", "module")
    page = _said(folder, "preview", "-o", "-")
    assert '<h4>Module</h4>\n<p class="use">Sends at once.</p>' in page


def test_key__an_attribute_and_a_row_are_all_it_needs(package: Path) -> None:
    event = package / "events" / "event.py"
    _insert(event, "    ignore: Sequence[str] = ", '    team: str = field(default="", kw_only=True)\n')
    _insert(event, '    "ignore": Field(', '    "team": Field(any_text, ANY_TEXT, "Whose event it is."),\n')
    folder = package.parent
    with (folder / "events.toml").open("a", encoding="utf-8") as definitions:
        definitions.write('team = "Sales"\n')

    assert _said(folder, "check") == "Found no problems in 1 event.\n"
    assert '"description": "Whose event it is."' in _said(folder, "schema")


def test_warning__a_name_and_a_rule_are_all_it_needs(package: Path) -> None:
    events = package / "events"
    _insert(events / "warning_names.py", '    WILDCARD: "a value', '    "currency": "a value has a currency symbol",\n')
    rule = '    "currency": _Trap(lambda value: "contains €" if "€" in value else "", "write EUR"),\n'
    _insert(events / "lint.py", "    WILDCARD: _Trap(", rule)
    folder = package.parent
    (folder / "events.toml").write_text('[events.my-event]\nvalue = "9 €"\n', "utf-8")

    assert "contains € [currency]" in _said(folder, "check")
    with (folder / "events.toml").open("a", encoding="utf-8") as definitions:
        definitions.write('ignore = ["currency"]\n')
    assert _said(folder, "check") == "Found no problems in 1 event.\n"
