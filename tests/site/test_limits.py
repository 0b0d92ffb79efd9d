"""What reading a script may take: time, memory, depth."""

from __future__ import annotations

import gc
import time
import tracemalloc

import pytest

from rtpsnippets.limits import TooSlowError
from rtpsnippets.site.javascript.model import Span
from rtpsnippets.site.javascript.syntax import Syntax
from tests.site.javascript.known import MANY, ONE, A
from tests.site.javascript.samples import BROKEN, SOUND
from tests.site.javascript.tags import BROKEN_TAGS, NO_TAGS, TAGS
from tests.site.javascript.unknown import UNKNOWN
from tests.site.reading import only_call, read, sent


@pytest.mark.parametrize(
    "code",
    [
        *("(rtp," * 300_000, "<rtp " * 300_000, "`${rtp" * 300_000, "a\nrtp" * 200_000),
        "rtp('send', 'event');" * 50_000,
        "rtp('send', 'event', {value: " * 20_000,
        "window." * 20_000 + A,
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
        read(f"{A} // not read before", -1)


def test_memory__what_has_been_read_takes_no_time_again() -> None:
    codes = [f"{A} // {number}" for number in range(1_000)]
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
    code = f"{A}\n//" + "x" * 1_000_000
    read(code)
    tracemalloc.start()
    try:
        assert len(read(f"{code}x").calls) == 1
        assert tracemalloc.get_traced_memory()[0] < 100_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("value", ["v", "v + ''", "`${v}`", "[v]"])
def test_memory__a_long_text_that_is_named_too_often_is_too_much(value: str) -> None:
    code = "var v = '" + "x" * 100_000 + "';"
    call = f"rtp('send', 'event', {{value: {value}}});"
    assert len(read(code + call * 100).calls) == 100
    with pytest.raises(MemoryError):
        read(code + call * 600)


def test_memory__code_that_puts_long_texts_together_is_not_kept() -> None:
    tracemalloc.start()
    try:
        for number in range(10):
            read(f"var v = '{'x' * 4_000}';rtp('send', 'event', {{value: [{'v,' * 50}'{number}']}});")
        assert tracemalloc.get_traced_memory()[0] < 1_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("before", "after"), [("(", ")"), ("function f(){", "}"), ("if(x)", ""), ("(function(){", "})()"), ("!", "")]
)
def test_depth__a_call_far_within_is_found(before: str, after: str) -> None:
    assert sent(f"{before * 3_000}{A}{after * 3_000}") == ["a"]


def test_depth__a_long_sum_is_put_together() -> None:
    assert sent("rtp('send', 'event', {value: " + "'a'+" * 5_000 + "'a'})") == ["a" * 5_001]


def test_names__one_that_is_used_too_often_is_not_followed() -> None:
    call = only_call("a='x';" * 20_001 + "rtp('send', 'event', {value: a})")
    assert call.reason == 'depends on the variable "a", which is used too often to follow'
