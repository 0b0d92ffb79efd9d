"""Code that does nothing but send events, and code that does more."""

from __future__ import annotations

import pytest

from rtpsnippets.limits import Deadline
from rtpsnippets.site.javascript.script import read_script

_CALL = "rtp('send', 'event', {value: 'x'})"


@pytest.mark.parametrize(
    "code",
    [
        _CALL,
        f"{_CALL};",
        f" {_CALL} ; {_CALL};\n;",
        f"{_CALL}, {_CALL}",
        f"window.{_CALL}",
        f"({_CALL})",
        f"{{ {_CALL} }}",
        f"void {_CALL}",
        f"{_CALL}; rtp('get', 'campaign', true);",
        f"/* x() */ {_CALL} // y()\n",
        f"return {_CALL};",
        # Its data.
        "var customData = {value: 'x'}; rtp('send', 'event', customData);",
        "let d={'value':[\"x\",'y',],};rtp('send','event',d)",
        # After a check for the function.
        f"if (window.rtp) {_CALL};",
        f"if (window.rtp) {{ {_CALL}; }}",
        f"if (typeof rtp === 'function') {_CALL}",
        f"if (typeof window['rtp'] != \"undefined\") {_CALL}",
        f"window.rtp && {_CALL}",
        f"!!window.rtp && {_CALL}",
        f"'rtp' in window && {_CALL}",
        "window.rtp?.('send', 'event', {value: 'x'})",
    ],
)
def test_code__that_only_sends_is_all_known(code: str) -> None:
    script = read_script(code, Deadline(60))
    assert script.error is None
    assert script.is_all_known


@pytest.mark.parametrize(
    "code",
    [
        "",
        "rtp",
        f"{_CALL}; return false;",
        f"{_CALL}; x()",
        f"x = {_CALL}",
        f"x; {_CALL}",
        f"this.disabled = true; {_CALL}",
        f"{_CALL} || x()",
        f"if (x) {_CALL}",
        f"if (x && window.rtp) {_CALL}",
        f"if (!window.rtp) {_CALL}",
        f"if (window.rtp) {_CALL}; else x()",
        f"if (window.rtp == null) {_CALL}",
        f"return {_CALL}; {_CALL}",
        f"for (;;) {_CALL}",
        f"setTimeout(function () {{ {_CALL} }}, 5)",
        f"(() => {_CALL})",
        f"rtp('send', 'view'); {_CALL}",
        f"window.rtp; {_CALL}",
        f"try {{ {_CALL} }} catch (e) {{}}",
        f"var d = {{value: x()}}; {_CALL}",
        f"var d = {{value: 'x', more: x()}}; {_CALL}",
        f"'x'.y; {_CALL}",
        f"{_CALL}; \ufffc",
        f"{_CALL} +",
    ],
)
def test_code__that_does_more_is_not(code: str) -> None:
    assert not read_script(code, Deadline(60)).is_all_known


def test_code__of_any_length_is_fast() -> None:
    for code in (
        f"{_CALL};" + " ;(" * 50_000,
        f"{_CALL};" + "/*" * 50_000,
        f"{_CALL};var d={{value:[" + "'x'," * 50_000,
    ):
        assert not read_script(code, Deadline(60)).is_all_known
