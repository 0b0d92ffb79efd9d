"""The names that pages, snippets and files share, and that no event or element may take."""

from __future__ import annotations

HIDDEN_NAME = "rtp"
"""The name of the function."""

HIDDEN_NAMES = {HIDDEN_NAME: "the function rtp", "window": "the object window, by which a guard finds rtp"}
"""No element may have these ids or names: in a handler, a form's control of that name hides what the handler reads."""

BINDING_NAME = "rtp-events"
"""No event may have this id: its .js file would have the name of the binding's."""

MARK = "data-rtp-event"
"""The attribute that says which event an element sends, where the binding sends it."""

MARK_CLASS = "rtp-event--"
"""What a class that marks an element begins with, before the id: for hosts that keep classes but no data attributes."""
