"""The reader of JavaScript: the calls that send events, the tag, the binding, and where the syntax is wrong."""

from __future__ import annotations

import gc
import time
import tracemalloc

import pytest

from rtpsnippets import Event, render_binding
from rtpsnippets.calls.deadline import Deadline, TooSlowError
from rtpsnippets.calls.found import BoundEvent, Call, Script, Span
from rtpsnippets.calls.script import read_script
from rtpsnippets.calls.syntax import Syntax
from tests.calls.known import MANY, ONE, Sent
from tests.calls.samples import BROKEN, SOUND
from tests.calls.tags import BROKEN_TAGS, NO_TAGS, TAG, TAGS
from tests.calls.unknown import UNKNOWN

_A = "rtp('send', 'event', {value: 'a'})"
_B = "rtp('send', 'event', {value: 'b'})"
_SHOW = "rtp('get', 'campaign', true)"


def read(code: str, seconds: float = 60) -> Script:
    return read_script(code, Deadline(seconds))


def sent(code: str) -> list[Sent | None]:
    values = [call.value for call in read(code).calls]
    return [list(value) if isinstance(value, tuple) else value for value in values]


def only_call(code: str) -> Call:
    (call,) = read(code).calls
    return call


# Calls.


@pytest.mark.parametrize("code", ONE)
def test_calls__of_every_writing_are_found(code: str) -> None:
    assert sent(code) == ["a"]


@pytest.mark.parametrize(("code", "values"), MANY)
def test_calls__send_what_they_say(code: str, values: list[Sent]) -> None:
    assert sent(code) == values


@pytest.mark.parametrize(("code", "reason"), UNKNOWN)
def test_calls__what_is_not_proven_is_unknown_with_the_reason(code: str, reason: str) -> None:
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
        "const {rtp: r} = x; r('send', 'event', {value: 'a'})",
        "const {rtp: r = 1} = x, {a: rtp} = window; r('send', 'event', {value: 'a'})",
        "var r = window.rtp; r = f; r('send', 'event', {value: 'a'})",
        "(function (a, b) { a('send', 'event', {value: 'a'}) })(1, rtp)",
        "String(rtp); console.log(rtp); lib.isFunction(rtp); rtp`send`; rtp.on('send', 'event', {value: 'a'})",
        "rtp.q.length; rtp.q.push(arguments); rtp.q; rtp.call; rtp.apply.x; window.rtp = window.rtp || f",
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


def test_calls__say_where_they_stand_in_characters() -> None:
    far = "\u65e5" * 2000
    code = f"x('\u00e9\U0001f600'); /* {far} */ window.{_A}; {_A}"
    places = [code[call.span.start : call.span.end] for call in read(code).calls]
    assert places == [f"window.{_A}", _A]
    assert read(code).calls[1].span.end == len(code)


def test_calls__of_code_with_half_a_character_are_found() -> None:
    assert sent(f"x('\ud800'); {_A}") == ["a"]
    assert only_call("rtp('send', 'event', {value: '\ud800'})").reason == (
        "has a lone surrogate, which no page can hold"
    )


def test_calls__without_the_word_there_are_none() -> None:
    assert read("xrtp('send', 'event', {value: 'it's'") == Script()


# How they are made.


