"""The names that pages, snippets and files share, which events and elements must not use."""

from __future__ import annotations

HIDDEN_NAME = "rtp"
"""The name of the function that sends events."""

HIDDEN_NAMES = {HIDDEN_NAME: "the function rtp", "window": "the object window, which a guard uses to find rtp"}
"""No element may have these ids or names: a form control with such a name hides what a handler in the form uses."""

BINDING_NAME = "rtp-events"
"""No event may have this id: its .js file would replace the binding."""

RECORDER_NAME = "rtp-recorder"
"""No event may have this id: its .js file would replace the recorder."""

EVENT_ATTRIBUTE = "data-rtp-event"
"""The attribute with the id of the event that the binding sends for an element."""

EVENT_CLASS_PREFIX = "rtp-event--"
"""The prefix of a class that marks an element, before the id: for hosts that remove data attributes."""
