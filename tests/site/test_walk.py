"""Which files of a folder are read, and which are skipped, with the reason."""

from __future__ import annotations

import inspect
import os
import sys
from pathlib import Path

import pytest

from rtpsnippets.site.walk import PACKAGE_FOLDERS, SITE_SUFFIXES, VERSION_FOLDERS, Walked, walk


def walked(folder: Path) -> list[tuple[str, str]]:
    """What is found, with paths below the folder."""
    found = walk(str(folder), SITE_SUFFIXES, VERSION_FOLDERS | PACKAGE_FOLDERS)
    return [(Path(one.path).relative_to(folder).as_posix(), one.refusal) for one in found]


def files(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()


def test_walk__yields_files_by_their_suffixes_in_order(tmp_path: Path) -> None:
    files(
        tmp_path, "b.HTML", "a/z.js", "a/b/c.htm", "c.xhtml", "a.mjs", "x.css", "html", ".html", "é.cjs", "a.html.bak"
    )
    assert walked(tmp_path) == [
        *(("a/b/c.htm", ""), ("a/z.js", ""), ("a.mjs", ""), ("b.HTML", ""), ("c.xhtml", ""), ("é.cjs", "")),
    ]


def test_walk__leaves_out_folders_by_their_names(tmp_path: Path) -> None:
    files(tmp_path, ".git/a.html", "x/node_modules/a.js", ".well-known/a.html", "git/a.html")
    assert walked(tmp_path) == [(".well-known/a.html", ""), ("git/a.html", "")]
    assert len(list(walk(str(tmp_path), {".js"}, ()))) == 1


def test_walk__tells_other_files_apart(tmp_path: Path) -> None:
    files(tmp_path, "a.py", "b/c.html", "b/d", "node_modules/e.py")
    (tmp_path / "link.py").symlink_to("a.py")
    found = walk(str(tmp_path), SITE_SUFFIXES, PACKAGE_FOLDERS, has_others=True)
    assert [(Path(one.path).name, one.is_other) for one in found] == [("a.py", True), ("c.html", False), ("d", True)]
    assert walked(tmp_path) == [("b/c.html", "")]


def test_walk__follows_no_link(tmp_path: Path) -> None:
    site = tmp_path / "site"
    files(tmp_path, "outside/a.html", "site/a.html", "site/x.css")
    (site / "b.html").symlink_to("a.html")
    (site / "broken.html").symlink_to("nothing")
    (site / "folder").symlink_to("../outside")
    (site / "loop").symlink_to("loop")
    (site / "up").symlink_to("..")
    (site / "y.css").symlink_to("x.css")
    link = "is a symbolic link, which is not followed"
    assert walked(site) == [
        *(("a.html", ""), ("b.html", link), ("broken.html", link), ("folder", link), ("up", link)),
    ]


def test_walk__begins_at_a_folder_that_is_a_link(tmp_path: Path) -> None:
    files(tmp_path, "site/a.html")
    (tmp_path / "link").symlink_to("site")
    assert walked(tmp_path / "link") == [("a.html", "")]


def test_walk__enters_no_other_file_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files(tmp_path, "a/a.html", "b/b.html")
    stat = Path.stat
    monkeypatch.setattr(Path, "stat", lambda path: os.stat_result((*stat(path)[:2], path.name == "a", *[0] * 7)))
    assert walked(tmp_path) == [
        ("a", "is on another file system, which is not searched"),
        ("b/b.html", ""),
    ]


def test_walk__says_what_folder_cannot_be_read(tmp_path: Path) -> None:
    (none,) = walk(str(tmp_path / "none"), SITE_SUFFIXES, ())
    assert none == Walked(str(tmp_path / "none"), "cannot be read: No such file or directory")


def test_walk__an_entry_that_cannot_be_looked_at_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "loop.html").symlink_to("loop.html")
    assert walked(tmp_path) == [("loop.html", "is a symbolic link, which is not followed")]


def test_walk__calls_itself_for_no_level(tmp_path: Path) -> None:
    files(tmp_path, "d/" * 200 + "a.html")
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack(0)) + 100)
    try:
        found = list(walk(str(tmp_path), SITE_SUFFIXES, ()))
    finally:
        sys.setrecursionlimit(before)
    assert [Path(one.path).name for one in found] == ["a.html"]