@pytest.mark.parametrize(
    ("code", "runs"),
    [
        (f"{_A}; {_B}", [0, 0]),
        (f"{_A}\n{_B}", [0, 0]),
        (f"{_A};;; /* x */ ; // y\n {_B}", [0, 0]),
        (f"{_A}, {_B}", [0, 0]),
        (f"{_A}; {_SHOW}; {_B}", [0, 0]),
        (f"{_SHOW}; {_A}; {_B}", [0, 0]),
        (f"if (window.rtp) {_A}; if (window.rtp) {_B}", [0, 0]),
        (f"if (window.rtp) {{ {_A} }} if (window.rtp) {{ {_B} }}", [0, 0]),
        (f"if (window.rtp) {{ {_A}; {_B} }}", [0, 0]),
        (f"window.rtp && {_A}; window.rtp && {_B}", [0, 0]),
        (f"window.rtp && ({_A}, {_B})", [0, 0]),
        (f"function f() {{ {_A}; return {_B} }}", [0, 0]),
        (f"switch (x) {{ case 1: {_A}; {_B}; }}", [0, 0]),
        (f"void {_A}; !{_B}", [0, 0]),
        (f"{_A}; f(); {_B}", [0, 1]),
        (f"{_A}, f(), {_B}", [0, 1]),
        (f"{_A}; if (window.rtp) {_B}", [0, 1]),
        (f"if (x) {_A}; if (y) {_B}", [0, 1]),
        (f"if (x) {_A}; else {_B}", [0, 1]),
        (f"x || {_A}; x || {_B}", [0, 1]),
        (f"function f() {{ {_A} }} function g() {{ {_B} }}", [0, 1]),
        (f"{_A}; {_SHOW}; f(); {_SHOW}; {_B}", [0, 1]),
        (f"x = {_A}; x = {_B}", [0, 1]),
        (f"f({_A}, function () {{ {_B} }})", [0, 1]),
    ],
)
def test_runs__are_of_calls_right_after_one_another(code: str, runs: list[int]) -> None:
    assert [call.run for call in read(code).calls] == runs


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        (f"{_A}; {_SHOW}", [True]),
        (f"{_A}; rtp('get', 'campaign', !0)", [True]),
        (f"{_A}; {_B}; {_SHOW}", [True, True]),
        (f"if (window.rtp) {_A}; if (window.rtp) {_SHOW}", [True]),
        (f"{_A}; {_SHOW}; {_B}", [False, False]),
        (f"{_SHOW}; {_A}", [False]),
        (f"{_A}; f(); {_SHOW}", [False]),
        (f"{_A}; rtp('get', 'campaign')", [False]),
        (f"{_A}; rtp('get', 'campaign', f)", [False]),
        (f"{_A}; rtp('get', 'visitor', true)", [False]),
    ],
)
def test_refresh__is_of_the_run_that_it_ends(code: str, shown: list[bool]) -> None:
    assert [call.is_refreshed for call in read(code).calls] == shown


@pytest.mark.parametrize(
    ("code", "is_later"),
    [
        (_A, False),
        (f"if (x) {{ {_A} }}", False),
        (f"(function () {{ {_A} }})()", False),
        (f"(function () {{ {_A} }}())", False),
        (f"!function () {{ {_A} }}()", False),
        (f"(function () {{ {_A} }}).call(this)", False),
        (f"(() => {{ {_A} }})()", False),
        (f"(async () => {{ {_A} }})()", False),
        (f"class A {{ static {{ {_A} }} }}", False),
        (f"function f() {{ {_A} }} f()", True),
        (f"var f = function () {{ {_A} }}", True),
        (f"x.onclick = () => {_A}", True),
        (f"x.addEventListener('click', function () {{ {_A} }})", True),
        (f"$(function () {{ (function () {{ {_A} }})() }})", True),
        (f"({{ f() {{ {_A} }} }})", True),
        (f"(function () {{ {_A} }}).bind(this)", True),
        (f"(function* () {{ {_A} }})()", True),
    ],
)
def test_later__is_what_stands_in_a_function_that_is_not_called_on_the_spot(code: str, *, is_later: bool) -> None:
    assert only_call(code).is_later is is_later


