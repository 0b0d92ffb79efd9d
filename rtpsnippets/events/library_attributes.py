r"""Reject labels and attributes that a JavaScript library on the page would act on, for example by running code.

Definitions may come from anyone. Each row of the table was verified with the real library.

>>> from rtpsnippets.events.text_rules import HTML_TEXT, html_text
>>> action = without_libraries("data-action", Field(html_text, HTML_TEXT, "For Analytics."))
>>> action.problems("download"), [problem.what for problem in action.problems("a#go")]
([], ['must not contain "#": Stimulus uses it to call a function of the page'])
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rtpsnippets.errors import Problem
from rtpsnippets.events.field import Field, Schema, any_case

_HINT = "remove it, or write it in a template of your own"


@dataclass(frozen=True, slots=True)
class LibraryAttribute:
    """Names of attributes (`*` matches any text), the library that acts on them, and what it does.

    With a pattern `value`, only values that it matches are rejected; `shown` describes them.
    """

    names: str
    library: str
    does: str
    value: str = ""
    shown: str = ""
    hint: str = _HINT

    @property
    def pattern(self) -> str:
        """A pattern for the names."""
        return self.names.replace(", ", "|").replace("*", ".*")

    @property
    def problem(self) -> Problem:
        """The problem of a rejected attribute."""
        what = f"must not contain {self.shown}" if self.shown else "is not allowed"
        return Problem(f"{what}: {self.library} {self.does}", self.hint)

    @property
    def schema(self) -> Schema:
        """The JSON Schema of the values that are not rejected."""
        return {"not": {"type": "string", "pattern": self.value}}


_CODE = "runs it as code"
_LOADS = "loads HTML from any address and runs its scripts"
_HTML = "inserts it into the page as HTML"

# What AngularJS reads as one of its directives: "ng-init", "ngInit", "_ng_init", "X-ng-init".
_DIRECTIVE = f"(^|[^0-9A-Za-z_-])(({any_case('x')}|{any_case('data')})[_-])?[_-]*ng[A-Z_-]"
# Without a doctype, classes are compared without case.
_THICKBOX = f"(^| ){any_case('thickbox')}( |$)"

LIBRARY_ATTRIBUTES = (
    LibraryAttribute("*", "AngularJS or Vue", "runs the text after it as code", r"\{\{", '"{{"'),
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
        *("Datastar", _CODE, "[^0-9A-Za-z_-]|--", '"--" or a character other than A-Z, a-z, 0-9, "-" and "_"'),
    ),
    LibraryAttribute(
        "data-hx-*, data-include-vals, data-sse-*, data-ws-*", "htmx", "uses it to send requests and run code"
    ),
    LibraryAttribute("data-ajax, data-ajax-*", "jQuery Unobtrusive Ajax", "uses it to send requests and run code"),
    LibraryAttribute("data-remote", "rails-ujs, jquery-ujs or Bootstrap 3", "loads code from an address and runs it"),
    LibraryAttribute("data-method", "rails-ujs, jquery-ujs or Unpoly", "uses it to submit a form"),
    LibraryAttribute("data-turbo-*", "Turbo", "uses it to send other requests"),
    LibraryAttribute("data-controller", "Stimulus", "uses it to call functions of the page"),
    LibraryAttribute("data-action", "Stimulus", "uses it to call a function of the page", "#", '"#"'),
    LibraryAttribute("data-wp-*", "WordPress's Interactivity API", "uses it to call functions of the page"),
    LibraryAttribute("data-uk-*", "UIkit", "inserts HTML from an address into the page"),
    LibraryAttribute("data-attrs", "UIkit", _CODE),
    LibraryAttribute("data-interchange", "Foundation", _LOADS),
    LibraryAttribute("data-featherlight, data-featherlight-*", "Featherlight", _LOADS),
    LibraryAttribute("rel", "jQuery Modal", _LOADS, "modal:open", '"modal:open"'),
    LibraryAttribute("data-default-type, data-type", "fancybox", _LOADS, "ajax", '"ajax"'),
    LibraryAttribute("data-fancybox, data-fancybox-*", "fancybox", "reads HTML and code from other attributes"),
    LibraryAttribute("data-options", "fancybox", "reads HTML and code from it"),
    LibraryAttribute("data-*", "fancybox", "opens it and runs the code", f"{any_case('javascript')}:", '"javascript:"'),
    LibraryAttribute("href", "fancybox", _HTML, '"', "a double quote", "write %22 instead"),
    LibraryAttribute(
        "data-i18n, data-iframe, data-media, data-mobile, data-src, data-thumb, data-video, data-video-format",
        *("fancybox", "reads HTML and code from it", '"', "a double quote"),
    ),
    LibraryAttribute(
        *("title, data-*", "Bootstrap 3, fancybox, Lightbox or UIkit", _HTML),
        *(r"<[A-Za-z!/?]|\\u00", r'a tag, or "\u00", which can begin a tag in JSON'),
    ),
)
"""The table. A name without a library's prefix may have other uses: where possible, only some values are rejected."""

_ALL = ("*", "data-*")
_NAMED = (name for row in LIBRARY_ATTRIBUTES for name in row.names.split(", ") if name not in _ALL)
is_named = re.compile("|".join(_NAMED).replace("*", ".*")).fullmatch
"""Match a name for which there is a row, other than the rows for all attributes."""


def without_libraries(name: str, field: Field) -> Field:
    """Return `field`, of the attribute or label `name`, with a rule that also rejects what a library would act on."""
    if "pattern" not in field.schema:  # a boolean
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
    """Return a pattern for the names that are rejected with any value."""
    return "|".join(row.pattern for row in LIBRARY_ATTRIBUTES if not row.value)


def schemas_of_names() -> Iterator[tuple[str, Schema]]:
    """Yield a pattern for each group of `data-` names with rejected values, and the schema of the allowed values."""
    for row in LIBRARY_ATTRIBUTES:
        if row.value and row.names.startswith("data-") and row.names != "data-*":
            yield row.pattern, row.schema
