"""The Python-Markdown extension: `[[rtp:ID]]` becomes the snippet of an event.

`[[rtp:ID FORMAT]]` selects a format, and `[[rtp:ID "LABEL"]]` or `[[rtp:ID FORMAT "LABEL"]]` another label.

An element that is marked with `data-rtp-event="ID"`, in raw HTML or by `attr_list`, gets the event's handler.

MkDocs, ProperDocs, Zensical, Pelican and Nikola use Python-Markdown.

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
from rtpsnippets.plugins.lookup import LOOKS_LIKE_A_SHORTCODE, Lookup
from rtpsnippets.snippets.marked_elements import without_used_ids
from rtpsnippets.suggestions import unknown_key

_SHORTCODE = r"\[\[rtp:([^\[\]]*)\]\]"
_NEAR_MISS = r"\[\s*(?i:rtp)\s*:"
# After an escaped character, the rest of a shortcode is text.
_SHORTCODE_OR_NEAR_MISS = rf"{_SHORTCODE}|(?<!{ETX})(?P<near>\[?{_NEAR_MISS}[^\[\]]*(?:\]\]?|\Z))"
_LABEL = rf'{_NEAR_MISS}[^\[\]"]*(?P<label>"(?:(?!\[\[rtp:).)*?")\s*\]'
# Code, escaped characters and tags: their contents are not Markdown.
_LABEL_OR_LITERAL = rf"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)|\\.|<!--.*?-->|<[A-Za-z/][^<>]*>|{_LABEL}"
_PRIORITY_OF_LABELS = 200  # before anything else reads them
_PRIORITY = 78  # after code (190), backslashes (180), links (160) and tags (90), before wiki links (75) and emphasis
_PRIORITY_ON_PAGES = 0  # after raw HTML (30) is back in the page


class RtpSnippetsExtension(Extension):
    """Replace the shortcodes on a page; raise `RtpSnippetsError` if there is no snippet.

    The options `definitions` (a path or a list, relative to the current folder) and `templates` are those of `Lookup`.
    A host can pass a lookup instead; if that reports errors, the shortcode stays as text. Raises `ProblemsError` for an
    unknown option.
    """

    def __init__(self, lookup: Lookup | None = None, **options: Any) -> None:
        self.config = {
            "definitions": ["", "The definitions file or a list of files; by default events.toml, .json or .yaml"],
            "templates": ["", "A folder with your own templates"],
        }
        unknown = [unknown_key(name, self.config) for name in options if name not in self.config]
        if unknown:
            raise ProblemsError(unknown)
        super().__init__(**options)
        self._lookup = lookup or Lookup(self.getConfig("definitions"), self.getConfig("templates"))

    def extendMarkdown(self, md: Markdown) -> None:
        """Register the processors: Python-Markdown calls this for each new `Markdown`."""
        shortcodes = _Shortcodes(md, self._lookup)
        md.registerExtension(shortcodes)  # type: ignore[arg-type]  # it only needs a method `reset`
        md.inlinePatterns.register(_Label(_LABEL_OR_LITERAL, md), "rtpsnippets-labels", _PRIORITY_OF_LABELS)
        md.inlinePatterns.register(shortcodes, "rtpsnippets", _PRIORITY)
        md.postprocessors.register(_Handlers(md, self._lookup), "rtpsnippets", _PRIORITY_ON_PAGES)


class _Label(InlineProcessor):
    """Hides the label of a shortcode from other extensions, so that it stays as typed."""

    def handleMatch(  # type: ignore[override]  # as in Python-Markdown's own InlineProcessor
        self,
        m: Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[str | None, int | None, int | None]:
        """Return the label with its quotation marks and its position, or nothing for a literal."""
        return (m["label"], m.start("label"), m.end("label")) if m["label"] else (None, None, None)


class _Shortcodes(InlineProcessor):
    """Replaces shortcodes with snippets, hidden from other extensions. Reports near misses, which stay as text."""

    def __init__(self, md: Markdown, lookup: Lookup) -> None:
        super().__init__(_SHORTCODE_OR_NEAR_MISS, md)
        self._lookup = lookup
        self._used_ids: set[str] = set()

    def reset(self) -> None:
        """Forget the ids of the previous page: called by `Markdown.reset`."""
        self._used_ids.clear()

    def handleMatch(  # type: ignore[override]  # as in Python-Markdown's own InlineProcessor
        self,
        m: Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[str | None, int | None, int | None]:
        """Return a placeholder for the snippet and the position of the shortcode."""
        if m["near"]:
            self._report_near_miss(self.unescape(m["near"]))
        elif snippet := self._lookup.of_shortcode(self.unescape(m[1])):
            return self.md.htmlStash.store(without_used_ids(snippet, self._used_ids)), m.start(), m.end()
        return None, None, None

    def _report_near_miss(self, text: str) -> None:
        if found := LOOKS_LIKE_A_SHORTCODE.fullmatch(text):
            label = found["label"]
            words = (found["id"], found["format"], f'"{label}"' if label else "")
            self._lookup.report_near_miss(found[0], f"[[rtp:{' '.join(filter(None, words))}]]")
        elif text.startswith("[[rtp:") and not text.endswith("]"):
            self._lookup.report_near_miss(text, "]] in the same paragraph or table cell")


class _Handlers(Postprocessor):
    """Puts handlers on the marked elements of a finished page."""

    def __init__(self, md: Markdown, lookup: Lookup) -> None:
        super().__init__(md)
        self._lookup = lookup

    def run(self, text: str) -> str:
        """Return the page with the handlers."""
        return self._lookup.with_handlers(text)


def makeExtension(**options: Any) -> RtpSnippetsExtension:
    """Return the extension: Python-Markdown calls this when the extension is given as a module name."""
    return RtpSnippetsExtension(**options)
