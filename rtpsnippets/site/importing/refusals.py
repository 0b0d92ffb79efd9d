"""Explain why a definition cannot have the value of a call: the value is unknown or invalid.

>>> from rtpsnippets.site.javascript.model import Span
>>> refusal_of(Call(Span(0, 40), ("Hello {{ name }}",)))
'the value contains "{{", which a template engine may replace'
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
_NAMES = {FILLER: "a template tag", REMOVED: "a template comment"}


def refusal_of(call: Call) -> str:
    """Return why no definition can send what `call` sends; empty if a definition can."""
    if call.values is None:
        return f"the value {call.reason}"
    filled_in = next(filter(None, map(filled_in_by_a_template, call.values)), "")
    if filled_in:
        return f"the value {filled_in}"
    problems = FIELDS[_VALUE].problems(call.value)
    return f"the {key_path((_VALUE, *problems[0].key))} {problems[0].what}" if problems else ""


def filled_in_by_a_template(text: str) -> str:
    """Return which part of `text` a template engine may replace, in words that follow a subject; empty if none."""
    found = _FILLED_IN.search(text)
    if found and found[0] in _NAMES:
        return f"contains {_NAMES[found[0]]}"
    return f'contains "{found[0]}", which a template engine may replace' if found else ""
