"""Read definitions files as they are in a revision of their Git repository.

The repository may be hostile, and its configuration can name programs. The commands used here run none of them: they
give the content as it was committed, without filters or text conversion, and they fetch nothing.

>>> old_files("main", [])
{}
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO, cast

from rtpsnippets.display import quoted
from rtpsnippets.errors import FileAccessError, Location, Problem, ProblemsError, cannot, gather

_LINK = "120000"
"""The mode of a symbolic link, as Git stores it."""

_FILE = "100"
"""How the mode of a file begins."""

_OF_REPOSITORY = {"GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR"}
"""Variables that choose a repository. Git sets them for hooks, but here the file's own repository is used."""

_SETTINGS = {
    "GIT_ALLOW_PROTOCOL": "",  # no transport: a partial clone would fetch with the commands in its configuration
    "GIT_OPTIONAL_LOCKS": "0",
    "LC_ALL": "C",
}


@dataclass(frozen=True, slots=True)
class OldFile:
    """A file as it is in a revision: its name in messages, the folder it is in now, and the hash of its content."""

    name: str
    folder: str
    hash: str

    @contextmanager
    def opened(self) -> Iterator[BinaryIO]:
        """Open the content for reading; at the end, raise `ProblemsError` if Git could not read it."""
        with _started(self.folder, "cat-file", "blob", self.hash) as git:
            content = cast("BinaryIO", git.stdout)
            yield content
            if not content.read(1) and git.wait():
                raise _failed(self.name, cast("BinaryIO", git.stderr).read())


def old_files(revision: str, paths: Iterable[str]) -> dict[str, OldFile]:
    """Return those of the files at `paths` that exist in `revision` of the Git repository that contains them.

    Raises `ProblemsError` for an unknown revision, for a file outside of any repository, and for anything but a file;
    `FileAccessError` if Git cannot be run.
    """
    names = {path: os.path.split(os.path.realpath(path)) for path in paths}
    folders: dict[str, str] = {}
    for path, (folder, _) in names.items():
        folders.setdefault(folder, path)
    found = gather(partial(_commit, revision, path, folder) for folder, path in folders.items())
    commits = dict(zip(folders, found, strict=True))
    files = gather(
        partial(_old_file, f"{revision}:{path}", commits[folder], folder, file)
        for path, (folder, file) in names.items()
    )
    return {path: file for path, file in zip(names, files, strict=True) if file}


def _commit(revision: str, path: str, folder: str) -> str:
    """Return the hash of the commit in the repository that contains `folder`, in which the file at `path` is."""
    name = f"{revision}:{path}"
    resolve = partial(_output, name, folder, "rev-parse", "--verify", "--quiet", "--end-of-options")
    # Only then comes "^{commit}", because a revision such as ":/text" would search for it.
    commit = (found := resolve(revision).strip()) and resolve(f"{found}^{{commit}}").strip()
    if not commit.isalnum():  # "^main" means anything but main
        hint = "use the name of a branch, a tag or a commit; in CI, fetch it first"
        raise ProblemsError([Problem(f"unknown revision {quoted(revision)}", hint)])
    return commit


def _old_file(name: str, commit: str, folder: str, file: str) -> OldFile | None:
    entry = _output(name, folder, "ls-tree", "-z", commit, f"./{file}")
    if not entry:
        return None
    mode, _, blob = entry.partition("\t")[0].split(" ")
    if not mode.startswith(_FILE):
        what = f"is a {'symbolic link' if mode == _LINK else 'folder'} in this revision"
        raise ProblemsError([Problem(what, "specify a file", location=Location(name))])
    return OldFile(name, folder, blob)


def _output(name: str, folder: str, *arguments: str) -> str:
    """Return what Git prints, nothing if it found nothing; raise `ProblemsError` with Git's own message if it fails."""
    with _started(folder, *arguments) as git:
        output, errors = git.communicate()
    if git.returncode not in {0, 1}:
        raise _failed(name, errors)
    return "" if git.returncode else os.fsdecode(output)


def _failed(name: str, errors: bytes) -> ProblemsError:
    words = os.fsdecode(errors).partition("\n")[0].removeprefix("fatal: ")
    hint = "compare with a file: --against FILE"
    return ProblemsError([Problem(f"Git cannot read it: {words}", hint, location=Location(name))])


def _started(folder: str, *arguments: str) -> subprocess.Popen[bytes]:
    variables = {name: text for name, text in os.environ.items() if name not in _OF_REPOSITORY}
    try:
        return subprocess.Popen(  # noqa: S603 (no shell, and --end-of-options comes before the revision)
            ["git", "-C", folder, *arguments],  # noqa: S607 (the user's git, wherever it is installed)
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=variables | _SETTINGS,
        )
    except FileNotFoundError:
        raise FileAccessError("cannot run git: it is not installed; compare with a file: --against FILE") from None
    except OSError as error:
        raise cannot("run", "git", error) from None
