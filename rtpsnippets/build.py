"""Build files into a folder: look at it, plan and write, with its lock held from the first look to the last write.

>>> prepare({"a.js": b"x"}, Path("no/such/folder")).is_change
True
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from rtpsnippets.errors import ProblemsError, cannot
from rtpsnippets.folder import contents, look
from rtpsnippets.lock import locked
from rtpsnippets.plan import Plan, Step, plan, plan_file
from rtpsnippets.track import Track, untracked
from rtpsnippets.write import make_folder, remove_temporaries, write, write_file


def prepare(
    files: Mapping[str, bytes], path: Path, definitions: Iterable[str] = (), *, overwrite: bool = False
) -> Plan:
    """Return the plan that `build` would carry out; it writes nothing and needs no lock. Raises as `build` does."""
    prepared = plan(files, look(path, files, definitions), overwrite=overwrite)
    if prepared.problems:
        raise ProblemsError(prepared.problems)
    return prepared


def build(
    files: Mapping[str, bytes],
    path: Path,
    definitions: Iterable[str] = (),
    *,
    overwrite: bool = False,
    track: Track = untracked,
) -> Plan:
    """Make the folder at `path` hold `files`, and no other file that an earlier build made; return the plan.

    `definitions` are the paths of the files that were read for it: no file is removed from a folder that
    has one of them in it. `overwrite` takes over files that no build has made, or that were changed since.
    `track` follows the writing. Raises `ProblemsError`, with nothing written, if a file is refused, and
    `FileAccessError` if the system refuses, or if another build holds the folder's lock.
    """
    make_folder(path)
    with locked(path) as is_locked:
        if is_locked:  # else they may be another build's, which is at it
            remove_temporaries(path)
        prepared = prepare(files, path, definitions, overwrite=overwrite)
        write(prepared, track)
    return prepared


def build_file(path: Path, content: bytes, beginning: bytes, *, overwrite: bool = False) -> Step:
    """Make the file at `path` hold `content`, which begins with `beginning`; return what was done.

    A file that is there and begins otherwise is refused; `overwrite` takes it over. Raises as `build` does.
    """
    folder = path.parent
    make_folder(folder)
    with locked(folder) as is_locked:
        if is_locked:
            remove_temporaries(folder)
        try:
            found = dict(contents(folder, [path.name]))
        except OSError as error:
            raise cannot("read", path, error) from None
        step = plan_file(path.name, content, found, beginning, overwrite=overwrite)
        write_file(step, folder)
    return step
