"""What `.ci/engines` has installed for these tests: packages for Node and Python in separate folders."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.engines.prepared import prepared

NODE_PINS = Path(__file__).parent / "node" / "package-lock.json"
PYTHON_PINS = Path(__file__).parent / "python" / "requirements.txt"

_PACKAGES: Mapping[str, Mapping[str, Any]] = json.loads(NODE_PINS.read_text("utf-8"))["packages"]


def node_packages() -> Path:
    """The folder of the Node packages; skips the test (in CI: fails it) if it isn't ready."""
    return prepared("cms-node", NODE_PINS) / "node_modules"


def python_environment() -> Path:
    """The environment of the Python packages; skips the test (in CI: fails it) if it isn't ready."""
    return prepared("cms-python", PYTHON_PINS)


def node_version(package: str) -> str:
    """The pinned version of a Node package."""
    version: str = _PACKAGES[f"node_modules/{package}"]["version"]
    return version


def python_version(package: str) -> str:
    """The pinned version of a Python package."""
    found = re.search(rf"(?im)^{re.escape(package)}==(.+)$", PYTHON_PINS.read_text("utf-8"))
    assert found, f"{package} isn't pinned"
    return found[1]
