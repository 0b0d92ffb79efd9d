"""One file of a site: what is found in it, or why it is skipped."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from rtpsnippets.errors import Location
from rtpsnippets.site import site_file
from rtpsnippets.site.javascript.model import Span
from rtpsnippets.site.site_file import SiteFile, read_site_file

CALL = "rtp('send','event',{value:'x'})"


def read(path: Path | str, max_bytes: int = 1_000_000, seconds: float = 60) -> SiteFile:
    return read_site_file(str(path), max_bytes, seconds)


def write(folder: Path, name: str, content: str) -> Path:
    path = folder / name
    path.write_bytes(content.encode())
    return path


@pytest.mark.parametrize("name", ["a.html", "a.HTM", "a", "a.php", "js"])
def test_file__is_read_as_a_page(tmp_path: Path, name: str) -> None:
    found = read(write(tmp_path, name, f"<p>é\r\n<a onclick={CALL}>"))
    assert found.contents
    assert found.contents.is_page
    assert str(found.location(found.contents.codes[0].script.calls[0].span)) == f"{tmp_path / name}:2:12"


@pytest.mark.parametrize("name", ["a.js", "a.MJS", "a.cjs"])
def test_file__is_read_as_a_script(tmp_path: Path, name: str) -> None:
    found = read(write(tmp_path, name, f"x\n{CALL}"))
    assert found.contents
    assert not found.contents.is_page
    (code,) = found.contents.codes
    assert (code.span, code.moment) == (Span(0, len(CALL) + 2), "now")
    assert found.location(code.script.calls[0].span) == Location(str(tmp_path / name), 2, 1, (2, 1 + len(CALL)))


def test_script__one_that_does_not_mention_the_function_has_no_code(tmp_path: Path) -> None:
    found = read(write(tmp_path, "a.js", "x("))
    assert found.contents
    assert found.contents.codes == ()


def test_location__of_what_is_not_read_has_no_line() -> None:
    assert SiteFile("a").location(Span(5, 6)) == Location("a")


def test_refusal__says_what_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("folder.html").mkdir()
    os.mkfifo("pipe.html")
    Path("link.html").symlink_to("link.html")
    with socket.socket(socket.AF_UNIX) as one:
        one.bind("socket.html")
        assert read("socket.html").refusal == "cannot be read: it is a socket, not a file"
    assert read("folder.html").refusal == "cannot be read: Is a directory"
    assert read("pipe.html").refusal == "cannot be read: it is a pipe, not a file"
    assert read("/dev/zero").refusal == "cannot be read: it is a device, not a file"
    assert read("link.html").refusal == "cannot be read: Too many levels of symbolic links"
    assert read("x" * 300).refusal == "cannot be read: File name too long"
    assert [read(path).refusal for path in ("none.html", "", "a\0b")] == ["no such file"] * 3
    assert read("none.html") == SiteFile("none.html", refusal="no such file")


@pytest.mark.parametrize(
    ("name", "value"), [("a.xhtml", "R&D"), ("a.XHT", "R&D"), ("a.html", "R&amp;D"), ("a.md", "R&amp;D")]
)
def test_page__is_xhtml_by_its_name(tmp_path: Path, name: str, value: str) -> None:
    page = read(write(tmp_path, name, "<script>rtp('send', 'event', {value: 'R&amp;D'})</script>"))
    assert page.contents
    assert [call.value for call in page.contents.codes[0].script.calls] == [value]


def test_refusal__of_a_file_that_is_too_large(tmp_path: Path) -> None:
    path = write(tmp_path, "a.html", "x" * 2_000)
    assert read(path, 2_000).contents
    assert read(path, 1_999).refusal == "is larger than 0.001999 MB"


def test_refusal__of_a_file_that_takes_too_long(tmp_path: Path) -> None:
    assert read(write(tmp_path, "a.html", "<p>"), seconds=-0.5).refusal == "took longer than -0.5 s"


@pytest.mark.parametrize("error", [MemoryError, RecursionError])
def test_refusal__is_the_last_resort(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[Exception]) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(site_file, "read_page", fail)
    assert read(write(tmp_path, "a.html", "<p>")).refusal == "needs too much memory"
