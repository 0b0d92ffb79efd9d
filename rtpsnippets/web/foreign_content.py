"""Track which elements of a page are SVG or MathML: browsers read their contents by other rules.

>>> foreign = Foreign()
>>> foreign.begin("svg"), foreign.begin("title"), foreign.begin("title")
(True, True, False)
"""

from __future__ import annotations

import re

_HTML = ""
_ROOTS = ("svg", "math")
_MAX_DEPTH = 512
"""How many open elements an end tag may close: browsers nest no deeper."""

# HTML, "Parsing main inherited content": the tags that end SVG and MathML.
_BREAKOUT = frozenset(
    (
        *("b", "big", "blockquote", "body", "br", "center", "code", "dd", "div", "dl", "dt", "em", "embed", "h1"),
        *("h2", "h3", "h4", "h5", "h6", "head", "hr", "i", "img", "li", "listing", "menu", "meta", "nobr", "ol"),
        *("p", "pre", "ruby", "s", "small", "span", "strong", "strike", "sub", "sup", "table", "tt", "u", "ul"),
        "var",
    )
)
_FONT = re.compile(r"(?:^|[ \t\n\f\r/\"'])(?:color|face|size)(?:$|[ \t\n\f\r/=])", re.IGNORECASE)
_HTML_IN_XML = re.compile(r"encoding\s*=\s*[\"']?(?:text/html|application/xhtml\+xml)", re.IGNORECASE)
_TEXT_POINTS = {("math", name) for name in ("mi", "mo", "mn", "ms", "mtext")}
_HTML_POINTS = {*(("svg", name) for name in ("foreignobject", "desc", "title")), ("math", "annotation-xml html")}
_POINTS = _TEXT_POINTS | _HTML_POINTS
# HTML, "The stack of open elements": where the search for the element of an end tag stops.
_SCOPES = frozenset(("applet", "caption", "marquee", "object", "table", "td", "template", "th"))
_SPECIAL = _SCOPES | frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "button", "center", "col", "colgroup", "dd"),
        *("details", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2"),
        *("h3", "h4", "h5", "h6", "head", "header", "hgroup", "html", "li", "listing", "main", "menu", "nav", "ol"),
        *("p", "pre", "search", "section", "select", "summary", "tbody", "tfoot", "thead", "tr", "ul"),
    )
)
_ENDS_P = _SPECIAL - _SCOPES - {"body", "button", "col", "colgroup", "head", "html", "select"} | {"table", "hr"}
VOID = frozenset(
    (
        *("area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "image", "img", "input"),
        *("keygen", "link", "meta", "param", "source", "track", "wbr"),
    )
)
"""The HTML elements without content and end tag."""


class Foreign:
    """The open elements from the outermost SVG or MathML element inward, and the numbers of HTML elements around it."""

    def __init__(self) -> None:
        self._open: list[tuple[str, str]] = []
        self._around: dict[str, int] = {}

    @property
    def may_have_cdata(self) -> bool:
        """Whether `<![CDATA[` begins text here: HTML, "Markup declaration open state"."""
        return bool(self._open) and self._open[-1][0] != _HTML

    @property
    def is_svg(self) -> bool:
        """Whether an element that begins here, or has just begun, is an SVG element."""
        return bool(self._open) and self._open[-1][0] == "svg"

    def begin(self, name: str, written: str = "", *, is_closed: bool = False) -> bool:
        """Process a start tag; return whether its element is SVG or MathML.

        `written` is the source of its attributes. `is_closed` means that the tag ends with a slash, which only SVG and
        MathML elements respect.
        """
        if not self._open and name not in _ROOTS:
            if name not in VOID:
                self._around[name] = self._around.get(name, 0) + 1
            return False
        if self._reads_html(name):
            return self._begin_html(name, is_closed=is_closed)
        if name in _BREAKOUT or (name == "font" and _FONT.search(written)):
            self._break_out()
            return self._begin_html(name, is_closed=is_closed)
        kind = self._open[-1][0]
        if name == "annotation-xml" and _HTML_IN_XML.search(written):
            name += " html"
        if not is_closed:
            self._open.append((kind, name))
        return True

    def end(self, name: str) -> bool:
        """Process an end tag; return whether its element is SVG or MathML."""
        if self.may_have_cdata and name in ("p", "br"):
            self._break_out()
        if self.may_have_cdata and self._end_foreign(name):
            return True
        if self._open:
            self._end_html(name)
        elif self._around.get(name):
            self._around[name] -= 1
        return False

    def _reads_html(self, name: str) -> bool:
        if not self._open or self._open[-1][0] == _HTML:
            return True
        last = self._open[-1]
        if last in _TEXT_POINTS:
            return name not in ("mglyph", "malignmark")
        return last in _HTML_POINTS or (last == ("math", "annotation-xml") and name == "svg")

    def _begin_html(self, name: str, *, is_closed: bool) -> bool:
        if name in _ROOTS:
            if not is_closed:
                self._open.append((name, name))
            return True
        if self._open:
            if name in _ENDS_P:
                self._end_html("p")
            if name not in VOID:
                self._open.append((_HTML, name))
        elif name not in VOID:
            self._around[name] = self._around.get(name, 0) + 1
        return False

    def _break_out(self) -> None:
        while self._open and self._open[-1][0] != _HTML and self._open[-1] not in _POINTS:
            self._open.pop()

    def _end_foreign(self, name: str) -> bool:
        for at in range(len(self._open) - 1, max(-1, len(self._open) - _MAX_DEPTH), -1):
            kind, other = self._open[at]
            if kind == _HTML:
                break
            if other.split()[0] == name:
                del self._open[at:]
                return True
        return False

    def _end_html(self, name: str) -> None:
        for at in range(len(self._open) - 1, max(-1, len(self._open) - _MAX_DEPTH), -1):
            kind, other = self._open[at]
            if (kind, other) == (_HTML, name):
                del self._open[at:]
                return
            if (kind, other) in _POINTS or (kind == _HTML and other in (_SCOPES if name in _SPECIAL else _SPECIAL)):
                return
        if self._around.get(name):
            self._around[name] -= 1
            self._open.clear()
