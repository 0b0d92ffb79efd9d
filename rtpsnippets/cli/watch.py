"""Build again whenever something changes that a build reads, until a signal says stop.

Watched are the folders of the files: an editor may put a new file in the place of the old one, and a
file may be gone for a while.
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import NoReturn

import click

from rtpsnippets.cli import messages
from rtpsnippets.cli.reports.plan_text import done
from rtpsnippets.display import printable
from rtpsnippets.errors import FileAccessError, RtpSnippetsError, cannot
from rtpsnippets.output.plan import Plan
from rtpsnippets.signals import Stopped, held_back, is_stop_waiting
from rtpsnippets.snippets.formats import TEMPLATES

_MOMENT = 50
"""For how many milliseconds nothing may change before a build begins: an editor may write a file in parts."""


def keep_building(build: Callable[[], Plan], files: Sequence[str], templates: str | None) -> NoReturn:
    """Call `build` at once and after each change of the files or of own templates, and print a line each time.

    A verbose command also prints a line for each file. What is wrong is printed as always, and the next change is
    waited for. Raises `Stopped` for a signal, `ProblemsError` without the library that watches, `FileAccessError` if
    the system lets nobody watch.
    """
    folders = [] if templates is None else [templates]
    is_told, is_good = False, True
    while True:
        in_folders = (name for folder in folders for name in _of_templates(folder))
        with closing(_settled(_absolute([*files, *in_folders]))) as moments:
            is_good = _build(build, is_mended=not is_good)
            if not is_told:
                messages.report(f"watching {', '.join(map(printable, (*files, *folders)))}; Ctrl-C stops")
                is_told = True
            while not _has_changed(moments):
                pass


def _of_templates(folder: str) -> list[str]:
    """The files of a folder of templates: those that may be there, and those that these may include."""
    from rtpsnippets.snippets.templates import files_in

    return [*(str(Path(folder, name)) for name in TEMPLATES), *files_in(folder)]


def _absolute(names: Sequence[str]) -> list[Path]:
    try:
        return [Path(name).absolute() for name in names]
    except OSError as error:  # it is gone
        raise cannot("watch", "the current folder", error) from None


def _settled(paths: Sequence[Path]) -> Generator[bool]:
    """Begin to watch, and return what `_moments` gives when there was one without a change."""
    while True:
        moments = _moments(paths)
        try:
            while _has_changed(moments):
                pass
        except FileNotFoundError:  # a folder that was just there is gone
            continue
        except (OSError, RuntimeError) as error:  # the library raises both, with a text only
            raise FileAccessError(printable(f"cannot watch: {error}")) from None
        return moments


def _moments(paths: Sequence[Path]) -> Generator[bool]:
    """For each moment from the first one on, whether anything has changed in it; it ends if a signal waits."""
    try:
        from watchfiles import Change, watch
    except ModuleNotFoundError:
        from rtpsnippets.extras import needs_extra

        raise needs_extra("--watch", "watch") from None
    watched = {str(place) for path in paths for place in places(path)}
    folders = {str(Path(place).parent) for place in watched}
    changes = watch(
        *folders,
        watch_filter=None,
        step=_MOMENT,
        rust_timeout=_MOMENT,
        yield_on_timeout=True,
        recursive=False,
        stop_event=_StopEvent(),
    )
    for changed in changes:
        yield any(path in watched or (path in folders and change is Change.deleted) for change, path in changed)


class _StopEvent:
    """What the library asks whether to stop: it would make a `KeyboardInterrupt` of whatever a signal raises."""

    @staticmethod
    def is_set() -> bool:
        return is_stop_waiting()


def _has_changed(moments: Generator[bool]) -> bool:
    """Wait for a moment, or for what changes in it; raise `Stopped` for a signal.

    The library's own thread begins here: it must not take a signal that waits for the end of a write.
    """
    try:
        with held_back():
            return next(moments, False)
    except KeyboardInterrupt:  # Windows, where no signal waits
        raise Stopped(signal.SIGINT) from None


def _build(build: Callable[[], Plan], *, is_mended: bool) -> bool:
    """Build, print the line, and tell whether all went well."""
    try:
        *files, line = done(build(), with_kept=True)
    except (RtpSnippetsError, click.UsageError) as error:
        messages.failure(error)
        _say("not built; still watching")
        return False
    for file in files if messages.is_verbose() else ():
        messages.report(file)
    _say(f"mended: {line}" if is_mended else line)
    return True


def _say(text: str) -> None:
    messages.report(f"{time.strftime('%H:%M:%S')} {text}")


_MAX_LINKS = 40
"""How many links a system follows on one way: those of a circle have no end."""


def places(path: Path) -> Iterator[Path]:
    """Yield the place of each link and each folder on the way to `path`, an absolute one, and where the way ends.

    That is the place of the file, or the first that is missing. Above a place there is no link. Raises
    `FileNotFoundError` if a link goes while it is followed.

    >>> list(places(Path("/no-such-folder/mine/events.toml"))) == [Path("/no-such-folder")]
    True
    """
    here, parts, links = Path(), list(reversed(path.parts)), 0
    while parts:
        part = parts.pop()
        place = here.parent if part == ".." else here / part
        if os.path.islink(place):  # noqa: PTH114 (no link if the system refuses to look; that of `Path` raises)
            yield place
            links += 1
            if links == _MAX_LINKS:
                return
            parts += reversed(place.readlink().parts)
        elif not parts or not os.path.exists(place):  # noqa: PTH110 (likewise)
            yield place
            return
        else:
            if part not in (here.anchor, place.anchor, ".."):  # nothing is above the first, and the last was seen
                yield place
            here = place
