"""Addresses of scripts: which file of the site a page means, and what is elsewhere."""

from __future__ import annotations

import pytest

from rtpsnippets.site.audit.urls import Addresses, is_address


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("x.js", "guide/x.js"),
        ("./x.js", "guide/x.js"),
        ("../js/x.js", "js/x.js"),
        ("/js/x.js", "js/x.js"),
        ("js//x.js", "guide/js/x.js"),
        # What is added to avoid a cache.
        ("/x.js?v=1.2", "x.js"),
        ("/x.js#a", "x.js"),
        ("/a%20b%C3%A9.js", "a b\u00e9.js"),
        ("/a b\u00e9.js", "a b\u00e9.js"),
        # As a browser reads it.
        (" \n/x.js\t", "x.js"),
        ("/j\ns/x.js", "js/x.js"),
        ("\\js\\x.js", "js/x.js"),
        # Nothing leads out of the site.
        ("../../../../etc/x.js", "etc/x.js"),
        ("/%2e%2e/%2E%2E/etc/x.js", "etc/x.js"),
        ("/..%2f..%2fx.js", "x.js"),
        # Elsewhere.
        ("https://example.com/x.js", None),
        ("//example.com/x.js", None),
        ("\\\\example.com/x.js", None),
        ("data:text/javascript,rtp()", None),
        ("javascript:rtp()", None),
        ("blob:x", None),
        ("http://[x/x.js", None),
        ("http://[::1/x.js", None),
        (f"{'./' * 4_096}x.js", None),
    ],
)
def test_file_of__is_what_a_browser_would_load(address: str, file: str | None) -> None:
    assert Addresses().file_of(address, "guide/start.html") == file


@pytest.mark.parametrize(
    ("base", "address", "file"),
    [
        ("/", "x.js", "x.js"),
        ("assets/", "x.js", "guide/assets/x.js"),
        ("https://example.net/", "x.js", None),
        ("https://example.net/", "/x.js", None),
        ("http://[x", "x.js", None),
    ],
)
def test_file_of__follows_the_base_of_the_page(base: str, address: str, file: str | None) -> None:
    assert Addresses().file_of(address, "guide/start.html", base) == file


@pytest.mark.parametrize(
    ("base_url", "address", "file"),
    [
        ("https://example.com/", "https://example.com/js/x.js", "js/x.js"),
        ("https://example.com", "//EXAMPLE.com/js/x.js", "js/x.js"),
        ("https://example.com/", "http://example.com/js/x.js", "js/x.js"),
        ("https://example.com/", "https://cdn.example.com/js/x.js", None),
        ("https://example.com:8000/", "https://example.com/js/x.js", None),
        # The usual port of one scheme isn't that of the other.
        ("https://example.com:443/", "//example.com/js/x.js", "js/x.js"),
        ("https://example.com/", "http://example.com:80/js/x.js", "js/x.js"),
        ("https://example.com/", "https://example.com:80/js/x.js", None),
        # A site below a path.
        ("https://example.com/docs/", "/docs/js/x.js", "js/x.js"),
        ("https://example.com/docs", "/docs/js/x.js", "js/x.js"),
        ("https://example.com/docs/", "../js/x.js", "js/x.js"),
        ("https://example.com/docs/", "/js/x.js", None),
        ("https://example.com/docs/", "/docsjs/x.js", None),
        ("https://example.com/docs/", "/docs/../x.js", None),
    ],
)
def test_file_of__a_site_may_live_somewhere(base_url: str, address: str, file: str | None) -> None:
    assert Addresses(base_url).file_of(address, "guide/start.html") == file


@pytest.mark.parametrize("name", ["a#b/x?.html", "%41/x.html", "a b/\u00e9.html", "a:b/x.html"])
def test_file_of__a_page_may_have_any_name(name: str) -> None:
    assert Addresses().file_of("y.js", name) == name.rpartition("/")[0] + "/y.js"


@pytest.mark.parametrize("text", ["", "example.com", "/docs/", "ftp://example.com/", "https://", "http://[x"])
def test_is_address__is_one_of_the_web(text: str) -> None:
    assert not is_address(text)