@pytest.mark.parametrize(
    ("code", "is_guarded"),
    [
        *((f"if ({check}) {_A}", True) for check in ("window.rtp", "rtp", "(window.rtp)", "x && window.rtp", "!!rtp")),
        *((f"if ({check}) {_A}", True) for check in ("typeof rtp === 'function'", 'typeof window.rtp == "function"')),
        *((f"if ({check}) {_A}", True) for check in ("typeof rtp !== 'undefined'", "'undefined' != typeof rtp")),
        *((f"if ({check}) {_A}", True) for check in ("window.rtp !== undefined", "rtp != null", "void 0 !== rtp")),
        *((f"if ({check}) {_A}", True) for check in ("'rtp' in window", "window['rtp']", "_.isFunction(window.rtp)")),
        (f"window.rtp && {_A}", True),
        (f"!window.rtp || {_A}", True),
        (f"window.rtp ? {_A} : 0", True),
        (f"window.rtp === undefined ? 0 : {_A}", True),
        (f"if (!window.rtp) {{}} else {_A}", True),
        (f"if (!window.rtp || x) {{}} else {_A}", True),
        (f"if (window.rtp) {{ x.onclick = function () {{ {_A} }} }}", True),
        ("window.rtp?.('send', 'event', {value: 'a'})", True),
        (f"try {{ {_A} }} catch (e) {{}}", True),
        (f"function f() {{ if (!window.rtp) return; {_A} }}", True),
        (f"function f() {{ if (typeof rtp === 'undefined') {{ x(); return false }} {_A} }}", True),
        (f"if (!window.rtp) throw 1; {_A}", True),
        (_A, False),
        (f"if (x) {_A}", False),
        (f"if (!window.rtp) {_A}", False),
        (f"if (window.rtp) {{}} else {_A}", False),
        (f"if (window.rtp || x) {_A}", False),
        (f"if (window.rtp > 1) {_A}", False),
        (f"if (x === undefined) {_A}", False),
        (f"if (typeof rtp === x) {_A}", False),
        (f"if ('x' in window) {_A}", False),
        (f"if (f()) {_A}", False),
        (f"if ({'!' * 40}rtp) {_A}", False),
        (f"window.rtp || {_A}", False),
        (f"x + {_A}", False),
        (f"try {{ {_A} }} finally {{}}", False),
        (f"function f() {{ if (!window.rtp) return; }} {_A}", False),
        (f"function f() {{ if (window.rtp) return; {_A} }}", False),
        (f"function f() {{ if (!window.rtp) {{}} {_A} }}", False),
        (f"if (x) isF(window.rtp); {_A}", False),
        (f"{_A}; if (!window.rtp) throw 1;", False),
    ],
)
def test_guard__is_a_check_for_the_function(code: str, *, is_guarded: bool) -> None:
    assert only_call(code).is_guarded is is_guarded


def test_statements__of_our_own_are_one_run_with_guard_and_refresh() -> None:
    event = Event("a", ["1", "2", "3", "4", "5"], guard=True, refresh=True)
    calls = read(" ".join(event.statements)).calls
    assert [call.value for call in calls] == [("1", "2", "3", "4"), ("5",)]
    assert {(call.run, call.is_guarded, call.is_refreshed, call.is_later) for call in calls} == {(0, True, True, False)}


# The tag.


@pytest.mark.parametrize("code", TAGS)
def test_stub__of_every_shape_is_found(code: str) -> None:
    assert [(stub.is_broken, stub.is_later) for stub in read(code).stubs] == [(False, False)]
    assert read(code).calls == ()


@pytest.mark.parametrize("code", BROKEN_TAGS)
def test_stub__that_drops_its_arguments_is_broken(code: str) -> None:
    assert [stub.is_broken for stub in read(code).stubs] == [True]


@pytest.mark.parametrize("code", TAGS)
def test_stub__of_every_shape_is_found_in_long_code(code: str) -> None:
    (stub,) = read(code + "\n// long" * 5_000).stubs
    assert not stub.is_broken


@pytest.mark.parametrize("code", NO_TAGS)
def test_stub__what_only_looks_like_one_is_none(code: str) -> None:
    assert read(code).stubs == ()


def test_stub__says_where_it_stands_and_whether_it_waits() -> None:
    code = f"function load() {{ {TAG} }} {_A}"
    (stub,) = read(code).stubs
    assert stub.is_later
    assert code[stub.span.start :].startswith("c[a]=c[a]||function(){")
    assert sent(code) == ["a"]


