"""Build again whenever a file that a build reads changes, until a signal stops it.

The folders of the files are watched, because an editor may replace a file, or remove it for a while.
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
from rtpsnippets.signals import Stopped, held_back, is_stop_pending
from rtpsnippets.snippets.formats import TEMPLATES

_INTERVAL = 50
"""How many milliseconds must pass without a change before a build: an editor may write a file in parts."""


def keep_building(build: Callable[[], Plan], files: Sequence[str], templates: str | None) -> NoReturn:
    """Call `build` now and after each change of the files or the user's templates, and print a line each time.

    A verbose command also prints a line for each file. After an error it waits for the next change. Raises `Stopped`
    for a signal, `ProblemsError` if the library that watches is missing, and `FileAccessError` if the system refuses.
    """
    folders = [] if templates is None else [templates]
    is_announced, is_good = False, True
    while True:
        in_folders = (name for folder in folders for name in _template_files(folder))
        with closing(_settled(_absolute([*files, *in_folders]))) as changes:
            is_good = _build(build, is_fixed=not is_good)
            if not is_announced:
                messages.report(f"watching {', '.join(map(printable, (*files, *folders)))}; press Ctrl-C to stop")
                is_announced = True
            while not _has_changed(changes):
                pass


def _template_files(folder: str) -> list[str]:
    """Return the files that a folder of templates may contain, and those that its templates may include."""
    from rtpsnippets.snippets.templates import files_in

    return [*(str(Path(folder, name)) for name in TEMPLATES), *files_in(folder)]


def _absolute(names: Sequence[str]) -> list[Path]:
    try:
        return [Path(name).absolute() for name in names]
    except OSError as error:  # it no longer exists
        raise cannot("watch", "the current folder", error) from None


def _settled(paths: Sequence[Path]) -> Generator[bool]:
    """Start to watch, and return `_changes` after its first interval without a change."""
    while True:
        changes = _changes(paths)
        try:
            while _has_changed(changes):
                pass
        except FileNotFoundError:  # a folder has just been removed
            continue
        except (OSError, RuntimeError) as error:  # the library raises both, without an errno
            raise FileAccessError(printable(f"cannot watch: {error}")) from None
        return changes


def _changes(paths: Sequence[Path]) -> Generator[bool]:
    """Yield for each interval whether anything has changed in it; stop if a signal is pending."""
    try:
        from watchfiles import Change, watch
    except ModuleNotFoundError:
        from rtpsnippets.extras import needs_extra

        raise needs_extra("--watch", "watch") from None
    watched = {str(place) for path in paths for place in places(path)}
    folders = {str(Path(place).parent) for place in watched}
    intervals = watch(
        *folders,
        watch_filter=None,
        step=_INTERVAL,
        rust_timeout=_INTERVAL,
        yield_on_timeout=True,
        recursive=False,
        stop_event=_StopEvent(),
    )
    for changed in intervals:
        yield any(path in watched or (path in folders and change is Change.deleted) for change, path in changed)


class _StopEvent:
    """Tells the library when to stop: it would turn whatever a signal handler raises into a `KeyboardInterrupt`."""

    @staticmethod
    def is_set() -> bool:
        return is_stop_pending()


def _has_changed(changes: Generator[bool]) -> bool:
    """Wait for the next interval and return whether anything has changed; raise `Stopped` for a signal.

    The library starts its own thread here, which must not receive a signal that should wait for the end of a write.
    """
    try:
        with held_back():
            return next(changes, False)
    except KeyboardInterrupt:  # Windows, which can't block signals
        raise Stopped(signal.SIGINT) from None


def _build(build: Callable[[], Plan], *, is_fixed: bool) -> bool:
    """Build, print the line, and return whether the build succeeded."""
    try:
        *files, line = done(build(), with_kept=True)
    except (RtpSnippetsError, click.UsageError) as error:
        messages.failure(error)
        _report("build failed; still watching")
        return False
    for file in files if messages.is_verbose() else ():
        messages.report(file)
    _report(f"fixed: {line}" if is_fixed else line)
    return True


def _report(text: str) -> None:
    messages.report(f"{time.strftime('%H:%M:%S')} {text}")


_MAX_LINKS = 40
"""How many links a system follows in one path: a loop of links has no end."""


def places(path: Path) -> Iterator[Path]:
    """Yield every link and folder on the way to `path`, which must be absolute, and the path where the way ends.

    That is the real path of the file, or the first path that is missing. Every yielded path has real parents. Raises
    `FileNotFoundError` if a link disappears while it is followed.

    >>> list(places(Path("/no-such-folder/mine/events.toml"))) == [Path("/no-such-folder")]
    True
    """
    here, parts, links = Path(), list(reversed(path.parts)), 0
    while parts:
        part = parts.pop()
        place = here.parent if part == ".." else here / part
        if os.path.islink(place):  # noqa: PTH114 (False if the system refuses to look; `Path.is_symlink` raises)
            yield place
            links += 1
            if links == _MAX_LINKS:
                return
            parts += reversed(place.readlink().parts)
        elif not parts or not os.path.exists(place):  # noqa: PTH110 (see above)
            yield place
            return
        else:
            if part not in (here.anchor, place.anchor, ".."):  # the root has no parent, and `..` was seen
                yield place
            here = place
