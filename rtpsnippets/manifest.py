"""The manifest: which files of a folder are ours, and the digest of what we wrote.

It lies beside the built files and is untrusted: what doesn't look like ours is left out, and a file
that is left out is never overwritten or removed.

>>> parse(dump({"a.js": digest(b"x")})) == {"a.js": digest(b"x")}, parse(b"torn{")
(True, {})
"""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

MANIFEST_FILE = ".rtpsnippets.json"

_VERSION = 1
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]*")
_DIGEST = re.compile(r"[0-9a-f]{64}")


def digest(content: bytes) -> str:
    """The SHA-256 digest of `content` in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def dump(digests: Mapping[str, str]) -> bytes:
    """The manifest of files by name and digest, the same bytes for the same files."""
    return (json.dumps({"version": _VERSION, "files": digests}, indent=2, sort_keys=True) + "\n").encode()


def parse(content: bytes) -> dict[str, str]:
    """The digests by file name; none if the manifest is torn, of another version, or of another shape."""
    try:
        data = json.loads(content.decode())
    except (ValueError, RecursionError):
        return {}
    if not isinstance(data, dict) or data.get("version") != _VERSION or not isinstance(data.get("files"), dict):
        return {}
    return {name: value for name, value in data["files"].items() if _NAME.fullmatch(name) and _is_digest(value)}


def _is_digest(value: object) -> bool:
    return isinstance(value, str) and _DIGEST.fullmatch(value) is not None
