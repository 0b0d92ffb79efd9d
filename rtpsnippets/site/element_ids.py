"""Find repeated ids on a page, and elements whose id or name hides the function `rtp` or `window`.

In handlers of a form and its controls, the id or name of a control hides them; in all handlers, the name of a frame, an
image and some other elements does: HTML, "Getting the current value of the event handler" and "DOM tree accessors".
An element with the id `rtp` is also `window.rtp` until a script sets that, and the RTP tag does not set its function if
`window.rtp` exists: HTML, "Named access on the Window object".
"""

from __future__ import annotations

from collections.abc import Mapping

from rtpsnippets.site.javascript.model import Span
from rtpsnippets.site.model import Name
from rtpsnippets.web.reserved_names import HIDDEN_NAME, HIDDEN_NAMES
from rtpsnippets.web.tokenizer import Attribute, Tag

_CONTROLS = frozenset(("button", "fieldset", "input", "object", "output", "select", "textarea"))
_NAMED = frozenset(("embed", "form", "iframe", "img", "object"))


class TakenNames:
    """The ids and names of the elements that were added so far."""

    def __init__(self) -> None:
        self.repeated: list[Name] = []
        self.hiding: list[Name] = []
        self._ids: dict[str, Span] = {}

    def add(self, tag: Tag, attributes: Mapping[str, Attribute], *, is_in_form: bool) -> None:
        """Add the element that `tag` begins."""
        own, name = attributes.get("id"), attributes.get("name")
        if own and own.value:
            first = self._ids.setdefault(own.value, Span(own.start, own.end))
            if first.start != own.start:
                self.repeated.append(Name(Span(own.start, own.end), own.value, tag.name, first))
        is_control = tag.name in _CONTROLS and (is_in_form or "form" in attributes)
        is_hiding = is_control or tag.name == "object" or (tag.name == "img" and (is_in_form or name))
        hiding = [(own, not is_hiding), (name if is_control or tag.name in _NAMED else None, False)]
        self.hiding += [
            Name(Span(one.start, one.end), one.value, tag.name, is_early=is_early)
            for one, is_early in hiding
            if one and one.value in HIDDEN_NAMES and (one.value == HIDDEN_NAME or not is_early)
        ]
