"""Run the real command, for the snippets and the policy that a user gets."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.clean_environment import environment


def rtpsnippets(*arguments: str | Path) -> str:
    """What the command prints; it must succeed."""
    command = [sys.executable, "-m", "rtpsnippets", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment(), check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def snippets(*arguments: str | Path) -> Mapping[str, Mapping[str, str]]:
    """The snippets of each event by their formats, from the command."""
    found: Mapping[str, Mapping[str, str]] = json.loads(rtpsnippets("show", "--format", "json", *arguments))
    return found
