"""The events of the previews, including hostile ones, and the widths of the window."""

from __future__ import annotations

from itertools import chain, zip_longest

from rtpsnippets import Button, Event, Link, render
from rtpsnippets.snippets.destinations import DESTINATIONS, paste
from tests.hostile import GROUPS, address_form, class_form, label_form

WIDE, NARROW = 1280, 360

DOWNLOAD = Event("download", "Download", Button("Get the paper", {"class": "cta"}), "For readers of white papers.")
TALK = Event("talk", ["Sales", "Call me"], link=Link("Talk to us", {"href": "/talk?a=1"}), refresh=True)
PARTNER = Event(
    "partner",
    "Partner",
    link=Link("Partner", {"href": "https://example.com/", "target": "_blank"}),
    carrier="data",
    selector="*",
)
TRIAL = Event("trial", "Trial", Button("Try it"), link=Link("Trial", {"href": "/trial"}), carrier="data")
INTERESTS = Event("interests", ["Pricing", "APIs", "Security", "Cases", "Webinars"], selector="button", on="submit")
OFF = Event("off", "Off", Button("Sold out", {"disabled": True}), guard=True)
SEEN = Event("seen", "Seen", Button("Seen"), carrier="data", on="visible")
LOADED = Event("loaded", "Loaded", Button("Loaded"), carrier="data", on="load", selector="button")
ODD = Event("odd", [" two  spaces ", "a\u200bb\0\r\n'\\"], Button("Odd"))

ALL = (DOWNLOAD, TALK, PARTNER, TRIAL, INTERESTS, OFF, SEEN, LOADED, ODD)


def hostile_events() -> list[Event]:
    """Events with 150 hostile texts, equally many from each group, as value, label, attribute and description."""
    rounds = chain.from_iterable(zip_longest(*GROUPS.values()))
    texts = list(dict.fromkeys(text for text in rounds if text is not None))[:150]
    return [
        Event(
            f"e{at}",
            [text, "b"],
            Button(label_form(text), {"aria-label": label_form(text), "class": class_form(text)}),
            text,
            link=Link(label_form(text), {"href": f"./{address_form(text)}"}),
            carrier="data" if at % 2 else "inline",
        )
        for at, text in enumerate(texts)
    ]


def texts_of(event: Event, *formats: str) -> list[str]:
    """The texts that the preview can copy for an event with these formats: each once, those of destinations last."""
    pasted = [paste(event, destination.form) for destination in DESTINATIONS.values()]
    return list(dict.fromkeys([*(render(event, name) for name in formats), *filter(None, pasted)]))
