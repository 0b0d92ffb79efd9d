"""Build a site, and measure how long it takes and how much of that is our code. Each build is a separate process.

    python -m tests.benchmarks.build_site mkdocs FOLDER

Our code is measured from outside and contains no hooks for it. All times are processor time, so other programs on the
machine don't count.
"""

from __future__ import annotations

import functools
import gc
import importlib
import json
import logging
import re
import sys
import time
from collections.abc import Callable
from contextlib import chdir, redirect_stdout
from inspect import isclass, isfunction
from io import StringIO
from pathlib import Path
from typing import Any

_OURS = ("rtpsnippets.plugins.", "rtpsnippets.plugins.lookup")


class _Clock:
    """Measures the time spent in the functions that it watches; nested calls are counted once.

    Garbage collection is excluded, since it mostly goes through objects of the host, whoever triggers it.
    """

    def __init__(self) -> None:
        self.seconds = 0.0
        self._depth = 0
        self._start = self._collected = 0.0
        gc.callbacks.append(self._collect)

    def _collect(self, phase: str, _about: dict[str, int]) -> None:
        if self._depth and phase == "start":
            self._collected = time.process_time()
        elif self._depth:
            self._start += time.process_time() - self._collected

    def watch(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return a wrapper of the function that measures its time."""

        @functools.wraps(function)
        def watched(*arguments: Any, **named: Any) -> Any:
            if not self._depth:
                self._start = time.process_time()
            self._depth += 1
            try:
                return function(*arguments, **named)
            finally:
                self._depth -= 1
                if not self._depth:
                    self.seconds += time.process_time() - self._start

        return watched

    def watch_module(self, name: str) -> None:
        """Watch all our functions and methods in a module: everything that a host can call."""
        module = importlib.import_module(name)
        for own, part in list(vars(module).items()):
            if isfunction(part) and part.__module__.startswith(_OURS):
                setattr(module, own, self.watch(part))
            elif isclass(part) and part.__module__.startswith(_OURS):
                for method, function in list(vars(part).items()):
                    if isfunction(function) and not hasattr(function, "__wrapped__"):
                        setattr(part, method, self.watch(function))


class _Texts:
    """The texts in which Python-Markdown searches for shortcodes on our behalf, too often to time each search."""

    def __init__(self) -> None:
        module: Any = importlib.import_module("rtpsnippets.plugins.markdown")
        self._shortcodes = module._Shortcodes  # noqa: SLF001
        self._looked: list[tuple[str, int]] = []
        looked, expression = self._looked, re.compile(module._SHORTCODE_OR_NEAR_MISS, re.DOTALL)  # noqa: SLF001

        class Noting:
            """Replaces the pattern of shortcodes."""

            def finditer(self, text: str, start: int) -> Any:
                looked.append((text, start))
                return expression.finditer(text, start)

        noting = Noting()
        self._shortcodes.getCompiledRegExp = lambda _: noting

    def seconds(self) -> float:
        """Return how long it takes to search the texts without a shortcode once more."""
        from markdown import Markdown  # noqa: PLC0415 (a host may do without)
        from markdown.treeprocessors import InlineProcessor  # noqa: PLC0415

        del self._shortcodes.getCompiledRegExp
        md = Markdown()
        shortcodes, processor = self._shortcodes(md, None), InlineProcessor(md)
        processor.ancestors = []
        look = processor._InlineProcessor__applyPattern  # type: ignore[attr-defined]  # noqa: SLF001
        looked = [each for each in self._looked if "[[rtp:" not in each[0]]
        start = time.process_time()
        for text, at in looked:
            look(shortcodes, text, 0, at)
        return time.process_time() - start


def _mkdocs() -> None:
    from mkdocs.commands.build import build  # noqa: PLC0415 (of the hosts, only one is imported)
    from mkdocs.config import load_config  # noqa: PLC0415

    build(load_config())


def _pelican() -> None:
    from pelican import main  # noqa: PLC0415

    main(["--quiet"])


def _sphinx() -> None:
    from sphinx.cmd.build import build_main  # noqa: PLC0415

    build_main(["-q", "-b", "html", "-c", ".", "docs", "html"])


_HOSTS = {"mkdocs": _mkdocs, "pelican": _pelican, "sphinx": _sphinx}
_IMPORTED = {
    "mkdocs": ("mkdocs.commands.build", "mkdocs.config.defaults"),
    "pelican": ("pelican",),
    "sphinx": ("sphinx.cmd.build",),
}
"""The modules that each host imports itself, whatever its plugins are."""


def main(host: str, folder: str) -> None:
    """Build the site in `folder`, and print as JSON how many seconds that takes and how many of them are our code."""
    logging.disable(logging.INFO)
    for module in _IMPORTED[host]:
        importlib.import_module(module)
    with chdir(folder), redirect_stdout(StringIO()):
        measured = _built_with_us(host) if Path("events.toml").exists() else _built(host)
    print(json.dumps(measured))


def _built(host: str) -> dict[str, float]:
    """Return the times of a build."""
    start = time.process_time()
    _HOSTS[host]()
    return {"all": time.process_time() - start, "ours": 0.0, "reading": 0.0}


def _built_with_us(host: str) -> dict[str, float]:
    """As `_built`, with our plugin; `ours` is the time in our code, `reading` the time for reading the definitions."""
    ours, reading = _Clock(), _Clock()
    ours.watch(importlib.import_module)(f"rtpsnippets.plugins.{host}")
    imported = ours.seconds
    lookup: Any = importlib.import_module("rtpsnippets.plugins.lookup")
    lookup.load_definitions = reading.watch(lookup.load_definitions)
    reads_markdown = host != "sphinx"
    for name in [host, "markdown"] if reads_markdown else [host]:
        ours.watch_module(f"rtpsnippets.plugins.{name}")
    texts = _Texts() if reads_markdown else None
    took = _built(host)["all"] + imported
    added = texts.seconds() if texts else 0.0
    return {"all": took, "ours": ours.seconds + added, "reading": reading.seconds}


if __name__ == "__main__":
    main(*sys.argv[1:])
