"""Every command of an installation, and its result without the extras."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from tests.clean_environment import Ran, run

COMMANDS = ("init", "import", "check", "show", "build", "list", "csp", "preview", "audit", "schema")

_NO_AUDIT = """\
reading a site needs an extra that is not installed
    install [audit]
Found 1 problem.
"""
_NO_WATCH = """\
--watch needs an extra that is not installed
    install [watch]
Found 1 problem.
"""
_NO_YAML = """\
more/events.yaml: reading YAML needs an extra that is not installed
    install [yaml]
Found 1 problem.
"""

WITHOUT_EXTRAS: Mapping[str, tuple[int, str]] = {
    "--version": (0, "rtpsnippets "),
    "--help": (0, "Usage: rtpsnippets "),
    **{f"{command} --help": (0, f"Usage: rtpsnippets {command} ") for command in COMMANDS},
    "check": (0, "Found no problems in 3 events.\n"),
    "check more/events.yaml": (1, _NO_YAML),
    "show": (0, "<script>rtp('send', 'event', { value: 'MyEvent' });</script>\n"),
    "build -o built": (0, "created built/my-event.js\n"),
    "build -o watched --watch": (1, _NO_WATCH),
    "list": (0, "ID                   CALLS  FORMATS     VALUES\n"),
    "list --output-format markdown": (0, "| "),
    "list --output-format json": (0, "["),
    "list --output-format csv": (0, '\ufeff"event","value"'),
    "list --output-format html": (0, "<!DOCTYPE html>\n"),
    "csp": (0, "'unsafe-hashes' 'sha256-"),
    "preview": (0, "created preview.html\n"),
    "import site": (1, _NO_AUDIT),
    "audit site": (1, _NO_AUDIT),
    "schema": (0, '{\n  "$schema": "'),
}
"""Command lines, with the exit code and the beginning of the output.

Problems are given in full, except for the command that installs an extra, which depends on the installation.
"""


def a_folder_to_work_in(program: Path, folder: Path) -> Path:
    """Put definitions in TOML and in YAML and a site into `folder`."""
    assert run([program, "init"], folder).code == 0
    (folder / "more").mkdir()
    (folder / "more" / "events.yaml").write_text("events: {my-event: {value: MyEvent}}\n", "utf-8")
    (folder / "site").mkdir()
    (folder / "site" / "index.html").write_text("""<p onclick="rtp('send', 'event', {value: 'Old'})">""", "utf-8")
    return folder


def ends_as_said(ran: Ran, line: str) -> bool:
    """Return whether the command line `line` ended as it does without the extras."""
    code, begin = WITHOUT_EXTRAS[line]
    output = re.sub(r"(?m)^    .* install .*(\[\w+\]).*", r"    install \1", ran.output)
    return ran.code == code and (output == begin if code else output.startswith(begin))
