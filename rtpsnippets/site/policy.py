"""Find the inline code that the Content Security Policy in a page's own HTML blocks. Source: CSP 3.

>>> policies = Policies()
>>> policies.add("default-src 'self'; script-src 'self' https://example.org")
>>> policies.forbids_handler("rtp()")
"script-src 'self' https://example.org"
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Iterable
from sys import intern

from rtpsnippets.display import cut

_WHITESPACE = re.compile(r"[ \t\n\f\r]+")
_HASH = re.compile(r"'(sha256|sha384|sha512)-([A-Za-z0-9+/_-]+={0,2})'", re.IGNORECASE)
_NONCE = re.compile(r"'nonce-([A-Za-z0-9+/_-]+={0,2})'", re.IGNORECASE)
_FOR_HANDLERS = ("script-src-attr", "script-src", "default-src")
_TRUSTED_TYPES, _FOR_SCRIPTS = "require-trusted-types-for", "'script'"
_FOR_ELEMENTS = ("script-src-elem", "script-src", "default-src")
_DIRECTIVES = frozenset((*_FOR_HANDLERS, *_FOR_ELEMENTS, _TRUSTED_TYPES))
_SHOWN = 1_000
"""The maximum number of characters of a directive in a message; most are shorter."""


class Policies:
    """The policies in the `meta` elements of a page so far: code runs only if all of them allow it."""

    def __init__(self) -> None:
        self._policies: list[dict[str, list[str]]] = []

    def add(self, content: str) -> None:
        """Add the comma-separated policies in another `meta` element.

        If a directive is repeated, the first one applies.
        """
        for policy in content.split(","):
            directives: dict[str, list[str]] = {}
            for directive in policy.split(";"):
                name, *sources = _WHITESPACE.split(directive.strip(" \t\n\f\r"))
                if name.lower() in _DIRECTIVES:
                    directives.setdefault(name.lower(), sources)
            if directives:
                self._policies.append(directives)

    def forbids_handler(self, code: str) -> str:
        """Return the directive that blocks a handler with this code; empty if none does."""
        return self._forbidding(_FOR_HANDLERS, lambda sources: _allows_by_hash(sources, code, needs_unsafe_hashes=True))

    def forbids_address(self, address: str) -> str:
        """Return the directive that blocks a `javascript:` URL; empty if none does.

        A hash in the policy is that of the whole URL. Trusted Types block all these URLs.
        """
        if any(_FOR_SCRIPTS in policy.get(_TRUSTED_TYPES, ()) for policy in self._policies):
            return f"{_TRUSTED_TYPES} {_FOR_SCRIPTS}"
        return self._forbidding(
            _FOR_ELEMENTS, lambda sources: _allows_by_hash(sources, address, needs_unsafe_hashes=True)
        )

    def forbids_script(self, code: str, nonce: str) -> str:
        """Return the directive that blocks an inline script with this nonce; empty if none does."""
        return self._forbidding(
            _FOR_ELEMENTS,
            lambda sources: (
                (bool(nonce) and nonce in _nonces(sources)) or _allows_by_hash(sources, code, needs_unsafe_hashes=False)
            ),
        )

    def _forbidding(self, names: Iterable[str], is_allowed: Callable[[list[str]], bool]) -> str:
        for policy in self._policies:
            name = next((name for name in names if name in policy), None)
            if name and not _allows_all(policy[name]) and not is_allowed(policy[name]):
                # Share one string among everything that it blocks.
                return intern(cut(" ".join([name, *(policy[name] or ["'none'"])]), _SHOWN))
        return ""


def _allows_all(sources: list[str]) -> bool:
    """Return whether all inline code is allowed: CSP 3, "Does a source list allow all inline behavior for type?"."""
    return any(source.lower() == "'unsafe-inline'" for source in sources) and not any(
        source.lower() == "'strict-dynamic'" or _HASH.fullmatch(source) or _NONCE.fullmatch(source)
        for source in sources
    )


def _allows_by_hash(sources: list[str], code: str, *, needs_unsafe_hashes: bool) -> bool:
    if needs_unsafe_hashes and not any(source.lower() == "'unsafe-hashes'" for source in sources):
        return False
    found = filter(None, map(_HASH.fullmatch, sources))
    allowed = {(one[1].lower(), one[2].rstrip("=").replace("-", "+").replace("_", "/")) for one in found}
    # Hash the code once per algorithm, however many hashes the policy contains.
    return any(
        (algorithm, _digest(algorithm, code)) in allowed for algorithm in {algorithm for algorithm, _ in allowed}
    )


def _digest(algorithm: str, code: str) -> str:
    digest = hashlib.new(algorithm, code.encode("utf-8", "replace")).digest()
    return base64.b64encode(digest).decode().rstrip("=")


def _nonces(sources: list[str]) -> set[str]:
    return {found[1] for found in map(_NONCE.fullmatch, sources) if found}
