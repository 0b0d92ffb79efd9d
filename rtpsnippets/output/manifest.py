"""The manifest of an output folder: the files that builds have created, with the digests of their contents.

It is beside the built files and untrusted: a name that doesn't look like ours is ignored, and an ignored file is
never overwritten or removed. A file has two digests while a build changes it, so that it stays ours if the build is
interrupted.

>>> parse(dump({"a.js": {digest(b"x")}})) == {"a.js": {digest(b"x")}}, parse(b"torn{")
(True, None)
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet

Digests = Mapping[str, AbstractSet[str]]

MANIFEST_FILE = ".rtpsnippets.json"

_VERSION = 1
# The file names of builds of any version: an event id, which is short, with a suffix; or the JSON file.
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}(\.js|\.[a-z]{1,20}\.html)|snippets\.json")
_DIGEST = re.compile(r"[0-9a-f]{64}")


def digest(content: bytes) -> str:
    """Return the SHA-256 digest of `content` in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def dump(digests: Digests) -> bytes:
    """Return the manifest with these digests by file name: always the same bytes for the same digests."""
    # The same as `json.dumps` with an indent of 2 and sorted keys, but faster: nothing in it needs an escape.
    members = ",\n".join([f'    "{name}": [\n{_listed(digests[name])}\n    ]' for name in sorted(digests)])
    files = f"\n{members}\n  " if members else ""
    return f'{{\n  "files": {{{files}}},\n  "version": {_VERSION}\n}}\n'.encode()


def _listed(known: AbstractSet[str]) -> str:
    return ",\n".join([f'      "{one}"' for one in sorted(known)])


def parse(content: bytes) -> dict[str, set[str]] | None:
    """Return the digests by file name, or None if this is not a manifest of this version."""
    try:
        data = json.loads(content.decode())
    except (ValueError, RecursionError, MemoryError):
        return None
    if not isinstance(data, dict) or not isinstance(data.get("files"), dict):
        return None
    if repr(data.get("version")) != repr(_VERSION):  # neither `true` nor `1.0`, which equal 1
        return None
    return {name: set(known) for name, known in data["files"].items() if _NAME.fullmatch(name) and _are_digests(known)}


def _are_digests(known: object) -> bool:
    return isinstance(known, list) and all(isinstance(one, str) and _DIGEST.fullmatch(one) for one in known)
