"""Texts of punctuation: every triple next to letters, digits, spaces and each other, and words that engines rewrite.

>>> len(PUNCTUATION_TEXTS) > 5_000, all(len(text) < 100 for text in PUNCTUATION_TEXTS)
(True, True)
"""

from __future__ import annotations

import string
from collections.abc import Iterator, Sequence
from itertools import cycle, product

_STAYING = "./()?=#:!%-_+,"
"""The punctuation that is not escaped in a label or an attribute of a snippet."""

_LENGTH = 80
"""The approximate length of the texts: much punctuation next to each other and next to everything else."""

_WORDS = r"""
... a...b -- a--b _x_ a_b_c ~~x~~ *x* ++x++ +x+ %x% -x- ==x== ??x?? !x! ||x|| https://x http://x.y/z ftp://x.y
www.x.com WWW.X.COM a@x.com mailto:a@x.com example.com Node.js file.pdf x.de (c) (C) (r) (R) (tm) (TM) (p) (sm) (x)
(a) (1) (ii) (2026) :word: :smile: :x: :+1: :100: :1234: :) ;) :-) :( :D :P 8) 8-) :/ :o :? :! =) 8O 8-O 1/2 1/4 3/4
1/3 +/- +- c/o and/or 24/7 #1 #123 #tag x/y#1 @user @user/x GH-1 !1 ?1 1st 2nd 3rd 4th 11th 2x4 1.5x2 1,000x2 e.g. i.e.
etc. Mr. Dr. No. vs. p. pp. Fig. St. Ph.D. U.S. A.B. A. 1. 10. 1) 10) 2026) a. a) A) i. iv) iii) viii) - + * # ## ###
> : ; | => -> <- <= Wordpress Wordpresses AT&T R&D & &amp; &copy; &#39; &lt; &lt;b&gt; B2B GA4 H2O MP3 4K 12:30 12:30:45
12:100:45 a:b:c 2.5 1.2.3.4 v1.2 ABC(def) ABC (def) PDF (PDF) 50% %20 %s ?! !! ?? ,, .. ' " '90s 5'10" [x] [x](y) {x}
www.1 da39a3ee5e6b4b0d3255bfef95601890afd80709
"""

_AROUND = ("{}", "see {}", "{} now", "see {} now", "({})", "{}, {}!")


def _de_bruijn(alphabet: str, length: int) -> str:
    """The shortest text that contains all texts of that length: the algorithm of Fredricksen, Kessler and Maiorana."""
    word = [-1]
    found: list[int] = []
    while word:
        word[-1] += 1
        if length % len(word) == 0:
            found += word
        period = len(word)
        word += [word[at % period] for at in range(period, length)]
        while word and word[-1] == len(alphabet) - 1:
            word.pop()
    text = "".join(alphabet[at] for at in found)
    return text + text[: length - 1]


def _pieces(text: str, overlap: int) -> Iterator[str]:
    """Cut the text into overlapping pieces."""
    yield from (text[at : at + _LENGTH + overlap] for at in range(0, len(text) - overlap, _LENGTH))


def _punctuation_texts() -> Iterator[str]:
    yield from _WORDS_IN_TEXTS
    pairs = ["".join(pair) for pair in product(string.punctuation, repeat=2)]
    pieces = cycle(_pieces(_de_bruijn(f"{string.punctuation} a1", 3), 2))
    yield from (f"{pair}{piece}{pair[::-1]}" for pair, piece in zip(pairs, pieces, strict=False))
    staying = _de_bruijn(f"{_STAYING}&; aA1", 4)
    yield from _pieces(staying, 3)
    triples = ["".join(triple) for triple in product(_STAYING, repeat=3)]
    between = (f" {one}b {one} c{one} d{one}e 1{one}2 " for one in triples)
    yield from (f"{first}{text}{last}" for first, text, last in zip(triples, between, reversed(triples), strict=True))


_WORDS_IN_TEXTS = [around.format(word, word) for word in _WORDS.split() for around in _AROUND]

PUNCTUATION_TEXTS: Sequence[str] = tuple(dict.fromkeys(_punctuation_texts()))
"""Yield all texts."""
