"""Say why the value of a call can't be that of a definition: it isn't known, or no definition may have it.

>>> from rtpsnippets.site.javascript.model import Span
>>> refusal_of(Call(Span(0, 40), ("Hello {{ name }}",)))
'the value has "{{", which a template engine may fill in'
>>> refusal_of(Call(Span(0, 40), ("MyEvent",)))
''
"""

from __future__ import annotations

import re

from rtpsnippets.errors import key_path
from rtpsnippets.events.event import FIELDS
from rtpsnippets.site.javascript.model import Call
from rtpsnippets.site.source.source import FILLER, REMOVED

_VALUE = "value"
# Jinja, Liquid, Twig, Handlebars, Go; Blade; Smarty; ERB, EJS, JSP, ASP; PHP; FreeMarker, JSP; Ruby; Thymeleaf;
# Template Toolkit; Razor; server-side includes; elements of JSP, Facelets and Fluid; FreeMarker; Fluid, Smarty.
_FILLED_IN = re.compile(
    rf"\{{\{{|\{{%|\{{!|\{{\$|\{{#|<%|<\?|\$\{{|#\{{|\[\[|\[%|\[\([$*#@~]\{{|@\{{|<!--#|</?[a-z]+:[a-z]|\[=[\w.]"
    rf"|\{{[A-Za-z_]\w*(?:\.\w|\||\s*->|\s+\w+=)|{FILLER}|{REMOVED}"
)
_NAMES = {FILLER: "a tag of a template engine", REMOVED: "a comment of a template engine"}


def refusal_of(call: Call) -> str:
    """Return why no definition can send what `call` sends; empty if one can."""
    if call.values is None:
        return f"the value {call.reason}"
    filled_in = next(filter(None, map(filled_in_by_a_template, call.values)), "")
    if filled_in:
        return f"the value {filled_in}"
    problems = FIELDS[_VALUE].problems(call.value)
    return f"{key_path((_VALUE, *problems[0].key))} {problems[0].what}" if problems else ""


def filled_in_by_a_template(text: str) -> str:
    """Return what of `text` a template engine may fill in, in words that follow what it is of; empty if nothing."""
    found = _FILLED_IN.search(text)
    if found and found[0] in _NAMES:
        return f"has {_NAMES[found[0]]}"
    return f'has "{found[0]}", which a template engine may fill in' if found else ""
