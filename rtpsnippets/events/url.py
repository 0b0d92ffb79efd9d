r"""The addresses that a link may lead to: http, https, mailto, tel, and relative ones.

An address is judged as a browser reads it, and once more as a careless reader might, so that no
disguise of an address that runs code gets through.

>>> [problem.what for problem in address_problems(" java\tscript:x()")]
['leads to "javascript:"']
>>> address_problems("/whitepaper.pdf?size=A4#top")
[]
"""

from __future__ import annotations

import html
import re
import unicodedata
from urllib.parse import unquote

from rtpsnippets.display import cut
from rtpsnippets.errors import Problem
from rtpsnippets.events.field import any_case
from rtpsnippets.events.invisible import WITHOUT_SHAPE
from rtpsnippets.events.text_rules import CONTROLS, any_text, html_schema, html_text, plain

SCHEMES = ("http", "https", "mailto", "tel")

_ALLOWED = (
    "take an address that begins with http:, https:, mailto: or tel:, or is relative; one with a colon begins with ./"
)
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
# What a browser removes before it looks for the scheme: URL Standard, "basic URL parser", the first steps.
_STRIPPED = "".join(map(chr, range(0x21)))
_REMOVED = re.compile(r"[\t\n\r]")
# They run or hold code in some browser; any other scheme is merely not on the list.
_CODE = re.compile(r"(?:javascript|vbscript|livescript|jscript|mocha|data|blob|filesystem|view-source)")
_DECODED_AT_MOST = 5


def address_problems(value: object) -> list[Problem]:
    """The problems of the address of a link; it stands in HTML, so those of `html_text` too.

    The scheme is found as in the URL Standard ("scheme start state"), after removing the controls and
    blanks that it removes. `javascript:`, `data:` and the like are also found where they are written
    with references, per cent signs, invisible or full-width characters.
    """
    problems = any_text(value)
    if problems:
        return problems
    address = str(plain(value))
    scheme = _scheme(address)
    if scheme and scheme not in SCHEMES:
        return [Problem(f'leads to "{cut(scheme)}:"', _ALLOWED)]
    disguised = _disguised_scheme(address)
    if disguised:
        return [Problem(f'leads to a disguised "{disguised}:"', _ALLOWED)]
    if not address.strip(_STRIPPED):
        return [Problem("is empty", "write the address that the link leads to")]
    return html_text(address)


ADDRESS = html_schema(
    # Of what a browser removes before the scheme, HTML carries blanks only.
    rf" *(?:(?:{'|'.join(map(any_case, SCHEMES))}):|(?!{_SCHEME.pattern})[^ {CONTROLS}])[^{CONTROLS}]*"
)


def _scheme(address: str) -> str:
    """The scheme of the address as a browser reads it, in lower case; empty if it is relative."""
    found = _SCHEME.match(_REMOVED.sub("", address.strip(_STRIPPED)))
    return found[1].lower() if found else ""


def _disguised_scheme(address: str) -> str:
    """The scheme of code that is found by who decodes references and per cent signs, and skips what can't be seen."""
    decoded = address
    for _ in range(_DECODED_AT_MOST):
        decoded = unquote(html.unescape(decoded), errors="ignore")
    shown = "".join(
        sign
        for sign in unicodedata.normalize("NFKC", WITHOUT_SHAPE.sub("", decoded))
        if unicodedata.category(sign)[0] not in "CZ"
    )
    scheme = _scheme(shown)
    return scheme if _CODE.fullmatch(scheme) else ""
