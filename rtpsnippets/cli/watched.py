"""Where to look for changes: each place whose change may alter what is at a path.

A link on the way may be made to lead elsewhere, and a folder may be moved, and made anew.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

_MAX_LINKS = 40
"""How many links a system follows on one way: those of a circle have no end."""


def places(path: Path) -> Iterator[Path]:
    """Yield the place of each link and each folder on the way to `path`, an absolute one, and where the way ends.

    That is the place of the file, or the first that is missing. Above a place there is no link. Raises
    `FileNotFoundError` if a link goes while it is followed.

    >>> list(places(Path("/no-such-folder/mine/events.toml"))) == [Path("/no-such-folder")]
    True
    """
    here, parts, links = Path(), list(reversed(path.parts)), 0
    while parts:
        part = parts.pop()
        place = here.parent if part == ".." else here / part
        if os.path.islink(place):  # noqa: PTH114 (no link if the system refuses to look; that of `Path` raises)
            yield place
            links += 1
            if links == _MAX_LINKS:
                return
            parts += reversed(place.readlink().parts)
        elif not parts or not os.path.exists(place):  # noqa: PTH110 (likewise)
            yield place
            return
        else:
            if part not in (here.anchor, place.anchor, ".."):  # nothing is above the first, and the last was seen
                yield place
            here = place
