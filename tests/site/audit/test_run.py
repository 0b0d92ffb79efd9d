"""The audit of a whole site: its order, its limits, what is skipped."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from rtpsnippets.definitions.validate import Definitions
from rtpsnippets.errors import FileAccessError, ProblemsError
from rtpsnippets.output.manifest import digest, dump
from rtpsnippets.site.audit import loaded_scripts, run
from rtpsnippets.site.audit.findings import Report
from rtpsnippets.site.audit.kinds import KINDS, known_kinds
from rtpsnippets.site.audit.run import audit
from tests.site.audit.sites import BUTTON, Kinds, calling

REPORT = Callable[..., Report]
BAD = calling("'x'")
SENDING = "rtp('send', 'event', { value: 'x' });"


def test_audit__findings_come_by_file_and_line_and_then_by_definitions(kinds: Kinds) -> None:
    page = f'{BAD}\n<p id="a"><p id="a"><script>{SENDING}</script>'
    files = {"b/a.html": page, "b.html": BAD, "a.js": SENDING, "c.mjs": SENDING, "a-b/x.HTM": BAD}
    assert kinds(files, of_use=True) == [
        "unknown-value a-b/x.HTM:2",
        "unknown-value a.js:1",
        "unknown-value b/a.html:2",
        "repeated-id b/a.html:3",
        "unknown-value b/a.html:3",
        "unknown-value b.html:2",
        "unknown-value c.mjs:1",
        *(f"unused-event events.toml:{line}" for line in (1, 3, 5, 8)),
    ]


def test_audit__says_how_much_it_read(report_of: REPORT) -> None:
    report = report_of({"a.html": "", "b.htm": "", "c.js": "", "d.css": "rtp", "e.png": ""})
    assert (report.pages, report.scripts, report.links) == (2, 1, 0)
    assert report.total == len(report.findings) == 4


def test_audit__of_very_many_findings_the_first_are_listed(report_of: REPORT, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "MAX_FINDINGS", 5)
    files = {f"{name}.html": calling(*["'x'"] * 4) for name in "bd"} | {f"{name}.js": SENDING * 3 for name in "ac"}
    report = report_of(files)
    assert report.total == 4 + 4 + 3 + 3 + 4
    assert [finding.location.file for finding in report.findings] == ["site/a.js"] * 3 + ["site/b.html"] * 2
    # The definitions come last, and those that fit are listed.
    few = report_of(dict.fromkeys([*files], "") | {"a.js": SENDING})
    assert [finding.rule for finding in few.findings] == ["unknown-value", *["unused-event"] * 4]


@pytest.mark.parametrize("kind", ["unknown-value", "unused-event", "skipped-file"])
def test_audit__what_is_ignored_is_neither_listed_nor_counted(kind: str, report_of: REPORT) -> None:
    files = {"a.html": BAD, "b.html": "x" * 2_000}
    everything = report_of(files, max_bytes=1_500)
    assert {finding.rule for finding in everything.findings} == {"unknown-value", "unused-event", "skipped-file"}
    rest = report_of(files, max_bytes=1_500, ignore=[kind])
    left = [finding for finding in everything.findings if finding.rule != kind]
    assert (list(rest.findings), rest.total) == (left, len(left))


def test_audit__a_file_that_is_too_large_is_skipped_and_said(report_of: REPORT) -> None:
    for name in ("a.html", "a.js"):
        (finding, *_) = report_of({name: "x" * 2_000}, max_bytes=1_000).findings
        assert str(finding) == f"site/{name}: is larger than the limit of 0.001 MB [skipped-file]"
        Path("site", name).unlink()


def test_audit__a_page_whose_scripts_take_too_long_to_find_is_skipped_and_said(
    report_of: REPORT, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loaded_scripts, "MAX_SITE_FILE_SECONDS", -0.5)
    report = report_of({"a.html": '<script src="x.js"></script>', "b.html": BAD}, ignore=["unused-event"])
    skipped, other = report.findings
    assert str(skipped) == "site/a.html: took longer than 10 s to read [skipped-file]"
    assert (other.rule, other.location.file) == ("unknown-value", "site/b.html")


def test_audit__a_script_that_is_skipped_may_be_the_binding(kinds: Kinds) -> None:
    page = '<script src="x.js"></script><p data-rtp-event="menu">'
    assert kinds({"a.html": page, "x.js": " " * 2_000}, max_bytes=1_000, ignore=["no-tag", "unused-event"]) == [
        "skipped-file x.js"
    ]


SNIPPETS = {"rtp/a.button.html": BUTTON, "rtp/b.button.html": BUTTON, "rtp/index.html": BUTTON}
MANIFEST = dump({"a.button.html": {digest(b"")}, "b.button.html": {digest(b"")}}).decode()


@pytest.mark.parametrize(
    ("manifest", "pages"),
    [
        (MANIFEST, ["index"]),
        ("torn{", ["a.button", "b.button", "index"]),
        (" " * 5_000 + MANIFEST, ["a.button", "b.button", "index"]),
    ],
)
def test_audit__snippets_that_a_build_made_are_no_pages(manifest: str, pages: list[str], kinds: Kinds) -> None:
    files = {**SNIPPETS, "rtp/.rtpsnippets.json": manifest}
    assert kinds(files, max_bytes=4_000) == [f"no-tag rtp/{name}.html:1" for name in pages]


@pytest.mark.skipif(os.name == "nt", reason="Windows makes no links for everyone")
def test_audit__a_manifest_that_is_a_link_is_none(kinds: Kinds, tmp_path: Path) -> None:
    (tmp_path / "site/rtp").mkdir(parents=True)
    (tmp_path / "outside.json").write_text(MANIFEST)
    (tmp_path / "site/rtp/.rtpsnippets.json").symlink_to(tmp_path / "outside.json")
    assert len(kinds(SNIPPETS)) == 3


@pytest.mark.skipif(os.name == "nt", reason="Windows makes no links for everyone")
def test_audit__links_are_not_followed(report_of: REPORT, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "a.html").write_text(BAD)
    (tmp_path / "site").mkdir()
    (tmp_path / "site/folder").symlink_to(outside)
    (tmp_path / "site/b.html").symlink_to(outside / "a.html")
    report = report_of({"x.html": ""}, ignore=["unused-event"])
    assert (report.findings, report.pages, report.links) == ((), 1, 2)


@pytest.mark.skipif(os.name == "nt", reason="Windows makes no links for everyone")
def test_audit__a_path_that_is_too_long_is_skipped_like_another(report_of: REPORT, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/link.html").symlink_to("a.html")
    at = os.open(tmp_path / "site", os.O_RDONLY)
    for _ in range(20):  # no path may have so many characters
        os.mkdir("d" * 250, dir_fd=at)
        at, before = os.open("d" * 250, os.O_RDONLY, dir_fd=at), at
        os.close(before)
    os.close(at)
    report = report_of({"a.html": ""}, ignore=["unused-event"])
    assert [finding.what for finding in report.findings] == ["cannot be read: File name too long"]
    assert (report.pages, report.links) == (1, 1)


class Refusing:
    """Stands for the system, which lets nobody into some folders, not even the one who may everything."""

    def __init__(self, *folders: str) -> None:
        self._folders = folders
        self._scandir = os.scandir

    def __call__(self, folder: str) -> Iterator[os.DirEntry[str]]:
        if folder in self._folders:
            raise PermissionError(13, "Permission denied")
        return self._scandir(folder)


def test_audit__a_folder_that_cannot_be_read_is_skipped_and_said(
    report_of: REPORT, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "scandir", Refusing("site/b"))
    report = report_of({"a.html": BAD, "b/x.html": BAD, "c.html": BAD}, ignore=["unused-event"])
    assert [(finding.rule, finding.location.file) for finding in report.findings] == [
        ("unknown-value", "site/a.html"),
        ("skipped-file", "site/b"),
        ("unknown-value", "site/c.html"),
    ]


def test_audit__a_site_that_cannot_be_read_is_an_error(report_of: REPORT, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "scandir", Refusing("site"))
    with pytest.raises(FileAccessError, match=r"^site: cannot be read: Permission denied$"):
        report_of({})


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("gone", "no such folder"),
        ("a\0b", "no such folder"),
        ("a.html", "is not a folder"),
        ("empty", "contains no pages or scripts"),
        # A variable of a shell that isn't set: not the current folder.
        ("", "the folder name is empty"),
    ],
)
def test_audit__a_site_that_is_no_folder_is_a_problem(
    name: str, what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.html").write_text("")
    Path("empty").mkdir()
    Path("empty/a.txt").write_text("")
    with pytest.raises(ProblemsError) as raised:
        audit(name, Definitions())
    assert [problem.what for problem in raised.value.problems] == [what]


def test_audit__says_how_far_it_is(report_of: REPORT) -> None:
    seen: list[tuple[str, list[str]]] = []

    def track(items: Sequence[str], label: str) -> Sequence[str]:
        seen.append((label, list(items)))
        return items

    report_of({"a.html": "", "b.js": "", "c.html": ""}, track=track)
    assert seen == [("reading scripts", ["site/b.js"]), ("reading pages", ["site/a.html", "site/c.html"])]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("no-tga", 'unknown kind of finding "no-tga"\n    did you mean "no-tag"?'),
        ("NO-TAG", 'unknown kind of finding "NO-TAG"\n    did you mean "no-tag"?'),
        ("", f'unknown kind of finding ""\n    known kinds: {", ".join(KINDS)}'),
    ],
)
def test_known_kinds__names_the_nearest(name: str, said: str) -> None:
    with pytest.raises(ProblemsError) as raised:
        known_kinds(["no-tag", name])
    assert str(raised.value) == said
