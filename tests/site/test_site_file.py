"""One file of a site: what is found in it, or why it is skipped."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from rtpsnippets.errors import Location
from rtpsnippets.site import site_file
from rtpsnippets.site.javascript.model import Mention, Span, Trigger
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
    assert (code.span, code.timing) == (Span(0, len(CALL) + 2), "now")
    assert found.location(code.script.calls[0].span) == Location(str(tmp_path / name), 2, 1, (2, 1 + len(CALL)))


@pytest.mark.parametrize(
    ("name", "code", "values"),
    [
        ("a.ts", f"declare const rtp: any; (window as any).{CALL}", ["x"]),
        ("a.mts", f"const a = <any>window; a.{CALL}", ["x"]),
        ("a.CTS", f"import a = require('a'); {CALL}", ["x"]),
        ("a.ts", f"const a = <b onClick={{() => {CALL}}}>c</b>", []),
        ("a.tsx", f"const a = (b: c) => <b onClick={{() => {CALL}}}>c</b>", ["x"]),
        ("a.jsx", f"const a = () => <b onClick={{() => {CALL}}}>c</b>", ["x"]),
    ],
)
def test_file__is_read_as_the_source_of_a_script(tmp_path: Path, name: str, code: str, values: list[str]) -> None:
    found = read(write(tmp_path, name, code))
    assert found.contents
    assert not found.contents.is_page
    assert [call.value for code in found.contents.codes for call in code.script.calls] == values


def test_script__one_of_typescript_that_is_not_understood_is_listed(tmp_path: Path) -> None:
    found = read(write(tmp_path, "a.ts", f"namespace A {{ {CALL} }}"))
    assert found.contents
    assert found.contents.codes == ()
    assert list(found.contents.all_mentions) == [Mention(Span(14, 31))]


SCRIPT = f"<script>let a = 'x'; {CALL}; rtp('send', 'event', {{value: a}})</script>"


def test_component__its_script_runs_at_no_known_time(tmp_path: Path) -> None:
    for name in ("a.vue", "a.svelte"):
        found = read(write(tmp_path, name, f"{SCRIPT}<template><a onclick={CALL}>b</a></template>"))
        assert found.contents
        calls = [call for code in found.contents.codes for call in code.script.calls]
        assert [(call.value, call.trigger) for call in calls[:2]] == [("x", None), (None, None)]
        assert calls[1].reason == "depends on a variable that the component's template may set"
    found = read(write(tmp_path, "a.astro", SCRIPT))
    assert found.contents
    assert [call.value for call in found.contents.codes[0].script.calls] == ["x", "x"]


def test_component__a_handler_of_a_component_is_plain(tmp_path: Path) -> None:
    found = read(write(tmp_path, "a.vue", f"<template><a onclick={CALL}>b</a></template>"))
    assert found.contents
    assert [code.script.calls[0].trigger for code in found.contents.codes] == [Trigger("load")]


def test_page__what_is_written_in_an_unknown_file_may_be_code(tmp_path: Path) -> None:
    for name, mentions in (("a.py", 1), ("a.html", 0), ("a", 1), ("a.php", 0)):
        contents = read(write(tmp_path, name, f"a({CALL})")).contents
        assert contents
        assert len(contents.mentions) == mentions


def test_page__a_call_that_goes_on_after_its_handler_is_listed(tmp_path: Path) -> None:
    contents = read(write(tmp_path, "a.html", "<a onclick=rtp('send', 'event', {value:'x'})>b</a>")).contents
    assert contents
    assert contents.mentions == (Mention(Span(11, 29)),)


@pytest.mark.parametrize("name", ["a.js", "a.ts"])
def test_script__one_that_does_not_mention_the_function_has_no_code(tmp_path: Path, name: str) -> None:
    found = read(write(tmp_path, name, "x("))
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
    assert read(path, 1_999).refusal == "is larger than the limit of 0.001999 MB"


def test_refusal__of_a_file_that_takes_too_long(tmp_path: Path) -> None:
    assert read(write(tmp_path, "a.html", "<p>"), seconds=-0.5).refusal == "took longer than -0.5 s to read"


@pytest.mark.parametrize("error", [MemoryError, RecursionError])
def test_refusal__is_the_last_resort(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[Exception]) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(site_file, "read_page", fail)
    assert read(write(tmp_path, "a.html", "<p>")).refusal == "needs too much memory"
