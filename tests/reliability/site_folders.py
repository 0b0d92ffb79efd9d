"""Folders that no site should have: deeply nested, very full, with special files, and with links to the outside."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.clean_environment import environment

SECRET = "SECRET"  # noqa: S105 (a word that is looked for)

_PAGE = "<script>rtp('send', 'event', {{ value: '{}' }})</script>"

NAMES = (
    *(b"a\nb.html", b"a\r::error::b.html", b"::error::x.html", b"##[error]x.html", b"a\x1b[31m.html"),
    *(
        b"-o.html",
        b"--help/x.html",
        b"::warning::x/##[group]y.html",
        b"\xff\xfe.html",
        b"\xff.js",
        b"a\xe2\x80\xae.html",
    ),
)
"""Names that could confuse a terminal, GitHub, an option parser or a decoder."""


def page(value: str) -> str:
    """A page that sends a value."""
    return _PAGE.format(value)


def run(folder: Path, *arguments: str, seconds: float = 100) -> subprocess.CompletedProcess[bytes]:
    """Run the real command in a folder; it must end in time."""
    program = [sys.executable, "-m", "rtpsnippets", *arguments]
    return subprocess.run(
        program,
        cwd=folder,
        env=environment(),
        capture_output=True,
        stdin=subprocess.DEVNULL,
        timeout=seconds,
        check=False,
    )


def lay_out(folder: Path) -> None:
    """Put a site into `folder`, and definitions next to it."""
    (folder / "events.toml").write_text('[events.a]\nvalue = "a"\n')
    (folder / "site").mkdir()
    (folder / "site/a.html").write_text(page("a"))


def add_ways_out(folder: Path) -> None:
    """Add many kinds of links to the outside to the site in `folder`."""
    outside = folder / "outside"
    outside.mkdir()
    (outside / "x.html").write_text(page(SECRET))
    (outside / "x.js").write_text(f"rtp('send', 'event', {{ value: '{SECRET}' }})")
    site = folder / "site"
    links = {"file.html": "../outside/x.html", "script.js": str(outside / "x.js"), "folder": "../outside"}
    for name, target in {**links, "loop": ".", "self.html": "self.html", "inside.html": "a.html"}.items():
        (site / name).symlink_to(target)
    sources = ("../outside/x.js", "/..%2foutside%2fx.js", "..%5coutside/x.js", f"file://{outside}/x.js", "script.js")
    odd = ("a\0b.js", "%00", "%ff.js", "//[", "http://[::1", "?", "#", "\\\\x\\y", "x" * 5_000)
    (site / "sources.html").write_text("".join(f'<script src="{source}"></script>' for source in (*sources, *odd)))


def add_no_files(site: Path) -> None:
    """Add special files with the names of pages to a site."""
    os.mkfifo(site / "pipe.html")
    with socket.socket(socket.AF_UNIX) as one:
        before = Path.cwd()
        os.chdir(site)  # the path of a socket must be short
        one.bind("socket.html")
        os.chdir(before)
    (site / "folder.html").mkdir()
    with (site / "huge.js").open("wb") as file:
        file.truncate(20_000_000)


@contextmanager
def deep(folder: Path, levels: int, pages: tuple[int, ...]) -> Iterator[None]:
    """Nest folders, with a page in those with the numbers `pages`; all are removed at the end."""
    at = os.open(folder, os.O_RDONLY)
    for level in range(levels):
        os.mkdir("d", dir_fd=at)
        at = _moved(at, "d")
        if level in pages:
            with open(os.open("x.html", os.O_CREAT | os.O_WRONLY, dir_fd=at), "w") as file:  # noqa: PTH123 (in no path)
                file.write(page("deep"))
    yield
    for level in reversed(range(levels)):
        if level in pages:
            os.unlink("x.html", dir_fd=at)
        at = _moved(at, "..")
        os.rmdir("d", dir_fd=at)
    os.close(at)


def _moved(at: int, name: str) -> int:
    there = os.open(name, os.O_RDONLY, dir_fd=at)
    os.close(at)
    return there
