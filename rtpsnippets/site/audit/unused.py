"""Find the events that no page of a site uses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from rtpsnippets.definitions.validate import Definitions, located
from rtpsnippets.display import quoted
from rtpsnippets.errors import Problem
from rtpsnippets.events.event import Event, event_key
from rtpsnippets.events.warning_names import UNUSED
from rtpsnippets.site.audit.known_values import Known
from rtpsnippets.site.audit.page_rules import Page
from rtpsnippets.site.model import Code


class Use:
    """The values and ids of the definitions that the pages use so far."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._values: set[str] = set()
        self._ids: set[str] = set()
        self._scripts: set[str] = set()

    def take(self, page: Page) -> None:
        """Record what a page sends: by calls, marked elements and the binding, also in the scripts that it loads."""
        self._ids.update(element.id for element in page.contents.marked_elements if element.id in self._known.events)
        for loaded in page.loaded:
            if loaded.path not in self._scripts:
                self._take(loaded.codes)
            if loaded.path:
                self._scripts.add(loaded.path)

    def _take(self, codes: Iterable[Code]) -> None:
        for code in codes:
            self._values.update(value for value in _values(code) if value in self._known.values)
            self._ids.update(row.id for row in code.script.bound or () if row.selects)

    def unused(self) -> Iterator[Event]:
        """Yield the events that no page sends: not by calls with all values, a marked element or the binding."""
        for event in self._known.events.values():
            if event.id not in self._ids and not self._values.issuperset(event.values) and UNUSED not in event.ignore:
                yield event


def _values(code: Code) -> Iterator[str]:
    return (value for call in code.script.calls for value in call.values or ())


def unused_findings(
    unused: Iterable[Event], definitions: Definitions, scripts: Mapping[str, Sequence[Code]]
) -> list[Problem]:
    """Return a finding for each unused event, file by file; `scripts` are those of the site by path."""
    senders = {value: path for path, codes in scripts.items() for code in codes for value in _values(code)}
    problems = [
        Problem(f"no page uses the event {quoted(event.id)}", _hint(event, senders), event_key(event.id), rule=UNUSED)
        for event in unused
    ]
    # The message already names the event.
    return [replace(problem, key=()) for problem in located(definitions.documents, problems)]


def _hint(event: Event, senders: Mapping[str, str]) -> str:
    sender = next((senders[value] for value in event.values if value in senders), None)
    if sender is not None:
        return f"load {sender} on a page: it sends this event"
    return f'remove it, or set ignore = ["{UNUSED}"] if it is sent from elsewhere, such as an email'
