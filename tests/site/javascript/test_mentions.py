"""Text with `rtp`, `send` and `event` in a script that is not a known call."""

from __future__ import annotations

import pytest

from tests.site.javascript.known import A
from tests.site.reading import read


def _mentions(code: str) -> list[tuple[str, bool]]:
    return [(code[mention.span.start : mention.span.end], mention.is_text) for mention in read(code).mentions]


@pytest.mark.parametrize(
    "before",
    [
        "player.",
        "function f() { this.",
        "x?.",
        "function f(rtp) { ",
        "import rtp from 'x'; ",
        "(function (rtp) { ",
        "try { f() } catch (rtp) { ",
        "function f(window) { window.",
        "f(function (w) { w.",
        "with (x) { ",
    ],
)
def test_mention__is_a_call_of_what_may_be_another_function(before: str) -> None:
    end = " }" * (before.count("{") - before.count("}"))
    end += ")" if before.startswith(("(", "f(")) else ""
    assert _mentions(f"{before}{A}{end}") == [("rtp('send', 'event", False)]


def test_mention__is_a_call_of_what_a_parameter_gets_by_call() -> None:
    assert _mentions(f"(function (w) {{ w.{A} }}).call(x, window)") == [("rtp('send', 'event", False)]


def test_mention__is_a_name_that_is_computed() -> None:
    code = "var n = 'rtp'; x[n]('send', 'event', {value: 'a'})"
    assert _mentions(code) == [("rtp'; x[n]('send', 'event", False)]


@pytest.mark.parametrize(
    "code",
    [
        f'x = "{A}"',
        f'x.innerHTML = `<a onclick="{A}">`',
        f'x.innerHTML = `<a id=${{y}} onclick="{A}">`',
        "x = '<a onclick=\"rtp(\\'send\\', \\'event\\', {value: 1})\">'",
        "x = /rtp.'send', 'event'/",
        f'setTimeout("{A}", 9)',
    ],
)
def test_mention__in_a_string_is_text(code: str) -> None:
    assert [is_text for _, is_text in _mentions(code)] == [True]


@pytest.mark.parametrize(
    "code",
    [
        A,
        f"// {A}",
        f"/* {A} */",
        "rtp('send', 'view'); x.on('click', function (event) { y(event) })",
        "if (window.rtp) { form.send(event) }",
        "(function (r) { r('send', 'event', {value: 'a'}) })(window.rtp)",
        "(function (rtp) { rtp('send', 'event', {value: 'a'}) })(window.rtp)",
        "rtp.call(null, 'send', 'event', x)",
    ],
)
def test_mention__is_not_what_is_read(code: str) -> None:
    assert _mentions(code) == []


@pytest.mark.parametrize(
    "code",
    [
        "function f(rtp) { g({rtp}) }",
        "function f({rtp, time}) { packets.push({rtp, time}) }",
        "for (const {rtp} of packets) { g(rtp) }",
        "function f() { const {rtp} = packet; g({rtp}) }",
    ],
)
def test_variable__with_the_name_of_the_function_is_not_handed_on(code: str) -> None:
    script = read(code)
    assert (script.calls, script.mentions) == ((), ())
