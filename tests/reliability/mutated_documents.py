"""Make new documents of known ones by chance: the same ones for the same seed, on every machine.

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
"""How many bytes a document has at most, so that many can be tried."""

_BRACKETS = ((b"[", b"]"), (b"{", b"}"), (b"[[", b"]]"), (b'{"a":', b"}"), (b"- ", b""))


class Mutations(Mutated):
    """Documents without end, each made of one or two known ones."""

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
