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
    hint: str = _HINT

    @property
    def pattern(self) -> str:
        """The pattern of the names."""
        return self.names.replace(", ", "|").replace("*", ".*")

    @property
    def problem(self) -> Problem:
        """What is said where it is refused."""
        what = f"have {self.shown}" if self.shown else "be there"
        return Problem(f"may not {what}: {self.library} {self.does}", self.hint)

    @property
    def schema(self) -> Schema:
        """What JSON Schema says of a value that is not refused."""
        return {"not": {"type": "string", "pattern": self.value}}


_CODE = "runs it as code"
_LOADS = "loads HTML from any address and runs its scripts"
_HTML = "puts it into the page as HTML"

# What AngularJS takes for the name of a directive of its own: "ng-init", "ngInit", "_ng_init", "X-ng-init".
_DIRECTIVE = f"(^|[^0-9A-Za-z_-])(({any_case('x')}|{any_case('data')})[_-])?[_-]*ng[A-Z_-]"
# A page without a doctype has classes in any case.
_THICKBOX = f"(^| ){any_case('thickbox')}( |$)"

LIBRARY_ATTRIBUTES = (
    LibraryAttribute("*", "AngularJS or Vue", "runs what is between them as code", r"\{\{", '"{{"'),
    LibraryAttribute("class", "AngularJS", _CODE, _DIRECTIVE, 'a directive, such as "ng-init" or "ngInit"'),
    LibraryAttribute("class", "ThickBox", _LOADS, _THICKBOX, '"thickbox"'),
    LibraryAttribute("data-ng-*", "AngularJS", _CODE),
    LibraryAttribute("data-bind", "Knockout", _CODE),
    LibraryAttribute("data-script", "hyperscript", _CODE),
    LibraryAttribute("data-dojo-*", "Dojo", _CODE),
    LibraryAttribute(
        "data-attr, data-attr-*, data-computed, data-computed-*, data-effect, data-init, data-json-signals, "
        "data-on-*, data-replace-url, data-signals, data-signals-*, data-star-*",
        *("Datastar", _CODE),
    ),
    LibraryAttribute(
        "data-class, data-class-*, data-show, data-style, data-style-*, data-text",
        *("Datastar", _CODE, "[^0-9A-Za-z_-]|--", '"--", or anything but A-Z, a-z, 0-9, "-" and "_"'),
    ),
    LibraryAttribute(
        "data-hx-*, data-include-vals, data-sse-*, data-ws-*", "htmx", "sends requests and runs code by it"
    ),
    LibraryAttribute("data-ajax, data-ajax-*", "jQuery Unobtrusive Ajax", "sends requests and runs code by it"),
    LibraryAttribute("data-remote", "rails-ujs, jquery-ujs or Bootstrap 3", "loads and runs what an address has"),
    LibraryAttribute("data-method", "rails-ujs, jquery-ujs or Unpoly", "sends a form by it"),
    LibraryAttribute("data-turbo-*", "Turbo", "sends other requests by it"),
    LibraryAttribute("data-controller", "Stimulus", "calls functions of the page by it"),
    LibraryAttribute("data-action", "Stimulus", "calls a function of the page by it", "#", '"#"'),
    LibraryAttribute("data-wp-*", "WordPress's Interactivity API", "calls functions of the page by it"),
    LibraryAttribute("data-uk-*", "UIkit", "puts what an address has into the page as HTML"),
    LibraryAttribute("data-attrs", "UIkit", _CODE),
    LibraryAttribute("data-interchange", "Foundation", _LOADS),
    LibraryAttribute("data-featherlight, data-featherlight-*", "Featherlight", _LOADS),
    LibraryAttribute("rel", "jQuery Modal", _LOADS, "modal:open", '"modal:open"'),
    LibraryAttribute("data-default-type, data-type", "fancybox", _LOADS, "ajax", '"ajax"'),
    LibraryAttribute("data-fancybox, data-fancybox-*", "fancybox", "takes HTML and code from the other attributes"),
    LibraryAttribute("data-options", "fancybox", "takes HTML and code from it"),
    LibraryAttribute("data-*", "fancybox", "opens it and so runs it", f"{any_case('javascript')}:", '"javascript:"'),
    LibraryAttribute("href", "fancybox", _HTML, '"', "a double quote", "write %22 in its place"),
    LibraryAttribute(
        "data-i18n, data-iframe, data-media, data-mobile, data-src, data-thumb, data-video, data-video-format",
        *("fancybox", "takes HTML and code from it", '"', "a double quote"),
    ),
    LibraryAttribute(
        *("title, data-*", "Bootstrap 3, fancybox, Lightbox or UIkit", _HTML),
        *(r"<[A-Za-z!/?]|\\u00", r'a tag, or "\u00", which JSON has in its place'),
    ),
)
"""The table. A library without the prefix of its own in the name may mean something else: only its values are refused
where that is enough."""

_ALL = ("*", "data-*")
_NAMED = (name for row in LIBRARY_ATTRIBUTES for name in row.names.split(", ") if name not in _ALL)
is_named = re.compile("|".join(_NAMED).replace("*", ".*")).fullmatch
"""Tell whether a row is about attributes of this name and not about all attributes."""


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
