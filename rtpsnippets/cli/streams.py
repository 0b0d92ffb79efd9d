"""Keep the standard streams usable, whatever the terminal lacks and wherever they lead."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO


def show_escapes() -> None:
    """Write what a stream's encoding lacks as an escape: a value may hold any character."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def give_up(stream: TextIO) -> None:
    """Let all that was not yet written to `stream`, and all that will be, vanish.

    For a stream that can't be written to: Python would try once more at its end, and exit with 120.
    """
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), stream.fileno())
