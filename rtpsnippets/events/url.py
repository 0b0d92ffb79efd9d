r"""The addresses that a link may have: http, https, mailto, tel, and relative ones.

An address is checked as a browser reads it, and again as a lenient parser might, to find disguised addresses that run
code.

>>> [problem.what for problem in address_problems(" java\tscript:x()")]
['must not begin with "javascript:"']
>>> address_problems("/whitepaper.pdf?size=A4#top")
[]
"""

from __future__ import annotations

import html
import re
import unicodedata
from itertools import islice

from rtpsnippets.display import cut
from rtpsnippets.errors import Problem
from rtpsnippets.events.field import any_case
from rtpsnippets.events.invisible import WITHOUT_SHAPE
from rtpsnippets.events.text_rules import CONTROLS, any_text, html_schema, html_text, plain
from rtpsnippets.limits import MAX_ADDRESS

SCHEMES = ("http", "https", "mailto", "tel")

_ALLOWED = "use an http:, https:, mailto:, tel: or relative address; begin a relative one that contains a colon with ./"
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
# What browsers remove before they look for the scheme: URL Standard, "basic URL parser", the first steps.
_STRIPPED = "".join(map(chr, range(0x21)))
_REMOVED = re.compile(r"[\t\n\r]")
# These run or contain code in some browser.
_CODE = re.compile(r"(?:javascript|vbscript|livescript|jscript|mocha|data|blob|filesystem|view-source)")
_LONGEST_CODE = len("view-source:")
_ESCAPES = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_DECODED_AT_MOST = 5


def address_problems(value: object) -> list[Problem]:
    """Return the problems of the address of a link, including those of `html_text`.

    An address longer than `MAX_ADDRESS` is not checked further. The scheme is found as in the URL Standard ("scheme
    start state"), after removing the same controls and spaces. `javascript:`, `data:` and similar schemes are also
    found if they are written with references, percent encoding, invisible or full-width characters.
    """
    problems = any_text(value)
    if problems:
        return problems
    address = str(plain(value))
    if len(address) > MAX_ADDRESS:  # first: the rest takes many times the memory of the address
        what = f"has {len(address):,} characters; the limit is {MAX_ADDRESS:,}"
        return [Problem(what, "use a shorter address; many servers reject longer ones")]
    scheme = _scheme(address)
    if scheme and scheme not in SCHEMES:
        return [Problem(f'must not begin with "{cut(scheme)}:"', _ALLOWED)]
    disguised = _disguised_scheme(address)
    if disguised:
        return [Problem(f'must not begin with a disguised "{disguised}:"', _ALLOWED)]
    if not address.strip(_STRIPPED):
        return [Problem("is empty", "write the address of the link")]
    return html_text(address)


ADDRESS = {
    # Of the characters that a browser removes before the scheme, only spaces are allowed in HTML.
    **html_schema(rf" *(?:(?:{'|'.join(map(any_case, SCHEMES))}):|(?!{_SCHEME.pattern})[^ {CONTROLS}])[^{CONTROLS}]*"),
    "maxLength": MAX_ADDRESS,
}


def _scheme(address: str) -> str:
    """Return the scheme of the address as a browser reads it, in lower case; empty if it is relative."""
    found = _SCHEME.match(_REMOVED.sub("", address.strip(_STRIPPED)))
    return found[1].lower() if found else ""


def _disguised_scheme(address: str) -> str:
    """Return a code scheme that appears after decoding references and percent encoding and removing invisible parts."""
    decoded = address
    for _ in range(_DECODED_AT_MOST):
        # Not `unquote`, which takes a hundred times as long for percent characters without an escape.
        decoded = _ESCAPES.sub(_unquoted, html.unescape(decoded))
    # These are enough: normalizing turns each into at least one visible character.
    begin = "".join(islice(filter(_is_visible, WITHOUT_SHAPE.sub("", decoded)), _LONGEST_CODE))
    scheme = _scheme("".join(filter(_is_visible, unicodedata.normalize("NFKC", begin))))
    return scheme if _CODE.fullmatch(scheme) else ""


def _unquoted(found: re.Match[str]) -> str:
    return bytes.fromhex(found[0].replace("%", "")).decode(errors="ignore")


def _is_visible(character: str) -> bool:
    return unicodedata.category(character)[0] not in "CZ"
