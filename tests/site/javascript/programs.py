"""Programs of many kinds, by name; Node shows what each does."""

from __future__ import annotations

import re
from pathlib import Path

_HEADING = re.compile(r"^// --- (.+)\n", re.MULTILINE)


def programs() -> dict[str, str]:
    """The code of each program, by its name."""
    found: dict[str, str] = {}
    for file in sorted((Path(__file__).parent / "node_programs").glob("*.js")):
        _, *parts = _HEADING.split(file.read_text("utf-8"))
        for heading, code in zip(parts[::2], parts[1::2], strict=True):
            name = f"{file.stem}: {heading}"
            assert name not in found, name
            found[name] = code.strip("\n")
    return found
