"""Valid documents: each format with everything that a definition may contain, for the fuzzer to mutate."""

from __future__ import annotations

_JSON = b"""{
  "events": {
    "my-event": {"value": "MyEvent"},
    "interests": {
      "description": "What a visitor reads about.",
      "value": ["Pricing", "Security", "APIs", "Case studies", "Webinars"]
    },
    "whitepaper": {
      "value": "download - example whitepaper",
      "button": {"label": "Download", "class": "cta", "title": "PDF, 2 MB", "data-size": "2", "disabled": false}
    }
  }
}
"""
_TOML = b"""# The events of the campaign.
[events.my-event]
value = "MyEvent"

[events.interests]
description = '''
What a visitor reads about.'''
value = [
  "Pricing",  # the first
  'Security', "APIs", "Case studies", \"""Webinars\""",
]

[events.whitepaper]
value = "download - example whitepaper"
button = { label = "Download", class = "cta", title = "PDF, 2 MB", data-size = "2", disabled = false }

[events."demo".button]
label = "Book a demo"
aria-label = "Book"
[events.demo]
value = "Demo \\u00e9"
"""
_YAML = b"""# The events of the campaign.
events:
  my-event:
    value: MyEvent
  interests:
    description: >-
      What a visitor
      reads about.
    value: [Pricing, 'Security', "APIs", Case studies, Webinars]
  whitepaper:
    value:
      - download - example whitepaper
      - |
        Two lines
    button: {label: Download, class: cta, title: "PDF, 2 MB \\u00e9", data-size: '2', disabled: false}
"""

GOOD_DOCUMENTS: dict[str, tuple[bytes, ...]] = {
    "json": (_JSON, b'{"events": {"a": {"value": "x"}}}'),
    "toml": (_TOML, b'[events.a]\nvalue = "x"\n', b"events = {a = {value = 'x'}}"),
    "yaml": (_YAML, b"events:\n  a:\n    value: x\n", b"events: {a: {value: [x, y]}}"),
}
"""The documents by format."""
