"""The calls in a script: what they send, and where."""

from __future__ import annotations

import pytest

from rtpsnippets.site.javascript.model import Script
from tests.site.javascript.known import MANY, ONE, A, Sent
from tests.site.javascript.unknown import UNKNOWN
from tests.site.reading import only_call, read, sent


@pytest.mark.parametrize("code", ONE)
def test_calls__are_found_however_they_are_written(code: str) -> None:
    assert sent(code) == ["a"]


@pytest.mark.parametrize(("code", "values"), MANY)
def test_calls__send_what_they_say(code: str, values: list[Sent]) -> None:
    assert sent(code) == values


@pytest.mark.parametrize(("code", "reason"), UNKNOWN)
def test_calls__what_is_uncertain_is_unknown_with_the_reason(code: str, reason: str) -> None:
    call = only_call(code)
    assert (call.values, call.reason) == (None, reason)


@pytest.mark.parametrize(
    "code",
    [
        "function f(rtp) { rtp('send', 'event', {value: 'a'}) }",
        "import rtp from 'x'; rtp('send', 'event', {value: 'a'})",
        "class rtp {} rtp('send', 'event', {value: 'a'})",
        "(rtp => { rtp('send', 'event', {value: 'a'}) })",
        "function f() { var rtp = g(); rtp('send', 'event', {value: 'a'}) }",
        "x.rtp('send', 'event', {value: 'a'})",
        "x[`rtp`]('send', 'event', {value: 'a'})",
        "this_.window.rtp('send', 'event', {value: 'a'})",
        "function f(window) { window.rtp('send', 'event', {value: 'a'}) }",
        "var window = f(); (function (window) { window.rtp('send', 'event', {value: 'a'}) })(x)",
        "(function (a, b) { a('send', 'event', {value: 'a'}) })(1, rtp)",
        "String(rtp); console.log(rtp); lib.isFunction(rtp); rtp`send`; rtp.on('send', 'event', {value: 'a'})",
        "rtp.q.length; rtp.q; rtp.call; window.rtp = window.rtp || f",
        "(rtp, f)('send', 'event', {value: 'a'})",
        "(window.rtp && f)('send', 'event', {value: 'a'})",
        "(rtp ? f : g)('send', 'event', {value: 'a'})",
        "rtp('send', g => g, {value: 'a'})",
        "/rtp/.test('rtp')",
        "'rtp'('send', 'event', {value: 'a'})",
        "`rtp`; a.rtp_; rtp: for (;;) { break rtp }",
    ],
)
def test_calls__of_another_function_are_none(code: str) -> None:
    assert read(code).calls == ()


def test_calls__have_spans_in_characters() -> None:
    far = "\u65e5" * 2000
    code = f"x('\u00e9\U0001f600'); /* {far} */ window.{A}; {A}"
    places = [code[call.span.start : call.span.end] for call in read(code).calls]
    assert places == [f"window.{A}", A]
    assert read(code).calls[1].span.end == len(code)


def test_calls__of_code_with_half_a_character_are_found() -> None:
    assert sent(f"x('\ud800'); {A}") == ["a"]
    assert only_call("rtp('send', 'event', {value: '\ud800'})").reason == (
        "contains a lone surrogate, which cannot be part of a page"
    )


def test_calls__without_the_word_there_are_none() -> None:
    assert read("xrtp('send', 'event', {value: 'it's'") == Script()
