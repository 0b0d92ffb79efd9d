"""The preview in WebKit: its elements send what they should, and what is copied arrives exactly."""

from __future__ import annotations

import json
from itertools import chain
from pathlib import Path

from selenium.webdriver.common.keys import Keys

from rtpsnippets import render, render_preview
from tests.engines.webkit import WebKitPage
from tests.pages.preview.events import DOWNLOAD, hostile_events
from tests.pages.preview.reader import CALLS_SHOWN, CLICK_ALL
from tests.pages.visitor import sent


def test_webkit__every_call_is_exact(webkit: WebKitPage, tmp_path: Path) -> None:
    events = hostile_events()
    _open(webkit, tmp_path, render_preview(events))
    logs = json.loads(webkit.evaluate(CLICK_ALL))
    _open(webkit, tmp_path, "<p>x</p>")  # it has no policy, which would block running the calls
    calls = json.loads(webkit.evaluate(CALLS_SHOWN, [line for log in logs for line in log if line.startswith("rtp(")]))
    expected = [[event.value] * (1 if event.carrier == "data" else 2) for event in events]
    assert calls == sent(*map(list, chain.from_iterable(expected)))


def test_webkit__copies_are_exact(webkit: WebKitPage, tmp_path: Path) -> None:
    _open(webkit, tmp_path, render_preview([DOWNLOAD]))
    copies = {".values": "Download", ".snippets li:first-child": render(DOWNLOAD, "button")}
    webkit.evaluate("document.querySelector('.event').scrollIntoView()")  # the driver does not support it
    for where, text in copies.items():
        webkit.click(f"{where} .copy")
        webkit.fill("input[type=search]", Keys.CONTROL + "av")
        assert webkit.evaluate("document.querySelector('input[type=search]').value") == text


def _open(webkit: WebKitPage, folder: Path, preview: str) -> None:
    page = folder / "preview.html"
    page.write_text(preview, "utf-8", newline="\n")
    webkit.goto(page.as_uri())
