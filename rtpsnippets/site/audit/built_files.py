"""Recognize the files that we wrote into a site: snippets are parts of pages, and a preview sends nothing.

>>> Built(1_000).has("site/rtp/my-event.button.html")
False
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from rtpsnippets.filesystem import content_of, opened
from rtpsnippets.output.manifest import MANIFEST_FILE, parse
from rtpsnippets.snippets.formats import PREVIEW_BEGINNING

_BEGINNING = PREVIEW_BEGINNING.encode()


class Built:
    """The previews in a site, and the files that its manifests list. A manifest larger than `max_bytes` is ignored."""

    def __init__(self, max_bytes: int) -> None:
        self._max_bytes = max_bytes
        self._names_in = cache(self._read)

    def has(self, path: str) -> bool:
        """Return whether the file at `path` is a preview, or a build wrote it."""
        return Path(path).name in self._names_in(Path(path).parent) or _is_preview(path)

    def _read(self, folder: Path) -> frozenset[str]:
        manifest = folder / MANIFEST_FILE
        try:
            if manifest.is_symlink():
                return frozenset()
            with opened(str(manifest)) as stream:
                return frozenset(parse(content_of(stream, self._max_bytes)) or ())
        except OSError:  # most folders have no manifest
            return frozenset()


def _is_preview(path: str) -> bool:
    try:
        with opened(path) as stream:
            return stream.read(len(_BEGINNING)) == _BEGINNING
    except OSError:  # the reader of the page reports it
        return False
