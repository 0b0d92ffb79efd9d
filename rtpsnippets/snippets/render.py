"""Render the snippets of an event, each format from its template.

A template gets finished markup only, so that it holds loops and conditions and no escaping.
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
from rtpsnippets.snippets.formats import BINDING, FORMATS, JSON, Format, FormatName, is_offered, script_problem
from rtpsnippets.snippets.templates import PathLike, fill, fill_each
from rtpsnippets.web.html import finished, readable_attribute, readable_label
from rtpsnippets.web.javascript import surrogate_problem
from rtpsnippets.web.reserved_names import MARK

_NONCE = re.compile("[A-Za-z0-9+/_-]+={0,2}")


class _Calls(list[Markup]):
    """The calls as a template sees them: a list, and as a text all of them with spaces between."""

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
    """Return the snippet of `event` in `format` (`js`, `script`, `button`, `link`), ready to paste.

    `templates` is a folder with the user's own templates; what is not there comes from ours. They
    are trusted code, but the snippet must make the event's calls, or have its mark. `nonce_attribute`
    is put into the tag of a script as it is. `label` replaces the label of the definition on a button or link.
    Raises `ProblemsError` for an unknown format, one that the event has nothing for, a label that is wrong or that
    the format has no place for, a `nonce_attribute` of one word, and a template that is missing or fails;
    `FileAccessError` if the system refuses to read a template. Warns (`RtpSnippetsWarning`) of a script that sends
    the event at another time than its definition says.

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
        of_all = f"; {format} is one for all events: rtpsnippets build writes it" if format in (BINDING, JSON) else ""
        known = f"known formats: {', '.join(FORMATS)}{of_all}"
        raise ProblemsError([Problem(f"unknown format {quoted(str(format))}", known)])
    if unfit := [event for event in events if not row.fits(event)]:
        hint = f'give it the key "{row.needs}", or take another format'
        raise ProblemsError(Problem(f'the event "{event.id}" has no {row.needs}', hint) for event in unfit)
    if problem := surrogate_problem(nonce_attribute) or _bare_nonce(nonce_attribute):
        raise ProblemsError(under(("nonce_attribute",), [problem]))
    if label is not None:
        if not row.needs:
            hint = "remove it: only a button or link has a label"
            raise ProblemsError([Problem(f'the format "{format}" shows no label', hint, (LABEL,))])
        events = [event.labelled(label) for event in events]
    if templates is None:
        return fill_each(row.template, map(partial(_variables, row, nonce_attribute), events))
    return gather(partial(_render_by_own, event, row, templates, nonce_attribute) for event in events)


def _bare_nonce(attribute: str) -> Problem | None:
    """The problem of a nonce without the name of its attribute: the browser would find no nonce and run no script.

    The characters are those of "base64-value" in Content Security Policy Level 3.
    """
    if not _NONCE.fullmatch(attribute):
        return None
    hint = 'write nonce="...", with your nonce, or the template tag for it, between the quotes'
    return Problem(f"must be an attribute with its value, not {quoted(attribute)}", hint)


def snippets_of(
    events: Sequence[Event],
    templates: PathLike | None = None,
    nonce_attribute: str = "",
    formats: Collection[str] = tuple(FORMATS),
) -> dict[str, dict[str, str]]:
    """Return the snippets of `events` by id, in each of `formats` that it is offered in; raises as `render_each` does.

    Nothing is rendered in another format: a user's own template that is broken harms only its own format.
    """
    snippets: dict[str, dict[str, str]] = {event.id: {} for event in events}
    offered = {
        name: [event for event in events if is_offered(row, event)] for name, row in FORMATS.items() if name in formats
    }
    made = gather(partial(render_each, offered[name], name, templates, nonce_attribute) for name in offered)
    for name, rendered in zip(offered, made, strict=True):
        for event, snippet in zip(offered[name], rendered, strict=True):
            snippets[event.id][name] = snippet
    return snippets


def _render_by_own(event: Event, format: Format, templates: PathLike, nonce_attribute: str) -> str:
    """The snippet by the user's own template, which must send the event."""
    snippet = fill(format.template, _variables(format, nonce_attribute, event), templates)
    _verify(event, format, snippet, str(Path(templates) / format.template))
    return snippet


def _variables(format: Format, nonce_attribute: str, event: Event) -> dict[str, object]:
    """What a template sees: finished markup only, so that nothing is escaped twice or not at all."""
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
            f'{MARK}="{readable_attribute(event.id)}"' if event.carrier == DATA else f'onclick="{" ".join(calls)}"'
        ),
    }


def _written(attributes: Mapping[str, str | bool]) -> Iterator[tuple[str, Markup]]:
    """The names and values that a template writes; the id it writes by itself."""
    for name, value in attributes.items():
        if name != "id" and value is not False:
            yield name, readable_attribute("" if value is True else str(value))


def _verify(event: Event, format: Format, snippet: str, template: str) -> None:
    """Raise `ProblemsError` if a snippet by a person's own template doesn't send the event."""
    from rtpsnippets.snippets.verify import is_marked, is_sent  # noqa: PLC0415 (it reads HTML, which ours needn't load)

    if format.needs and event.carrier == DATA:
        if not is_marked(event.id, snippet):
            what = f'the snippet of "{event.id}" is not marked for the binding'
            hint = "write {{ carrier_attribute }} into its tag, and no {{ calls }}: its carrier is data"
            raise ProblemsError([Problem(what, hint, location=Location(template))])
    elif not is_sent(event.calls, snippet, is_html=format.is_html):
        what = f'the snippet of "{event.id}" does not make its calls'
        where = "in a handler between double quotes or in a script" if format.is_html else "in the code"
        or_else = ", or {{ carrier_attribute }} in a tag" if format.needs else ""
        hint = f"write {{{{ calls }}}} once, {where}, with no filter{or_else}"
        raise ProblemsError([Problem(what, hint, location=Location(template))])
