r"""Show a value so that a person sees every character of it, where the value itself would hide some.

>>> [is_clear(value) for value in ("MyEvent", "日本", " x", "a  b", "a\u200bb", "\n")]
[True, True, False, False, False, False]
>>> print(as_json(" a\u200bb"))
" a\u200bb"
"""

from __future__ import annotations

import json
import re

from rtpsnippets.errors import printable
from rtpsnippets.text import html_text
from rtpsnippets.unseen import WITHOUT_SHAPE, is_nfc, unseen

_BLANKS_AT_ENDS_OR_REPEATED = re.compile(r"^ | \Z|  ")


def is_clear(value: str) -> bool:
    """Tell whether the value is what it looks like: no control, no invisible sign, no blank that is easily lost."""
    is_visible = value == printable(value) and not unseen(value) and is_nfc(value)
    return is_visible and not _BLANKS_AT_ENDS_OR_REPEATED.search(value)


def as_json(value: str) -> str:
    r"""Return the value as a JSON string in which all that can't be seen is an escape, but for blanks.

    Where another spelling of the same text looks alike (Unicode's NFC changes the value), all beyond ASCII is.

    >>> print(as_json("e\u0301"))
    "e\u0301"
    """
    text = printable(json.dumps(value, ensure_ascii=not is_nfc(value)))
    return WITHOUT_SHAPE.sub(lambda found: json.dumps(found[0])[1:-1], text)


def is_for_html(value: str) -> bool:
    """Tell whether HTML can carry the value: it has neither controls nor noncharacters."""
    return not html_text(value)


def in_one_line(description: str) -> str:
    """Return the description for people: its words with single blanks between, what HTML can't carry as escapes."""
    words = " ".join(description.split())
    return words if is_for_html(words) else printable(words)
