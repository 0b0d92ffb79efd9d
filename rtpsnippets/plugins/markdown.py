"""The extension of Python-Markdown: `[[rtp:ID]]` becomes the snippet of an event.

`[[rtp:ID FORMAT]]` asks for a format, and `[[rtp:ID "LABEL"]]` or `[[rtp:ID FORMAT "LABEL"]]` for another label.

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
from markdown.util import ETX

from rtpsnippets.errors import ProblemsError
from rtpsnippets.plugins.lookup import LOOKS_LIKE_A_MARK, Lookup
from rtpsnippets.snippets.marks import without_used_ids
from rtpsnippets.suggestions import unknown_key

_MARK = r"\[\[rtp:([^\[\]]*)\]\]"
_NEAR_MISS = r"\[\s*(?i:rtp)\s*:"
# Behind a character that was escaped, the rest of a mark is text.
_MARK_OR_NEAR_MISS = rf"{_MARK}|(?<!{ETX})(?P<near>\[?{_NEAR_MISS}[^\[\]]*(?:\]\]?|\Z))"
_LABEL = rf'{_NEAR_MISS}[^\[\]"]*(?P<label>"(?:(?!\[\[rtp:).)*?")\s*\]'
# Code, escaped characters and tags: what is in them is not read as Markdown.
_LABEL_OR_LITERAL = rf"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)|\\.|<!--.*?-->|<[A-Za-z/][^<>]*>|{_LABEL}"
_PRIORITY_OF_LABELS = 200  # before anything else would read them
_PRIORITY = 78  # after code (190), backslashes (180), links (160) and tags (90), before wiki links (75) and emphasis
_PRIORITY_ON_PAGES = 0  # after raw HTML (30) is in its place again


class RtpSnippetsExtension(Extension):
    """Replace the marks of a page; raise `RtpSnippetsError` where there is no snippet.

    The options `definitions` (a path or a list; relative to the current folder) and `templates` are
    those of `Lookup`, of which a host can also give its own. A mark is left as it is if the lookup
    reports the error. Raises `ProblemsError` for an unknown option.
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
        mark = _Mark(md, self._lookup)
        md.registerExtension(mark)  # type: ignore[arg-type]  # it needs only a method `reset`
        md.inlinePatterns.register(_Label(_LABEL_OR_LITERAL, md), "rtpsnippets-labels", _PRIORITY_OF_LABELS)
        md.inlinePatterns.register(mark, "rtpsnippets", _PRIORITY)
        md.postprocessors.register(_Handlers(md, self._lookup), "rtpsnippets", _PRIORITY_ON_PAGES)


class _Label(InlineProcessor):
    """The label of a mark; it puts it where no other extension reads it, as it is typed."""

    def handleMatch(  # type: ignore[override]  # Python-Markdown's own InlineProcessor does so too
        self,
        m: Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[str | None, int | None, int | None]:
        """Return the label with its quotation marks and its place; nothing for what is passed over."""
        return (m["label"], m.start("label"), m.end("label")) if m["label"] else (None, None, None)


class _Mark(InlineProcessor):
    """A mark in a text: the snippet goes where no other extension reads it. A near miss is reported, and stays."""

    def __init__(self, md: Markdown, lookup: Lookup) -> None:
        super().__init__(_MARK_OR_NEAR_MISS, md)
        self._lookup = lookup
        self._used_ids: set[str] = set()

    def reset(self) -> None:
        """Begin a page: Python-Markdown calls this for each."""
        self._used_ids.clear()

    def handleMatch(  # type: ignore[override]  # Python-Markdown's own InlineProcessor does so too
        self,
        m: Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[str | None, int | None, int | None]:
        """Return what stands in for the snippet until the page is done, and the place of the mark."""
        if m["near"]:
            self._say_near_miss(self.unescape(m["near"]))
        elif snippet := self._lookup.of_mark(self.unescape(m[1])):
            return self.md.htmlStash.store(without_used_ids(snippet, self._used_ids)), m.start(), m.end()
        return None, None, None

    def _say_near_miss(self, text: str) -> None:
        if found := LOOKS_LIKE_A_MARK.fullmatch(text):
            label = found["label"]
            words = (found["id"], found["format"], f'"{label}"' if label else "")
            self._lookup.say_near_miss(found[0], f"[[rtp:{' '.join(filter(None, words))}]]")
        elif text.startswith("[[rtp:") and not text.endswith("]"):
            self._lookup.say_near_miss(text, "]] in the same paragraph or table cell")


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
