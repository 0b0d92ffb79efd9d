"""Compare the literal with what is common today, none of which is safe in every supported place."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial

from django.utils.html import escapejs
from jinja2.utils import htmlsafe_json_dumps

from rtpsnippets import literal
from tests.benchmarks.contest import Comparison, Peer, Run, contest

_CALLS = 20_000
_MIXED = (
    'Download - whitepaper: it\'s 50% off <b>now</b> & "here", {{ x }} at https://www.example.com/a_b. '
    "Wow! Caf\u00e9, \u65e5\u672c\u8a9e\u306e\u30a4\u30d9\u30f3\u30c8 \U0001f600 (see page 5-7)\n"
)
_JAPANESE = "\u65e5\u672c\u8a9e\u306e\u30a4\u30d9\u30f3\u30c8"

TEXTS = {
    "one word": "MyEvent",
    "short and safe": "download - example whitepaper",
    "an apostrophe": "it's 5 o'clock",
    "Japanese, 40 characters": (_JAPANESE * 6)[:40],
    "10 kB mixed": (_MIXED * 100)[:10_000],
}


def comparisons(rounds: int) -> Iterator[Comparison]:
    """Compare the literals of several texts."""
    yield from _compared("one word", json.dumps, 1.2, rounds)
    yield from _compared("short and safe", json.dumps, 1.2, rounds)
    yield from _compared("an apostrophe", htmlsafe_json_dumps, 0.9, rounds)
    yield from _compared("Japanese, 40 characters", htmlsafe_json_dumps, 0.9, rounds)
    yield from _compared("10 kB mixed", escapejs, 0.5, rounds)


def _compared(name: str, peer: Callable[[str], str], limit: float, rounds: int) -> Iterator[Comparison]:
    text = TEXTS[name]
    calls = max(1, _CALLS // len(text))
    peers = {peer.__name__: Peer(Run(partial(peer, text), calls), limit)}
    yield from contest(f"literal, {name}", Run(partial(literal, text), calls), peers, rounds)
