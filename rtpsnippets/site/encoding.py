r"""Read the text of a page or a script as a browser does: HTML, "Determining the character encoding".

>>> page_text(b'<meta charset="latin1">caf\xe9'), script_text(b"\xef\xbb\xbfrtp()")
('<meta charset="latin1">café', 'rtp()')
"""

from __future__ import annotations

import re

import webencodings

from rtpsnippets.web.tokenizer import tags_of

_DECLARED_IN = 1024
"""The number of bytes in which a browser looks for the charset of a page."""

_CHARSET = re.compile(r"charset[ \t\n\f\r]*=[ \t\n\f\r]*[\"']?([^ \t\n\f\r;\"']+)", re.IGNORECASE)
_XML = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._:-]+)")


def page_text(content: bytes) -> str:
    """Decode a page by its byte order mark or declared charset, or else as UTF-8 or windows-1252."""
    return webencodings.decode(content, _declared(content[:_DECLARED_IN]) or _guessed(content))[0]


def script_text(content: bytes) -> str:
    """Decode a script by its byte order mark, or else as UTF-8 or windows-1252."""
    return webencodings.decode(content, _guessed(content))[0]


def _guessed(content: bytes) -> str:
    try:
        content.decode()
    except UnicodeDecodeError:
        return "windows-1252"
    return "utf-8"


def _declared(beginning: bytes) -> str | None:
    """Return the charset that the beginning of a page declares; None if browsers do not know it."""
    xml = _XML.match(beginning)
    names = [xml[1].decode()] if xml else []
    for tag in tags_of(beginning.decode("latin-1")):
        if tag.name == "meta" and not tag.is_end:
            values = tag.values
            is_declared = values.get("http-equiv", "").lower() == "content-type"
            found = _CHARSET.search(values.get("content", "")) if is_declared else None
            names += filter(None, [values.get("charset"), found and found[1]])
    name = next((encoding.name for encoding in map(webencodings.lookup, names) if encoding), None)
    # A page that declares its charset in ASCII is not UTF-16: HTML, "Prescan a byte stream to determine its encoding".
    return (
        {"utf-16le": "utf-8", "utf-16be": "utf-8", "x-user-defined": "windows-1252"}.get(name, name) if name else None
    )
