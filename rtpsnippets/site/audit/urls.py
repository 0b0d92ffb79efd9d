"""Find the file of a site that a URL on a page refers to, as a browser would.

>>> Addresses("https://example.com/docs/").file_of("../rtp/a%20b.js?v=2#x", "guide/start.html")
'rtp/a b.js'
"""

from __future__ import annotations

import posixpath
import re
from urllib.parse import quote, unquote, urljoin, urlsplit

from rtpsnippets.limits import MAX_ADDRESS

_NOWHERE = "https://site.invalid/"
# What a browser removes from a URL (URL Standard, "basic URL parser"), at its ends and inside.
_ENDS = "".join(map(chr, range(0x21)))
_INSIDE = re.compile("[\t\n\r]")
_USUAL_PORTS = {"http": ":80", "https": ":443"}


class Addresses:
    """The URLs of a site, which is published at `base_url` if that is given."""

    def __init__(self, base_url: str = "") -> None:
        self._base = (base_url or _NOWHERE).rstrip("/") + "/"
        self._host, folder = _parts(self._base)
        self._folder = folder.rstrip("/") + "/"

    def file_of(self, address: str, page: str, base: str = "") -> str | None:
        """Return the path in the site, with `/`, that `address` refers to; None if it is not in the site.

        `page` is the path of the page in the site, `base` the URL in its `base` element. The path never leaves the
        site, but the file may not exist. A URL that is too long is never in the site.
        """
        if max(len(address), len(base)) > MAX_ADDRESS:
            return None
        try:
            around = urljoin(self._base + quote(page), _clean(base))
            host, path = _parts(urljoin(around, _clean(address)))
        except ValueError:  # not a URL
            return None
        return path.removeprefix(self._folder) if host == self._host and path.startswith(self._folder) else None


def is_address(text: str) -> bool:
    """Return whether the text is a full URL with a host.

    >>> is_address("https://example.com/docs/"), is_address("example.com"), is_address("/docs/")
    (True, False, False)
    """
    try:
        return bool(_parts(text)[0])
    except ValueError:
        return False


def _clean(address: str) -> str:
    return _INSIDE.sub("", address.strip(_ENDS)).replace("\\", "/")


def _parts(address: str) -> tuple[str, str]:
    """Return the host and the path, without a default port, dot segments and escapes."""
    parts = urlsplit(address)
    if parts.scheme not in _USUAL_PORTS:
        raise ValueError(f"not a file of a site: {parts.scheme}")
    path = posixpath.normpath("/" + unquote(parts.path).lstrip("/"))
    return parts.netloc.lower().removesuffix(_USUAL_PORTS[parts.scheme]), path
