r"""Write JavaScript string literals and calls that are safe in every supported place.

The same bytes go into a .js file, an inline script and a double-quoted attribute. A template engine or a Markdown
processor that reads the page again finds nothing in them to change.

>>> print(call(["MyEvent", "50% off <b>"]))
rtp('send', 'event', { value: ['MyEvent', '50\u0025 off \u003cb\u003e'] });

The rule of the literal:

1. A literal is single-quoted and contains printable ASCII only.
2. ASCII letters, digits, space and ``- . , ; ! ? ( ) /`` stay as they are.
3. Everything else becomes ``\uXXXX`` in lower-case hexadecimal, beyond U+FFFF as a surrogate pair.
4. Some characters of 2 are also escaped where an engine would read them as markup: a space or
   punctuation character that repeats the one before it (``--``, ``...``, two spaces); a space at
   either end; a ``-``, except between two letters or digits (``a-b``) or two spaces that stay
   (``a - b``); a ``!``, except after a letter or digit and before a space or the end; a ``.`` after
   ``www`` in any case; and the ``p`` of ``Wordpress``, also inside a longer word.
"""

from __future__ import annotations

import re
import string
from collections.abc import Sequence
from json.encoder import encode_basestring_ascii

from rtpsnippets.errors import Problem, ProblemsError

VALUES_PER_CALL = 4
"""How many values one call may have: the API documentation on custom data events."""

REFRESH = "rtp('get', 'campaign', true);"
"""The call that can show a campaign that matches now. Adobe has examples of it, but no reference entry."""

# Words separated by a space, or by a hyphen between two spaces: most values. Only REWRITTEN is escaped in them.
_are_words = re.compile(r"[A-Za-z0-9]++(?: (?:- )?+[A-Za-z0-9]++)*+").fullmatch

REWRITTEN = "Wordpress"
"""WordPress changes this word to `WordPress`, also in scripts and attributes: its function `capital_P_dangit`."""

_BACKSLASH = ord("\\")
_ESCAPES = [f"\\u{byte:04x}" for byte in range(128)]
_UNCHANGED = [chr(byte) for byte in range(128)]
_IN_JSON = [encode_basestring_ascii(character)[1:-1] for character in _UNCHANGED]

# The last character of an escape (ours, or a short one of JSON) does not count as a letter or digit.
_IN_WORD = r"(?<=[A-Za-z0-9])(?<!\\u[0-9a-f]{4})(?<!\\.)"
_ODD = {
    # Repetitions: smart typography, wikis.
    **{ord(each): re.compile(rf"[{each}](?<=[{each}]{{2}})") for each in ",;?()/"},
    # Repetitions; Showdown also turns a web address into a link, even inside an attribute.
    ord("."): re.compile(r"\.(?:(?<=\.\.)|(?<=[Ww]{3}\.))"),
    # Textile strikes out text between two hyphens that have a space or punctuation on one side.
    ord("-"): re.compile(rf"-(?<!{_IN_WORD}-(?=[A-Za-z0-9]))(?<![^ ] -(?= (?!\Z)))"),
    # Textile turns text between two exclamation marks into an image, even inside an attribute.
    ord("!"): re.compile(rf"!(?<!{_IN_WORD}!(?= |\Z))"),
}
"""Where each punctuation character is escaped; the characters around it may already be escapes."""

# Repeated spaces are collapsed; templates and minifiers trim the ends.
_ODD_SPACE = re.compile(r" (?:(?<=  )|(?<=\A )|\Z)")

_PLAIN = (string.ascii_letters + string.digits + " \\").encode()
"""The ASCII bytes that are never escaped or are handled separately (spaces, backslashes)."""

_PLAIN_OR_BEYOND_ASCII = _PLAIN + bytes(range(128, 256))


def literal(text: str) -> str:
    r"""Return the ECMAScript string literal of `text`, safe in every supported place.

    Args:
        text: Any string of Unicode scalar values, of any length. It is treated as plain text, even if it is a `Markup`
            or has `__html__`.

    Raises:
        ProblemsError: For a lone surrogate.
        TypeError: For anything but a string.

    The escapes are those of ECMA-262, section 12.9.4 (`UnicodeEscapeSequence`).

    Examples:
        >>> print(literal("it's 5 o'clock"))
        'it\u0027s 5 o\u0027clock'
    """
    plain = text if type(text) is str else _plain(text)
    return f"'{plain if _are_words(plain) and REWRITTEN not in plain else _with_escapes(plain)}'"