def test_stub__twice_is_two() -> None:
    assert len(read(f"{TAG}\n{TAG}").stubs) == 2


# The binding.

_EVENTS = [Event("go", ["a", "b", "c", "d", "e"]), Event("x-y", "it's", on="load"), Event("s", "z", selector="#s")]


def test_binding__has_a_row_for_each_event() -> None:
    code = render_binding(_EVENTS)
    script = read(code)
    assert script.calls == ()
    assert script.bound is not None
    assert [(row.id, row.batches, row.selects) for row in script.bound] == [
        ("go", (("a", "b", "c", "d"), ("e",)), False),
        ("x-y", ("it's",), True),
        ("s", ("z",), True),
    ]
    assert code[script.bound[0].span.start :].startswith("'go': {")


def test_binding__in_a_bundle_hides_no_other_call() -> None:
    script = read(f"{_A};\n{render_binding(_EVENTS)}")
    assert [call.value for call in script.calls] == ["a"]
    assert script.bound is not None
    assert len(script.bound) == 3


def test_binding__without_events_has_no_rows() -> None:
    assert read(render_binding([])).bound == ()


@pytest.mark.parametrize(
    ("table", "bound"),
    [
        ("go:{calls:[`a`]}", (BoundEvent(Span(21, 37), "go", ("a",)),)),
        ('go:{on:"load",calls:["a"]}', (BoundEvent(Span(21, 47), "go", ("a",), selects=True),)),
        ("go:{calls:[f()]}", ()),
        ("go:f()", ()),
        ("go:{calls:f()}", ()),
        ("go:{...x,calls:[]}", (BoundEvent(Span(21, 39), "go", ()),)),
    ],
)
def test_binding__that_a_tool_has_minified_is_read(table: str, bound: tuple[BoundEvent, ...]) -> None:
    code = f"!function(){{var e={{  {table}}};window[\"rtpsnippets binding\"]=e,rtp('send','event',{{value:e}})}}()"
    assert read(code) == Script(bound=bound)


def test_binding__a_comment_that_names_it_is_none() -> None:
    assert read(f"// rtpsnippets binding\n{_A}").bound is None


# Syntax.


@pytest.mark.parametrize("code", SOUND)
def test_error__there_is_none_in_sound_code(code: str) -> None:
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


def test_error__markup_in_the_source_of_a_program_is_none() -> None:
    code = "import a from 'b'; export const C = () => <b onClick={() => rtp('send', 'event', {value: 'a'})}>x</b>"
    assert read(code).error is None
    assert sent(code) == ["a"]


def test_error__long_code_is_only_looked_at_by_the_parser() -> None:
    assert read("rtp(, 1);" + " " * 200_000).error is None


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("rtp('send', 'event', {value: 'it's'})", ["rtp('send', 'event'"]),
        (f"{_A}; x = ; window.{_B}", ["rtp('send', 'event'", "window.rtp('send', 'event'"]),
        ("rtp?.(`send`, \"event\", {value: 'a'}", ['rtp?.(`send`, "event"']),
        ("x = ; rtp('send', 'view'); rtp('get', 'campaign', true)", []),
        (f"x = ; // {_A}", []),
    ],
)
def test_error__all_calls_of_broken_code_are_unknown(code: str, found: list[str]) -> None:
    calls = read(code).calls
    assert [code[call.span.start : call.span.end] for call in calls] == found
    assert {(call.values, call.reason) for call in calls} <= {(None, "stands in code with a syntax error")}
    assert [call.run for call in calls] == list(range(len(calls)))


def test_error__code_that_only_the_parser_refuses_is_not_understood() -> None:
    script = read(f"yield = 1; {_A}")
    assert script.error is None
    assert [call.reason for call in script.calls] == ["stands in code that isn't understood"]


