"""Recognize the snippet files that `build` wrote into a site: they are parts of pages, not pages.

>>> Built(1_000).has("site/rtp/my-event.button.html")
False
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from rtpsnippets.filesystem import content_of, opened
from rtpsnippets.output.manifest import MANIFEST_FILE, parse


class Built:
    """The files that the manifests in a site list. A manifest larger than `max_bytes` is ignored."""

    def __init__(self, max_bytes: int) -> None:
        self._max_bytes = max_bytes
        self._names_in = cache(self._read)

    def has(self, path: str) -> bool:
        """Return whether a build wrote the file at `path`."""
        return Path(path).name in self._names_in(Path(path).parent)

    def _read(self, folder: Path) -> frozenset[str]:
        manifest = folder / MANIFEST_FILE
        try:
            if manifest.is_symlink():
                return frozenset()
            with opened(str(manifest)) as stream:
                return frozenset(parse(content_of(stream, self._max_bytes)) or ())
        except OSError:  # most folders have no manifest
            return frozenset()
