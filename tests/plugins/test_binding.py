"""The binding of a built site, whatever the host: which pages load it, where the script stands, and what stays."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from rtpsnippets.plugins.auditing import SiteOptions
from rtpsnippets.plugins.binding import add_binding
from rtpsnippets.plugins.lookup import Lookup
from tests.plugins.contract import DEFINITIONS, write_pages

OPTIONS = SiteOptions(is_audited=False, ignore=(), base_url="https://example.com/a docs/")
OFF = SiteOptions(is_audited=False, ignore=(), base_url="", has_binding=False)
PAGE = "<!doctype html><head></head><body></body>"
OURS = '<script src="rtp-events.js?v={}" defer></script>'


def add(folder: Path, options: SiteOptions = OPTIONS, templates: str | None = None) -> list[str]:
    """Add the binding to the site; return the warnings."""
    said: list[str] = []
    lookup = Lookup(folder / "events.toml", templates)
    add_binding(str(folder / "site"), lookup, options, lambda problem: said.append(str(problem)))
    return said


def written(folder: Path) -> dict[str, tuple[int, int]]:
    """What changes when a file of the site is written; to read it changes only the time of its last access."""
    states = {path.name: path.stat() for path in (folder / "site").iterdir()}
    return {name: (state.st_ino, state.st_mtime_ns) for name, state in states.items()}


def made_of(folder: Path, html: str, name: str = "page.html") -> str:
    """What becomes of a page with that name in the site; `(URL)` stands for our script."""
    path = folder / "site" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(html.encode("latin-1"))
    assert add(folder) == []
    text = path.read_bytes().decode("latin-1")
    return re.sub(r'<script src="([^"]*)\?v=[0-9a-f]{8}" defer></script>', r"(\1)", text)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        # At the end of the head, wherever a browser sees that.
        ("<html><HEAD>\r\n</HEAD ><body>", "<html><HEAD>\r\n(rtp-events.js)</HEAD ><body>"),
        (
            "<!-- </head> --><head><script>'</head>'</script></head>",
            "<!-- </head> --><head><script>'</head>'</script>(rtp-events.js)</head>",
        ),
        (
            "<head><template></head></template><noscript></head></noscript></head>",
            "<head><template></head></template><noscript></head></noscript>(rtp-events.js)</head>",
        ),
        # Else at the end of the body, or of a page that says that it is one.
        ("<body><p>x</body></html>\n", "<body><p>x(rtp-events.js)</body></html>\n"),
        ("<!DOCTYPE html><title>x</title><p>x\n", "<!DOCTYPE html><title>x</title><p>x\n(rtp-events.js)"),
        ("\xef\xbb\xbf<!-- x -->\n<!doctype html><p>x", "\xef\xbb\xbf<!-- x -->\n<!doctype html><p>x(rtp-events.js)"),
        # What is none stays as it is.
        ("google-site-verification: google123.html", "google-site-verification: google123.html"),
        ("<p>A part of a page</p>", "<p>A part of a page</p>"),
        ("", ""),
        # All other bytes stay, whatever the charset is.
        ("<head>\xe9\x80\xff\0\r</head>", "<head>\xe9\x80\xff\0\r(rtp-events.js)</head>"),
        # A relative address would not start at the page.
        ("<head><base href='/x/'></head>", "<head><base href='/x/'>(/a%20docs/rtp-events.js)</head>"),
        ("<head><base target=x></head>", "<head><base target=x>(rtp-events.js)</head>"),
        # What only names the file loads nothing.
        ("<head><!-- rtp-events.js --></head>", "<head><!-- rtp-events.js -->(rtp-events.js)</head>"),
        (
            "<head><script src=my-rtp-events.js></script></head>",
            "<head><script src=my-rtp-events.js></script>(rtp-events.js)</head>",
        ),
    ],
)
def test_page__gets_the_script_where_a_browser_runs_it(folder: Path, html: str, expected: str) -> None:
    assert made_of(folder, html) == expected


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("a/b c/index.htm", "../../rtp-events.js"),
        # A server shows these at any address.
        ("404.html", "/a%20docs/rtp-events.js"),
        ("de/404/index.html", "/a%20docs/rtp-events.js"),
        ("a404.html", "rtp-events.js"),
    ],
)
def test_page__gets_the_address_that_leads_to_the_root_of_the_site(folder: Path, name: str, address: str) -> None:
    assert made_of(folder, "<head></head>", name) == f"<head>({address})</head>"


@pytest.mark.parametrize("name", ["page.xhtml", "page.md", ".git/page.html"])
def test_file__that_is_no_page_of_html_stays(folder: Path, name: str) -> None:
    assert made_of(folder, PAGE, name) == PAGE


@pytest.mark.parametrize(
    ("html", "is_needed"),
    [
        ('<p class="x rtp-event--download-whitepaper">', True),
        # An attribute that no handler has replaced.
        ("<p DATA-RTP-EVENT=my-event>", True),
        ('<p class="rtp-event--typo">', False),
        ("<!-- <p data-rtp-event=my-event> -->", False),
    ],
)
def test_marked_element__needs_the_binding(folder: Path, html: str, is_needed: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    (folder / "events.toml").write_text(DEFINITIONS.replace('carrier = "data"', ""), "utf-8")
    write_pages(folder / "site", {"a": PAGE, "b": f"<body>{html}</body>"}, ".html")
    add(folder)
    assert ("rtp-events.js" in (folder / "site" / "a.html").read_text("utf-8")) is is_needed


def test_earlier_build__its_script_is_replaced_and_what_fits_is_not_written(folder: Path) -> None:
    write_pages(folder / "site", {"page": PAGE.replace("</head>", OURS.format("00000000") + "</head>")}, ".html")
    page = folder / "site" / "page.html"
    add(folder)
    assert page.read_text("utf-8").count("rtp-events.js") == 1
    assert OURS.format("00000000") not in page.read_text("utf-8")
    write_pages(folder / "site", {"404": PAGE, "part": "<p>x</p>"}, ".html")
    add(folder)
    before = written(folder)
    add(folder)
    assert written(folder) == before


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such modes")
def test_page__keeps_its_mode(folder: Path) -> None:
    write_pages(folder / "site", {"page": PAGE}, ".html")
    page = folder / "site" / "page.html"
    page.chmod(0o640)
    add(folder)
    assert "rtp-events.js" in page.read_text("utf-8")
    assert page.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("address", "count", "said"),
    [
        ("js/rtp-events.js", 1, "the plugin does not add one\n"),
        ("https://elsewhere.example/rtp-events.js?x", 2, "the plugin does not add one (2 pages do)\n"),
        ("//cdn.example/rtp-events.js#x", 3, "the plugin does not add one (3 pages do)\n"),
    ],
)
def test_page__that_loads_another_binding_gets_no_script_and_is_said(
    folder: Path, address: str, count: int, said: str
) -> None:
    own = f'<head>{OURS.format("00000000")}</head><script src="{address}"></script>'
    write_pages(folder / "site", {f"a{number}": own for number in range(count)} | {"page": PAGE}, ".html")
    (warning,) = add(folder)
    assert warning.startswith("a0.html: ")
    assert f"loads its own rtp-events.js, so {said}" in warning
    # The script of an earlier build goes, and other pages have ours.
    assert (folder / "site" / "a0.html").read_text("utf-8") == own.replace(OURS.format("00000000"), "")
    assert "rtp-events.js" in (folder / "site" / "page.html").read_text("utf-8")


def test_file__that_is_the_user_s_stays_where_a_page_loads_it(folder: Path) -> None:
    write_pages(folder / "site", {"a": "<head><script src=/a%20docs/rtp-events.js></script>", "b": PAGE}, ".html")
    file = folder / "site" / "rtp-events.js"
    file.write_text("// mine", "utf-8")
    assert len(add(folder)) == 1
    assert file.read_text("utf-8") == "// mine"
    (folder / "site" / "a.html").unlink()
    assert add(folder) == []  # no page loads it but by our script
    assert file.read_text("utf-8") != "// mine"


def test_file__that_is_the_user_s_is_not_removed(folder: Path) -> None:
    write_pages(folder / "site", {"page": PAGE}, ".html")
    (folder / "site" / "rtp-events.js").write_text("// mine", "utf-8")
    assert add(folder, OFF) == []
    (folder / "events.toml").write_text(DEFINITIONS.replace('carrier = "data"', ""), "utf-8")
    assert add(folder) == []
    assert (folder / "site" / "rtp-events.js").read_text("utf-8") == "// mine"
    assert (folder / "site" / "page.html").read_text("utf-8") == PAGE


def test_templates__make_the_binding_and_what_is_wrong_with_them_is_a_warning(folder: Path) -> None:
    (folder / "binding.js").write_text("// é\nx = {{ '{' }}{{ events }}{{ '}' }}", "utf-8")
    assert add(folder, templates=str(folder)) == []
    assert "// é\nx = {" in (folder / "site" / "rtp-events.js").read_text("utf-8")
    (folder / "binding.js").write_text("x", "utf-8")
    (said,) = add(folder, templates=str(folder))
    assert "binding.js: the binding does not contain all events" in said


def test_system__its_refusal_is_a_warning(folder: Path) -> None:
    (folder / "site" / "rtp-events.js").mkdir()
    (said,) = add(folder)
    assert said.startswith(f"cannot read {folder / 'site' / 'rtp-events.js'}: ")
    (folder / "site" / "rtp-events.js").rmdir()
    (folder / "site").rmdir()
    (said,) = add(folder)
    assert said.startswith(f"cannot write {folder / 'site' / 'rtp-events.js'}: ")
