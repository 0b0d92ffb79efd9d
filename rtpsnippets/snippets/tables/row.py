"""A row of the table of events: what a user needs to copy the values of an event into a segment.

>>> row = row_of(Event("interests", ["Pricing", "Security"], was="Topics", owner="Web team"))
>>> row.values, row.is_former(2), row.calls, row.formats, row.notes
(('Pricing', 'Security', 'Topics'), True, 1, ('js', 'script'), ['Owner: Web team'])
"""

from __future__ import annotations

from dataclasses import dataclass

from rtpsnippets.events.event import Event, texts
from rtpsnippets.events.invisible import in_one_line
from rtpsnippets.snippets.formats import BINDING, offered_formats
from rtpsnippets.snippets.usage import Pages, pages_shown


@dataclass(frozen=True, slots=True)
class Row:
    """An event in the table: its id and values, the number of calls that send it, its formats, and its other texts.

    `was` contains the former values, which are also sent. `pages` are those that send the event, None if that is not
    known; `used_on` names the first ones, and is then empty.
    """

    id: str
    value: str | tuple[str, ...]
    was: tuple[str, ...]
    calls: int
    formats: tuple[str, ...]
    description: str
    owner: str
    deprecated: str
    pages: Pages | None = None
    used_on: str = ""

    @property
    def values(self) -> tuple[str, ...]:
        """The strings that the event sends, in order: the former ones come last."""
        return (*texts(self.value), *self.was)

    def is_former(self, at: int) -> bool:
        """Return whether the value at this index is a former one."""
        return at >= len(self.values) - len(self.was)

    @property
    def notes(self) -> list[str]:
        """The notes on the event, each without line breaks: its description, why it is deprecated, its owner."""
        notes = {"": self.description, "Deprecated: ": self.deprecated, "Owner: ": self.owner}
        return [in_one_line(f"{title}{text}") for title, text in notes.items() if text]

    @property
    def used_in(self) -> str:
        """The formats, separated by commas."""
        return ", ".join(self.formats)


def row_of(event: Event, pages: Pages | None = None, limit: int | None = None) -> Row:
    """Return the row of an event; at most `limit` of the `pages` that send it are shown."""
    value = event.value if isinstance(event.value, str) else event.own_values
    formats = (*(format.name for format in offered_formats(event)), *([BINDING] if event.is_bound else []))
    calls, said = event.number_of_calls, (event.description, event.owner, event.deprecated)
    used_on = "" if pages is None else pages_shown(pages, limit)
    return Row(event.id, value, event.former_values, calls, formats, *said, pages, used_on)
