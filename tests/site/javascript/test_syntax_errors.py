"""Syntax errors of a script, which make its calls unknown."""

from __future__ import annotations

import pytest

from rtpsnippets.limits import Deadline
from rtpsnippets.site.javascript.script import read_script
from tests.site.javascript.known import A
from tests.site.javascript.samples import BROKEN, SOUND
from tests.site.reading import B, read, sent


@pytest.mark.parametrize("code", SOUND)
def test_error__there_is_none_in_valid_code(code: str) -> None:
    assert read(f"{code}\n/* rtp */").error is None


@pytest.mark.parametrize("code", BROKEN)
def test_error__is_found_in_broken_code(code: str) -> None:
    assert read(f"/* rtp */\n{code}").error is not None


@pytest.mark.parametrize(
    ("code", "place"),
    [
        ("rtp('send', 'event', {value: 'it's'})", "s'})"),
        ("rtp('send', \u2018event\u2019)", "\u2018event"),
        ("rtp('send', /* \u2018 */ '\u2018', `\u2018`, \u00e9, \u2018event\u2019)", "\u2018event"),
        ("rtp('send'); <b>x</b>", "<b>"),
    ],
)
def test_error__says_where(code: str, place: str) -> None:
    error = read(code).error
    assert error is not None
    assert code[error.start :].startswith(place)


def test_error__markup_in_source_code_is_none() -> None:
    code = "import a from 'b'; export const C = () => <b onClick={() => rtp('send', 'event', {value: 'a'})}>x</b>"
    assert read(code).error is None
    assert sent(code) == ["a"]


def test_error__markup_is_none_in_a_jsx_file() -> None:
    code = f"const C = <b onClick={{() => {A}}}>x</b>"
    assert read(code).error
    script = read_script(code, Deadline(60), has_markup=True)
    assert (script.error, [call.value for call in script.calls]) == (None, ["a"])


def test_error__long_code_is_only_checked_by_the_parser() -> None:
    assert read("rtp(, 1);" + " " * 200_000).error is None


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("rtp('send', 'event', {value: 'it's'})", ["rtp('send', 'event"]),
        (f"{A}; x = ; window.{B}", ["rtp('send', 'event", "rtp('send', 'event"]),
        ("rtp?.(`send`, \"event\", {value: 'a'}", ['rtp?.(`send`, "event']),
        ("x = ; rtp('send', 'view'); rtp('get', 'campaign', true)", []),
        (f"x = ; // {A}", []),
    ],
)
def test_error__all_calls_of_broken_code_are_unknown(code: str, found: list[str]) -> None:
    calls = read(code).calls
    assert [code[call.span.start : call.span.end] for call in calls] == found
    assert {(call.values, call.reason) for call in calls} <= {(None, "is in code with a syntax error")}
    assert [call.run for call in calls] == list(range(len(calls)))


def test_error__code_that_only_the_parser_rejects_is_unknown() -> None:
    script = read(f"yield = 1; {A}")
    assert script.error is None
    assert [call.reason for call in script.calls] == ["is in code that cannot be parsed"]


@pytest.mark.parametrize(
    ("code", "reasons"),
    [
        ("rtp('',t'o`'\\u", []),
        ("{a`\\u;{rtp('','',f(d(l(e,", []),
        ('`t`window.rtp("send","event",{ve"})\\u', ["is in code that cannot be parsed"]),
        ('k:(=>{rtp("","",{:t`\\7', []),
        ("/h`\n(function(){y\\2.rtp", []),
        ("rtp\"\"`t`{n(){(''\\u)", []),
    ],
)
def test_error__code_with_a_possible_tagged_template_is_not_read_as_valid(code: str, reasons: list[str]) -> None:
    # The error is ignored because the parser may be wrong, but the tree lacks parts that valid code always has.
    script = read(code)
    assert script.error is None
    assert [call.reason for call in script.calls] == reasons


def test_error__a_call_in_a_complete_string_of_broken_code_is_none() -> None:
    assert read(f'var s = "{A}"; x = ;').calls == ()
