"""Name the files of a build and say what is in them: a snippet each, and the JSON of all.

>>> files = files_of([Event("my-event", "MyEvent")], ["js", "json"])
>>> list(files), files["my-event.js"]
(['my-event.js', 'snippets.json'], b"rtp('send', 'event', { value: 'MyEvent' });")
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable, Mapping
from functools import partial

from rtpsnippets.errors import gather
from rtpsnippets.event import Event
from rtpsnippets.formats import FORMATS, JSON
from rtpsnippets.snippets import snippets_of

JSON_FILE = "snippets.json"


def files_of(
    events: Iterable[Event],
    formats: Collection[str] = (*FORMATS, JSON),
    templates: str | os.PathLike[str] | None = None,
) -> dict[str, bytes]:
    """Return the content of every file that `events` make in `formats`, by its name.

    A file holds its snippet and nothing else, no line end either: an include must not break the
    table row or the sentence around it. Raises as `render` does.
    """
    snippets = snippets_by_id(events, templates)
    files = {
        f"{event_id}{FORMATS[name].suffix}": snippet.encode()
        for event_id, by_format in snippets.items()
        for name, snippet in by_format.items()
        if name in formats
    }
    if JSON in formats:
        files[JSON_FILE] = to_json(snippets).encode()
    return files


def snippets_by_id(
    events: Iterable[Event], templates: str | os.PathLike[str] | None = None
) -> dict[str, dict[str, str]]:
    """Return the snippets of all `events` by id and format; raise `ProblemsError` with the problems of all."""
    events = list(events)
    made = gather(partial(snippets_of, event, templates) for event in events)
    return dict(zip((event.id for event in events), made, strict=True))


def to_json(snippets: Mapping[str, Mapping[str, str]]) -> str:
    """Return the snippets by event id and format as JSON: ASCII, indented, with a line end at its end."""
    return json.dumps(snippets, indent=2) + "\n"
