"""Warnings: what is said of events that can be sent, and of values that nobody types exactly into a segment."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rtpsnippets import Button, Event, Link
from rtpsnippets.definitions.load import read_definitions
from rtpsnippets.events.lint import warn
from rtpsnippets.events.warning_names import WARNINGS
from rtpsnippets.limits import MAX_PROBLEMS

Read = Callable[..., list[str]]


def rules(*events: Event) -> list[str]:
    return [f"{'.'.join(map(str, warning.key[1:]))} {warning.rule}" for warning in warn(events)]


def said(*events: Event) -> list[str]:
    return list(map(str, warn(events)))


@pytest.mark.parametrize(
    "value",
    [
        *("x", "MyEvent", "download - example whitepaper", "C++ & C#", "{{ x }}", "a, b: c", "\u00e9", "日本語"),
        *("😀", "a b c", "' OR 1=1", "50%", "-", "?", "_", "\\", "|"),
    ],
)
def test_warn__of_what_can_be_typed_nothing_is_said(value: str) -> None:
    assert said(Event("a", value)) == []


@pytest.mark.parametrize(
    ("value", "rule", "what"),
    [
        ("*", "wildcard", 'contains "*"'),
        ("a*b", "wildcard", 'contains "*"'),
        (";", "separator", 'contains ";"'),
        ("a;b", "separator", 'contains ";"'),
        (" a", "blanks", "begins with a space"),
        ("a ", "blanks", "ends with a space"),
        (" ", "blanks", "begins with a space"),
        ("a  b", "blanks", "contains two spaces in a row"),
        ("\x00", "invisible", "contains an invisible character (U+0000) at position 1"),
        ("ab\tc", "invisible", "contains an invisible character (U+0009) at position 3"),
        # A line feed does not also count as a space.
        ("a\n", "invisible", "contains an invisible character (U+000A) at position 2"),
        ("\r\nb", "invisible", "contains an invisible character (U+000D) at position 1"),
        ("\u2028", "invisible", "contains an invisible character (U+2028) at position 1"),
        ("a\x85", "invisible", "contains an invisible character (U+0085) at position 2"),
        ("a\x1c\x1db", "invisible", "contains an invisible character (U+001C) at position 2"),
        ("a\u00a0b", "invisible", "contains an invisible character (U+00A0) at position 2"),
        ("\u202eabc", "invisible", "contains an invisible character (U+202E) at position 1"),
        ("a\u200bb", "invisible", "contains an invisible character (U+200B) at position 2"),
        ("\u2764\ufe0f", "invisible", "contains an invisible character (U+FE0F) at position 2"),
        ("a\u3164b", "invisible", "contains an invisible character (U+3164) at position 2"),
        ("a\U000e0041", "invisible", "contains an invisible character (U+E0041) at position 2"),
        ("e\u0301", "not-nfc", "is not in the Unicode form NFC"),
        ("\u1112\u1161\u11ab", "not-nfc", "is not in the Unicode form NFC"),
        # The ohm symbol, which is also a letter; a letter that NFC splits in two.
        ("\u2126", "not-nfc", "is not in the Unicode form NFC"),
        ("\u0958", "not-nfc", "is not in the Unicode form NFC"),
    ],
)
def test_warn__says_what_is_hard_to_type(value: str, rule: str, what: str) -> None:
    (warning,) = warn([Event("a", value)])
    assert (warning.rule, warning.what, warning.key) == (rule, what, ("events", "a", "value"))
    assert warning.hint == _HINTS[rule]
    assert said(Event("a", value, ignore=[rule])) == []


_HINTS = {
    "wildcard": "remove it; it may be treated as a wildcard in a segment",
    "separator": "remove it; it may be treated as a separator in a segment",
    "blanks": "remove the extra space; it is easy to miss in a segment",
    "invisible": "remove it, or use a normal space; it is hard to type into a segment",
    "not-nfc": "convert it to NFC; otherwise it may differ from the same text typed on a keyboard",
}


def test_warn__another_space_at_an_end_is_both_hard_to_see_and_hard_to_type() -> None:
    assert rules(Event("a", "x\u3000")) == ["a.value blanks", "a.value invisible"]


def test_warn__says_all_of_a_value_and_each_value_once() -> None:
    event = Event("a", ["x", " *;\x00", " *;\x00", "y*"])
    names = ("wildcard", "separator", "blanks", "invisible")
    assert rules(event) == ["a.value repeated-value", *(f"a.value.1 {name}" for name in names), "a.value.3 wildcard"]


def test_warn__says_which_values_count_once_but_stand_twice() -> None:
    assert said(Event("a", ["x", "y", "x"]), Event("b", ["z", "y"]), Event("c", "x")) == [
        (
            'events.a.value: contains the value "x" 2 times [repeated-value]\n'
            "    remove the repetition; a value counts once per visitor session"
        ),
        (
            "events.b.value[1]: is the same as events.a.value[1] [same-value]\n"
            "    use another value to tell the events apart; a value counts once per visitor session"
        ),
        (
            "events.c.value: is the same as events.a.value[0] [same-value]\n"
            "    use another value to tell the events apart; a value counts once per visitor session"
        ),
    ]


@pytest.mark.parametrize("other", ["sale now", "SALE NOW", "SaleNow", "Sale  Now ", "Sale\u00a0Now", "\tsale now"])
def test_warn__says_which_values_differ_only_in_case_or_spaces(other: str) -> None:
    what = 'differs only in case or spaces from "Sale Now" at events.a.value'
    warnings = [
        warning for warning in warn([Event("a", "Sale Now"), Event("b", ["x", other])]) if "from" in warning.what
    ]
    assert [(warning.what, warning.rule, warning.key[1:]) for warning in warnings] == [
        (what, "similar-values", ("b", "value", 1))
    ]


def test_warn__case_is_that_of_all_scripts() -> None:
    assert rules(Event("a", "STRASSE"), Event("b", "stra\u00dfe")) == ["b.value similar-values"]


def test_warn__of_several_events_with_a_value_the_first_is_named() -> None:
    places = [text.partition(" [")[0] for text in said(Event("b", "x"), Event("a", "x"), Event("c", "x"))]
    assert places == ["events.a.value: is the same as events.b.value", "events.c.value: is the same as events.b.value"]


def test_warn__what_is_the_same_and_ignored_may_still_be_similar() -> None:
    a, b = Event("a", "Sale"), Event("b", "sale", ignore=["similar-values"])
    assert rules(a, b, Event("c", "sale", ignore=["same-value"])) == ["c.value similar-values"]


@pytest.mark.parametrize("was", ["Demo", ["Demo*", " demo request"]])
def test_warn__says_that_former_values_are_sent_and_nothing_else_about_them(was: str | list[str]) -> None:
    what, hint = "is still sent, for segments that use it", "once all segments use the new value, remove this key"
    assert said(Event("demo", "Demo request", was=was)) == [f"events.demo.was: {what} [renamed]\n    {hint}"]
    assert said(Event("demo", "Demo request", was=was, ignore=["renamed"])) == []


def test_warn__says_which_event_has_a_former_value_of_another() -> None:
    renamed = Event("a", "New", was=["Old", "Older"], ignore=["renamed"])
    assert rules(renamed, Event("b", "Old")) == ["b.value same-value"]
    assert rules(Event("b", ["Old"]), renamed) == ["a.was.0 same-value"]
    assert rules(renamed, Event("b", "x", was="Older", ignore=["renamed"])) == ["b.was same-value"]
    assert rules(renamed, Event("b", "Old", ignore=["same-value"])) == []


def test_warn__says_which_former_value_is_repeated() -> None:
    hint = "remove the repetition; a value counts once per visitor session"
    event = Event("a", "New", was=["Old", "New", "Old"], ignore=["renamed"])
    assert said(event) == [
        f'events.a.was: contains the value "Old" 2 times [repeated-value]\n    {hint}',
        f'events.a.was: contains the value "New", which is also in "value" [repeated-value]\n    {hint}',
    ]
    assert rules(Event("a", "x", was="x")) == ["a.was repeated-value"]


def test_warn__values_of_one_event_may_be_similar_and_the_first_is_named() -> None:
    assert rules(Event("a", ["x", "X", "x"]), Event("b", "X")) == [
        "a.value repeated-value",
        "a.value.1 similar-values",
        "b.value same-value",
    ]


@pytest.mark.parametrize("other", ["Sale-Now", "SaleNows", "Sal Now", "S\u00e4le Now"])
def test_warn__what_differs_otherwise_is_not_similar(other: str) -> None:
    assert said(Event("a", "Sale Now"), Event("b", other)) == []


def test_warn__says_which_events_the_same_elements_send_at_the_same_trigger() -> None:
    form, later = Event("b", "B", selector="form", on="submit"), Event("c", "C", selector="form", on="after 5s")
    [warning] = said(Event("a", "A", selector="form", on="submit"), form, later, Event("d", "D", selector="form.x"))
    assert warning == (
        "events.b.selector: is the same as events.a.selector [same-selector]\n"
        "    the same elements send both events; use a more specific selector to send only one"
    )
    assert said(Event("a", "A", selector="form", on="submit", ignore=["same-selector"]), form) == []


@pytest.mark.parametrize("ignoring", [["a"], ["b"], ["a", "b"]])
@pytest.mark.parametrize(("other", "rule"), [("x", "same-value"), ("X", "similar-values")])
def test_warn__of_two_events_either_may_ignore_it(ignoring: Sequence[str], other: str, rule: str) -> None:
    names = {event_id: [rule] if event_id in ignoring else [] for event_id in ("a", "b")}
    assert said(Event("a", "x", ignore=names["a"]), Event("b", other, ignore=names["b"])) == []
    assert rules(Event("a", "x", ignore=names["a"]), Event("c", "x"), Event("d", other)) != []


def test_warn__what_an_event_ignores_is_said_of_others() -> None:
    assert rules(Event("a", "x*;", ignore=["wildcard"]), Event("b", "y*;")) == [
        *("a.value separator", "b.value wildcard", "b.value separator")
    ]


@pytest.mark.parametrize(
    ("carrier", "on", "is_odd"),
    [
        *(("data", on, True) for on in ("load", "submit", "visible", "after 60s")),
        *((carrier, on, False) for carrier in ("inline", "data") for on in ("", "click")),
    ],
)
def test_warn__says_which_element_sends_nothing_when_it_is_clicked(carrier: str, on: str, is_odd: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    fields: dict[str, Any] = {"button": Button("Go"), "link": Link("Go", {"href": "/"})}
    # Not the same objects as the names in the source.
    event = Event("go", "x", **fields | {"carrier": "".join(carrier)}, on="".join(on))
    expected = [
        (
            f'events.go.on: is "{on}", so a click on the {name} sends nothing [silent-element]\n'
            '    remove "on" to send the event on a click'
        )
        for name in fields
    ]
    assert said(event) == (expected if is_odd else [])


@pytest.mark.parametrize("href", ["www.example.com", "WWW.Example.co.uk/a b?c#d", " www.example.com"])
def test_warn__says_which_address_lacks_its_scheme(href: str) -> None:
    event = Event("go", "x", link=Link("Go", {"href": href}))
    assert said(event) == [
        (
            'events.go.link.href: has no "https://" before "www.", so it points to a page on your own site '
            f"[relative-address]\n    write https://{href.strip()}"
        )
    ]


@pytest.mark.parametrize(
    "href",
    [
        "/www.example.com",
        "./www.example.com",
        "https://www.example.com",
        "www.html",
        "www.",
        "www/a.com",
        "www.a/b.com",
    ],
)
def test_warn__of_an_address_that_may_be_a_file_nothing_is_said(href: str) -> None:
    assert said(Event("go", "x", link=Link("Go", {"href": href}))) == []


@given(st.lists(st.sampled_from(["a", "A", "a ", "é", "e\u0301"]), min_size=1, max_size=9))
def test_warn__once_of_each_value_that_is_there_more_than_once(values: list[str]) -> None:
    repeated = [f'contains the value "{value}" {times} times' for value, times in Counter(values).items() if times > 1]
    warnings = warn([Event("any", values)])
    assert [warning.what for warning in warnings if warning.rule == "repeated-value"] == repeated


@given(st.lists(st.lists(st.text(max_size=3).filter(bool), min_size=1, max_size=5), max_size=4))
def test_warn__an_event_that_ignores_all_is_left_alone(values: list[list[str]]) -> None:
    assert said(*(Event(f"e{at}", of_one, ignore=list(WARNINGS)) for at, of_one in enumerate(values))) == []


# In the files where they stand.


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Read:
    """Write files into an empty current folder, read them all, and return the warnings."""
    monkeypatch.chdir(tmp_path)

    def read_files(**files: str) -> list[str]:
        for name, text in files.items():
            Path(f"{name}.toml").write_text(text, "utf-8")
        definitions = read_definitions([f"{name}.toml" for name in files])
        assert definitions.problems == []
        return [str(warning).partition("\n")[0] for warning in definitions.warnings]

    return read_files


def test_warnings__have_the_file_and_line_where_they_stand(read: Read) -> None:
    first = '[events.a]\nvalue = [\n  "x",\n  "y*",\n]\n[events.b]\non = "load"\ncarrier = "data"\nbutton = "B"\n'
    assert read(one=first + 'value = "z"', two='\n[events.c]\nvalue = "x"') == [
        'one.toml:4: events.a.value[1]: contains "*" [wildcard]',
        'one.toml:7: events.b.on: is "load", so a click on the button sends nothing [silent-element]',
        "two.toml:3: events.c.value: is the same as events.a.value[0] [same-value]",
    ]


def test_warnings__a_file_ignores_them_for_all_its_events_and_an_event_says_otherwise(read: Read) -> None:
    defaults = '[defaults]\nignore = ["wildcard", "blanks"]\n'
    events = '[events.a]\nvalue = " x*"\n[events.b]\nvalue = "y* "\nignore = ["blanks"]\n'
    assert read(one=defaults + events, two='[events.c]\nvalue = "z*"') == [
        'one.toml:6: events.b.value: contains "*" [wildcard]',
        'two.toml:2: events.c.value: contains "*" [wildcard]',
    ]


def test_warnings__of_very_many_one_more_than_are_listed_is_looked_for(read: Read) -> None:
    many = "".join(f'[events.e{number}]\nvalue = "{number}*"\n' for number in range(2 * MAX_PROBLEMS))
    assert len(read(many=many)) == MAX_PROBLEMS + 1


def test_warnings__are_given_beside_problems(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text(json.dumps({"events": {"a": {"value": ""}, "b": {"value": "x*"}}}))
    definitions = read_definitions([str(file)])
    assert [problem.what for problem in definitions.problems] == ["is empty"]
    assert [warning.rule for warning in definitions.warnings] == ["wildcard"]
