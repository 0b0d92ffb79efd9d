"""When the code in a function runs, as far as the code proves it."""

from __future__ import annotations

import pytest

from rtpsnippets.site.javascript.model import Trigger
from tests.site.reading import read

_SEND = "rtp('send', 'event', { value: 'x' });"
_SEEN = "{ if (e.isIntersecting) { SEND o.disconnect(); } }"
_OBSERVE = "o.observe(document.querySelector('#p'));"
_OBSERVE_ALL = "document.querySelectorAll('.p').forEach((p) => o.observe(p));"
_IN = "function () { " + _SEND + " }"


def trigger_of(code: str) -> Trigger | None:
    """The trigger of the call that replaces `SEND` in the code, or of a function with it that replaces `FUNCTION`."""
    [call] = read(code.replace("FUNCTION", _IN).replace("SEND", _SEND)).calls
    return call.trigger


@pytest.mark.parametrize(
    ("code", "on", "selector"),
    [
        # Delays.
        ("setTimeout(FUNCTION, 60000)", "after 60s", ""),
        ("window.setTimeout(() => { SEND }, 60 * 1000)", "after 60s", ""),
        ("var wait = 30; setTimeout(FUNCTION, wait * 1000)", "after 30s", ""),
        ("setTimeout(function () { if (window.rtp) SEND }, 60_000)", "after 60s", ""),
        ("setTimeout(function () { if (!window.rtp) return; SEND }, 60000)", "after 60s", ""),
        ("setTimeout(function () { /* no return */ log('return'); SEND }, 5000)", "after 5s", ""),
        ("setTimeout(track, 5000); function track() { SEND }", "after 5s", ""),
        ("const track = () => { SEND }; setTimeout(track, 5000);", "after 5s", ""),
        ("window.onload = function () { setTimeout(FUNCTION, 5000); }", "after 5s", ""),
        ("setTimeout(function () { setTimeout(FUNCTION, 2000); }, 3000)", "after 5s", ""),
        ("(function () { var timer = setTimeout(FUNCTION, 5000); })()", "after 5s", ""),
        ("function stay(s) { setTimeout(FUNCTION, s * 1000); } stay(60);", "after 60s", ""),
        ("var stay = function (s) { setTimeout(FUNCTION, s * 1000); }; stay(60);", "after 60s", ""),
        # Load.
        ("setTimeout(FUNCTION)", "load", ""),
        ("setTimeout(FUNCTION, 0)", "load", ""),
        ("document.addEventListener('DOMContentLoaded', FUNCTION)", "load", ""),
        ("window.addEventListener('load', FUNCTION)", "load", ""),
        ("addEventListener('load', FUNCTION, false)", "load", ""),
        ("window.onload = FUNCTION", "load", ""),
        ("$(FUNCTION)", "load", ""),
        ("jQuery(document).ready(FUNCTION)", "load", ""),
        ("$(window).on('load', FUNCTION)", "load", ""),
        ("function track() { SEND } track();", "load", ""),
        ("function track() { SEND } window.onload = track;", "load", ""),
        ("function t(t) { t = t || 1; SEND } window.onload = t;", "load", ""),
        ("var track; track = FUNCTION; setTimeout(track, 0);", "load", ""),
        # Clicks and submissions.
        ("document.getElementById('go').addEventListener('click', FUNCTION)", "click", "#go"),
        ("document.getElementById('1 2').addEventListener('click', FUNCTION)", "click", '[id="1 2"]'),
        ("document.querySelector('form.x').addEventListener('submit', FUNCTION, { once: true })", "submit", "form.x"),
        (
            "var form = document.querySelector('#f'); if (form) { form.addEventListener('submit', FUNCTION); }",
            "submit",
            "#f",
        ),
        ("const f = document.querySelector('#f'); f && f.addEventListener('submit', FUNCTION);", "submit", "#f"),
        (
            "$(function () { var f = document.querySelector('#f'); if (!f) return; f.onsubmit = FUNCTION; });",
            "submit",
            "#f",
        ),
        ("document.getElementById('go').onclick = FUNCTION", "click", "#go"),
        (
            "document.querySelectorAll('.a').forEach(function (a) { a.addEventListener('click', FUNCTION); })",
            "click",
            ".a",
        ),
        ("for (const a of document.querySelectorAll('.a')) { a.addEventListener('click', FUNCTION); }", "click", ".a"),
        ("$('.a').on('click', FUNCTION)", "click", ".a"),
        ("$(() => { $('.a').one('click', FUNCTION); })", "click", ".a"),
        ("$('.a').click(FUNCTION)", "click", ".a"),
        ("$('form').submit(FUNCTION)", "submit", "form"),
        ("var $a = $('.a'); $a.on('click', FUNCTION)", "click", ".a"),
        ("jQuery(function ($) { $('.a').click(FUNCTION) })", "click", ".a"),
        ("(function ($) { $('.a').click(FUNCTION) })(jQuery)", "click", ".a"),
        ("import $ from 'jquery'; $('.a').click(FUNCTION)", "click", ".a"),
        ("$('[type=submit]').click(FUNCTION)", "click", "[type=submit]"),
        ("$(document).on('click', '.a', FUNCTION)", "click", ".a"),
        ("$('#list').on('click', '.a', FUNCTION)", "click", "#list .a"),
        ("$('.a').on('click', track).on('focus', f); function track() { SEND }", "click", ".a"),
        (
            "function t() { SEND } $('.a').click(t); document.querySelector('.b').addEventListener('click', t);",
            "click",
            ".a, .b",
        ),
        # In the viewport.
        (f"const o = new IntersectionObserver((es) => {{ es.forEach((e) => {_SEEN}); }}); {_OBSERVE}", "visible", "#p"),
        (
            f"var o = new IntersectionObserver((es) => {{ for (let e of es) {_SEEN} }}); {_OBSERVE}",
            "visible",
            "#p",
        ),
        (f"var o = new IntersectionObserver(([e]) => {_SEEN}); {_OBSERVE_ALL}", "visible", ".p"),
        (
            "new IntersectionObserver((es) => { for (e of es) { if (!e.isIntersecting) continue; SEND } })"
            + _OBSERVE[1:],
            "visible",
            "#p",
        ),
        (
            f"new IntersectionObserver((e) => {{ if (!e[0].isIntersecting) return; SEND }}){_OBSERVE[1:]}",
            "visible",
            "#p",
        ),
    ],
)
def test_trigger__is_known_if_the_code_proves_it(code: str, on: str, selector: str) -> None:
    assert trigger_of(code) == Trigger(on, selector)


