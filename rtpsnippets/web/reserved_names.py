"""The names that pages, snippets and files share, and that no event or element may take."""

from __future__ import annotations

HIDDEN_NAME = "rtp"
"""No element may have this id or name: in a handler, a form's control of that name hides the function."""

BINDING_NAME = "rtp-events"
"""No event may have this id: its .js file would have the name of the binding's."""

MARK = "data-rtp-event"
"""The attribute that says which event an element sends, where the binding sends it."""
