"""The hashes for a Content Security Policy: of which code, and of which bytes."""

from __future__ import annotations

import base64
import hashlib

import pytest

from rtpsnippets import Button, Event, render
from rtpsnippets.snippets.csp import InlineHash, hash_of, inline_hashes, sources


def sha256(code: bytes) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(code).digest()).decode()}"


def found(snippet: str) -> list[tuple[str, str]]:
    return [(one.kind, one.hash) for one in inline_hashes("go", "button", snippet)]


def test_hash_of__is_that_of_the_specification() -> None:
    # The example of CSP 3, section 8.3.
    assert hash_of("doSubmit()") == "sha256-jzgBGA4UWFFmpOBq0JpdsySukE1FrEN5bUpoK8Z29fY="


def test_hash_of__is_over_utf_8() -> None:
    assert hash_of("'日' /* é */") == sha256("'日' /* é */".encode())


@pytest.mark.parametrize(
    ("snippet", "code"),
    [
        ('<b onclick="a &amp;&amp; b(&#39;&#x65e5;&apos;)">', "a && b('日')"),
        ("<b onclick='a(\"b\")'>", 'a("b")'),
        ("<b onclick=a()>", "a()"),
        ('<b onclick=" a()\n ">', " a()\n "),
    ],
)
def test_inline_hashes__of_a_handler_are_over_its_value_with_references_decoded(snippet: str, code: str) -> None:
    assert found(snippet) == [("handler", sha256(code.encode()))]


def test_inline_hashes__of_an_address_are_over_all_of_it() -> None:
    address = b"javascript:rtp('a b')"
    assert found("<a href=' JavaScript:rtp(&#39;a%20b&#39;)'>") == [("address", sha256(address))]
    assert sources([InlineHash("a", "link", "address", "sha256-A=")]) == ["'unsafe-hashes'", "'sha256-A='"]


def test_inline_hashes__of_a_script_are_over_its_text_as_it_is() -> None:
    assert found("<script>\na &amp;&amp; '</b>'\n</script>") == [("script", sha256(b"\na &amp;&amp; '</b>'\n"))]


def test_inline_hashes__are_of_code_that_runs_in_the_page_alone() -> None:
    assert found('<!-- <b onclick="a"> --><script src="x.js"></script><b title="onclick" data-rtp-event="go">') == []


def test_inline_hashes__say_whose_they_are() -> None:
    event = Event("go", "Go", Button("Go"))
    assert list(inline_hashes("go", "button", render(event, "button"))) == [
        InlineHash("go", "button", "handler", hash_of(event.calls[0]))
    ]
    assert list(inline_hashes("go", "script", render(Event("go", "Go"), "script"))) == [
        InlineHash("go", "script", "script", hash_of(event.calls[0]))
    ]


def test_sources__begin_with_unsafe_hashes_if_one_is_of_a_handler() -> None:
    assert sources([InlineHash("a", "button", "handler", "sha256-A=")]) == ["'unsafe-hashes'", "'sha256-A='"]
    assert sources([InlineHash("a", "script", "script", "sha256-A=")]) == ["'sha256-A='"]
    assert sources([]) == []


def test_sources__name_each_hash_once_in_order() -> None:
    hashes = [InlineHash("a", "script", "script", f"sha256-{name}") for name in "BAB"]
    assert sources(iter(hashes)) == ["'sha256-B'", "'sha256-A'"]
