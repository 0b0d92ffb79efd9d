"""Run the program of a host in this process, as in one of its own: to load a host takes longer than to build a site."""

from __future__ import annotations

import locale
import logging
import os
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any
from unittest.mock import patch

from tests.clean_environment import SCRIPTS, Ran, environment, run

Run = Callable[[str, Sequence[str], Path], Ran]

# They keep what they said, or whom they tell what happens. Their loggers have their names.
_RELOADED = ("blinker", "pelican", "rtpsnippets.plugins.pelican", "rtpsnippets.plugins.sphinx")


def run_program(program: str, arguments: Sequence[str], folder: Path) -> Ran:
    """Run an installed program in `folder`, in a process of its own."""
    return run([SCRIPTS / program, *arguments], folder)


def run_here(program: str, arguments: Sequence[str], folder: Path) -> Ran:
    """Run an installed program in `folder`, in this process."""
    printed = BytesIO()
    output = TextIOWrapper(printed, "utf-8", write_through=True)
    with (
        as_in_a_new_process(),
        chdir(folder),
        patch.object(sys, "argv", [program, *arguments]),
        redirect_stdout(output),
        redirect_stderr(output),
    ):
        try:
            code = _start(program).load()()
        except SystemExit as exited:
            code = exited.code
    assert code is None or isinstance(code, int)
    return Ran(code or 0, printed.getvalue().decode())


@cache
def _start(program: str) -> EntryPoint:
    (start,) = entry_points(group="console_scripts", name=program)
    return start


@contextmanager
def as_in_a_new_process() -> Iterator[None]:
    """Let the body begin as in a new process, and put back what it changes."""
    known: tuple[dict[str, Any], ...] = (sys.modules, logging.root.manager.loggerDict)
    for by_name in known:
        for name in [name for name in by_name if name.startswith(_RELOADED)]:
            del by_name[name]
    locale_before = locale.setlocale(locale.LC_ALL)
    with (
        patch.dict(os.environ, environment(), clear=True),
        patch.object(sys, "path", sys.path[:]),
        warnings.catch_warnings(),
        _own_loggers(),
    ):
        warnings.simplefilter("default")
        warnings.simplefilter("ignore", DeprecationWarning)
        try:
            yield
        finally:
            locale.setlocale(locale.LC_ALL, locale_before)


@contextmanager
def _own_loggers() -> Iterator[None]:
    """Begin with loggers that do nothing of their own, also if Pelican is loaded, which sets their class."""
    before = {logger: (logger.level, logger.propagate, logger.handlers) for logger in _plain_loggers()}
    logging.root.handlers = []
    try:
        yield
    finally:
        for logger in _plain_loggers():
            level, logger.propagate, logger.handlers = before.get(logger, (logging.NOTSET, True, []))
            logger.setLevel(level)


def _plain_loggers() -> list[logging.Logger]:
    """All loggers, without what hosts made of them but their levels and handlers."""
    logging.setLoggerClass(logging.Logger)
    known = logging.root.manager.loggerDict.values()
    loggers = [logging.root, *(logger for logger in known if isinstance(logger, logging.Logger))]
    for logger in loggers:
        logger.__class__ = logging.RootLogger if logger is logging.root else logging.Logger
        logger.filters = []
    return loggers
