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
    """The hash of one piece of inline code: of which event and format it is, and its kind (`handler`, `script`).

    The kind `address` is that of an address that begins with `javascript:`, which only a user's own template has.
    """

    id: str
    format: str
    kind: str
    hash: str


def inline_hashes(event_id: str, format: str, snippet: str) -> Iterator[InlineHash]:
    """The hashes of the handlers, addresses and scripts of a snippet of HTML, in order."""
    code = InlineCode(snippet)
    for kind, texts in ((HANDLER, code.handlers), (ADDRESS, code.addresses), (SCRIPT, code.scripts)):
        yield from (InlineHash(event_id, format, kind, hash_of(text)) for text in texts)


def handler_hash(event_id: str, format: str, handler: str) -> InlineHash:
    """The hash of the handler that a marked element of a page gets."""
    return InlineHash(event_id, format, HANDLER, hash_of(handler))


def hash_of(code: str) -> str:
    """The hash of the code of a handler or a script, as the browser has it: of its bytes in UTF-8.

    The source of the rule is CSP 3, "Does element match source list for type and source?".
    """
    return f"sha256-{b64encode(hashlib.sha256(code.encode()).digest()).decode()}"


def sources(hashes: Iterable[InlineHash]) -> list[str]:
    """The sources for `script-src` that let just this code run, each once.

    `'unsafe-hashes'` lets hashes also hold for handlers and addresses (CSP 3, "Usage of 'unsafe-hashes'"); it is
    there if one is of those.
    """
    hashes = list(hashes)
    for_handlers = ["'unsafe-hashes'"] if any(found.kind != SCRIPT for found in hashes) else []
    return [*for_handlers, *dict.fromkeys(f"'{found.hash}'" for found in hashes)]
