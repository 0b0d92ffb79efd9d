"""What libraries act on is refused wherever a definition may have it; what only looks alike is not."""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from rtpsnippets import Button, Link, ProblemsError
from rtpsnippets.definitions.readers.document import Document
from rtpsnippets.definitions.schema import schema
from rtpsnippets.definitions.validate import define
from tests.pages.library_acts import ACTS, NO_ACTS, Act

_VALIDATOR = Draft202012Validator(schema())

_BRACES = 'must not contain "{{": AngularJS or Vue runs the text after it as code'
_HTML = (
    'must not contain a tag, or "\\u00", which can begin a tag in JSON: '
    "Bootstrap 3, fancybox, Lightbox or UIkit inserts it into the page as HTML"
)


def _problems(data: object) -> list[str]:
    """What `check` says of the data; the schema must agree whether there is anything to say."""
    problems = [str(problem).partition("\n")[0] for problem in define(Document("a.json", data)).problems]
    assert _VALIDATOR.is_valid(data) == (not problems)
    return problems


def _document(kind: str, element: object) -> dict[str, Any]:
    return {"events": {"a": {"value": "{{ any <b> }}", kind: element}}}


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)
def test_definition__may_not_have_what_a_library_acts_on(act: Act) -> None:
    problems = _problems(_document(act.kind, {"label": act.label, **act.attributes}))
    assert problems
    assert all(act.library in problem for problem in problems)


@pytest.mark.parametrize("act", [act for act in NO_ACTS if "{{" not in act.label], ids=lambda act: act.name)
def test_definition__may_have_what_only_looks_alike(act: Act) -> None:
    assert _problems(_document(act.kind, {"label": act.label, **act.attributes})) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *((f"data-{name}", "x") for name in ("bs-toggle", "toggle", "src", "testid", "track", "gtm-a", "analytics")),
        *((f"data-{name}", "x") for name in ("target", "type", "text", "show", "class", "action", "url", "thumb")),
        *((f"data-{name}", "x") for name in ("disable-with", "binding", "hx", "ng", "methods", "attribution", "up-x")),
        ("data-turbo", "false"),
        ("data-text", "a-b_9"),
        ("data-src", "/a b.mp4?c=d'e"),
        ("data-x", "a < b"),
        ("data-x", '{"a": {"b": 1}}'),
        ("title", "5 < 6 & 6 > 5"),
        ("title", "{ { a } }"),
        ("aria-label", "<b>"),
        ("class", "md:w-1/2 hover:ng ng x-ng xng-a strong:a ngo padding-x swing-a datang-a"),
        ("class", "thickbox-a a-thickbox thickboxes"),
    ],
)
def test_definition__may_have_what_pages_usually_have(name: str, value: str) -> None:
    assert _problems(_document("button", {"label": "<b>", name: value})) == []


@pytest.mark.parametrize(
    ("kind", "element", "expected"),
    [
        ("button", "{{ a }}", f": {_BRACES}"),
        ("button", {"label": "{{{"}, f".label: {_BRACES}"),
        ("link", {"label": "{{", "href": "/"}, f".label: {_BRACES}"),
        ("link", {"label": "Go", "href": "/?a={{ b }}"}, f".href: {_BRACES}"),
        ("button", {"label": "Go", "title": "</p"}, f".title: {_HTML}"),
        ("button", {"label": "Go", "data-x": "\\u003Cb"}, f".data-x: {_HTML}"),
        ("button", {"label": "Go", "data-hx-get": ""},
         ".data-hx-get: is not allowed: htmx uses it to send requests and run code"),
        ("button", {"label": "Go", "data-style-a": "b()"},
         ('.data-style-a: must not contain "--" or a character other than A-Z, a-z, 0-9, "-" and "_": '
          "Datastar runs it as code")),
    ],
)  # fmt: skip
def test_definition__says_which_library_acts(kind: str, element: object, expected: str) -> None:
    assert _problems(_document(kind, element)) == [f"a.json: events.a.{kind}{expected}"]


def test_definition__one_problem_is_said_of_what_is_refused_in_several_ways() -> None:
    problems = _problems(_document("button", {"label": "Go", "data-hx-vals": "js:{{ <b> javascript:"}))
    assert problems == [f"a.json: events.a.button.data-hx-vals: {_BRACES}"]


def test_defaults__are_judged_alike_and_once() -> None:
    data = {"defaults": {"class": "ng-init:a()"}, **_document("button", "Go")}
    [problem] = _problems(data)
    assert problem.startswith("a.json: defaults.class: must not contain a directive")


def test_constructors__refuse_in_these_words() -> None:
    for element in (lambda: Button("Go", {"data-bind": "a"}), lambda: Link("Go", {"href": "/", "data-bind": "a"})):
        with pytest.raises(ProblemsError) as error:
            element()
        assert str(error.value) == (
            "data-bind: is not allowed: Knockout runs it as code\n    remove it, or write it in a template of your own"
        )
