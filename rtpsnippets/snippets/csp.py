"""Hash the inline code of snippets for a Content Security Policy.

>>> print(*sources([InlineHash("go", "button", "handler", hash_of("rtp();"))]))
'unsafe-hashes' 'sha256-+c8GrEQt80zdf+k0CoIFH9qZZsh9FuI2nsz6XP6MT0Y='
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rtpsnippets.web.inline_code import ADDRESS, HANDLER, SCRIPT, InlineCode


@dataclass(frozen=True, slots=True)
class InlineHash:
    """The hash of one piece of inline code, with its event, its format and its kind (`handler`, `script`, `address`).

    An `address` begins with `javascript:`; only a user's own template can contain one.
    """

    id: str
    format: str
    kind: str
    hash: str


def inline_hashes(event_id: str, format: str, snippet: str) -> Iterator[InlineHash]:
    """Yield the hashes of the handlers, addresses and scripts of an HTML snippet, in that order."""
    code = InlineCode(snippet)
    for kind, texts in ((HANDLER, code.handlers), (ADDRESS, code.addresses), (SCRIPT, code.scripts)):
        yield from (InlineHash(event_id, format, kind, hash_of(text)) for text in texts)


def handler_hash(event_id: str, format: str, handler: str) -> InlineHash:
    """Return the hash of the handler that a marked element of a page gets."""
    return InlineHash(event_id, format, HANDLER, hash_of(handler))


def hash_of(code: str) -> str:
    """Return the hash of the code of a handler or script, as browsers calculate it: from its UTF-8 bytes.

    The source of the rule is CSP 3, "Does element match source list for type and source?".
    """
    return f"sha256-{b64encode(hashlib.sha256(code.encode()).digest()).decode()}"


def sources(hashes: Iterable[InlineHash]) -> list[str]:
    """Return the sources for `script-src` that allow exactly this code, without duplicates.

    `'unsafe-hashes'` is included if the code has handlers or addresses (CSP 3, "Usage of 'unsafe-hashes'").
    """
    hashes = list(hashes)
    for_handlers = ["'unsafe-hashes'"] if any(found.kind != SCRIPT for found in hashes) else []
    return [*for_handlers, *dict.fromkeys(f"'{found.hash}'" for found in hashes)]
