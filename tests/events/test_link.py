"""A link: its attributes, what follows from them, and what it must not have."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from rtpsnippets import Button, Event, Link, ProblemsError, render

KNOWN_KEYS = "known keys: label, href, target, rel, download, hreflang, type, id, class, title, name, data-*, aria-*"


def said(attributes: Mapping[str, str | bool], label: str = "Go") -> str:
    with pytest.raises(ProblemsError) as error:
        Link(label, attributes)
    return str(error.value)


def tag(**attributes: str | bool) -> str:
    """The tag of a link with these attributes, without its handler."""
    made = render(Event("go", "x", link=Link("Go", {"href": "/x", **attributes})), "link")
    return made.partition(" onclick=")[0]


def test_link__holds_all_attributes_that_it_may_have_in_their_order() -> None:
    attributes: dict[str, str | bool] = {
        "type": "application/pdf",
        "hreflang": "de",
        "href": "/a.pdf",
        "rel": "nofollow",
        "target": "window",
        "download": "b.pdf",
        "name": "n",
        "title": "t",
        "class": "c",
        "id": "i",
        "data-x": "1",
        "aria-label": "l",
    }
    assert dict(Link("Go", attributes).attributes) == attributes
    assert list(Link("Go", attributes).written_attributes) == list(attributes)


def test_link__keeps_its_attributes_as_they_were_judged() -> None:
    attributes: dict[str, str | bool] = {"href": "/x"}
    link = Link("Go", attributes)
    attributes["href"] = "javascript:x()"
    assert link.attributes == {"href": "/x"}


@pytest.mark.parametrize("target", ["_blank", "_BLANK", "_Blank"])
def test_link__to_a_new_tab_gets_noopener(target: str) -> None:
    assert tag(target=target) == f'<a id="go" href="/x" target="&#x5f;{target[1:]}" rel="noopener"'


@pytest.mark.parametrize("rel", ["opener", "", "nofollow noreferrer"])
def test_link__to_a_new_tab_keeps_a_rel_that_is_given(rel: str) -> None:
    assert tag(target="_blank", rel=rel) == f'<a id="go" href="/x" target="&#x5f;blank" rel="{rel}"'


@pytest.mark.parametrize("target", ["_self", "_parent", "_TOP", "blank", "my window"])
def test_link__to_another_place_gets_no_rel(target: str) -> None:
    assert "rel=" not in tag(target=target)


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("_blnk", 'target: must not be "_blnk"\n    did you mean "_blank"?'),
        ("_blan\N{KELVIN SIGN}", 'target: must not be "_blan\N{KELVIN SIGN}"\n    did you mean "_blank"?'),
        (
            "_NEW",
            'target: must not be "_NEW"\n    use _blank, _self, _parent, _top, or a name that does not begin with _',
        ),
        ("_", 'target: must not be "_"\n    use _blank, _self, _parent, _top, or a name that does not begin with _'),
        ("", "target: is empty\n    write at least one character"),
    ],
)
def test_link__a_target_that_browsers_take_for_another_is_refused(target: str, expected: str) -> None:
    assert said({"href": "/x", "target": target}) == expected


@pytest.mark.parametrize(
    ("download", "expected"), [(True, ' download=""'), (False, ""), ("paper.pdf", ' download="paper.pdf"')]
)
def test_link__a_download_is_a_name_or_there_or_not(download: str | bool, expected: str) -> None:  # noqa: FBT001 (a parameter of the test)
    assert tag(download=download) == f'<a id="go" href="/x"{expected}'


@pytest.mark.parametrize("name", ["download", "hreflang", "type"])
def test_link__an_attribute_that_says_nothing_is_refused(name: str) -> None:
    assert said({"href": "/x", name: ""}) == f"{name}: is empty\n    write at least one character"


def test_link__without_an_address_is_refused() -> None:
    assert said({"class": "x"}) == 'has no href\n    add the key "href" with the address of the link'


def test_link__is_never_disabled() -> None:
    assert said({"href": "/x", "disabled": True}) == (
        'unknown key "disabled"\n    remove it, or use a button; links cannot be disabled'
    )


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("onclick", "remove it; the handler is generated for you, with the event's calls"),
        ("style", "use a class, and define the style in your style sheet"),
        ("hreff", 'did you mean "href"?'),
        ("zzz", KNOWN_KEYS),
        ("data-X", "after data- or aria-, use lower-case letters a-z and digits, with single hyphens between them"),
        ("data-rtp-event", 'use carrier = "data", which adds it for you'),
    ],
)
def test_link__an_unknown_key_is_refused_with_the_reason(name: str, hint: str) -> None:
    assert said({"href": "/x", name: "x"}) == f'unknown key "{name}"\n    {hint}'


@pytest.mark.parametrize("classes", ["rtp-event--other", "cta rtp-event--other large", "rtp-event--other "])
def test_link__a_class_that_marks_it_is_refused(classes: str) -> None:
    assert said({"href": "/x", "class": classes}) == (
        'class: must not contain the class "rtp-event--other"\n    remove it; with carrier = "data" it is added for you'
    )
    assert Link("Go", {"href": "/x", "class": "rtp-event- xrtp-event--other RTP-EVENT--other"})


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("href", 'a button has no address; for a link, write a table under "link"'),
        ("type", 'remove it; the type is always "button", so a click never submits a form'),
        ("data-rtp-event", 'use carrier = "data", which adds it for you'),
    ],
)
def test_button__what_belongs_to_a_link_or_to_us_is_refused_with_the_reason(name: str, hint: str) -> None:
    with pytest.raises(ProblemsError) as error:
        Button("Go", {name: "x"})
    assert str(error.value) == f'unknown key "{name}"\n    {hint}'


@pytest.mark.parametrize("name", ["id", "name"])
def test_link__never_hides_the_function(name: str) -> None:
    assert said({"href": "/x", name: "rtp"}).startswith(f'{name}: must not be "rtp"')


def test_link__all_its_problems_are_raised_at_once() -> None:
    assert said({"id": "a b", "rel": "\t", "title": 3, "zzz": "x"}, label="").count("\n    ") == 6  # type: ignore[dict-item]


def test_event__its_link_is_one() -> None:
    with pytest.raises(ProblemsError, match=r"^link: must be a Link, not a Button"):
        Event("go", "x", link=Button("Go"))  # type: ignore[arg-type]
