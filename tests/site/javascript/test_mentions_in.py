"""`site.javascript.mentions`: which text counts as a mention of a call."""

from __future__ import annotations

import time

import pytest

from rtpsnippets.site.javascript.mentions import mentions_in
from rtpsnippets.site.javascript.model import Span


@pytest.mark.parametrize(
    "text",
    [
        "rtp('send', 'event', { value: 'a' })",
        'window.rtp("send","event",{})',
        "rtp&&rtp(`send`, `event`)",
        "window['rtp'].call(window, 'send', 'event')",
        "rtp.apply(null, ['send', 'event', x])",
        "rtp(\n  'send', // always\n  'event',\n)",
        "rtp(&quot;send&quot;, &quot;event&quot;)",
        "rtp(&#39;send&#39;, &#x27;event&#x27;)",
        "rtp(&amp;quot;send&amp;quot;,&amp;quot;event&amp;quot;)",
        r"rtp(\u0027send\u0027, \u0027event\u0027)",
        r"{\u0022a\u0022:\u0022rtp(\x27send\x27,\x27event\x27)\u0022}",
        r'echo "<a onclick=\"rtp(\'send\', \'event\')\">";',
        r"\nrtp('send', 'event')",
        r"\u0022rtp('send', 'event')",
        r"\x22rtp('send', 'event')",
        "javascript:%20rtp(%27send%27,%27event%27)",
        "%22rtp('send', 'event')",
    ],
)
def test_mentions_in__finds_a_call_however_it_is_written(text: str) -> None:
    assert len(list(mentions_in(text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "rtp('get', 'campaign', true)",
        "ga('send', 'event', 'a')",
        "_rtp('send', 'event')",
        "rtps('send', 'event')",
        "rtp('sender', 'event')",
        "rtp('send', 'events')",
        "rtp('resend', 'event')",
        "rtp('send', 'prevent')",
        "event, send, rtp",
        f"rtp{' ' * 201}send, event",
        f"rtp, send{' ' * 61}event",
    ],
)
def test_mentions_in__finds_nothing_else(text: str) -> None:
    assert list(mentions_in(text)) == []


def test_mentions_in__has_spans() -> None:
    text = "rtp('send', 'event', 1); rtp('send', 'event', 2)"
    assert list(mentions_in(text)) == [Span(0, 18), Span(25, 43)]
    assert list(mentions_in(text, 1)) == [Span(25, 43)]
    assert list(mentions_in(text, 0, 30)) == [Span(0, 18)]
    assert list(mentions_in("rtp(); rtp('send', 'event')")) == [Span(7, 25)]


@pytest.mark.parametrize("part", ["rtp", "rtp ", "rtp send ", "rtp " + "send " * 39, "rtp\\nrtp"])
def test_mentions_in__is_linear(part: str) -> None:
    start = time.process_time()
    assert list(mentions_in(part * (1_000_000 // len(part)))) == []
    assert time.process_time() - start < 2
