"""Schema validators that editors use: Taplo (TOML), the YAML language server, Ajv (JSON, in JavaScript).

Each is given files in a folder that also contains the schema, and reports which lines of each are wrong.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.engines.prepared import NODE_PINS, find_node, link_node_packages, prepared
from tests.engines.yaml_server import yaml_server

Lines = dict[str, set[int]]
"""The wrong lines of each file (from 1), by its name; Ajv reports no lines, so 1."""

SECONDS = 300

_AJV = Path(__file__).with_name("ajv.mjs")


def package(name: str) -> Path:
    """The folder of a package of Node that `.ci/engines` has installed."""
    return prepared("node", NODE_PINS) / "node_modules" / name


def wrong_to_taplo(names: Sequence[str], folder: Path) -> Lines:
    """What Taplo reports; it finds the schema through the first line of a file."""
    program = package("@taplo/cli") / "dist" / "cli.js"
    done = _run([find_node(), program, "lint", "--colors", "never", *names], folder)
    assert f"found files total={len(names)} " in done.stderr, done.stderr
    wrong: Lines = {name: set() for name in names}
    for path, line in re.findall(r"(?m)^ +┌─ (.+):(\d+):\d+$", done.stderr):
        wrong[Path(path).name].add(int(line))
    assert done.returncode == any(wrong.values()), done.stderr
    return wrong


def wrong_to_yaml_server(names: Sequence[str], folder: Path) -> Lines:
    """What the YAML language server reports; it finds the schema through the first line of a file."""
    with yaml_server(find_node(), package("yaml-language-server"), folder, SECONDS) as server:
        for name in names:
            server.open(name)
        return {name: server.wrong_lines(name) for name in names}


def wrong_to_ajv(names: Sequence[str], folder: Path) -> Lines:
    """What Ajv reports in strict mode; it is told where the schema is."""
    link_node_packages(folder)
    done = _run([find_node(), shutil.copy(_AJV, folder), *names], folder)
    assert done.returncode == 0, done.stderr
    return {name: {1} if is_wrong else set() for name, is_wrong in zip(names, json.loads(done.stdout), strict=True)}


def _run(command: Sequence[str | Path], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=folder, capture_output=True, encoding="utf-8", errors="replace", timeout=SECONDS, check=False
    )
