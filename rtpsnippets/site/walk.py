"""List the files of a folder that are worth reading: all in it and below it, nothing outside it.

>>> named_files(["no/such"])
Traceback (most recent call last):
rtpsnippets.errors.ProblemsError: no/such: no such file or folder
    name a page, a script, or the folder that they are in
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
"""How the name of a script ends that a browser runs."""

XML_SUFFIXES = frozenset((".xhtml", ".xht"))
"""How the name of a page ends that servers serve as XHTML: any other is HTML to a browser, whatever it says itself."""

SITE_SUFFIXES = PAGE_SUFFIXES | SCRIPT_SUFFIXES
"""How the names of the files end that a built site has calls in."""

TYPESCRIPT_SUFFIXES = frozenset((".ts", ".mts", ".cts", ".tsx"))
SOURCE_SUFFIXES = TYPESCRIPT_SUFFIXES | {".jsx"}
"""How those of scripts end that are built before a browser gets them."""

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
"""How those of templates and components end, which a person's own files may have calls in, too."""

READ_SUFFIXES = SITE_SUFFIXES | SOURCE_SUFFIXES | TEMPLATE_SUFFIXES
"""How the names of all files end that are read in a folder; any other file is read if it is named."""

VERSION_FOLDERS = frozenset((".bzr", ".git", ".hg", ".svn"))
"""Folders that are no part of a site, wherever they stand."""

PACKAGE_FOLDERS = frozenset(("node_modules",))
"""Folders with the files of others."""

LINK = "is a link, which is not followed"
"""Why a link is skipped."""

_MOUNT = "is another file system, which is not entered"


@dataclass(frozen=True, slots=True)
class Walked:
    """A file to read; or what is skipped, and why, in words that follow the path.

    `is_other` says that the file has none of the suffixes that are asked for.
    """

    path: str
    refusal: str = ""
    is_other: bool = False


def walk(
    folder: str, suffixes: Collection[str], skipped: Collection[str], *, has_others: bool = False
) -> Iterator[Walked]:
    """Yield all files in and below `folder` whose names end in one of `suffixes`, in the order of their paths.

    Folders with a name in `skipped` are left out. Links aren't followed, nor is another file system entered;
    these, and folders that can't be read, are yielded with a refusal. `has_others` says that other files are yielded,
    too, marked as such. Never raises.
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
        elif _device(entry.path) not in {device, None}:  # `ismount` takes its time for what is deep
            yield Walked(entry.path, _MOUNT)
        elif entry.name not in skipped:
            levels.append(_level(entry.path))


def _level(folder: str) -> Iterator[os.DirEntry[str] | Walked]:
    """What stands in a folder, in order; a refusal if it can't be read."""
    try:
        with os.scandir(folder) as entries:  # closed before the folders in it are opened, however many levels there are
            found = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield Walked(folder, f"cannot be read: {error.strerror or error}")
    else:
        yield from found


def _device(folder: str) -> int | None:
    """The file system that a folder is on; None if the system doesn't say, as for a path that is too long."""
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


_WHAT_TO_NAME = "name a page, a script, or the folder that they are in"


@dataclass(slots=True)
class NamedFiles:
    """The paths of the files to read, each once, and what of the folders is skipped.

    `unread` counts by their suffixes the files of the folders that aren't read and mention the function `rtp`.
    """

    paths: list[str] = field(default_factory=list)
    skipped: list[Walked] = field(default_factory=list)
    unread: Counter[str] = field(default_factory=Counter)


def named_files(named: Sequence[str]) -> NamedFiles:
    """Return the files at the paths `named`, and of the folders among them the pages, scripts and templates.

    Raises `ProblemsError` if nothing is there.
    """
    missing = [path for path in named if path != STANDARD_INPUT and not os.path.lexists(path)]
    if missing:
        raise ProblemsError(
            [Problem("no such file or folder", _WHAT_TO_NAME, location=Location(path)) for path in missing]
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


_CALL = re.compile(rb"rtp(?:(?<!\wrtp)|(?<=\\[nrt]rtp))\s*\(")  # in JSON, a line that begins with it has `\n` before
_CHUNK = 1 << 20
_OVERLAP = 100


def _has_call(path: str) -> bool:
    """Whether a file is a text that calls the function `rtp`; what has a NUL in its first part is no text."""
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
