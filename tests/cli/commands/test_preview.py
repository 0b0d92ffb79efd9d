"""`rtpsnippets preview`: the page in a file or on standard output, which files it replaces, and the browser."""

from __future__ import annotations

import time
from html import unescape
from pathlib import Path

import pytest

from rtpsnippets import load, render_preview
from rtpsnippets.snippets.destinations import DESTINATIONS
from rtpsnippets.snippets.formats import PREVIEW_BEGINNING
from tests.cli.events import Run


def page_of(file: str, destination: str = "page") -> str:
    """The preview of the events in a file, with its name."""
    return render_preview(load(file).values(), files=[file], destination=destination)


def test_preview__writes_the_page_of_the_current_folder_s_events(events: Run) -> None:
    done = events("preview")
    assert (done.returncode, done.stdout, done.stderr) == (0, "created preview.html\n", "")
    assert Path("preview.html").read_text() == page_of("events.toml")


def test_preview__writes_where_it_is_told_and_makes_the_folder(events: Run) -> None:
    Path("more.toml").write_text('[events.more]\nvalue = "More"\n')
    assert events("preview", "more.toml", "-o", "deep/site/all.htm").stdout == "created deep/site/all.htm\n"
    assert Path("deep/site/all.htm").read_text() == page_of("more.toml")
    assert [path.name for path in Path("deep/site").iterdir()] == ["all.htm"]


def test_preview__keeps_what_is_as_it_should_be_and_changes_what_it_made(events: Run) -> None:
    events("preview")
    before = Path("preview.html").stat().st_mtime_ns
    assert events("preview").stdout == "kept preview.html\n"
    assert Path("preview.html").stat().st_mtime_ns == before
    assert events("preview", "--guard").stdout == "changed preview.html\n"
    assert "if (window.rtp)" in Path("preview.html").read_text()


def test_preview__prints_the_page_and_writes_nothing(events: Run) -> None:
    done = events("preview", "-o", "-")
    assert done.stdout == page_of("events.toml")
    assert [path.name for path in Path().iterdir()] == ["events.toml"]


def test_preview__takes_the_carrier_the_nonce_and_templates(events: Run) -> None:
    Path("mine").mkdir()
    Path("mine/preview-elements.css").write_text("/* mine */")
    page = events("preview", "-o", "-", "--nonce-attribute", 'nonce="x"', "--templates", "mine").stdout
    assert "mine" in page
    assert "nonce&#x3d;" in page
    assert "onclick&#x3d;" in page
    assert "onclick&#x3d;" not in events("preview", "-o", "-", "--carrier", "data").stdout


@pytest.mark.parametrize("name", DESTINATIONS)
def test_preview__shows_what_to_paste_into_a_destination_first(name: str, events: Run) -> None:
    assert events("preview", "-o", "-", "--for", name).stdout == page_of("events.toml", name)


def test_preview__an_unknown_destination_is_refused_with_those_there_are(events: Run) -> None:
    done = events("preview", "--for", "wordpres")
    assert done.returncode == 2
    assert all(name in done.stderr for name in DESTINATIONS)
    assert not Path("preview.html").exists()


def test_preview__names_the_files_as_they_were_named(events: Run) -> None:
    Path("deep").mkdir()
    Path("deep/more & .toml").write_text('[events.more]\nvalue = "More"\n')
    page = events("preview", "./events.toml", "deep/more & .toml", "-o", "-").stdout
    assert "from &#x2e;&#x2f;events&#x2e;toml, deep&#x2f;more &#x26; &#x2e;toml. Is" in page
    page = events("preview", "-", "--input-format", "toml", "-o", "-", stdin='[events.more]\nvalue = "More"\n').stdout
    assert "from standard input. Is" in page


@pytest.mark.parametrize(
    ("seconds", "date"),
    [("1767225600", " on 2026-01-01"), ("0", " on 1970-01-01"), ("1767225599", " on 2025-12-31"), ("", "")],
)
def test_preview__shows_the_date_that_is_set(seconds: str, date: str, events: Run) -> None:
    page = events("preview", "-o", "-", SOURCE_DATE_EPOCH=seconds).stdout
    assert f"from events&#x2e;toml{date}. Is" in page


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the time zone of the process cannot be changed here")
def test_preview__the_date_is_the_same_in_every_time_zone(events: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as elsewhere:
        elsewhere.setenv("TZ", "Pacific/Auckland")
        time.tzset()
        page = events("preview", "-o", "-", SOURCE_DATE_EPOCH="1767225599").stdout
    time.tzset()
    assert " on 2025-12-31. Is" in page


@pytest.mark.parametrize("seconds", ["today", "1.5", "9" * 30])
def test_preview__a_date_that_is_none_is_refused(seconds: str, events: Run) -> None:
    done = events("preview", SOURCE_DATE_EPOCH=seconds)
    assert done.returncode == 2
    assert "SOURCE_DATE_EPOCH must be a number of seconds, such as 1767225600" in done.stderr
    assert not Path("preview.html").exists()


@pytest.mark.parametrize("content", ["mine", f" {PREVIEW_BEGINNING}", ""])
def test_preview__a_file_that_is_no_preview_is_never_overwritten(content: str, events: Run) -> None:
    Path("preview.html").write_text(content)
    done = events("preview")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "preview.html: already exists and was not created by rtpsnippets\n    use --overwrite to replace it\n"
        "Found 1 problem.\n"
    )
    assert Path("preview.html").read_text() == content
    assert events("preview", "--overwrite").stdout == "changed preview.html\n"
    assert events("preview").stdout == "kept preview.html\n"


