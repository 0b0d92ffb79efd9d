"""Escape HTML text and attribute values, in a strict and a readable form.

Escaping five characters is enough for a browser, but not for the tools that process the page first: typography,
shortcodes, emoji, automatic links and wrong charsets. Character references give them nothing to change.

The strict form is used in tables and in the preview, which may contain any text:

>>> print(escape("Café it's <free>, re-use"))
Caf&#xe9; it&#x27;s &#x3c;free&#x3e;, re-use

The rule: ASCII letters and digits stay; a space or comma stays between two other characters (not at an end, not
repeated); a hyphen stays between two ASCII letters or digits. Everything else becomes a hexadecimal character
reference, and so does the ``p`` of ``Wordpress``. In text, but not in an attribute, this also applies to a digit next
to a letter (``1st``), an ``x`` next to a digit or between two spaces (``2 x 4``), and the hyphen of the smiley ``8-O``.

The readable form is used in snippets, which people read and search. It also keeps the punctuation that no
supported engine changes:

>>> print(readable_attribute("https://example.com/files/white_paper-2.pdf?from=site&to=all#top"))
https://example.com/files/white_paper-2.pdf?from=site&amp;to=all#top
>>> print(readable_label("What's new? Download (PDF, 2 MB)"))
What&#x27;s new? Download (PDF, 2 MB)

In an attribute, these also stay: ``. / ( )``; a ``?``, ``=`` or ``#`` that does not repeat the character before it;
a ``:`` after a letter or digit; a ``!`` after a letter or digit, if a space or the end follows; a ``_``, ``+`` or ``%``
between two letters or digits. ``&`` is ``&amp;``. More is not safe: Textile changes ``_x_``, ``+x+``, ``%x%``, ``@x@``,
``!x!``, ``*x*``, ``~x~``, ``^x^``, ``==``, ``??`` and ``"x":y``, even if the first character is in the author's text
before the snippet (hence no ``@``); Jinja2 reads ``##``, Python-Markdown reads ``[x](y)`` and ``$x$``, and WordPress
decodes ``&amp;copy;`` twice in saved content (hence no ``;``).

In the text of an element, these also stay: a ``?``, ``!`` or ``:`` after a letter or digit, if a space or the end
follows; a ``.`` between two digits, or at the end after a letter or digit; a ``(`` after a space, if a letter or digit
and two other characters follow and neither of them is a ``)``; a ``)`` at the end, after two letters or digits.
More is not safe: Textile ends the author's ``%{color:red}...`` at the ``%`` of ``50% off``; smart typography changes
``(c)``, ``...``, `` - `` and ``1/2``; ``example.com``, ``www.1``, ``https://x``, ``a@b.cd`` and ``#1`` become links;
``:x:``, `` :)`` and `` 8)`` become images; pandoc turns ``1. x`` and ``a) x`` into lists and changes the space in
``Dr. X``; and typogrify puts a ``<span>`` around ``&amp;``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from markupsafe import Markup

from rtpsnippets.web.javascript import REWRITTEN

finished: Callable[[str], Markup] = partial(str.__new__, Markup)
"""Return escaped text as markup. `Markup(text)` is slower: it looks for `__html__`."""

# Most ids, classes and labels. In them, only REWRITTEN needs a reference.
_are_words = re.compile(r"[A-Za-z0-9]++(?:[ -][A-Za-z0-9]++)*+").fullmatch
_are_words_in_text = re.compile(r"(?:[A-Za-z]{2,}+|[0-9]++)(?:[ -](?:[A-Za-z]{2,}+|[0-9]++))*+").fullmatch
# Smart typography changes the x in `2x4` and raises the letters of `1st`; WordPress draws smileys.
_OF_WORDS = (
    r"[0-9](?=[A-Za-z])|(?<=[A-Za-z])[0-9]"
    r"|[xX](?=[0-9])|(?<=[0-9])[xX]|(?<= )[xX](?= )"
    r"|(?<=8)-(?=O(?![A-Za-z0-9]))"
)
_WORD = "[A-Za-z0-9]"
_SHARED = r"^[ ,]|[ ,]\Z|(?<=Word)p(?=ress)"
_REFERENCED = re.compile(
    r"[^A-Za-z0-9 ,\-]"
    rf"|{_SHARED}|(?<=([ ,]))\1|(?<!{_WORD})-|-(?!{_WORD})",
)
_REFERENCED_IN_TEXT = re.compile(rf"{_REFERENCED.pattern}|{_OF_WORDS}")
_REFERENCED_IN_READABLE_ATTRIBUTE = re.compile(
    rf"[^A-Za-z0-9 ,\-./:?=#!()_+%]|{_SHARED}"
    r"|(?<=([ ,?=#]))\1"
    rf"|(?<!{_WORD})[\-_+%:!]|[\-_+%](?!{_WORD})|!(?! |\Z)",
)
_REFERENCED_IN_READABLE_LABEL = re.compile(
    rf"[^A-Za-z0-9 ,\-.:?!()]|{_SHARED}"
    r"|(?<=([ ,]))\1"
    rf"|(?<!{_WORD})[\-?!:.]|-(?!{_WORD})|[?!:](?! |\Z)|\.(?![0-9]|\Z)|(?<![0-9])\.(?!\Z)"
    rf"|(?<! )\(|\((?!{_WORD}[^)][^)])|(?<!{_WORD}{{2}})\)|\)(?!\Z)"
    rf"|{_OF_WORDS}",
)


def escape(text: str) -> Markup:
    """Return `text` escaped for a double-quoted attribute in HTML and XHTML.

    `text` must not contain controls, surrogates and noncharacters, which character references cannot represent
    (HTML, "Numeric character reference end state"; XML 1.0, section 2.2). It is treated as plain text, even if it is
    a `Markup` or has `__html__`.
    """
    return _written(text, _are_words, _REFERENCED)


def escape_text(text: str) -> Markup:
    """Return `text` escaped for the text of an element; see also `escape`."""
    return _written(text, _are_words_in_text, _REFERENCED_IN_TEXT)


def readable_attribute(text: str) -> Markup:
    """Return `text` in the readable form, for a double-quoted attribute of a snippet.

    See the module for the rule, and `escape` for the limits of `text`.
    """
    return _written(text, _are_words, _REFERENCED_IN_READABLE_ATTRIBUTE, _readable_reference)


def readable_label(text: str) -> Markup:
    """Return `text` in the readable form, for the label of a button or link.

    See the module for the rule, and `escape` for the limits of `text`.
    """
    return _written(text, _are_words_in_text, _REFERENCED_IN_READABLE_LABEL)


def _reference(match: re.Match[str]) -> str:
    return f"&#x{ord(match[0]):x};"


def _readable_reference(match: re.Match[str]) -> str:
    return "&amp;" if match[0] == "&" else _reference(match)


def _written(
    text: str,
    are_words: Callable[[str], object],
    referenced: re.Pattern[str],
    reference: Callable[[re.Match[str]], str] = _reference,
) -> Markup:
    """Return the text with a reference for each match; most texts are plain words, and need no search."""
    plain = text if type(text) is str else str.__str__(text)
    is_plain = are_words(plain) and REWRITTEN not in plain
    return finished(plain if is_plain else referenced.sub(reference, plain))
