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
   that stay (``a - b``); a ``!`` but after a letter or digit and before a space or the end; and a
   ``.`` after ``www``, in capitals too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rtpsnippets.errors import Problem, ProblemsError

VALUES_PER_CALL = 4
"""How many values one call takes at most: the documentation of the API's custom data events."""

REFRESH = "rtp('get', 'campaign', true);"
"""The call that lets the tag show the campaigns that the visitor matches by now: the API's page, "Get Campaign"."""

_ESCAPED = re.compile(
    r"[^A-Za-z0-9 \-.,;!?()/]"
    r"|(?<=([ \-.,;!?()/]))\1"  # repeats: typographers, wikis, white space that collapses
    r"|^ | \Z"  # ends: trimmed by hand-written templates and by minifiers
    # Textile strikes out what stands between two hyphens that have a space or a mark on one side.
    r"|-(?<![A-Za-z0-9]-(?=[A-Za-z0-9]))(?<![^ ] -(?= (?!\Z)))"
    # Textile makes an image of what stands between two exclamation marks, inside an attribute too.
    r"|!(?<![A-Za-z0-9]!(?= |\Z))"
    # Showdown makes a link of a web address, inside an attribute too.
    r"|(?<=[Ww]{3})\.",
    re.DOTALL,
)


def literal(text: str) -> str:
    r"""Return the ECMAScript string literal of `text`, safe wherever the README promises.

    `text` is any string of Unicode scalar values, of any length. It is taken as plain text, also if
    it is a `Markup` or has `__html__`. Raises `ProblemsError` for a lone surrogate, `TypeError` for
    anything but a string. The escapes are those of ECMA-262, section 12.9.4 (`UnicodeEscapeSequence`).

    >>> print(literal("it's 5 o'clock"))
    'it\u0027s 5 o\u0027clock'
    """
    plain = str.__str__(text)
    problem = surrogate_problem(plain)
    if problem:
        raise ProblemsError([problem])
    return f"'{_ESCAPED.sub(_escape, plain)}'"


def is_plain(text: str) -> bool:
    """Tell whether the literal of `text` has no escape: nothing that reads a page finds markup in it.

    >>> is_plain("download - example whitepaper"), is_plain("50%")
    (True, False)
    """
    return not _ESCAPED.search(text)


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
    try:
        text.encode()
    except UnicodeEncodeError as error:
        code_point = f"U+{ord(text[error.start]):04X}"
        what = f"has a lone surrogate ({code_point}) as character {error.start + 1}"
        return Problem(what, "write the whole character, or both halves of its pair")
    return None


def _escape(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))
