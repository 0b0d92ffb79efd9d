"""Build files into a folder: read it, plan and write, with its lock held throughout.

>>> prepare({"a.js": b"x"}, Path("no/such/folder")).is_change
True
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from rtpsnippets.errors import ProblemsError
from rtpsnippets.output.folder import read_files, read_folder
from rtpsnippets.output.plan import Plan, Step, plan, plan_file
from rtpsnippets.output.write import write, write_file, writing_into
from rtpsnippets.progress import Track, untracked


def prepare(
    files: Mapping[str, bytes], path: Path, definitions: Iterable[str] = (), *, overwrite: bool = False
) -> Plan:
    """Return the plan that `build` would carry out, without a lock or a write; raises the same errors."""
    prepared = plan(files, read_folder(path, files, definitions), overwrite=overwrite)
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
    """Write `files` into the folder at `path`, remove all other files of earlier builds, and return the plan.

    `definitions` are the paths of the definitions files: no file is removed from a folder that contains one.
    `overwrite` replaces files that no build created, or that have changed since. `track` reports the progress.
    Raises `ProblemsError` and writes nothing if a file is refused; raises `FileAccessError` on a system error, or if
    another build holds the folder's lock.
    """
    with writing_into(path):
        prepared = prepare(files, path, definitions, overwrite=overwrite)
        write(prepared, track)
    return prepared


def build_file(path: Path, content: bytes, beginning: bytes | None = None, *, overwrite: bool = False) -> Step:
    """Write `content`, which starts with `beginning`, to the file at `path`; return what was done.

    An existing file that starts differently is refused; without `beginning`, any with other content is. `overwrite`
    replaces it. Raises the same errors as `build`.
    """
    folder = path.parent
    with writing_into(folder):
        found = read_files(folder, [path.name])
        step = plan_file(path.name, content, found, beginning, overwrite=overwrite)
        write_file(step, folder)
    return step
