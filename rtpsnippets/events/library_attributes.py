r"""What a library on the page would act on, in a label and in attributes: by it a definition could run code.

Definitions may come from anybody, so it is refused. Each row of the table was seen to act, with the real library.

>>> from rtpsnippets.events.text_rules import HTML_TEXT, html_text
>>> action = without_libraries("data-action", Field(html_text, HTML_TEXT, "For Analytics."))
>>> action.problems("download"), [problem.what for problem in action.problems("a#go")]
([], ['may not have "#": Stimulus calls a function of the page by it'])
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rtpsnippets.errors import Problem
from rtpsnippets.events.field import Field, Schema, any_case

_HINT = "leave it out, or write it in a template of your own"


@dataclass(frozen=True, slots=True)
class LibraryAttribute:
    """Attributes by their names, in which `*` stands for any text, the library that acts on them, and what it does.

    With a pattern `value`, only the values are refused in which it finds something: what `shown` says.
    """

    names: str
    library: str
    does: str
    value: str = ""
    shown: str = ""

    @property
    def pattern(self) -> str:
        """The pattern of the names."""
        return self.names.replace(", ", "|").replace("*", ".*")

    @property
    def problem(self) -> Problem:
        """What is said where it is refused."""
        what = f"have {self.shown}" if self.shown else "be there"
        return Problem(f"may not {what}: {self.library} {self.does}", _HINT)

    @property
    def schema(self) -> Schema:
        """What JSON Schema says of a value that is not refused."""
        return {"not": {"type": "string", "pattern": self.value}}


_CODE = "runs it as code"
_LOADS = "loads HTML from any address and runs its scripts"

LIBRARY_ATTRIBUTES = (
    LibraryAttribute("*", "AngularJS or Vue", "runs what is between them as code", r"\{\{", '"{{"'),
    LibraryAttribute("class", "AngularJS", _CODE, "ng[-_A-Z][0-9A-Z_a-z-]*:", 'a directive, such as "ng-init:"'),
    LibraryAttribute("data-ng-*", "AngularJS", _CODE),
    LibraryAttribute("data-bind", "Knockout", _CODE),
    LibraryAttribute("data-script", "hyperscript", _CODE),
    LibraryAttribute("data-dojo-*", "Dojo", _CODE),
    LibraryAttribute(
        "data-on-*, data-computed-*, data-effect, data-init, data-signals, data-signals-*", "Datastar", _CODE
    ),
    LibraryAttribute(
        "data-attr, data-attr-*, data-class, data-class-*, data-show, data-style, data-style-*, data-text",
        *("Datastar", _CODE, "[(=`]", '"(", "=" or a backquote'),
    ),
    LibraryAttribute("data-hx-*", "htmx", "sends requests and runs code by it"),
    LibraryAttribute("data-ajax, data-ajax-*", "jQuery Unobtrusive Ajax", "sends requests and runs code by it"),
    LibraryAttribute("data-remote", "rails-ujs, jquery-ujs or Bootstrap 3", "loads and runs what an address has"),
    LibraryAttribute("data-method", "rails-ujs, jquery-ujs or Unpoly", "sends a form by it"),
    LibraryAttribute("data-turbo-*", "Turbo", "sends other requests by it"),
    LibraryAttribute("data-controller", "Stimulus", "calls functions of the page by it"),
    LibraryAttribute("data-action", "Stimulus", "calls a function of the page by it", "#", '"#"'),
    LibraryAttribute("rel", "jQuery Modal", _LOADS, "modal:open", '"modal:open"'),
    LibraryAttribute("data-type", "fancybox", _LOADS, "ajax", '"ajax"'),
    LibraryAttribute("data-options", "fancybox", "takes HTML and addresses of code from it"),
    LibraryAttribute("data-*", "fancybox", "opens it and so runs it", f"{any_case('javascript')}:", '"javascript:"'),
    LibraryAttribute(
        *("title, data-*", "Bootstrap 3, fancybox, Lightbox or UIkit", "puts it into the page as HTML"),
        *(r"<[A-Za-z!/?]|\\u00", r'a tag, or "\u00", which JSON has in its place'),
    ),
)
"""The table. A library without the prefix of its own in the name may mean something else: only its values are refused
where that is enough."""


def without_libraries(name: str, field: Field) -> Field:
    """The field of an attribute, or of the label, that refuses what a library would act on, too."""
    if "pattern" not in field.schema:  # it is no text, but true or false
        return field
    rows = [row for row in LIBRARY_ATTRIBUTES if re.fullmatch(row.pattern, name)]
    is_refused = re.compile("|".join(row.value for row in rows)).search

    def problems(value: object) -> list[Problem]:
        found = field.problems(value)
        if found or not is_refused(str(value)):
            return found
        return [row.problem for row in rows if re.search(row.value, str(value))][:1]

    return replace(field, problems=problems, schema={**field.schema, "allOf": [row.schema for row in rows]})


def refused_names() -> str:
    """The pattern of the names that are refused whatever the value is."""
    return "|".join(row.pattern for row in LIBRARY_ATTRIBUTES if not row.value)


def schemas_of_names() -> Iterator[tuple[str, Schema]]:
    """The patterns of the names after `data-` of which some values are refused, each with the schema of the others."""
    for row in LIBRARY_ATTRIBUTES:
        if row.value and row.names.startswith("data-") and row.names != "data-*":
            yield row.pattern, row.schema
