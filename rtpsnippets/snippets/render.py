"""Render the snippets of an event, each format from its template.

Templates receive finished markup. They contain loops and conditions, but no escaping.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from markupsafe import Markup

from rtpsnippets.display import quoted
from rtpsnippets.errors import Location, Problem, ProblemsError, RtpSnippetsWarning, gather, under
from rtpsnippets.events.element import LABEL, Element
from rtpsnippets.events.event import DATA, Event, checked_events
from rtpsnippets.snippets.formats import ALL_FORMATS, FORMATS, Format, FormatName, is_offered, script_problem
from rtpsnippets.snippets.templates import PathLike, fill, fill_each
from rtpsnippets.web.html import finished, readable_attribute, readable_label
from rtpsnippets.web.javascript import surrogate_problem
from rtpsnippets.web.reserved_names import EVENT_ATTRIBUTE

_NONCE = re.compile("[A-Za-z0-9+/_-]+={0,2}")


class _Calls(list[Markup]):
    """The calls as a template sees them: a list that renders as all calls, with spaces between them."""

    def __html__(self) -> str:
        return " ".join(self)

    __str__ = __html__


def render(
    event: Event,
    format: FormatName,
    templates: PathLike | None = None,
    nonce_attribute: str = "",
    *,
    label: str | None = None,
) -> str:
    """Return the snippet of `event` in `format`, ready to paste.

    Args:
        event: The event.
        format: `js`, `script`, `button` or `link`.
        templates: A folder with your own templates; ours are used for the missing ones. They are trusted code, but the
            snippet must make the event's calls, or be marked with its id.
        nonce_attribute: An attribute to insert into script tags, unchanged.
        label: A label to use instead of that of the button or link.

    Raises:
        ProblemsError: For an unknown format, a format that does not fit the event, an invalid label, a label for a
            format that has none, a `nonce_attribute` that is only a nonce, and a template that is missing or fails.
        FileAccessError: If the system refuses to read a template.

    Warns:
        RtpSnippetsWarning: About a script that sends the event at another time than its definition says.

    Examples:
        >>> from rtpsnippets.events.button import Button
        >>> print(render(Event("go", "Go!", Button("Go")), "button"))
        <button id="go" type="button" onclick="rtp('send', 'event', { value: 'Go!' });">Go</button>
    """
    [snippet] = render_each(checked_events([event]), format, templates, nonce_attribute, label)
    if problem := script_problem(format, event):
        warnings.warn(str(problem), RtpSnippetsWarning, stacklevel=2)
    return snippet


def render_each(
    events: Sequence[Event],
    format: str,
    templates: PathLike | None = None,
    nonce_attribute: str = "",
    label: str | None = None,
) -> list[str]:
    """Return the snippet of each of `events` in one format; raises as `render` does, with the problems of all."""
    row = FORMATS.get(format)
    if row is None:
        of_all = f"; {format} contains all events: use rtpsnippets build" if format in ALL_FORMATS else ""
        known = f"known formats: {', '.join(FORMATS)}{of_all}"
        raise ProblemsError([Problem(f"unknown format {quoted(str(format))}", known)])
    if unfit := [event for event in events if not row.fits(event)]:
        hint = f'add the key "{row.needs}" to it, or use another format'
        raise ProblemsError(Problem(f'the event "{event.id}" has no {row.needs}', hint) for event in unfit)
    if problem := surrogate_problem(nonce_attribute) or _bare_nonce(nonce_attribute):
        raise ProblemsError(under(("nonce_attribute",), [problem]))
    if label is not None:
        if not row.needs:
            hint = "remove it; only buttons and links have labels"
            raise ProblemsError([Problem(f'the format "{format}" has no label', hint, (LABEL,))])
        events = [event.labeled(label) for event in events]
    if templates is None:
        return fill_each(row.template, map(partial(_variables, row, nonce_attribute), events))
    return gather(partial(_render_own, event, row, templates, nonce_attribute) for event in events)


def _bare_nonce(attribute: str) -> Problem | None:
    """Return the problem of a nonce without its attribute name: browsers would not run the script.

    The characters are those of "base64-value" in Content Security Policy Level 3.
    """
    if not _NONCE.fullmatch(attribute):
        return None
    hint = 'write nonce="...", with your nonce or its template tag between the quotes'
    return Problem(f"must be an attribute with a value, not {quoted(attribute)}", hint)


def snippets_of(
    events: Sequence[Event],
    templates: PathLike | None = None,
    nonce_attribute: str = "",
    formats: Collection[str] = tuple(FORMATS),
) -> dict[str, dict[str, str]]:
    """Return the snippets of `events` by id, in those of `formats` that fit each event; raises as `render_each` does.

    No other format is rendered, so that a broken template of the user affects only its own format.
    """
    snippets: dict[str, dict[str, str]] = {event.id: {} for event in events}
    offered = {
        name: [event for event in events if is_offered(row, event)] for name, row in FORMATS.items() if name in formats
    }
    all_rendered = gather(partial(render_each, offered[name], name, templates, nonce_attribute) for name in offered)
    for name, rendered in zip(offered, all_rendered, strict=True):
        for event, snippet in zip(offered[name], rendered, strict=True):
            snippets[event.id][name] = snippet
    return snippets


def _render_own(event: Event, format: Format, templates: PathLike, nonce_attribute: str) -> str:
    """Return the snippet from the user's own template, which must send the event."""
    snippet = fill(format.template, _variables(format, nonce_attribute, event), templates)
    _verify(event, format, snippet, str(Path(templates) / format.template))
    return snippet


