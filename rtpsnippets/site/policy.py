"""The Content Security Policy that a page itself has, and what inline code it forbids: CSP 3.

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

_BLANK = re.compile(r"[ \t\n\f\r]+")
_HASH = re.compile(r"'(sha256|sha384|sha512)-([A-Za-z0-9+/_-]+={0,2})'", re.IGNORECASE)
_NONCE = re.compile(r"'nonce-([A-Za-z0-9+/_-]+={0,2})'", re.IGNORECASE)
_FOR_HANDLERS = ("script-src-attr", "script-src", "default-src")
_TRUSTED_TYPES, _FOR_SCRIPTS = "require-trusted-types-for", "'script'"
_FOR_ELEMENTS = ("script-src-elem", "script-src", "default-src")
_HEEDED = frozenset((*_FOR_HANDLERS, *_FOR_ELEMENTS, _TRUSTED_TYPES))
_SHOWN = 1_000
"""How many characters of a directive are shown: more than a usual one has."""


class Policies:
    """The policies that a page has set by its elements `meta` so far: each must allow what is to run."""

    def __init__(self) -> None:
        self._policies: list[dict[str, list[str]]] = []

    def add(self, content: str) -> None:
        """Heed the text of one more `meta`: policies, with commas between them.

        Of two directives with one name the first holds.
        """
        for policy in content.split(","):
            directives: dict[str, list[str]] = {}
            for directive in policy.split(";"):
                name, *sources = _BLANK.split(directive.strip(" \t\n\f\r"))
                if name.lower() in _HEEDED:
                    directives.setdefault(name.lower(), sources)
            if directives:
                self._policies.append(directives)

    def forbids_handler(self, code: str) -> str:
        """The directive that forbids a handler with this code, empty if none does."""
        return self._forbidding(_FOR_HANDLERS, lambda sources: _allows_by_hash(sources, code, needs_unsafe_hashes=True))

    def forbids_address(self, address: str) -> str:
        """Likewise an address that begins with `javascript:`: its hash is of all of it.

        Such an address is a string, too, which Trusted Types forbid.
        """
        if any(_FOR_SCRIPTS in policy.get(_TRUSTED_TYPES, ()) for policy in self._policies):
            return f"{_TRUSTED_TYPES} {_FOR_SCRIPTS}"
        return self._forbidding(
            _FOR_ELEMENTS, lambda sources: _allows_by_hash(sources, address, needs_unsafe_hashes=True)
        )

    def forbids_script(self, code: str, nonce: str) -> str:
        """Likewise a script that stands in the page, in an element with this nonce."""
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
                # One text for all that it forbids.
                return intern(cut(" ".join([name, *(policy[name] or ["'none'"])]), _SHOWN))
        return ""


def _allows_all(sources: list[str]) -> bool:
    """Whether all inline code runs: CSP 3, "Does a source list allow all inline behavior for type?"."""
    return any(source.lower() == "'unsafe-inline'" for source in sources) and not any(
        source.lower() == "'strict-dynamic'" or _HASH.fullmatch(source) or _NONCE.fullmatch(source)
        for source in sources
    )


def _allows_by_hash(sources: list[str], code: str, *, needs_unsafe_hashes: bool) -> bool:
    if needs_unsafe_hashes and not any(source.lower() == "'unsafe-hashes'" for source in sources):
        return False
    found = filter(None, map(_HASH.fullmatch, sources))
    allowed = {(one[1].lower(), one[2].rstrip("=").replace("-", "+").replace("_", "/")) for one in found}
    # The code is hashed once by each algorithm that the policy names, however many hashes it has.
    return any(
        (algorithm, _digest(algorithm, code)) in allowed for algorithm in {algorithm for algorithm, _ in allowed}
    )


def _digest(algorithm: str, code: str) -> str:
    digest = hashlib.new(algorithm, code.encode("utf-8", "replace")).digest()
    return base64.b64encode(digest).decode().rstrip("=")


def _nonces(sources: list[str]) -> set[str]:
    return {found[1] for found in map(_NONCE.fullmatch, sources) if found}
