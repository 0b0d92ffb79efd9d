"""Randomly mutate known documents: the same for the same seed, on every machine.

>>> changes = Mutations("json", seed=1)
>>> next(changes) == next(Mutations("json", seed=1))
True
"""

from __future__ import annotations

from tests.hostile_documents.documents import small_documents
from tests.hostile_documents.good_documents import GOOD_DOCUMENTS
from tests.reliability.mutated import Mutated
from tests.reliability.tokens import TOKENS

MOST = 2000
"""The maximum size of a document in bytes, so that many can be tried."""

_BRACKETS = ((b"[", b"]"), (b"{", b"}"), (b"[[", b"]]"), (b'{"a":', b"}"), (b"- ", b""))


class Mutations(Mutated):
    """An endless series of documents, each made from one or two known ones."""

    def __init__(self, format: str, seed: int) -> None:
        super().__init__(
            f"{format} {seed}",
            good=GOOD_DOCUMENTS[format],
            hostile=[document.content() for document in small_documents(format)],
            tokens=TOKENS[format],
            brackets=_BRACKETS,
            depths=(2, 50),
            most=MOST,
        )
