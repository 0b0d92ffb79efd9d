"""Events of which the tests make snippets."""

from __future__ import annotations

from rtpsnippets import Button, Event, Link

GO = Event("go", "Go!", Button("Go"))
PLAIN_GO = Event("go", "Go!")
NINE = Event("nine", list("123456789"), Button("Nine"))
PLAIN_NINE = Event("nine", list("123456789"))
LINK = Link("Get it", {"href": "/a b.pdf?x=1&y", "class": "cta", "download": True, "target": "_blank"})
GUARDED = Event("go", list("12345"), Button("Go"), guard=True, refresh=True)
PLAIN_GUARDED = Event("go", list("12345"), guard=True, refresh=True)
GUARDED_CALLS = (
    "if (window.rtp) rtp('send', 'event', { value: ['1', '2', '3', '4'] });",
    "if (window.rtp) rtp('send', 'event', { value: ['5'] });",
    "if (window.rtp) rtp('get', 'campaign', true);",
)
