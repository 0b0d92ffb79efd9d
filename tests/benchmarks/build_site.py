"""Build a site, and tell how long it takes and how much of that is ours: each build is a process of its own.

    python -m tests.benchmarks.build_site mkdocs FOLDER

Our code is watched from here, so that nothing of it knows. All seconds are those of the processor: what else runs on
the machine doesn't count.
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
    """Counts the time in the functions that it watches; what one of them calls counts once.

    Python's own collection of garbage is left out: most of what it looks through is the host's, whoever's turn it is.
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
        """Return the function, watched."""

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
        """Watch all functions of ours in a module, and all methods of our classes: whatever a host can call."""
        module = importlib.import_module(name)
        for own, part in list(vars(module).items()):
            if isfunction(part) and part.__module__.startswith(_OURS):
                setattr(module, own, self.watch(part))
            elif isclass(part) and part.__module__.startswith(_OURS):
                for method, function in list(vars(part).items()):
                    if isfunction(function) and not hasattr(function, "__wrapped__"):
                        setattr(part, method, self.watch(function))


class _Texts:
    """The texts in which Python-Markdown looks for our mark: it does so for us, too often for a clock around each."""

    def __init__(self) -> None:
        module: Any = importlib.import_module("rtpsnippets.plugins.markdown")
        self._mark = module._Mark  # noqa: SLF001
        self._looked: list[tuple[str, int]] = []
        looked, expression = self._looked, re.compile(module._MARK, re.DOTALL)  # noqa: SLF001

        class Noting:
            """Stands in for the expression of the mark."""

            def finditer(self, text: str, start: int) -> Any:
                looked.append((text, start))
                return expression.finditer(text, start)

        noting = Noting()
        self._mark.getCompiledRegExp = lambda _: noting

    def seconds(self) -> float:
        """How long it takes to look once more, where there is no mark."""
        from markdown import Markdown  # noqa: PLC0415 (a host may do without)
        from markdown.treeprocessors import InlineProcessor  # noqa: PLC0415

        del self._mark.getCompiledRegExp
        md = Markdown()
        mark, processor = self._mark(md, None), InlineProcessor(md)
        processor.ancestors = []
        look = processor._InlineProcessor__applyPattern  # type: ignore[attr-defined]  # noqa: SLF001
        looked = [each for each in self._looked if "[[rtp:" not in each[0]]
        start = time.process_time()
        for text, at in looked:
            look(mark, text, 0, at)
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
"""What each host imports itself whatever its plugins are."""


def main(host: str, folder: str) -> None:
    """Build the site in `folder`, and print as JSON how many seconds that takes, and which of them are ours."""
    logging.disable(logging.INFO)
    for module in _IMPORTED[host]:
        importlib.import_module(module)
    with chdir(folder), redirect_stdout(StringIO()):
        measured = _built_with_us(host) if Path("events.toml").exists() else _built(host)
    print(json.dumps(measured))


def _built(host: str) -> dict[str, float]:
    """What a build takes."""
    start = time.process_time()
    _HOSTS[host]()
    return {"all": time.process_time() - start, "ours": 0.0, "reading": 0.0}


def _built_with_us(host: str) -> dict[str, float]:
    """Likewise, with the import of ours; `ours` are the seconds in what is ours, `reading` those for definitions."""
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
