r"""Turn an element of a page into the button or the link of a definition, and report what is lost.

>>> found = Element("button", (("class", "cta"), ("style", "color: red"), ("id", "a b")), "Download")
>>> adopted = adopted_element(found)
>>> adopted.element
Button(label='Download', attributes={'class': 'cta'})
>>> adopted.losses
('style', 'id (contains a space)')
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rtpsnippets.display import cut
from rtpsnippets.errors import ProblemsError
from rtpsnippets.events import element as own
from rtpsnippets.events.button import Button
from rtpsnippets.events.link import Link
from rtpsnippets.site.importing.refusals import filled_in_by_a_template
from rtpsnippets.site.model import Element
from rtpsnippets.site.source.source import FILLER
from rtpsnippets.web.reserved_names import EVENT_ATTRIBUTE, EVENT_CLASS_PREFIX

_OF_TEMPLATE = "a template tag"
_GENERATED = ("onclick", EVENT_ATTRIBUTE)


@dataclass(frozen=True, slots=True)
class AdoptedElement:
    """A button or a link, and the attributes of the element on the page that it cannot have."""

    element: own.Element
    losses: tuple[str, ...] = ()


class NoElementError(Exception):
    """A definition has no button or link that does what the element does; the message says why."""


def adopted_element(found: Element) -> AdoptedElement:
    """Return the button or the link that does what the element `found` does when it is clicked.

    Raises `NoElementError` if there is none. `Button` and `Link` check the attributes.
    """
    kind = _kind(found)
    if any(FILLER in name for name, _ in found.attributes):
        raise NoElementError("the element has a template tag among its attributes")
    given = _attributes(found, kind)
    label = str(given.pop("value", "")) if found.name == "input" else found.label
    if label is None:
        raise NoElementError("the element has no label, or its label is not plain text")
    needed = {name: given[name] for name in kind.NEEDED if name in given}
    if refusal := _filled_in(label, *needed.values()) or _refusal(kind, label, needed):
        raise NoElementError(f"the element cannot be a {kind.__name__.lower()} in a definition: {refusal}")
    losses = {name: _loss(kind, name, value) for name, value in given.items()}
    kept = {**needed, **{name: value for name, value in given.items() if losses[name] is None}}
    # An empty attribute does nothing (`id=""`), unless it is an attribute of a library (`data-remote`).
    losses = {name: loss for name, loss in losses.items() if given[name] or name.startswith("data-")}
    return AdoptedElement(kind(label, kept), tuple(filter(None, losses.values())))


def _kind(found: Element) -> type[own.Element]:
    of_type = dict(found.attributes).get("type", "").lower()
    if found.name == "a":
        return Link
    if found.name == "button" and found.is_in_form and of_type != "button":
        raise NoElementError("the element submits or resets its form, which a button in a definition cannot do")
    if found.name == "button" or (found.name == "input" and of_type == "button"):
        return Button
    name = _OF_TEMPLATE if FILLER in found.name else f"<{cut(found.name)}>"
    raise NoElementError(f"the element is {name}, not a button or a link")


def _attributes(found: Element, kind: type[own.Element]) -> dict[str, str | bool]:
    """Return the attributes as a definition would contain them."""
    given: dict[str, str | bool] = dict(found.attributes)
    for name in (*_GENERATED, *(["type"] if kind is Button else [])):
        given.pop(name, None)
    if EVENT_CLASS_PREFIX in (classes := str(given.get("class", ""))):
        given["class"] = " ".join(name for name in classes.split() if not name.startswith(EVENT_CLASS_PREFIX))
        if not given["class"]:
            del given["class"]
    if kind is Button and "disabled" in given:
        given["disabled"] = True
    if kind is Link and given.get("download") == "":
        given["download"] = True
    return given


def _loss(kind: type[own.Element], name: str, value: str | bool) -> str | None:  # noqa: FBT001 (an attribute's value)
    """Return the attribute if a definition cannot have it, with the reason unless it is obvious; otherwise None."""
    if refusal := _filled_in(value):
        return f"{cut(name)} ({refusal})"
    # Searching for the most similar name is slow, and an element may have a million attributes.
    if name not in kind.FIELDS and not own.is_data_or_aria(name):
        return cut(name)
    if problems := own.attribute_problems(kind, name, value):
        return cut(name) if problems[0].member == name else f"{cut(name)} ({problems[0].what})"
    return None


def _refusal(kind: type[own.Element], label: str, attributes: Mapping[str, str | bool]) -> str:
    """Return why the element is invalid; empty if it is valid."""
    try:
        kind(label, attributes)
    except ProblemsError as error:
        return error.problems[0].message
    return ""


def _filled_in(*values: object) -> str:
    """Return why one of the values is unknown; empty if all are known."""
    found = (filled_in_by_a_template(value) for value in values if isinstance(value, str))
    return next(filter(None, found), "")
