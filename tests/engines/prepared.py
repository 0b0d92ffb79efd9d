"""Find what `.ci/engines` has installed: a folder for each set of pinned packages, outside the checkout.

A folder's name contains the digest of the file that pins its packages, so that changed pins are always noticed.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from tests.engines.programs import find_program, skip_or_fail

PYTHON_PINS = Path(__file__).parent / "python" / "requirements.txt"
NODE_PINS = Path(__file__).parent / "node" / "package-lock.json"
WORDPRESS_DATABASE = Path(__file__).parent / "php" / "db.php"
"""A file in WordPress's folder that is not Debian's, so the name of the folder contains its digest."""


def cache() -> Path:
    """The folder of all engines, from the environment as in `.ci/engines`."""
    own = os.environ.get("RTPSNIPPETS_ENGINES")
    shared = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(own) if own else Path(shared) / "rtpsnippets-engines"


def prepared(name: str, pins: Path) -> Path:
    """Return the folder of the engines that `pins` pins; skip the test (in CI: fail it) if it isn't ready."""
    folder = cache() / f"{name}-{hashlib.sha256(pins.read_bytes()).hexdigest()[:16]}"
    if not (folder / "ready").exists():
        skip_or_fail(f"this test needs the {name} engines: bash .ci/engines installs them")
    return folder


def installed(program: str) -> str:
    """Return the path of an engine's program; skip the test (in CI: fail it) if it isn't installed."""
    return find_program(program, message=f"this test needs {program}: bash .ci/engines installs it")


def find_node() -> str:
    """Return the path of Node; skip the test (in CI: fail it) if it or the packages aren't installed."""
    prepared("node", NODE_PINS)
    return installed("node")


def link_node_packages(folder: Path) -> None:
    """Let Node programs in `folder` import the packages that `.ci/engines` has installed."""
    (folder / "node_modules").symlink_to(prepared("node", NODE_PINS) / "node_modules", target_is_directory=True)
