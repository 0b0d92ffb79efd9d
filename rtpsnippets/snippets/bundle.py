"""Generate the files of a build: one per snippet, the binding, the recorder, and a JSON file with all snippets.

>>> files = files_of([Event("my-event", "MyEvent")], ["js", "json"])
>>> list(files), files["my-event.js"]
(['my-event.js', 'snippets.json'], b"rtp('send', 'event', { value: 'MyEvent' });")
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from functools import partial

from rtpsnippets.errors import gather
from rtpsnippets.events.event import Event
from rtpsnippets.progress import Track, untracked
from rtpsnippets.snippets.binding import render_binding
from rtpsnippets.snippets.formats import BINDING, BINDING_FILE, DEFAULT_FORMATS, FORMATS, JSON, RECORDER, RECORDER_FILE
from rtpsnippets.snippets.recorder import render_recorder
from rtpsnippets.snippets.render import snippets_of
from rtpsnippets.snippets.templates import PathLike

JSON_FILE = "snippets.json"

_AT_ONCE = 100
"""How many events are rendered together: enough to be fast, and few enough for the progress bar to move."""


def files_of(
    events: Iterable[Event],
    formats: Collection[str] = DEFAULT_FORMATS,
    templates: PathLike | None = None,
    nonce_attribute: str = "",
    track: Track = untracked,
) -> dict[str, bytes]:
    """Return the content of every file of `events` in `formats`, by its name.

    A file contains only its snippet, without a final newline: an include must not break the table row or
    the sentence around it. `track` reports the progress, a hundred events at a time. Raises as `render` does.
    """
    events = list(events)
    rendered = tuple(FORMATS) if JSON in formats else formats
    snippets = snippets_by_id(events, templates, nonce_attribute, track, rendered)
    files = {
        f"{event_id}{FORMATS[name].suffix}": snippet.encode()
        for event_id, by_format in snippets.items()
        for name, snippet in by_format.items()
        if name in formats
    }
    if BINDING in formats:
        files[BINDING_FILE] = render_binding(events, templates).encode()
    if RECORDER in formats:
        files[RECORDER_FILE] = render_recorder(events, templates).encode()
    if JSON in formats:
        files[JSON_FILE] = to_json(snippets).encode()
    return files


def snippets_by_id(
    events: Iterable[Event],
    templates: PathLike | None = None,
    nonce_attribute: str = "",
    track: Track = untracked,
    formats: Collection[str] = tuple(FORMATS),
) -> dict[str, dict[str, str]]:
    """Return the snippets of all `events` by id and format; raise `ProblemsError` with the problems of all."""
    events = list(events)
    parts = [events[start : start + _AT_ONCE] for start in range(0, len(events), _AT_ONCE)]
    done = gather(partial(snippets_of, part, templates, nonce_attribute, formats) for part in track(parts, "rendering"))
    return {event_id: snippets for of_part in done for event_id, snippets in of_part.items()}


def to_json(snippets: Mapping[str, Mapping[str, str]]) -> str:
    """Return the snippets by event id and format as JSON: ASCII, indented, with a final newline."""
    return json.dumps(snippets, indent=2) + "\n"
