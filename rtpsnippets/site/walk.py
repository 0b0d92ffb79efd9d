"""List the files to read in a folder and below it, and nothing outside it.

>>> named_files(["no/such"])
Traceback (most recent call last):
rtpsnippets.errors.ProblemsError: no/such: no such file or folder
    specify a page, a script, or a folder that contains them
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from rtpsnippets.errors import Location, Problem, ProblemsError
from rtpsnippets.filesystem import STANDARD_INPUT, is_folder, opened

PAGE_SUFFIXES = frozenset((".html", ".htm", ".xhtml"))
SCRIPT_SUFFIXES = frozenset((".js", ".mjs", ".cjs"))
"""The suffixes of scripts that a browser runs."""

XML_SUFFIXES = frozenset((".xhtml", ".xht"))
"""The suffixes of pages that servers serve as XHTML: to a browser, any other page is HTML, whatever it declares."""

SITE_SUFFIXES = PAGE_SUFFIXES | SCRIPT_SUFFIXES
"""The suffixes of files in a built site that may contain calls."""

TYPESCRIPT_SUFFIXES = frozenset((".ts", ".mts", ".cts", ".tsx"))
SOURCE_SUFFIXES = TYPESCRIPT_SUFFIXES | {".jsx"}
"""The suffixes of scripts that are compiled before a browser gets them."""

TEMPLATE_SUFFIXES = frozenset(
    f".{suffix}"
    for suffix in (
        *("ascx", "asp", "aspx", "astro", "cfc", "cfm", "cshtml", "eex", "ejs", "erb", "ftl", "ftlh", "gohtml"),
        *("gotmpl", "haml", "handlebars", "hbs", "heex", "inc", "j2", "jade", "jinja", "jinja2", "jsp", "jspf", "jspx"),
        *("latte", "leex", "liquid", "markdown", "master", "md", "mdx", "module", "mustache", "njk", "nunjucks", "php"),
        *("phtml", "pug", "razor", "rhtml", "shtm", "shtml", "slim", "smarty", "svelte", "tag", "tmpl", "tpl", "twig"),
        *("vbhtml", "vm", "vtl", "vue"),
    )
)
"""The suffixes of templates and components, which may contain calls in a site's source."""

READ_SUFFIXES = SITE_SUFFIXES | SOURCE_SUFFIXES | TEMPLATE_SUFFIXES
"""The suffixes of all files that are read in a folder; any other file is read if it is given by name."""

VERSION_FOLDERS = frozenset((".bzr", ".git", ".hg", ".svn"))
"""Folders that are not part of a site, wherever they are."""

PACKAGE_FOLDERS = frozenset(("node_modules",))
"""Folders with third-party files."""

LINK = "is a symbolic link, which is not followed"
"""Why a link is skipped."""

_MOUNT = "is on another file system, which is not searched"


@dataclass(frozen=True, slots=True)
class Walked:
    """A file to read; or a path to skip, and why, in words that follow the path.

    `is_other`: the file has none of the requested suffixes.
    """

    path: str
    refusal: str = ""
    is_other: bool = False


def walk(
    folder: str, suffixes: Collection[str], skipped: Collection[str], *, has_others: bool = False
) -> Iterator[Walked]:
    """Yield all files in and below `folder` with one of `suffixes`, sorted by path.

    Folders with a name in `skipped` are left out. Links, other file systems and unreadable folders are yielded with a
    refusal and not entered. With `has_others`, other files are also yielded, with `is_other`. Never raises.
    """
    levels = [_level(folder)]
    device = _device(folder)
    while levels:
        entry = next(levels[-1], None)
        if entry is None:
            levels.pop()
        elif isinstance(entry, Walked):
            yield entry
        elif not _is_folder(entry):
            if _suffix(entry.name) in suffixes:
                yield Walked(entry.path, LINK if entry.is_symlink() else "")
            elif has_others and not entry.is_symlink():
                yield Walked(entry.path, is_other=True)
        elif entry.is_symlink():
            yield Walked(entry.path, LINK)
        elif _device(entry.path) not in {device, None}:  # `ismount` is slow for deep paths
            yield Walked(entry.path, _MOUNT)
        elif entry.name not in skipped:
            levels.append(_level(entry.path))


def _level(folder: str) -> Iterator[os.DirEntry[str] | Walked]:
    """Yield the entries of a folder in order; a refusal if it is not readable."""
    try:
        with os.scandir(folder) as entries:  # closed before its subfolders are opened: a tree may be deep
            found = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield Walked(folder, f"cannot be read: {error.strerror or error}")
    else:
        yield from found


def _device(folder: str) -> int | None:
    """Return the file system of a folder; None if it is unknown, as for a path that is too long."""
    try:
        return Path(folder).stat().st_dev
    except OSError:
        return None


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads to itself
        return False


def _suffix(name: str) -> str:
    return PurePath(name).suffix.lower()


_WHICH_FILES = "specify a page, a script, or a folder that contains them"


@dataclass(slots=True)
class NamedFiles:
    """The paths of the files to read, without duplicates, and what is skipped in the folders.

    `unread` counts, by suffix, the other files in the folders that call the function `rtp`.
    """

    paths: list[str] = field(default_factory=list)
    skipped: list[Walked] = field(default_factory=list)
    unread: Counter[str] = field(default_factory=Counter)


def named_files(named: Sequence[str]) -> NamedFiles:
    """Return the files at the paths `named`; for a folder, its pages, scripts and templates.

    Raises `ProblemsError` if a path does not exist.
    """
    missing = [path for path in named if path != STANDARD_INPUT and not os.path.lexists(path)]
    if missing:
        what = "no such file or folder"
        raise ProblemsError(
            Problem(what if path else "the file name is empty", _WHICH_FILES, location=Location(path))
            for path in missing
        )
    found = NamedFiles()
    known = set()
    for walked in (walked for path in named for walked in _walked(path)):
        path = walked.path.removeprefix(f".{os.sep}") or walked.path
        real = os.path.normpath(path)
        if walked.refusal:
            found.skipped.append(walked)
        elif real not in known:
            known.add(real)
            if not walked.is_other:
                found.paths.append(path)
            elif _has_call(path):
                found.unread[_suffix(path)] += 1
    return found


_CALL = re.compile(rb"rtp(?:(?<!\wrtp)|(?<=\\[nrt]rtp))\s*\(")  # in JSON, `\n` may be just before it
_CHUNK = 1 << 20
_OVERLAP = 100


def _has_call(path: str) -> bool:
    """Return whether a text file calls the function `rtp`; a file with NUL is not text."""
    try:
        with opened(path) as stream:
            before = chunk = stream.read(1 << 13)
            while chunk and b"\0" not in chunk:
                if _CALL.search(before):
                    return True
                chunk = stream.read(_CHUNK)
                before = before[-_OVERLAP:] + chunk
    except OSError:
        pass
    return False


def _walked(path: str) -> Sequence[Walked]:
    if path == STANDARD_INPUT or not is_folder(Path(path)):
        return [Walked(path)]
    return list(walk(path, READ_SUFFIXES, VERSION_FOLDERS | PACKAGE_FOLDERS, has_others=True))
