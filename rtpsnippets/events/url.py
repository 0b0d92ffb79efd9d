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
from itertools import islice

from rtpsnippets.display import cut
from rtpsnippets.errors import Problem
from rtpsnippets.events.field import any_case
from rtpsnippets.events.invisible import WITHOUT_SHAPE
from rtpsnippets.events.text_rules import CONTROLS, any_text, html_schema, html_text, plain
from rtpsnippets.limits import MAX_ADDRESS

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
_LONGEST_CODE = len("view-source:")
_ESCAPES = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_DECODED_AT_MOST = 5


def address_problems(value: object) -> list[Problem]:
    """The problems of the address of a link; it stands in HTML, so those of `html_text` too.

    Of one with more than `MAX_ADDRESS` characters nothing else is said. The scheme is found as in the URL
    Standard ("scheme start state"), after removing the controls and blanks that it removes. `javascript:`,
    `data:` and the like are also found where they are written with references, per cent signs, invisible or
    full-width characters.
    """
    problems = any_text(value)
    if problems:
        return problems
    address = str(plain(value))
    if len(address) > MAX_ADDRESS:  # before all that takes many times the memory of the address
        what = f"has {len(address):,} characters, and an address may have {MAX_ADDRESS:,}"
        return [Problem(what, "write a shorter address; what is longer, many servers refuse")]
    scheme = _scheme(address)
    if scheme and scheme not in SCHEMES:
        return [Problem(f'leads to "{cut(scheme)}:"', _ALLOWED)]
    disguised = _disguised_scheme(address)
    if disguised:
        return [Problem(f'leads to a disguised "{disguised}:"', _ALLOWED)]
    if not address.strip(_STRIPPED):
        return [Problem("is empty", "write the address that the link leads to")]
    return html_text(address)


ADDRESS = {
    # Of what a browser removes before the scheme, HTML carries blanks only.
    **html_schema(rf" *(?:(?:{'|'.join(map(any_case, SCHEMES))}):|(?!{_SCHEME.pattern})[^ {CONTROLS}])[^{CONTROLS}]*"),
    "maxLength": MAX_ADDRESS,
}


def _scheme(address: str) -> str:
    """The scheme of the address as a browser reads it, in lower case; empty if it is relative."""
    found = _SCHEME.match(_REMOVED.sub("", address.strip(_STRIPPED)))
    return found[1].lower() if found else ""


def _disguised_scheme(address: str) -> str:
    """The scheme of code that is found by who decodes references and per cent signs, and skips what can't be seen."""
    decoded = address
    for _ in range(_DECODED_AT_MOST):
        # Not `unquote`, which takes a hundred times as long for per cent signs that begin no escape.
        decoded = _ESCAPES.sub(_unquoted, html.unescape(decoded))
    # Of each character that is seen, one or more are left that are.
    begin = "".join(islice(filter(_is_seen, WITHOUT_SHAPE.sub("", decoded)), _LONGEST_CODE))
    scheme = _scheme("".join(filter(_is_seen, unicodedata.normalize("NFKC", begin))))
    return scheme if _CODE.fullmatch(scheme) else ""


def _unquoted(found: re.Match[str]) -> str:
    return bytes.fromhex(found[0].replace("%", "")).decode(errors="ignore")


def _is_seen(character: str) -> bool:
    return unicodedata.category(character)[0] not in "CZ"
