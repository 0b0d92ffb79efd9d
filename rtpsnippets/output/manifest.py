"""The manifest: which files of a folder are ours, and the digests of what we wrote.

It lies beside the built files and is untrusted: a name that doesn't look like ours is left out, and a
file that is left out is never overwritten or removed. A file has two digests while a build changes it,
so that it stays ours if the build is cut off.

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
# The names that builds give, of any version: an event's id, which is short, and a suffix; or that of the JSON of all.
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}(\.js|\.[a-z]{1,20}\.html)|snippets\.json")
_DIGEST = re.compile(r"[0-9a-f]{64}")


def digest(content: bytes) -> str:
    """The SHA-256 digest of `content` in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def dump(digests: Digests) -> bytes:
    """The manifest of files by name and digests, the same bytes for the same files."""
    # As `json.dumps` writes it, with an indent of 2 and its keys sorted, but faster: nothing in it has to be escaped.
    members = ",\n".join([f'    "{name}": [\n{_listed(digests[name])}\n    ]' for name in sorted(digests)])
    files = f"\n{members}\n  " if members else ""
    return f'{{\n  "files": {{{files}}},\n  "version": {_VERSION}\n}}\n'.encode()


def _listed(known: AbstractSet[str]) -> str:
    return ",\n".join([f'      "{one}"' for one in sorted(known)])


def parse(content: bytes) -> dict[str, set[str]] | None:
    """The digests by file name; None if this is no manifest of this version."""
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
