"""Run the command in this process, with the arguments, streams and variables of a process of its own."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO, TextIOWrapper
from typing import TextIO
from unittest.mock import patch

import pytest

from rtpsnippets.__main__ import main
from tests.clean_environment import environment


class Output(TextIOWrapper):
    """Keeps what is printed; `is_terminal` makes it look like a terminal, with its line ends."""

    def __init__(self, encoding: str = "utf-8", *, is_terminal: bool = False) -> None:
        self._printed = BytesIO()
        self._is_terminal = is_terminal
        newline = "\r\n" if is_terminal else None
        super().__init__(self._printed, encoding, "surrogateescape", newline=newline, write_through=True)

    @property
    def text(self) -> str:
        """All that was printed."""
        return self._printed.getvalue().decode()

    def isatty(self) -> bool:
        return self._is_terminal


@contextmanager
def standing_in(
    arguments: tuple[str, ...], stdin: TextIO | None, stdout: TextIO, stderr: TextIO | None, **variables: str
) -> Iterator[None]:
    """Give this process the arguments, streams and variables of the command while the body runs."""
    with pytest.MonkeyPatch.context() as changed, patch.dict(os.environ, {**environment(), **variables}, clear=True):
        changed.setattr(sys, "argv", ["rtpsnippets", *arguments])
        for name, stream in (("stdin", stdin), ("stdout", stdout), ("stderr", stderr)):
            changed.setattr(sys, name, stream)
        changed.delitem(sys.modules, "webbrowser", raising=False)  # it looks for browsers once
        yield


def exit_code(
    *arguments: str,
    stderr: TextIO | None,
    stdout: TextIO | None = None,
    stdin: str | bytes | None = "",
    **variables: str,
) -> int:
    """Run the command to its end; raises every error except its exit. Without `stdin`, standard input is closed."""
    given = stdin.encode() if isinstance(stdin, str) else stdin
    reader = None if given is None else TextIOWrapper(BytesIO(given), "utf-8", "surrogateescape")
    with standing_in(arguments, reader, stdout or Output(), stderr, **variables):
        try:
            main()
        except SystemExit as exited:
            return int(exited.code or 0)
    return 0
