"""What a policy in a page forbids, according to `rtpsnippets.site` and to Chromium."""

from __future__ import annotations

import base64
import hashlib
import re
from html import escape

import pytest

from rtpsnippets.limits import Deadline
from rtpsnippets.site.page import read_page
from tests.engines.web_site import Page
from tests.pages.visitor import HTML, Visitor

CODE = """<button onclick="rtp('handler')">x</button><button onclick="rtp('&#111;ther')">x</button>
<script>rtp('script')</script><script nonce="abc">rtp('nonce')</script><script nonce="ABC">rtp('NONCE')</script>
<a href="javascript:rtp('address')">x</a><a href=" java\tscript:rtp(%27addr%27)">x</a>"""

_RAN = "window.ran = []; window.rtp = (what) => { window.ran.push(what); };"
_CLICK = "document.querySelectorAll('button, a').forEach((element) => element.click())"
_NAME = re.compile(r"rtp\('(\w+)'\)")


def hash_of(code: str, algorithm: str = "sha256") -> str:
    digest = base64.b64encode(hashlib.new(algorithm, code.encode()).digest()).decode()
    return f"'{algorithm}-{digest}'"


HANDLER = hash_of("rtp('handler')")
HANDLER_384 = hash_of("rtp('handler')", "sha384")
HANDLER_512 = hash_of("rtp('handler')", "sha512")
SCRIPT = hash_of("rtp('script')")
ADDRESS = hash_of("javascript:rtp('address')")
BARE_ADDRESS = hash_of("rtp('address')")

POLICIES = (
    # Which directive applies.
    "",
    "img-src 'none'",
    "scriptsrc 'self'",
    "script-src 'self'",
    "SCRIPT-SRC 'self'",
    "default-src 'none'",
    "default-src 'none'; script-src 'unsafe-inline'",
    "default-src 'unsafe-inline'; script-src 'self'",
    "script-src-attr 'unsafe-inline'; script-src 'self'",
    "script-src-attr 'none'; script-src 'unsafe-inline'",
    "script-src-elem 'unsafe-inline'; script-src 'self'",
    "script-src-elem 'none'; script-src 'unsafe-inline'",
    "script-src-elem 'none'",
    "script-src-attr 'none'",
    "script-src 'self'; script-src 'unsafe-inline'",
    ";;script-src 'self';",
    "script-src 'self', script-src 'unsafe-inline'",
    "script-src 'unsafe-inline', script-src 'self'",
    # What allows all inline code, or none.
    "script-src",
    "script-src 'none'",
    "script-src *",
    "script-src https: data: javascript:",
    "script-src 'unsafe-eval'",
    "script-src\n'unsafe-inline'\t",
    "script-src 'UNSAFE-INLINE'",
    "script-src 'none' 'unsafe-inline'",
    # What disables 'unsafe-inline'.
    "script-src 'unsafe-inline' 'nonce-abc'",
    "script-src 'unsafe-inline' 'nonce-'",
    "script-src 'unsafe-inline' 'strict-dynamic'",
    "script-src-attr 'unsafe-inline' 'strict-dynamic'",
    "script-src 'unsafe-inline' 'strict-dynamic' 'unsafe-hashes'",
    f"script-src {SCRIPT} 'unsafe-inline'",
    "script-src 'unsafe-inline' 'sha256-'",
    "script-src 'unsafe-inline' 'sha256-!'",
    "script-src 'unsafe-inline' 'sha1-AAAA'",
    "script-src 'unsafe-inline' sha256-AAAA",
    # Nonces.
    "script-src 'nonce-abc'",
    "script-src 'NONCE-abc'",
    "script-src 'nonce-abc' 'strict-dynamic'",
    # Hashes, which apply to handlers and addresses only with 'unsafe-hashes'.
    f"script-src {HANDLER} {SCRIPT} {ADDRESS}",
    f"script-src {HANDLER} {SCRIPT} {ADDRESS} 'unsafe-hashes'",
    "script-src 'unsafe-hashes'",
    "script-src 'unsafe-hashes' 'unsafe-inline'",
    f"script-src 'unsafe-hashes' {BARE_ADDRESS}",
    f"script-src 'unsafe-hashes' {HANDLER_512}",
    f"script-src 'unsafe-hashes' {HANDLER_384}",
    f"script-src 'UNSAFE-HASHES' {HANDLER.replace('sha256', 'SHA256')}",
    f"script-src 'unsafe-hashes' {HANDLER.replace('+', '-').replace('/', '_')}",
    f"script-src 'unsafe-hashes' {HANDLER.replace('=', '')}",
    f"script-src-attr 'unsafe-hashes' {HANDLER}; script-src-elem {SCRIPT}",
    f"script-src-attr 'unsafe-hashes' {ADDRESS}",
    f"script-src-elem 'unsafe-hashes' {ADDRESS}",
    # An address is a string.
    "require-trusted-types-for 'script'",
    "trusted-types 'none'; require-trusted-types-for 'script'",
)

META = """<meta http-equiv="Content-Security-Policy" content="script-src 'self'">"""

PLACES = (
    # Which elements set a policy.
    f"<head>{META.upper().replace('SELF', 'self')}</head>{CODE}",
    f"<head>{META.replace('Policy', 'Policy-Report-Only')}</head>{CODE}",
    f"<head>{META.replace('Content', ' Content')}</head>{CODE}",
    f"<head>{META.replace('http-equiv', 'name')}</head>{CODE}",
    f"<head><meta http-equiv=content-security-policy></head>{CODE}",
    f"<head>{META.replace('self', 'unsafe-inline')}{META}</head>{CODE}",
    # Where the head ends, after which they have no effect.
    f"<head></head>{META}{CODE}",
    f"<body>{META}{CODE}",
    f"x{META}{CODE}",
    f"\xa0{META}{CODE}",
    f"<!-- x --> <title>x</title><style>y</style>{META}{CODE}",
    f"<head>x{META}</head>{CODE}",
    f"<head><p></p>{META}</head>{CODE}",
    f"<head></p></div></title>{META}</head>{CODE}",
    f"<head></br>{META}{CODE}",
    f"<head></body>{META}{CODE}",
    f"<head><noscript>{META}</noscript></head>{CODE}",
    f"<head><template>{META}</template></head>{CODE}",
    f"<head><template><p>x</p></template>{META}</head>{CODE}",
    # A policy doesn't apply to what comes before it.
    f"<head><script>rtp('first')</script>{META}<script>rtp('second')</script></head>",
    f"<p>{CODE}{META}",
)


@pytest.mark.playwright
@pytest.mark.parametrize(
    "page",
    [
        *(pytest.param(META.replace("script-src 'self'", escape(one, quote=False)) + CODE, id=one) for one in POLICIES),
        *PLACES,
    ],
)
@pytest.mark.chromium
def test_blocked__is_what_does_not_run_in_chromium(visitor: Visitor, page: str) -> None:
    visitor.tab.add_init_script(_RAN)
    visitor.site.pages["/page"] = Page(HTML, f"<!doctype html>{page}", {})
    visitor.page.goto(visitor.site.url("/page"))
    visitor.page.evaluate(_CLICK)
    visitor.page.wait_for_timeout(50)
    codes = [code for code in read_page(page, Deadline(60)).codes if not code.blocked]
    runs = {_name(page[code.span.start : code.span.end]) for code in codes}
    assert runs == set(visitor.page.evaluate("window.ran"))


def _name(code: str) -> str:
    found = _NAME.search(code.replace("%27", "'").replace("&#111;", "o"))
    assert found
    return found[1]
