r"""The JavaScript that we emit: a string literal and a call, safe in every place that we promise.

The same bytes go into a .js file, an inline script and a double-quoted attribute, and a template
engine or a Markdown processor that reads the page once more finds nothing in them to act on.

>>> print(call(["MyEvent", "50% off <b>"]))
rtp('send', 'event', { value: ['MyEvent', '50\u0025 off \u003cb\u003e'] });

The rule of the literal, in plain words:

1. A literal is single-quoted and holds printable ASCII only.
2. ASCII letters, digits, space and the marks ``- . , ; ! ? ( ) /`` stay as they are.
3. Everything else is ``\uXXXX`` in lower-case hexadecimal, beyond U+FFFF as a surrogate pair.
4. Some of the characters in 2 are escaped too where an engine would read them as markup:
   a space or mark that repeats the one before it (``--``, ``...``, two spaces); a space at either
   end; a ``-`` that stands neither between two letters or digits (``a-b``) nor between two spaces
   that stay (``a - b``); a ``!`` but after a letter or digit and before a space or the end; a
   ``.`` after ``www``, in capitals too; and the ``p`` of ``Wordpress``, also inside a longer word.
"""

from __future__ import annotations

import re
import string
from collections.abc import Sequence
from json.encoder import encode_basestring_ascii

from rtpsnippets.errors import Problem, ProblemsError

VALUES_PER_CALL = 4
"""How many values one call takes at most: the documentation of the API's custom data events."""

REFRESH = "rtp('get', 'campaign', true);"
"""The call that lets the tag show the campaigns that the visitor matches by now: the API's page, "Get Campaign"."""

# Words with a single space, or a hyphen between two, from one to the next: most values. Nothing but REWRITTEN is
# escaped in them.
_are_words = re.compile(r"[A-Za-z0-9]++(?: (?:- )?+[A-Za-z0-9]++)*+").fullmatch

REWRITTEN = "Wordpress"
"""The word of which WordPress makes `WordPress`, in scripts and attributes too: its function `capital_P_dangit`."""

_BACKSLASH = ord("\\")
_ESCAPES = [f"\\u{byte:04x}" for byte in range(128)]
_AS_IT_IS = [chr(byte) for byte in range(128)]
_IN_JSON = [encode_basestring_ascii(sign)[1:-1] for sign in _AS_IT_IS]

# An escape, of ours or a short one of JSON, may end with what looks like a letter or digit, and is none.
_IN_WORD = r"(?<=[A-Za-z0-9])(?<!\\u[0-9a-f]{4})(?<!\\.)"
_ODD = {
    # Repeats: typographers, wikis.
    **{ord(mark): re.compile(rf"[{mark}](?<=[{mark}]{{2}})") for mark in ",;?()/"},
    # Likewise; and Showdown makes a link of a web address, inside an attribute too.
    ord("."): re.compile(r"\.(?:(?<=\.\.)|(?<=[Ww]{3}\.))"),
    # Textile strikes out what stands between two hyphens that have a space or a mark on one side.
    ord("-"): re.compile(rf"-(?<!{_IN_WORD}-(?=[A-Za-z0-9]))(?<![^ ] -(?= (?!\Z)))"),
    # Textile makes an image of what stands between two exclamation marks, inside an attribute too.
    ord("!"): re.compile(rf"!(?<!{_IN_WORD}!(?= |\Z))"),
}
"""Of each mark, where it is escaped; the signs beside it may be escapes by now."""

# Repeats: white space that collapses; ends: trimmed by hand-written templates and by minifiers.
_ODD_SPACE = re.compile(r" (?:(?<=  )|(?<=\A )|\Z)")

_PLAIN = (string.ascii_letters + string.digits + " \\").encode()
"""The bytes of ASCII that need no look: what never has to be escaped, or is seen to apart (spaces, backslashes)."""

_PLAIN_OR_BEYOND_ASCII = _PLAIN + bytes(range(128, 256))


def literal(text: str) -> str:
    r"""Return the ECMAScript string literal of `text`, safe wherever the README promises.

    `text` is any string of Unicode scalar values, of any length. It is taken as plain text, also if
    it is a `Markup` or has `__html__`. Raises `ProblemsError` for a lone surrogate, `TypeError` for
    anything but a string. The escapes are those of ECMA-262, section 12.9.4 (`UnicodeEscapeSequence`).

    >>> print(literal("it's 5 o'clock"))
    'it\u0027s 5 o\u0027clock'
    """
    plain = text if type(text) is str else _plain(text)
    return f"'{plain if _are_words(plain) and REWRITTEN not in plain else _with_escapes(plain)}'"


