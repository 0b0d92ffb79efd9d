"""The extension of Python-Markdown: `[[rtp:ID]]` and `[[rtp:ID FORMAT]]` become the snippet of an event.

An element with the mark `data-rtp-event="ID"`, of raw HTML or by `attr_list`, gets the event's handler.

MkDocs, ProperDocs, Zensical, Pelican and Nikola read their pages with Python-Markdown.

>>> import markdown
>>> extension = RtpSnippetsExtension(definitions="templates/events.toml")
>>> print(markdown.markdown("[[rtp:my-event script]]", extensions=[extension]))
<script>rtp('send', 'event', { value: 'MyEvent' });</script>
"""

from __future__ import annotations

from re import Match
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.postprocessors import Postprocessor

from rtpsnippets.errors import ProblemsError
from rtpsnippets.plugins.lookup import Lookup
from rtpsnippets.suggestions import unknown_key

_MARK = r"\[\[rtp:([^\[\]]*)\]\]"
_PRIORITY = 78  # after code (190), backslashes (180), links (160) and tags (90), before wiki links (75) and emphasis
_PRIORITY_ON_PAGES = 0  # after raw HTML (30) is in its place again


class RtpSnippetsExtension(Extension):
    """Replace the marks of a page; raise `RtpSnippetsError` where there is no snippet.

    The options `definitions` (a path or a list; relative to the current folder) and `templates` are
    those of `Lookup`, of which a host can also give its own. A mark is left as it is if the lookup
    reports the error. Raises `ProblemsError` for an option that there is not.
    """

    def __init__(self, lookup: Lookup | None = None, **options: Any) -> None:
        self.config = {
            "definitions": ["", "The definitions file, or a list; else events.toml, .json or .yaml is looked for"],
            "templates": ["", "A folder with your own templates"],
        }
        unknown = [unknown_key(name, self.config) for name in options if name not in self.config]
        if unknown:
            raise ProblemsError(unknown)
        super().__init__(**options)
        self._lookup = lookup or Lookup(self.getConfig("definitions"), self.getConfig("templates"))

    def extendMarkdown(self, md: Markdown) -> None:
        """Register both kinds of marks: Python-Markdown calls this for each new `Markdown`."""
        md.inlinePatterns.register(_Mark(md, self._lookup), "rtpsnippets", _PRIORITY)
        md.postprocessors.register(_Handlers(md, self._lookup), "rtpsnippets", _PRIORITY_ON_PAGES)


class _Mark(InlineProcessor):
    """A mark in a text; it puts the snippet where no other extension reads it."""

    def __init__(self, md: Markdown, lookup: Lookup) -> None:
        super().__init__(_MARK, md)
        self._lookup = lookup

    def handleMatch(  # type: ignore[override]  # Python-Markdown's own InlineProcessor does so too
        self,
        m: Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[str | None, int | None, int | None]:
        """Return what stands in for the snippet until the page is done, and the place of the mark."""
        snippet = self._lookup.of_mark(m[1])
        return (self.md.htmlStash.store(snippet), m.start(), m.end()) if snippet else (None, None, None)


class _Handlers(Postprocessor):
    """The handlers on the marked elements of a page that is done."""

    def __init__(self, md: Markdown, lookup: Lookup) -> None:
        super().__init__(md)
        self._lookup = lookup

    def run(self, text: str) -> str:
        """Return the page with the handlers."""
        return self._lookup.with_handlers(text)


def makeExtension(**options: Any) -> RtpSnippetsExtension:
    """Return the extension: Python-Markdown calls this for the name of a module."""
    return RtpSnippetsExtension(**options)