@pytest.mark.parametrize(
    ("code", "reasons"),
    [
        ("rtp('',t'o`'\\u", []),
        ("{a`\\u;{rtp('','',f(d(l(e,", []),
        ('`t`window.rtp("send","event",{ve"})\\u', ["stands in code that isn't understood"]),
        ('k:(=>{rtp("","",{:t`\\7', []),
        ("/h`\n(function(){y\\2.rtp", []),
        ("rtp\"\"`t`{n(){(''\\u)", []),
    ],
)
def test_error__code_with_what_looks_like_a_template_with_a_tag_is_not_read_as_whole(
    code: str, reasons: list[str]
) -> None:
    # The error is forgiven, as the parser may have made it up; but its tree lacks parts that whole code always has.
    script = read(code)
    assert script.error is None
    assert [call.reason for call in script.calls] == reasons


def test_error__a_call_in_a_whole_string_of_broken_code_is_none() -> None:
    assert read(f'var s = "{_A}"; x = ;').calls == ()


# Limits.


@pytest.mark.parametrize(
    "code",
    [
        *("(rtp," * 300_000, "<rtp " * 300_000, "`${rtp" * 300_000, "a\nrtp" * 200_000),
        "rtp('send', 'event');" * 50_000,
        "rtp('send', 'event', {value: " * 20_000,
        "window." * 20_000 + _A,
        "if(!rtp)return;" * 50_000,
    ],
    ids=lambda code: code[:12],
)
def test_deadline__ends_what_takes_too_long(code: str) -> None:
    with pytest.raises(TooSlowError):
        read(code, 0.05)


def test_deadline__many_other_letters_take_no_time() -> None:
    call = only_call("rtp('send', 'event', {value: '" + "\u00e9" * 1_000_000 + "'})")
    assert call.value == "\u00e9" * 1_000_000
    started = time.process_time()
    assert read("rtp; '" + "\u00e9" * 2_000_000 + "'").error is None
    assert time.process_time() - started < 1
    assert read("rtp; '" + "\u00e9" * 1_500 + "'; a\u201c").error == Span(1510, 1511)


def test_deadline__ends_what_is_looked_for() -> None:
    with pytest.raises(TooSlowError):
        read(f"{_A} // not read before", -1)


def test_memory__what_has_been_read_takes_no_time_again() -> None:
    codes = [f"{_A} // {number}" for number in range(1_000)]
    first = [read(code) for code in codes]
    assert read(codes[-1], -1) is first[-1]
    with pytest.raises(TooSlowError):
        read(codes[0], -1)


def test_memory__no_tree_stays_until_it_is_collected() -> None:
    codes = [*ONE, *(code for code, _ in (*MANY, *UNKNOWN)), *TAGS, *BROKEN_TAGS, *NO_TAGS, *SOUND, *BROKEN]
    gc.collect()
    gc.disable()
    try:
        for code in codes:
            read(f"{code}\n// not read before")
        assert [found.code for found in gc.get_objects() if isinstance(found, Syntax)] == []
    finally:
        gc.enable()


def test_memory__nothing_stays_of_long_code() -> None:
    code = f"{_A}\n//" + "x" * 1_000_000
    read(code)
    tracemalloc.start()
    try:
        assert len(read(f"{code}x").calls) == 1
        assert tracemalloc.get_traced_memory()[0] < 100_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("before", "after"), [("(", ")"), ("function f(){", "}"), ("if(x)", ""), ("(function(){", "})()"), ("!", "")]
)
def test_depth__a_call_far_within_is_found(before: str, after: str) -> None:
    assert sent(f"{before * 3_000}{_A}{after * 3_000}") == ["a"]


def test_depth__a_long_sum_is_put_together() -> None:
    assert sent("rtp('send', 'event', {value: " + "'a'+" * 5_000 + "'a'})") == ["a" * 5_001]


def test_names__one_that_is_used_too_often_is_not_followed() -> None:
    call = only_call("a='x';" * 20_001 + "rtp('send', 'event', {value: a})")
    assert call.reason == 'is the variable "a", which is used too often to follow'
