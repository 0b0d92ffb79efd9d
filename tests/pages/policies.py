"""Policies with hashes, as a person makes them from the line that the command prints, and wrong ones."""

from __future__ import annotations

from base64 import b64decode, b64encode

from tests.pages.visitor import STRICT

UNSAFE_HASHES = "'unsafe-hashes'"
_PREFIX = "'sha256-"


def policy_of(line: str) -> str:
    """The policy with what `rtpsnippets csp` prints."""
    return f"{STRICT} {line.strip()}"


def without_unsafe_hashes(line: str) -> str:
    """The line with the hashes alone."""
    return " ".join(source for source in line.split() if source != UNSAFE_HASHES)


def with_a_bit_changed(line: str, at: int, bit: int) -> str:
    """The line with one bit of the hash at this place changed."""
    sources = line.split()
    places = [place for place, source in enumerate(sources) if source.startswith(_PREFIX)]
    place = places[at]
    digest = bytearray(b64decode(sources[place].removeprefix(_PREFIX).rstrip("'")))
    digest[bit // 8] ^= 1 << bit % 8
    sources[place] = f"{_PREFIX}{b64encode(digest).decode()}'"
    return " ".join(sources)