def test_preview__what_is_no_regular_file_is_refused(events: Run) -> None:
    Path("mine").write_text("mine")
    Path("link").symlink_to("mine")
    done = events("preview", "-o", "link", "--overwrite")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("link: exists and is not a regular file\n    move or remove it\n")
    assert Path("mine").read_text() == "mine"


def test_preview__with_problems_nothing_is_written(events: Run) -> None:
    Path("events.toml").write_text('[events.a]\nvalue = ""\n')
    done = events("preview")
    assert done.returncode == 1
    assert done.stderr.startswith("events.toml:2: events.a.value: is empty\n")
    assert [path.name for path in Path().iterdir()] == ["events.toml"]


@pytest.mark.parametrize("name", ["file/preview.html", "x" * 300])
def test_preview__what_the_system_refuses_is_said_in_a_line(name: str, events: Run) -> None:
    Path("file").write_text("")
    done = events("preview", "-o", name)
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("cannot ")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-o", ""], "must not be empty; specify a file"),
        (["-o", "-", "--open"], "--open needs a file: specify one with -o"),
    ],
)
def test_preview__wrong_usage(arguments: list[str], message: str, events: Run) -> None:
    done = events("preview", *arguments)
    assert done.returncode == 2
    assert message in done.stderr


# The browser: the one that BROWSER names, or none at all.


def test_preview__opens_the_page(events: Run) -> None:
    browser = Path("browser")
    browser.write_text('#!/bin/sh\necho "$1" > opened\n')
    browser.chmod(0o755)
    done = events("preview", "-o", "a b.html", "--open", BROWSER=f"{browser.absolute()} %s")
    assert (done.returncode, done.stdout, done.stderr) == (0, "created a b.html\n", "")
    assert Path("opened").read_text().strip() == Path("a b.html").absolute().as_uri()


def test_preview__says_so_where_there_is_no_browser(events: Run) -> None:
    done = events("preview", "--open", PATH="")
    assert (done.returncode, done.stdout) == (0, "created preview.html\n")
    assert done.stderr == "cannot open a browser: open preview.html yourself\n"


@pytest.mark.parametrize("name", ["events.toml", "link.html"])
def test_preview__never_takes_the_place_of_the_definitions(name: str, events: Run) -> None:
    Path("link.html").symlink_to("events.toml")
    before = Path("events.toml").read_bytes()
    done = events("preview", "events.toml", "-o", name, "--overwrite")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"{name}: contains the definitions\n")
    assert Path("events.toml").read_bytes() == before


@pytest.mark.parametrize("output", ["site/", "new/site/", ".", "site"])
def test_preview__a_folder_is_no_file(output: str, events: Run) -> None:
    Path("site").mkdir()
    done = events("preview", "-o", output)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"{output} is a folder; specify a file in it" in done.stderr
    assert not list(Path("site").iterdir())
    assert not Path("new").exists()


def test_preview__a_browser_that_is_badly_named_is_none(events: Run) -> None:
    done = events("preview", "--open", BROWSER="'%s")
    assert (done.returncode, done.stdout) == (0, "created preview.html\n")
    assert done.stderr == "cannot open a browser: open preview.html yourself\n"


def test_preview__shows_the_pages_of_a_site(site: Run) -> None:
    arguments = ("preview", "--site", "site", "-o", "site/preview.html", "--base-url", "https://example.com/docs")
    done = site(*arguments)
    assert (done.stdout, done.stderr) == ("created site/preview.html\n", "Read 1 page: 1 event is used, 3 are not.\n")
    assert 'href="https://example.com/docs/a.html"' in unescape(Path("site/preview.html").read_text())
    assert site(*arguments).stdout == "kept site/preview.html\n"
    assert "--jobs can only be used with --site" in site("preview", "--jobs", "2").stderr
