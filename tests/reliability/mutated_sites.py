"""Randomly mutate known pages and scripts: the same for the same seed, on every machine.

>>> next(MutatedSites("page", "1")) == next(MutatedSites("page", "1"))
True
"""

from __future__ import annotations

from pathlib import Path

from tests.clean_environment import CHECKOUT
from tests.reliability.mutated import Mutated
from tests.reliability.site_tokens import BRACKETS, HOSTILE, TOKENS

SUFFIXES = {"page": ".html", "script": ".js"}
"""The kinds, and the suffixes of their files."""

MOST = 30_000
"""The maximum size of a file in bytes."""

_HANDWRITTEN = CHECKOUT / "tests" / "pages" / "handwritten"
_TEMPLATES = CHECKOUT / "templates"
_DEPTHS = (*[2] * 6, *[50] * 3, 10_000)
"""The maximum nesting: usually low, since deep nesting takes long."""


class MutatedSites(Mutated):
    """An endless series of pages or scripts, each made from one or two known files of either kind."""

    def __init__(self, kind: str, seed: str) -> None:
        super().__init__(
            f"{kind} {seed}",
            good=[path.read_bytes() for path in _known(kind)],
            hostile=HOSTILE,
            tokens=TOKENS,
            brackets=BRACKETS,
            depths=_DEPTHS,
            most=MOST,
        )


def _known(kind: str) -> list[Path]:
    files = sorted([*_HANDWRITTEN.iterdir(), *_TEMPLATES.iterdir()])
    scripts = [path for path in files if path.suffix in {".js", ".mjs"}]
    return scripts if kind == "script" else [path for path in files if path.suffix == ".html"]
