"""A button: its label and its attributes."""

from __future__ import annotations

from enum import Enum

import pytest

from rtpsnippets import Button, Event, ProblemsError, call
from tests.definitions.problems_said import said


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ({"onclick": "x()"}, ': unknown key "onclick"'),
        ({"style": "color: red"}, ': unknown key "style"'),
        ({"DATA-X": "x"}, ': unknown key "DATA-X"'),
        ({"data-": "x"}, ': unknown key "data-"'),
        ({'data-x"><script': "x"}, ': unknown key "data-x"><script"'),
        ({"id": ""}, "id: is empty"),
        ({"id": "a b"}, "id: contains a space"),
        ({"id": "rtp"}, 'id: must not be "rtp"'),
        ({"name": "rtp"}, 'name: must not be "rtp"'),
        ({"id": "window"}, 'id: must not be "window"'),
        ({"name": "window"}, 'name: must not be "window"'),
        ({"name": 1}, "name: must be a string, not a number"),
        ({"disabled": "true"}, "disabled: must be true or false, not a string"),
        ({"title": "a\tb"}, "title: contains a control character (U+0009) at position 2"),
        ({"aria-label": None}, "aria-label: must be a string, not null"),
    ],
)
def test_button__an_attribute_that_may_not_be_there_is_refused(attributes: dict[str, str], expected: str) -> None:
    with pytest.raises(ProblemsError) as error:
        Button("Go", attributes)
    assert said(error) == [expected]


@pytest.mark.parametrize(
    "control",
    [*map(chr, range(0x20)), *map(chr, range(0x7F, 0xA0)), "\ufdd0", "\ufdef", "\ufffe", "\uffff", "\U0010ffff"],
)
def test_button__a_control_or_noncharacter_in_a_label_is_refused(control: str) -> None:
    with pytest.raises(ProblemsError, match=rf"U\+{ord(control):04X}"):
        Button(f"a{control}")


@pytest.mark.parametrize(("label", "expected"), [("", "label: is empty"), (1, "label: must be a string, not a number")])
def test_button__a_label_is_a_text(label: str, expected: str) -> None:
    with pytest.raises(ProblemsError) as error:
        Button(label)
    assert said(error) == [expected]


class Hidden(str):
    """A string that says something else of itself."""

    __slots__ = ()

    def __str__(self) -> str:
        return "harmless"


class Kind(str, Enum):  # noqa: UP042 (what people's programs have)
    """A string that is a member of an enumeration."""

    CTA = "cta"


def test_button__a_text_is_what_it_holds_and_not_what_it_says_of_itself() -> None:
    with pytest.raises(ProblemsError) as error:
        Button(Hidden("a\0b"), {"title": Hidden("a\0b")})
    assert [problem.key for problem in error.value.problems] == [("label",), ("title",)]
    button = Button(Kind.CTA, {"class": Kind.CTA})
    assert (button.label, dict(button.attributes)) == ("cta", {"class": "cta"})
    assert {type(button.label), type(button.attributes["class"])} == {str}
    assert Event(Hidden("a"), Hidden("b")).calls == (call("b"),)


def test_button__the_name_of_an_attribute_is_a_string() -> None:
    with pytest.raises(ProblemsError) as error:
        Button("Go", {1: "x"})  # type: ignore[dict-item]
    assert said(error) == [": must be a string, not a number"]


def test_button__attributes_are_a_table() -> None:
    with pytest.raises(ProblemsError) as error:
        Button("Go", ["class"])  # type: ignore[arg-type]
    assert said(error) == [": must be a table of attributes, not a list"]
