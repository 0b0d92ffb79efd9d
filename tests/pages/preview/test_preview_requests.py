"""The preview requests nothing, and nothing that is injected into it runs."""

from __future__ import annotations

import pytest

from tests.pages.preview.events import ALL, DOWNLOAD
from tests.pages.preview.reader import Reader


def test_requests__there_is_only_the_page_itself(reader: Reader) -> None:
    reader.open(*ALL)
    for event in ALL:
        for element in reader.card(event.id).locator(".element").all():
            element.locator("button, a").dispatch_event("click")
    reader.copy("trial", "button snippet of trial")
    reader.page.get_by_role("searchbox").fill("trial")
    reader.settle()
    assert reader.outgoing == []
    assert reader.messages == []


@pytest.mark.chromium
def test_policy__what_is_injected_into_the_page_neither_runs_nor_loads(reader: Reader) -> None:
    reader.open(DOWNLOAD)
    refused: dict[str, str | None] = {}
    reader.page.on("requestfailed", lambda request: refused.update({request.url: request.failure}))
    reader.page.evaluate("""() => {
        window.ran = [];
        document.body.insertAdjacentHTML('beforeend', `
            <img src="https://example.com/x.png" onerror="ran.push('img')"><i onclick="ran.push('handler')">x</i>
            <iframe src="https://example.com/"></iframe><form action="https://example.com/"><button>x</button></form>`);
        const script = document.createElement('script');
        script.textContent = "ran.push('script')";
        document.body.append(script);
        document.querySelector('i').click();
        document.querySelector('form').submit();
    }""")
    assert reader.page.evaluate("fetch('https://example.com/').then(() => 'loaded', () => 'blocked')") == "blocked"
    assert reader.page.evaluate("ran") == []
    # The browser only reports the image as blocked; the others don't even appear.
    assert refused == {"https://example.com/x.png": "csp"}
    assert reader.outgoing == [*refused]
    assert all("Content Security Policy" in message for message in reader.messages)
    assert len(reader.messages) >= 5
