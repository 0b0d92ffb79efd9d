"""Show the progress of a long run on a terminal."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import TypeVar

import click

from rtpsnippets.cli.messages import give_up, is_quiet
from rtpsnippets.progress import Track, untracked

_Item = TypeVar("_Item")

AFTER = 1.0
"""After how many seconds progress is shown."""


@contextmanager
def progress() -> Iterator[Track]:
    """Yield a `Track` that shows a bar on standard error, if that is a terminal that can show one.

    A quiet command shows no bar. A bar ends its line, even if the body ends with an error or a signal.
    """
    if is_quiet() or sys.stderr is None or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield untracked
        return
    due = time.monotonic() + AFTER
    with ExitStack() as shown:

        def track(items: Sequence[_Item], label: str, /) -> Iterator[_Item]:
            bar = None
            for done, item in enumerate(items, 1):
                yield item
                if bar is not None:
                    _show(bar.update, 1)
                elif time.monotonic() >= due:
                    bar = click.progressbar(length=len(items), label=label, show_eta=False, width=0, file=sys.stderr)
                    shown.callback(_show, bar.render_finish)
                    _show(bar.update, done)
            shown.close()

        yield track


def _show(draw: Callable[..., None], *arguments: int) -> None:
    """Draw a part of a bar; if that fails, continue without it."""
    try:
        draw(*arguments)
    except OSError:
        give_up(sys.stderr)
