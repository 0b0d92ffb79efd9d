"""A row of the table of events: what a user needs to copy the values of an event into a segment.

>>> row_of(Event("interests", ["Pricing", "Security"]))
Row(id='interests', value=('Pricing', 'Security'), calls=1, formats=('js', 'script'), description='')
"""

from __future__ import annotations

from dataclasses import dataclass

from rtpsnippets.events.event import Event
from rtpsnippets.snippets.formats import BINDING, offered_formats


@dataclass(frozen=True, slots=True)
class Row:
    """An event in the table: its id and value, the number of calls that send it, its formats and its description."""

    id: str
    value: str | tuple[str, ...]
    calls: int
    formats: tuple[str, ...]
    description: str

    @property
    def values(self) -> tuple[str, ...]:
        """The strings to copy, in order."""
        return (self.value,) if isinstance(self.value, str) else self.value

    @property
    def used_in(self) -> str:
        """The formats, separated by commas."""
        return ", ".join(self.formats)


def row_of(event: Event) -> Row:
    """Return the row of an event."""
    value = event.value if isinstance(event.value, str) else event.values
    formats = (*(format.name for format in offered_formats(event)), *([BINDING] if event.is_bound else []))
    return Row(event.id, value, event.number_of_calls, formats, event.description)
