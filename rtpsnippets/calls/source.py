r"""Read the text of a page or a script as a browser does: HTML, "Determining the character encoding".

>>> page_text(b'<meta charset="latin1">caf\xe9'), script_text(b"\xef\xbb\xbfrtp()")
('<meta charset="latin1">café', 'rtp()')
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

import webencodings

from rtpsnippets.tags import tags_of

_BOMS = ((BOM_UTF8, "utf-8"), (BOM_UTF16_BE, "utf-16be"), (BOM_UTF16_LE, "utf-16le"))
_DECLARED_IN = 1024
"""How many bytes of a page a browser looks at for the name of its charset."""

_CHARSET = re.compile(r"charset[ \t\n\f\r]*=[ \t\n\f\r]*[\"']?([^ \t\n\f\r;\"']+)", re.IGNORECASE)
_XML = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._:-]+)")


def page_text(content: bytes) -> str:
    """The text of a page: by its byte order mark, the charset that it says, or as UTF-8, or as windows-1252."""
    return _text(content, _declared(content[:_DECLARED_IN]))


def script_text(content: bytes) -> str:
    """The text of a script: by its byte order mark, or as UTF-8, or as windows-1252."""
    return _text(content, None)


def _text(content: bytes, declared: str | None) -> str:
    for bom, name in _BOMS:
        if content.startswith(bom):
            return content[len(bom) :].decode(name, "replace")
    if declared:
        return webencodings.lookup(declared).codec_info.decode(content, "replace")[0]
    try:
        return content.decode()
    except UnicodeDecodeError:
        return webencodings.decode(content, "windows-1252")[0]


def _declared(beginning: bytes) -> str | None:
    """The charset that the beginning of a page says, None if no browser knows it."""
    xml = _XML.match(beginning)
    names = [xml[1].decode()] if xml else []
    for tag in tags_of(beginning.decode("latin-1")):
        if tag.name == "meta" and not tag.is_end:
            values = tag.values
            is_said = values.get("http-equiv", "").lower() == "content-type"
            said = _CHARSET.search(values.get("content", "")) if is_said else None
            names += filter(None, [values.get("charset"), said and said[1]])
    encodings = filter(None, map(webencodings.lookup, names))
    name = next((encoding.name for encoding in encodings), None)
    # What can say its charset in ASCII is not in UTF-16: HTML, "Prescan a byte stream to determine its encoding".
    return "utf-8" if name in ("utf-16le", "utf-16be") else "windows-1252" if name == "x-user-defined" else name