def _variables(format: Format, nonce_attribute: str, event: Event) -> dict[str, object]:
    """Return the variables of a template: finished markup, so that nothing is escaped twice or not at all."""
    calls = _Calls(map(finished, event.statements))
    if not format.needs:
        return {"id": readable_attribute(event.id), "calls": calls, "nonce_attribute": finished(nonce_attribute)}
    element: Element = getattr(event, format.needs)
    attributes = element.written_attributes
    return {
        "id": readable_attribute(str(attributes.get("id", event.id))),
        "calls": calls,
        "label": readable_label(element.label),
        "attributes": list(_written(attributes)) if attributes else [],
        "carrier_attribute": finished(
            f'{EVENT_ATTRIBUTE}="{readable_attribute(event.id)}"'
            if event.carrier == DATA
            else f'onclick="{" ".join(calls)}"'
        ),
    }


def _written(attributes: Mapping[str, str | bool]) -> Iterator[tuple[str, Markup]]:
    """Yield the names and values of the attributes except the id, which the template writes itself."""
    for name, value in attributes.items():
        if name != "id" and value is not False:
            yield name, readable_attribute("" if value is True else str(value))


def _verify(event: Event, format: Format, snippet: str, template: str) -> None:
    """Raise `ProblemsError` if a snippet from the user's own template does not send the event."""
    from rtpsnippets.snippets.verify import is_marked, is_sent  # noqa: PLC0415 (our own templates need no HTML parser)

    if format.needs and event.carrier == DATA:
        if not is_marked(event.id, snippet):
            what = f'the snippet of "{event.id}" is not marked for the binding'
            hint = "write {{ carrier_attribute }} in its tag, and no {{ calls }}, because its carrier is data"
            raise ProblemsError([Problem(what, hint, location=Location(template))])
    elif not is_sent(event.calls, snippet, is_html=format.is_html):
        what = f'the snippet of "{event.id}" does not run its calls exactly once'
        where = "in a handler between double quotes or in a script" if format.is_html else "in the code"
        or_else = ", or {{ carrier_attribute }} in a tag" if format.needs else ""
        hint = f"write {{{{ calls }}}} once, {where}, without filters{or_else}"
        raise ProblemsError([Problem(what, hint, location=Location(template))])