def _plain(text: object) -> str:
    """Return an instance of a string subclass as a plain `str`; raise `TypeError` for anything else."""
    if not isinstance(text, str):
        raise TypeError(f"expected a string, not {type(text).__name__}")
    return str.__str__(text)


def is_plain(text: str) -> bool:
    """Return whether the literal of `text` has no escapes, so that no engine finds markup in `text`.

    Raises the same errors as `literal`.

    >>> is_plain("download - example whitepaper"), is_plain("50%")
    (True, False)
    """
    return literal(text) == f"'{text}'"


def call(value: str | Sequence[str]) -> str:
    """Return the statement that sends `value`.

    Args:
        value: A string, or a sequence of one to four strings, which becomes an array. (An `Event` sends any number of
            strings in several calls.)

    Raises:
        ProblemsError: For an empty sequence, for more than four values, and for the errors of `literal`.
        TypeError: For anything else.

    The form is that of Adobe's page on custom data events, with spaces inside the braces because Smarty reads `{value`
    as a tag.

    Examples:
        >>> call("MyEvent")
        "rtp('send', 'event', { value: 'MyEvent' });"
    """
    if isinstance(value, str):
        return f"rtp('send', 'event', {{ value: {literal(value)} }});"
    if not isinstance(value, Sequence):
        raise TypeError(f"expected a string or a sequence of strings, not {type(value).__name__}")
    if not 1 <= len(value) <= VALUES_PER_CALL:
        what = f"a call takes 1 to {VALUES_PER_CALL} values, not {len(value)}"
        raise ProblemsError([Problem(what, "use an Event, which sends any number of values in several calls")])
    literals = ", ".join(map(literal, value))
    return f"rtp('send', 'event', {{ value: [{literals}] }});"


def guarded(statement: str) -> str:
    """Return the call as a statement that does nothing on a page without the RTP tag, where `rtp` does not exist.

    >>> guarded(REFRESH)
    "if (window.rtp) rtp('get', 'campaign', true);"
    """
    return f"if (window.rtp) {statement}"


def is_safe(text: str) -> bool:
    """Return whether the statement `text` satisfies the invariant that makes it safe in every supported place.

    It is printable ASCII without double quotes, angle brackets, ampersands, backquotes and doubled braces.

    >>> is_safe(call("</script>")), is_safe("rtp('send', 'event', { value: '</script>' });")
    (True, False)
    """
    return re.fullmatch(r"(?:(?!\{\{|\}\})[ !#-%'-;=?-_a-~])+", text) is not None


def surrogate_problem(text: str) -> Problem | None:
    """Return the problem of a lone surrogate in `text`, which UTF-8 cannot encode; None if it has none."""
    if text.isascii():
        return None
    try:
        text.encode()
    except UnicodeEncodeError as error:
        return _surrogate_problem(error)
    return None


def _with_escapes(plain: str) -> str:
    """Return the text between the quotes, with one replacement for each distinct character to escape."""
    if plain.isascii():
        written, found, passed_over = plain, _UNCHANGED, _PLAIN
    else:  # the escapes of JSON are the same, except its short ones
        written, found, passed_over = encode_basestring_ascii(plain)[1:-1], _IN_JSON, _PLAIN_OR_BEYOND_ASCII
    try:
        special = plain.encode().translate(None, passed_over)
    except UnicodeEncodeError as error:
        raise ProblemsError([_surrogate_problem(error)]) from None
    if "\\" in plain:  # first, since escapes add backslashes
        written = written.replace(found[_BACKSLASH], _ESCAPES[_BACKSLASH])
    if special:  # creating an empty set takes a tenth of the time of a short text
        for byte in set(special):
            if odd := _ODD.get(byte):
                written = odd.sub(_escape, written)
            else:
                written = written.replace(found[byte], _ESCAPES[byte])
    if "  " in plain or plain != plain.strip(" "):
        written = _ODD_SPACE.sub(_escape, written)
    return written.replace(REWRITTEN, r"Word\u0070ress")


def _surrogate_problem(error: UnicodeEncodeError) -> Problem:
    what = f"contains a lone surrogate (U+{ord(error.object[error.start]):04X}) at position {error.start + 1}"
    return Problem(what, "write the whole character, or both surrogates of its pair")


def _escape(match: re.Match[str]) -> str:
    return _ESCAPES[ord(match[0])]
