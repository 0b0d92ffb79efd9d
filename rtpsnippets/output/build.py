"""Build files into a folder: look at it, plan and write, with its lock held from the first look to the last write.

>>> prepare({"a.js": b"x"}, Path("no/such/folder")).is_change
True
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from rtpsnippets.errors import ProblemsError
from rtpsnippets.output.folder import look, read_files
from rtpsnippets.output.plan import Plan, Step, plan, plan_file
from rtpsnippets.output.write import write, write_file, writing_into
from rtpsnippets.progress import Track, untracked


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
    with writing_into(path):
        prepared = prepare(files, path, definitions, overwrite=overwrite)
        write(prepared, track)
    return prepared


def build_file(path: Path, content: bytes, beginning: bytes | None = None, *, overwrite: bool = False) -> Step:
    """Make the file at `path` hold `content`, which begins with `beginning`; return what was done.

    A file that is there and begins otherwise is refused; without a beginning, any other is. `overwrite` takes it over.
    Raises as `build` does.
    """
    folder = path.parent
    with writing_into(folder):
        found = read_files(folder, [path.name])
        step = plan_file(path.name, content, found, beginning, overwrite=overwrite)
        write_file(step, folder)
    return step
