"""Render the snippets of an event, each format from its template.

A template gets finished markup only, so that it holds loops and conditions and no escaping.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from markupsafe import Markup

from rtpsnippets.element import Element
from rtpsnippets.errors import Problem, ProblemsError, gather, quoted, under
from rtpsnippets.event import DATA, Event
from rtpsnippets.fill import PathLike, fill
from rtpsnippets.formats import BINDING, FORMATS, JSON, Format, formats_of
from rtpsnippets.html import escape, escape_text
from rtpsnippets.javascript import surrogate_problem
from rtpsnippets.names import MARK
from rtpsnippets.verify import is_marked, is_sent


class _Calls(list[Markup]):
    """The calls as a template sees them: a list, and as a text all of them with spaces between."""

    def __html__(self) -> str:
        return " ".join(self)

    __str__ = __html__


def render(event: Event, format: str, templates: PathLike | None = None, nonce_attribute: str = "") -> str:
    """Return the snippet of `event` in `format` (`js`, `script`, `button`, `link`), ready to paste.

    `templates` is a folder with a person's own templates; what is not there comes from ours. They
    are trusted code, but the snippet must make the event's calls, or have its mark. `nonce_attribute`
    is put into the tag of a script as it is. Raises `ProblemsError` for an unknown format, one that the
    event has nothing for, and a template that is missing or fails; `FileAccessError` if the system
    refuses to read a template.

    >>> from rtpsnippets.button import Button
    >>> print(render(Event("go", "Go!", Button("Go")), "button"))
    <button id="go" type="button" onclick="rtp('send', 'event', { value: 'Go!' });">Go</button>
    """
    row = FORMATS.get(format)
    if row is None:
        of_all = "; it is one for all events" if format in (BINDING, JSON) else ""
        known = f"known formats: {', '.join(FORMATS)}{of_all}"
        raise ProblemsError([Problem(f"unknown format {quoted(str(format))}", known)])
    if not row.fits(event):
        what = f'the event "{event.id}" has no {row.needs}'
        raise ProblemsError([Problem(what, f'give it the key "{row.needs}", or take another format')])
    if problem := surrogate_problem(nonce_attribute):
        raise ProblemsError(under(("nonce_attribute",), [problem]))
    variables = dict(_variables(event, row, nonce_attribute))
    snippet = fill(row.template, variables, templates)
    if templates is not None:
        _verify(event, row, snippet, str(Path(templates) / row.template))
    return snippet


def snippets_of(event: Event, templates: PathLike | None = None, nonce_attribute: str = "") -> dict[str, str]:
    """Return the snippets of `event` in every format that fits it, by the format's name; raises as `render` does."""
    names = [format.name for format in formats_of(event)]
    made = gather(partial(render, event, name, templates, nonce_attribute) for name in names)
    return dict(zip(names, made, strict=True))


def _variables(event: Event, format: Format, nonce_attribute: str) -> Iterator[tuple[str, object]]:
    """What a template sees: finished markup only, so that nothing is escaped twice or not at all."""
    element: Element | None = getattr(event, format.needs) if format.needs else None
    attributes = dict(element.written_attributes) if element else {}
    yield "id", escape(str(attributes.pop("id", event.id)))
    yield "calls", _Calls(map(Markup, event.statements))
    if element is None:
        yield "nonce_attribute", Markup(nonce_attribute)  # noqa: S704 (put in as the person wrote it)
        return
    yield "label", escape_text(element.label)
    yield (
        "attributes",
        [
            (name, escape("" if value is True else str(value)))
            for name, value in attributes.items()
            if value is not False
        ],
    )
    yield "carrier_attribute", _carrier_attribute(event)


def _carrier_attribute(event: Event) -> Markup:
    """The attribute that carries the event."""
    if event.carrier == DATA:
        return Markup(f'{MARK}="{escape(event.id)}"')  # noqa: S704 (escaped just here)
    return Markup(f'onclick="{event.handler}"')  # noqa: S704 (a call is safe as it is)


def _verify(event: Event, format: Format, snippet: str, template: str) -> None:
    """Raise `ProblemsError` if a snippet by a person's own template doesn't send the event."""
    if format.needs and event.carrier == DATA:
        if not is_marked(event.id, snippet):
            what = f'the snippet of "{event.id}" is not marked for the binding'
            hint = "write {{ carrier_attribute }} into its tag, and no {{ calls }}: its carrier is data"
            raise ProblemsError([Problem(what, hint, file=template)])
    elif not is_sent(event.calls, snippet, is_html=format.is_html):
        what = f'the snippet of "{event.id}" does not make its calls'
        where = "in a handler between double quotes or in a script" if format.is_html else "in the code"
        raise ProblemsError([Problem(what, f"write {{{{ calls }}}} {where}, with no filter", file=template)])
