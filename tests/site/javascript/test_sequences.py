"""How a script makes its calls: one after the other, with a refresh, later, with a guard."""

from __future__ import annotations

import pytest

from rtpsnippets import Event
from tests.site.javascript.known import A
from tests.site.reading import SHOW, B, only_call, read


@pytest.mark.parametrize(
    ("code", "runs"),
    [
        (f"{A}; {B}", [0, 0]),
        (f"{A}\n{B}", [0, 0]),
        (f"{A};;; /* x */ ; // y\n {B}", [0, 0]),
        (f"{A}, {B}", [0, 0]),
        (f"{A}; {SHOW}; {B}", [0, 0]),
        (f"{SHOW}; {A}; {B}", [0, 0]),
        (f"if (window.rtp) {A}; if (window.rtp) {B}", [0, 0]),
        (f"if (window.rtp) {{ {A} }} if (window.rtp) {{ {B} }}", [0, 0]),
        (f"if (window.rtp) {{ {A}; {B} }}", [0, 0]),
        (f"window.rtp && {A}; window.rtp && {B}", [0, 0]),
        (f"window.rtp && ({A}, {B})", [0, 0]),
        (f"function f() {{ {A}; return {B} }}", [0, 0]),
        (f"switch (x) {{ case 1: {A}; {B}; }}", [0, 0]),
        (f"void {A}; !{B}", [0, 0]),
        (f"{A}; f(); {B}", [0, 1]),
        (f"{A}, f(), {B}", [0, 1]),
        (f"{A}; if (window.rtp) {B}", [0, 1]),
        (f"if (x) {A}; if (y) {B}", [0, 1]),
        (f"if (x) {A}; else {B}", [0, 1]),
        (f"x || {A}; x || {B}", [0, 1]),
        (f"function f() {{ {A} }} function g() {{ {B} }}", [0, 1]),
        (f"{A}; {SHOW}; f(); {SHOW}; {B}", [0, 1]),
        (f"x = {A}; x = {B}", [0, 1]),
        (f"f({A}, function () {{ {B} }})", [0, 1]),
    ],
)
def test_runs__are_of_calls_right_after_one_another(code: str, runs: list[int]) -> None:
    assert [call.run for call in read(code).calls] == runs


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        (f"{A}; {SHOW}", [True]),
        (f"{A}; rtp('get', 'campaign', !0)", [True]),
        (f"{A}; {B}; {SHOW}", [True, True]),
        (f"if (window.rtp) {A}; if (window.rtp) {SHOW}", [True]),
        (f"{A}; {SHOW}; {B}", [False, False]),
        (f"{SHOW}; {A}", [False]),
        (f"{A}; f(); {SHOW}", [False]),
        (f"{A}; rtp('get', 'campaign')", [False]),
        (f"{A}; rtp('get', 'campaign', f)", [False]),
        (f"{A}; rtp('get', 'visitor', true)", [False]),
    ],
)
def test_refresh__is_of_the_run_that_it_ends(code: str, shown: list[bool]) -> None:
    assert [call.is_refreshed for call in read(code).calls] == shown


@pytest.mark.parametrize(
    ("code", "is_later"),
    [
        (A, False),
        (f"if (x) {{ {A} }}", False),
        (f"(function () {{ {A} }})()", False),
        (f"(function () {{ {A} }}())", False),
        (f"!function () {{ {A} }}()", False),
        (f"(function () {{ {A} }}).call(this)", False),
        (f"(() => {{ {A} }})()", False),
        (f"(async () => {{ {A} }})()", False),
        (f"class A {{ static {{ {A} }} }}", False),
        (f"function f() {{ {A} }} f()", True),
        (f"var f = function () {{ {A} }}", True),
        (f"x.onclick = () => {A}", True),
        (f"x.addEventListener('click', function () {{ {A} }})", True),
        (f"$(function () {{ (function () {{ {A} }})() }})", True),
        (f"({{ f() {{ {A} }} }})", True),
        (f"(function () {{ {A} }}).bind(this)", True),
        (f"(function* () {{ {A} }})()", True),
    ],
)
def test_later__is_code_in_a_function_that_is_not_called_immediately(code: str, *, is_later: bool) -> None:
    assert only_call(code).is_later is is_later


@pytest.mark.parametrize(
    ("code", "is_guarded"),
    [
        *((f"if ({check}) {A}", True) for check in ("window.rtp", "rtp", "(window.rtp)", "x && window.rtp", "!!rtp")),
        *((f"if ({check}) {A}", True) for check in ("typeof rtp === 'function'", 'typeof window.rtp == "function"')),
        *((f"if ({check}) {A}", True) for check in ("typeof rtp !== 'undefined'", "'undefined' != typeof rtp")),
        *((f"if ({check}) {A}", True) for check in ("window.rtp !== undefined", "rtp != null", "void 0 !== rtp")),
        *((f"if ({check}) {A}", True) for check in ("'rtp' in window", "window['rtp']", "_.isFunction(window.rtp)")),
        (f"window.rtp && {A}", True),
        (f"!window.rtp || {A}", True),
        (f"window.rtp ? {A} : 0", True),
        (f"window.rtp === undefined ? 0 : {A}", True),
        (f"if (!window.rtp) {{}} else {A}", True),
        (f"if (!window.rtp || x) {{}} else {A}", True),
        (f"if (window.rtp) {{ x.onclick = function () {{ {A} }} }}", True),
        ("window.rtp?.('send', 'event', {value: 'a'})", True),
        (f"try {{ {A} }} catch (e) {{}}", True),
        (f"function f() {{ if (!window.rtp) return; {A} }}", True),
        (f"function f() {{ if (typeof rtp === 'undefined') {{ x(); return false }} {A} }}", True),
        (f"if (!window.rtp) throw 1; {A}", True),
        (A, False),
        (f"if (x) {A}", False),
        (f"if (!window.rtp) {A}", False),
        (f"if (window.rtp) {{}} else {A}", False),
        (f"if (window.rtp || x) {A}", False),
        (f"if (window.rtp > 1) {A}", False),
        (f"if (x === undefined) {A}", False),
        (f"if (typeof rtp === x) {A}", False),
        (f"if ('x' in window) {A}", False),
        (f"if (f()) {A}", False),
        (f"if ({'!' * 40}rtp) {A}", False),
        (f"window.rtp || {A}", False),
        (f"x + {A}", False),
        (f"try {{ {A} }} finally {{}}", False),
        (f"function f() {{ if (!window.rtp) return; }} {A}", False),
        (f"function f() {{ if (window.rtp) return; {A} }}", False),
        (f"function f() {{ if (!window.rtp) {{}} {A} }}", False),
        (f"if (x) isF(window.rtp); {A}", False),
        (f"{A}; if (!window.rtp) throw 1;", False),
    ],
)
def test_guard__is_a_check_for_the_function(code: str, *, is_guarded: bool) -> None:
    assert only_call(code).is_guarded is is_guarded


def test_statements__of_our_own_are_one_run_with_guard_and_refresh() -> None:
    event = Event("a", ["1", "2", "3", "4", "5"], guard=True, refresh=True)
    calls = read(" ".join(event.statements)).calls
    assert [call.value for call in calls] == [("1", "2", "3", "4"), ("5",)]
    assert {(call.run, call.is_guarded, call.is_refreshed, call.is_later) for call in calls} == {(0, True, True, False)}