@pytest.mark.parametrize(
    "code",
    [
        # Something else may run it, or nobody.
        "function track() { SEND }",
        "function track() { SEND } track.call(window);",
        "function track() { SEND } setTimeout(track, 1000); $('.a').click(track);",
        "var track = FUNCTION; track = other; setTimeout(track, 5000);",
        "form.onSuccess(FUNCTION)",
        "MktoForms2.whenReady(function (form) { form.onSuccess(FUNCTION); })",
        "fetch('/x').then(FUNCTION)",
        "setInterval(FUNCTION, 5000)",
        "run(setTimeout, FUNCTION, 5000)",
        "x.setTimeout(FUNCTION, 5000)",
        "var o = { track: FUNCTION };",
        "class A { track() { SEND } }",
        "x.ready = FUNCTION",
        "[1, 2].forEach(FUNCTION)",
        "document.querySelectorAll('.a').forEach(FUNCTION)",
        # On a condition.
        "if (x) { setTimeout(FUNCTION, 5000); }",
        "setTimeout(function () { if (x) { SEND } }, 5000)",
        "setTimeout(function () { if (!window.rtp) {} else if (x) SEND }, 5000)",
        "setTimeout(function () { if (x) return; SEND }, 5000)",
        "setTimeout(function () { if (x) { log(); throw x; } SEND }, 5000)",
        "setTimeout(function () { while (x) { SEND } }, 5000)",
        "setTimeout(function () { x || SEND }, 5000)",
        "setTimeout(async function () { await x; SEND }, 5000)",
        "$('form').submit(function () { if (!valid(this)) { return false; } SEND })",
        "document.addEventListener('click', function (e) { if (e.target.matches('.a')) { SEND } })",
        "$('.a').on('click', function () { if (e.isIntersecting) { SEND } })",
        "new IntersectionObserver(FUNCTION).observe(document.querySelector('#p'))",
        "if (x) { form.addEventListener('submit', FUNCTION); }",
        "$('form').submit(function () { if (window.rtp && valid) SEND })",
        "$('form').submit(function () { if (!window.rtp || invalid) return; SEND })",
        "new IntersectionObserver((e) => { if (x && e[0].isIntersecting) SEND }).observe(document.querySelector('#p'))",
        "for (const a of document.querySelectorAll('a')) { if (a.hash) continue; a.onclick = FUNCTION; }",
        "for (const a of document.querySelectorAll('a')) { if (a.hash) break; a.onclick = FUNCTION; }",
        "var timer = setTimeout(FUNCTION, 5000); addEventListener('scroll', () => clearTimeout(timer));",
        # Something is not constant.
        "setTimeout(FUNCTION, wait)",
        "setTimeout(FUNCTION, Math.random() * 1000)",
        "function stay(s) { setTimeout(FUNCTION, s * 1000); } stay(60); stay(30);",
        "function stay(s) { setTimeout(FUNCTION, s * 1000); } stay(x);",
        "form.addEventListener('submit', FUNCTION)",
        "document.querySelector(x).addEventListener('click', FUNCTION)",
        "document.createElement('a').addEventListener('click', FUNCTION)",
        "setTimeout(function (a) { a.addEventListener('click', FUNCTION); }, 0)",
        "menu.link.addEventListener('click', FUNCTION)",
        "var o = new IntersectionObserver((es) => { if (es[0].isIntersecting) { SEND } }); o.observe();",
        "var o = new IntersectionObserver((es) => { if (es[0].isIntersecting) { SEND } }); o.disconnect();",
        "document.getElementById('a').addEventListener(x, FUNCTION)",
        "$(x).on('click', FUNCTION)",
        # It is not what it looks like, and the browser never runs it.
        "function $(id) { return document.getElementById(id); } $('a').onclick = FUNCTION",
        "const $ = (id) => document.getElementById(id); $('a').addEventListener('click', FUNCTION);",
        "$('#a').addEventListener('click', FUNCTION)",
        "document.querySelectorAll('.a').onclick = FUNCTION",
        "document.onload = FUNCTION",
        "$(document).on('load', FUNCTION)",
        "window.load = FUNCTION",
        "var form = document.querySelector('form'); form.submit = FUNCTION;",
        "window.onload = FUNCTION; window.onload = function () {};",
        "var track = function* () { SEND }; track();",
        "videojs('intro').ready(FUNCTION)",
        # Not a trigger of a definition.
        "document.addEventListener('click', FUNCTION)",
        "document.getElementById('a').addEventListener('focus', FUNCTION)",
        "document.getElementById('a').addEventListener('load', FUNCTION)",
        "$('.a:visible').on('click', FUNCTION)",
        "$('a[href$=.pdf]').on('click', FUNCTION)",
        "$('.a, .b').on('click', '.c', FUNCTION)",
        "document.getElementById('a').addEventListener('click', function () { setTimeout(FUNCTION, 5000); })",
        "new IntersectionObserver((es) => { if (es[0].isIntersecting) { SEND } }, { threshold: 1 }).observe(p)",
        "new MutationObserver(FUNCTION).observe(document.getElementById('p'))",
    ],
)
def test_trigger__is_unknown_if_the_code_does_not_prove_it(code: str) -> None:
    assert trigger_of(code) is None


def test_trigger__of_functions_that_call_others_many_times_is_fast() -> None:
    code = "".join(f"function f{i}() {{ {f'f{i + 1}(); ' * 30} }}" for i in range(8))
    assert trigger_of(f"{code} function f8() {{ SEND }} f0();") == Trigger("load")


@pytest.mark.parametrize(
    "code", ["SEND", "(function () { SEND })()", "if (window.rtp) SEND", "x(); SEND return false;"]
)
def test_trigger__of_a_call_outside_of_functions_is_that_of_the_code(code: str) -> None:
    assert trigger_of(code) == Trigger("load")


@pytest.mark.parametrize(
    "code", ["if (x) SEND", "if (e.isIntersecting) SEND", "if (x) return; SEND", "x && SEND", "for (;x;) { SEND }"]
)
def test_trigger__of_a_call_on_a_condition_is_unknown_outside_of_functions_too(code: str) -> None:
    assert trigger_of(code) is None


def test_trigger__is_unknown_after_too_many_names() -> None:
    code = "".join(f"function track{at}() {{ {_SEND} }} $('.a').click(track{at}); " for at in range(300))
    known = [call.trigger is not None for call in read(code).calls]
    assert known == sorted(known, reverse=True)
    assert 0 < sum(known) < len(known)
