r"""Addresses for links: disguises of addresses that run code, each by its kind, and honest ones.

>>> "JaVaScRiPt:rtp()" in DISGUISED["mixed case"], "/whitepaper.pdf" in HONEST
(True, True)
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

SEEN_BY_BROWSERS: Mapping[str, tuple[str, ...]] = {
    "no disguise at all": (
        "javascript:rtp()",
        "data:text/html,<script>rtp()</script>",
        "vbscript:msgbox(1)",
        "blob:https://example.com/1",
        "filesystem:https://example.com/temporary/x",
        "view-source:https://example.com/",
        "file:///etc/passwd",
        "javascript:",
    ),
    "mixed case": ("JAVASCRIPT:rtp()", "JaVaScRiPt:rtp()", "Data:text/html,x", "vbScript:x", "dAtA:,"),
    "leading spaces": (" javascript:rtp()", "   javascript:rtp()", " data:,x", "  DATA:,x"),
    "leading controls": (
        *("\tjavascript:rtp()", "\njavascript:rtp()", "\r\njavascript:rtp()", "\x00javascript:rtp()"),
        *("\x01javascript:rtp()", "\x08data:,x", "\x0bjavascript:rtp()", "\x0cjavascript:rtp()"),
        *("\x1bjavascript:rtp()", "\x1fjavascript:rtp()", " \x00\t \x1f javascript:rtp()"),
    ),
    "tabs and line ends inside": (
        *("java\tscript:rtp()", "java\nscript:rtp()", "java\rscript:rtp()", "java\r\nscript:rtp()"),
        *("j\ta\tv\ta\ts\tc\tr\ti\tp\tt\t:rtp()", "javascript\t:rtp()", "da\nta:text/html,x", "\tjava\t\tscript\n:x"),
    ),
    "what looks like an address behind it": (
        *("javascript://example.com/%0artp()", "javascript:/*https://example.com/*/rtp()", "javascript:/../rtp()"),
        *("data:https://example.com/", "javascript:#top", "javascript:mailto:a@example.com"),
    ),
}
"""Addresses that run code, or that show a text as a page, in every browser."""

SEEN_BY_DECODERS: Mapping[str, tuple[str, ...]] = {
    "references": (
        *("javascript&colon;rtp()", "java&Tab;script:rtp()", "java&NewLine;script:rtp()", "&#106;avascript:rtp()"),
        *("&#x6A;avascript:rtp()", "&#0000106avascript:rtp()", "javascript&#58;rtp()", "javascript&#x3a;rtp()"),
        *("&#1;javascript:rtp()", "&Tab;javascript:rtp()", "d&#97;ta&colon;text/html,x", "&amp;#106;avascript:rtp()"),
        "java&#x09;script&colon;rtp()",
    ),
    "percent encoding": (
        *("javascript%3Artp()", "javascript%3artp()", "%6Aavascript:rtp()", "%6a%61%76%61script:rtp()"),
        *("java%09script:rtp()", "java%0Ascript:rtp()", "%20javascript:rtp()", "%00javascript:rtp()"),
        *("javascript%253Artp()", "%256Aavascript%253Artp()", "data%3Atext/html,x", "%26%23106;avascript:rtp()"),
    ),
    "invisible characters": (
        *("\ufeffjavascript:rtp()", "java\u200bscript:rtp()", "java\u00adscript:rtp()", "\u200ejavascript:rtp()"),
        *("javascript\u2060:rtp()", "\u202ejavascript:rtp()", "java\U000e0041script:rtp()"),
        *("java\ufe0fscript:rtp()", "java\u034fscript:rtp()", "\u115fjavascript:rtp()", "java\U000e0100script:rtp()"),
    ),
    "spaces that browsers do not strip": (
        *("\xa0javascript:rtp()", "\u3000javascript:rtp()", "java\u2028script:rtp()", "\u2003data:,x"),
        "java script:rtp()",
    ),
    "other forms of the letters": (
        *(
            "\uff4a\uff41\uff56\uff41\uff53\uff43\uff52\uff49\uff50\uff54:rtp()",
            "javascript\uff1artp()",
            "\U0001d423\U0001d41a\U0001d42f\U0001d41a\U0001d42c\U0001d41c\U0001d42b\U0001d422\U0001d429\U0001d42d:rtp()",
            "\u24d9\u24d0\u24e5\u24d0\u24e2\u24d2\u24e1\u24d8\u24df\u24e3:rtp()",
        ),
        *("javascript\ufe13rtp()", "\u217eata:text/html,x", "vb\u017fcript:x"),
    ),
}
"""Addresses that a browser takes for relative ones, and that run code after a careless step on the way."""

DISGUISED: Mapping[str, tuple[str, ...]] = {**SEEN_BY_BROWSERS, **SEEN_BY_DECODERS}

ALL_DISGUISED: tuple[str, ...] = tuple(chain.from_iterable(DISGUISED.values()))

HONEST: tuple[str, ...] = (
    *("https://example.com/", "https://example.com", "http://example.com/a/b.html", "HTTPS://Example.COM/A"),
    *(
        "https://example.com:8443/a;b=c?d=e&f=g#h",
        "https://user@example.com/",
        "https://[::1]:8080/",
        "//example.com/x",
    ),
    *("mailto:a@example.com", "mailto:a@example.com?subject=Hello%20there&body=a%3Ab", "tel:+49-30-123", "TEL:112"),
    *("/", "/whitepaper.pdf", "whitepaper.pdf", "./whitepaper.pdf", "../whitepaper.pdf", "/a/../b", "a/b/c"),
    *("?size=A4", "?next=javascript:x", "?a=1&amp=2&copy=3&lt;", "#top", "#", "/search?q=data:", "/a:b", "./a:b"),
    *("/javascript:rtp()", "#javascript:x", "data/file.csv", "javascript/index.html", "/50%25-off.pdf", "/a%20b.pdf"),
    *(
        "/a b.pdf",
        "/資料/ダウンロード.pdf",
        "/Préparation.pdf?é=ü#ß",
        "https://bücher.example/",
        "/a'b%22c<d>e`f{g}|h\\i^j",
    ),
    *("/a\u200bb", "/\U0001f600", "javascript.html", "javascript", "data"),
    *("https:/example.com", "https:example.com", "/%zz", "/%", "http://1.2.3.4/", "/~user/[x](y)", "/{ x }/{% y %}"),
)
"""Addresses that lead where they say."""