def _plain(text: object) -> str:
    """The text of a kind of string; raise `TypeError` for anything else."""
    if not isinstance(text, str):
        raise TypeError(f"a literal is that of a string, not {type(text).__name__}")
    return str.__str__(text)


def is_plain(text: str) -> bool:
    """Tell whether the literal of `text` has no escape: nothing that reads a page finds markup in it.

    Raises as `literal` does.

    >>> is_plain("download - example whitepaper"), is_plain("50%")
    (True, False)
    """
    return literal(text) == f"'{text}'"


def call(value: str | Sequence[str]) -> str:
    """Return the one statement that sends `value`: a string, or a sequence of one to four strings.

    A sequence stays an array, also with one value. Raises `ProblemsError` for an empty sequence,
    for more than four values (an `Event` sends any number, in several calls) and where `literal`
    does, `TypeError` for anything else. The form is that of the API's page on custom data events; the
    spaces inside the braces are there because Smarty reads `{value` as a tag.

    >>> call("MyEvent")
    "rtp('send', 'event', { value: 'MyEvent' });"
    """
    if isinstance(value, str):
        return f"rtp('send', 'event', {{ value: {literal(value)} }});"
    if not isinstance(value, Sequence):
        raise TypeError(f"a value is a string or a sequence of strings, not {type(value).__name__}")
    if not 1 <= len(value) <= VALUES_PER_CALL:
        what = f"a call takes 1 to {VALUES_PER_CALL} values, not {len(value)}"
        raise ProblemsError([Problem(what, "an Event sends any number of values, in several calls")])
    literals = ", ".join(map(literal, value))
    return f"rtp('send', 'event', {{ value: [{literals}] }});"


def guarded(made_call: str) -> str:
    """Return the statement that makes a call if there is a function to call: on a page without the tag it does nothing.

    >>> guarded(REFRESH)
    "if (window.rtp) rtp('get', 'campaign', true);"
    """
    return f"if (window.rtp) {made_call}"


def is_safe(text: str) -> bool:
    """Tell whether `text`, a statement, keeps the invariant that lets it stand in every promised place.

    Printable ASCII with no double quote, angle bracket, ampersand, backquote and doubled brace.

    >>> is_safe(call("</script>")), is_safe("rtp('send', 'event', { value: '</script>' });")
    (True, False)
    """
    return re.fullmatch(r"(?:(?!\{\{|\}\})[ !#-%'-;=?-_a-~])+", text) is not None


def surrogate_problem(text: str) -> Problem | None:
    """The problem of a lone surrogate in `text`: half a character, which no file and no page can carry."""
    if text.isascii():
        return None
    try:
        text.encode()
    except UnicodeEncodeError as error:
        return _surrogate_problem(error)
    return None


def _with_escapes(plain: str) -> str:
    """What stands between the quotes: one replacement for each sign that has to go, however often it is there."""
    if plain.isascii():
        written, found, passed_over = plain, _AS_IT_IS, _PLAIN
    else:  # the escapes of JSON are ours, but for its short ones
        written, found, passed_over = encode_basestring_ascii(plain)[1:-1], _IN_JSON, _PLAIN_OR_BEYOND_ASCII
    try:
        signs = plain.encode().translate(None, passed_over)
    except UnicodeEncodeError as error:
        raise ProblemsError([_surrogate_problem(error)]) from None
    if "\\" in plain:  # first, before there are the backslashes of escapes
        written = written.replace(found[_BACKSLASH], _ESCAPES[_BACKSLASH])
    if signs:  # to make an empty set takes a tenth of the time for a short text
        for sign in set(signs):
            if odd := _ODD.get(sign):
                written = odd.sub(_escape, written)
            else:
                written = written.replace(found[sign], _ESCAPES[sign])
    if "  " in plain or plain != plain.strip(" "):
        written = _ODD_SPACE.sub(_escape, written)
    return written.replace(REWRITTEN, r"Word\u0070ress")


def _surrogate_problem(error: UnicodeEncodeError) -> Problem:
    what = f"has a lone surrogate (U+{ord(error.object[error.start]):04X}) as character {error.start + 1}"
    return Problem(what, "write the whole character, or both halves of its pair")


def _escape(match: re.Match[str]) -> str:
    return _ESCAPES[ord(match[0])]
