"""The preview in a real Chromium, opened as a file: what a click sends, what is copied, found, reached by keys."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from itertools import chain, zip_longest
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from rtpsnippets import Button, Event, Link, render
from tests.engines.prepared import NODE_PINS, prepared
from tests.hostile import GROUPS, label_form
from tests.pages.reader import Reader, meant
from tests.pages.visitor import sent

WIDE, NARROW = 1280, 360

DOWNLOAD = Event("download", "Download", Button("Get the paper", {"class": "cta"}), "For readers of white papers.")
TALK = Event("talk", ["Sales", "Call me"], link=Link("Talk to us", {"href": "/talk?a=1"}), refresh=True)
PARTNER = Event(
    "partner",
    "Partner",
    link=Link("Partner", {"href": "https://example.com/", "target": "_blank"}),
    carrier="data",
    selector="*",
)
TRIAL = Event("trial", "Trial", Button("Try it"), link=Link("Trial", {"href": "/trial"}), carrier="data")
INTERESTS = Event("interests", ["Pricing", "APIs", "Security", "Cases", "Webinars"], selector="button", on="submit")
OFF = Event("off", "Off", Button("Sold out", {"disabled": True}), guard=True)
SEEN = Event("seen", "Seen", Button("Seen"), carrier="data", on="visible")
LOADED = Event("loaded", "Loaded", Button("Loaded"), carrier="data", on="load", selector="button")
ODD = Event("odd", [" two  blanks ", "a\u200bb\0\r\n'\\"], Button("Odd"))

ALL = (DOWNLOAD, TALK, PARTNER, TRIAL, INTERESTS, OFF, SEEN, LOADED, ODD)


@pytest.fixture(scope="module")
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """One context for all readers: it lets pages read the clipboard, which only the tests do."""
    with contextlib.closing(chromium.new_context(viewport={"width": WIDE, "height": 900})) as made:
        made.grant_permissions(["clipboard-read", "clipboard-write"])
        yield made


@pytest.fixture
def reader(context: BrowserContext, tmp_path: Path) -> Iterator[Reader]:
    """A reader with a new tab."""
    yield Reader(context, tmp_path)
    for page in context.pages:
        page.close()


# What a click sends.


def test_click__the_calls_stand_beside_the_button_in_order(reader: Reader) -> None:
    event = Event("nine", [str(number) for number in range(1, 10)], Button("Nine"), refresh=True)
    reader.open(DOWNLOAD, event)
    reader.element("nine").click()
    assert reader.log("nine") == [
        "rtp('send', 'event', { value: ['1', '2', '3', '4'] });",
        "rtp('send', 'event', { value: ['5', '6', '7', '8'] });",
        "rtp('send', 'event', { value: ['9'] });",
        "rtp('get', 'campaign', true);",
    ]
    assert reader.log("download") == []
    assert reader.messages == []


def test_click__another_one_sends_again_below_a_line(reader: Reader) -> None:
    reader.open(DOWNLOAD)
    reader.element("download").click()
    reader.element("download").click()
    assert reader.log("download") == ["rtp('send', 'event', { value: 'Download' });"] * 2
    assert reader.card("download").locator(".log .last").count() == 1


def test_click__a_link_sends_and_says_where_it_would_lead_but_stays(reader: Reader) -> None:
    reader.open(TALK, PARTNER)
    reader.element("talk", "link").click()
    reader.element("partner", "link").click()
    assert reader.log("talk") == [
        "rtp('send', 'event', { value: ['Sales', 'Call me'] });",
        "rtp('get', 'campaign', true);",
        "It would lead to /talk?a=1.",
    ]
    assert reader.log("partner") == [
        "rtp('send', 'event', { value: 'Partner' });",
        "It would lead to https://example.com/, in a new tab.",
    ]
    assert reader.page.url == reader.file.as_uri()
    assert len(reader.context.pages) == 1


def test_click__a_download_is_said_to_be_one(reader: Reader) -> None:
    reader.open(Event("paper", "Paper", link=Link("Paper", {"href": "/paper.pdf", "download": True})))
    reader.element("paper", "link").click()
    assert reader.log("paper")[1:] == ["It would download /paper.pdf."]


@pytest.mark.parametrize("key", ["Control", "Shift", "Meta"])
def test_click__with_a_key_a_link_opens_nothing_either(key: str, reader: Reader) -> None:
    reader.open(TALK)
    reader.element("talk", "link").click(modifiers=[key])  # type: ignore[list-item]
    assert reader.log("talk")[-1] == "It would lead to /talk?a=1."
    assert len(reader.context.pages) == 1


def test_click__the_middle_button_of_the_mouse_sends_nothing_and_opens_nothing(reader: Reader) -> None:
    reader.open(TALK)
    reader.element("talk", "link").click(button="middle")
    assert reader.log("talk") == ["Nothing was sent.", "It would lead to /talk?a=1."]
    assert len(reader.context.pages) == 1


def test_click__the_right_button_of_the_mouse_does_what_it_does(reader: Reader) -> None:
    reader.open(DOWNLOAD)
    reader.element("download").click(button="right")
    assert reader.log("download") == []


def test_click__the_binding_sends_an_event_once_until_it_starts_over(reader: Reader) -> None:
    reader.open(TRIAL, PARTNER)
    again = ["rtp('send', 'event', { value: 'Trial' });", "Nothing more is sent on this page view."]
    for _ in range(2):
        reader.element("trial").click()
        reader.element("trial", "link").click()
        assert reader.log("trial") == [*again, "It would lead to /trial."]
        with reader.page.expect_navigation():
            reader.card("trial").get_by_role("button", name="Start over").click()
        assert reader.log("trial") == []
    assert reader.messages == []


@pytest.mark.parametrize("event", [INTERESTS, OFF, SEEN, LOADED], ids=lambda event: event.id)
def test_run__sends_what_no_click_on_an_element_sends(event: Event, reader: Reader) -> None:
    reader.open(event)
    reader.card(event.id).get_by_role("button", name="Run the calls").click()
    assert meant(reader.context, reader.log(event.id)) == sent(
        *(value if isinstance(value, str) else list(value) for value in event.batches)
    )


def test_click__a_disabled_button_and_another_moment_send_nothing(reader: Reader) -> None:
    reader.open(OFF, LOADED)
    assert reader.element("off").is_disabled()
    reader.element("loaded").click()
    assert reader.log("loaded") == ["Nothing was sent."]
    assert reader.log("off") == []


def test_load__nothing_is_sent_and_the_controls_of_the_page_send_nothing(reader: Reader) -> None:
    reader.open(*ALL)
    reader.copy("download", "value 1 of download")
    reader.page.get_by_role("button", name="Dark").click()
    reader.page.wait_for_timeout(1500)  # the binding looks for its elements each second
    assert reader.page.locator(".log li").count() == 0
    assert reader.messages == []


def test_log__shows_what_cannot_be_seen(reader: Reader) -> None:
    reader.open(ODD)
    reader.element("odd").click()
    assert reader.log("odd") == [
        "rtp('send', 'event', { value: [' two  blanks ', 'a\\u200bb\\u0000\\r\\n\\'\\\\'] });",
    ]
    marked = reader.card("odd").locator(".log mark").all_text_contents()
    assert marked == [" ", "  ", " ", "\\u200b", "\\u0000", "\\r", "\\n", "\\'", "\\\\"]
    shown = reader.card("odd").locator(".values mark").all_text_contents()
    assert shown == [" ", "  ", " ", "\\u200b", "\\u0000", "\\r", "\\n"]


def test_log__tells_what_an_own_snippet_sends_and_that_its_code_fails(reader: Reader, tmp_path: Path) -> None:
    (tmp_path / "button.html").write_text('<b onclick="{{ calls }} rtp(null, [], {}, 1); missing();">{{ label }}</b>')
    reader.open(DOWNLOAD, templates=tmp_path)
    reader.card("download").locator(".element b").click()
    assert reader.log("download") == [
        "rtp('send', 'event', { value: 'Download' });",
        "rtp(null, [], {}, 1);",
        "The code of this snippet failed: Uncaught ReferenceError: missing is not defined",
    ]


def test_log__is_announced_and_can_be_scrolled_by_keys_once_it_is_long(reader: Reader) -> None:
    reader.open(DOWNLOAD)
    log = reader.card("download").get_by_role("log", name="Calls sent by download")
    assert log.get_attribute("tabindex") is None
    reader.page.evaluate("""() => {
        const button = document.querySelector('.element').shadowRoot.querySelector('button');
        for (let click = 0; click < 30; click += 1) { button.click(); }
    }""")
    assert log.get_attribute("tabindex") == "0"
    assert log.evaluate("log => log.scrollTop + log.clientHeight >= log.scrollHeight - 1")


@pytest.mark.parametrize("name", ["event", "copy", "run", "bar", "count", "said", "theme", "rtpsnippets", "find"])
def test_element__its_names_are_in_nobody_s_way(name: str, reader: Reader) -> None:
    attributes: dict[str, str | bool] = {"id": name, "class": name, "name": name, "data-theme": "dark"}
    reader.open(Event("go", "Go!", Button("Go", attributes)), DOWNLOAD)
    reader.element("go").click()
    assert reader.log("go") == ["rtp('send', 'event', { value: 'Go!' });"]
    reader.copy("download", "value 1 of download")
    assert reader.clipboard() == "Download"
    reader.page.keyboard.press("/")
    reader.page.keyboard.type("go!")
    assert reader.found() == ["go"]
    assert reader.messages == []


# Copying.


def test_copy__values_and_snippets_arrive_code_unit_for_code_unit(reader: Reader) -> None:
    reader.open(ODD, TRIAL)
    for at, value in enumerate(ODD.values, 1):
        reader.copy("odd", f"value {at} of odd")
        assert reader.clipboard() == value
    for name, title in {"button": "button", "link": "link", "js": "javascript", "script": "script"}.items():
        reader.copy("trial", f"{title} snippet of trial")
        assert reader.clipboard() == render(TRIAL, name)


def test_copy__says_so_to_the_eye_and_to_the_ear(reader: Reader) -> None:
    reader.open(DOWNLOAD)
    reader.copy("download", "value 1 of download")
    assert reader.card("download").locator(".copy").first.inner_text().startswith("Copied")
    said = reader.page.locator(".said.unseen")
    said.filter(has_text="Copied value 1 of download").wait_for(state="attached")
    assert said.get_attribute("role") == "status"
    reader.card("download").get_by_role("button", name="Copy value 1 of download").wait_for()


_MISSING = "Object.defineProperty(navigator, 'clipboard', { value: undefined });"
_REFUSED = "navigator.clipboard.writeText = () => Promise.reject(new Error('no')); undefined;"


@pytest.mark.parametrize("how", [_MISSING, _REFUSED], ids=["missing", "refused"])
def test_copy__without_the_clipboard_of_the_page_by_the_command(how: str, reader: Reader) -> None:
    reader.open(ODD)
    reader.page.evaluate(how)
    for at, value in enumerate(ODD.values, 1):
        reader.copy("odd", f"value {at} of odd")
        assert reader.clipboard() == value


def test_copy__that_fails_says_so(reader: Reader) -> None:
    reader.open(DOWNLOAD)
    reader.page.evaluate(f"{_MISSING} document.execCommand = () => false;")
    reader.copy("download", "value 1 of download")
    said = reader.page.locator(".said.unseen")
    said.filter(has_text="Not copied value 1 of download").wait_for(state="attached")


# Searching.


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("download", ["download"]),  # an id
        ("READERS of", ["download"]),  # a description, in any case and order of words
        ("papers readers", ["download"]),
        ("pricing", ["interests"]),  # a value
        ("sold out", ["off"]),  # the label of a button
        ("talk to", ["talk"]),  # that of a link
        ("ｏｄｄ", ["odd"]),  # noqa: RUF001 (full-width letters are letters)
        ("  ", [event.id for event in ALL]),
        ("no such event", []),
    ],
)
def test_search__finds_events_by_what_a_person_knows(text: str, found: list[str], reader: Reader) -> None:
    reader.open(*ALL)
    reader.page.get_by_role("searchbox", name="Search events").fill(text)
    assert reader.found() == found
    said = "9 events" if len(found) == len(ALL) else f"{len(found)} of 9 events"
    assert reader.page.locator(".count").text_content() == said
    assert reader.page.get_by_text("No event matches.").is_visible() is (found == [])


def test_search__can_be_cleared_where_nothing_is_found(reader: Reader) -> None:
    reader.open(*ALL)
    reader.page.get_by_role("searchbox").fill("no such event")
    reader.page.get_by_role("button", name="Clear the search").click()
    assert len(reader.found()) == len(ALL)
    assert reader.focused() == "Search by name, value or label"


# Keys.


def test_keys__all_is_done_without_a_mouse_and_the_focus_is_seen(reader: Reader) -> None:
    reader.open(TALK, TRIAL, INTERESTS)
    keys = reader.page.keyboard
    keys.press("Tab")
    reached = []
    while reader.page.evaluate("document.activeElement !== document.body"):
        reached.append(reader.focused())
        if reached[-1].startswith(("Talk to us", "Try it", "Run the calls")):
            keys.press("Enter" if reached[-1] == "Talk to us" else "Space")
        assert _has_outline(reader), reached[-1]
        keys.press("Tab")
    assert reached[:8] == [
        *("Search by name, value or label", "Dark", "Copy value 1 of talk", "Copy value 2 of talk", "Talk to us"),
        *(f"Copy {name} snippet of talk" for name in ("link", "javascript", "script")),
    ]
    assert reader.log("talk")[0] == "rtp('send', 'event', { value: ['Sales', 'Call me'] });"
    assert reader.log("trial")[0] == "rtp('send', 'event', { value: 'Trial' });"
    assert len(reader.log("interests")) == 2


def _has_outline(reader: Reader) -> bool:
    style: str = reader.page.evaluate("""() => {
        let node = document.activeElement;
        while (node.shadowRoot && node.shadowRoot.activeElement) { node = node.shadowRoot.activeElement; }
        const { outlineStyle, outlineWidth } = getComputedStyle(node);
        return outlineStyle + ' ' + outlineWidth;
    }""")
    return style == "solid 3px"


def test_keys__copy(reader: Reader) -> None:
    reader.open(DOWNLOAD)
    reader.card("download").locator(".copy").first.press("Enter")
    reader.page.locator(".said.unseen", has_text="Copied").wait_for(state="attached")
    assert reader.clipboard() == "Download"


def test_keys__a_slash_goes_to_the_search_and_escape_clears_it(reader: Reader) -> None:
    reader.open(*ALL)
    reader.page.keyboard.press("/")
    assert reader.focused() == "Search by name, value or label"
    reader.page.keyboard.type("a/b")
    assert reader.found() == []
    reader.page.keyboard.press("Escape")
    assert len(reader.found()) == len(ALL)
    assert reader.page.get_by_role("searchbox").input_value() == ""
    assert reader.focused() == "Search by name, value or label"


@pytest.mark.parametrize("key", ["Control+/", "Alt+/", "Meta+/"])
def test_keys__a_slash_with_another_key_belongs_to_the_browser(key: str, reader: Reader) -> None:
    reader.open(DOWNLOAD)
    reader.page.keyboard.press(key)
    assert reader.focused() != "Search by name, value or label"


def test_keys__the_focus_is_not_covered_by_the_bar(reader: Reader) -> None:
    reader.open(*ALL)
    reader.page.locator(".copy").last.focus()
    for _ in range(12):
        reader.page.keyboard.press("Shift+Tab")
        top, below = reader.page.evaluate("""() => [
            document.activeElement.getBoundingClientRect().top,
            document.querySelector('.bar').getBoundingClientRect().bottom,
        ]""")
        assert top >= below


# How it looks: for everybody, at any width, in light and dark.


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_axe__finds_no_violation(width: int, scheme: str, chromium: Browser, tmp_path: Path) -> None:
    axe = prepared("node", NODE_PINS) / "node_modules" / "axe-core" / "axe.min.js"
    # So tall that all of it is in the window.
    options = {"viewport": {"width": width, "height": 9000}, "color_scheme": scheme}
    with contextlib.closing(chromium.new_context(**options)) as own:  # type: ignore[arg-type]
        reader = Reader(own, tmp_path)
        reader.open(*ALL)
        for event in (TALK, PARTNER):
            reader.element(event.id, "link").click()
        reader.element("odd").click()
        reader.copy("download", "value 1 of download")
        found = _violations(reader, axe)
        assert found == []
        reader.page.get_by_role("searchbox").fill("no such event")
        assert _violations(reader, axe) == []
        reader.page.get_by_role("searchbox").fill("")
        reader.page.get_by_role("button", name="Dark").click()
        assert _violations(reader, axe) == []


def _violations(reader: Reader, axe: Path) -> list[object]:
    """What axe-core finds, with all of its rules; what it can't decide of a contrast counts, too."""
    reader.page.evaluate(axe.read_text("utf-8"))
    found: list[object] = json.loads(
        reader.page.evaluate("""axe.run().then(({ violations, incomplete }) => JSON.stringify(
            [...violations, ...incomplete.filter(rule => rule.id === 'color-contrast')]
                .flatMap(rule => rule.nodes.map(node => [rule.id, node.target, node.failureSummary]))
        ))""")
    )
    return found


@pytest.mark.parametrize("width", [NARROW, 390, 768, WIDE])
def test_width__nothing_has_to_be_scrolled_sideways(width: int, reader: Reader) -> None:
    reader.page.set_viewport_size({"width": width, "height": 800})
    reader.open(*ALL, *_hostile())
    assert reader.page.evaluate("document.documentElement.scrollWidth") == width
    wide = "[...document.querySelectorAll('.event')].filter(card => card.scrollWidth > card.clientWidth).length"
    assert reader.page.evaluate(wide) == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_theme__is_the_system_s_until_it_is_chosen_and_then_stays(
    scheme: str, chromium: Browser, tmp_path: Path
) -> None:
    with contextlib.closing(chromium.new_context(color_scheme=scheme)) as own:  # type: ignore[arg-type]
        reader = Reader(own, tmp_path)
        reader.open(DOWNLOAD)
        button = reader.page.get_by_role("button", name="Dark")
        ground = "getComputedStyle(document.body).backgroundColor"
        grounds = {"light": "rgb(245, 246, 248)", "dark": "rgb(15, 18, 23)"}
        other = "light" if scheme == "dark" else "dark"
        assert (reader.page.evaluate(ground), button.get_attribute("aria-pressed")) == (
            grounds[scheme],
            str(scheme == "dark").lower(),
        )
        button.click()
        for _ in range(2):
            assert (reader.page.evaluate(ground), button.get_attribute("aria-pressed")) == (
                grounds[other],
                str(other == "dark").lower(),
            )
            reader.page.reload()
        assert reader.messages == []


def test_theme__works_where_nothing_can_be_remembered(reader: Reader) -> None:
    reader.page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })")
    reader.open(DOWNLOAD)
    button = reader.page.get_by_role("button", name="Dark")
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    assert reader.messages == []


def test_without_scripts__all_events_are_there_and_no_control_that_does_nothing(
    chromium: Browser, tmp_path: Path
) -> None:
    with contextlib.closing(chromium.new_context(java_script_enabled=False)) as own:
        reader = Reader(own, tmp_path)
        reader.open(*ALL)
        assert reader.page.locator(".event:visible").count() == len(ALL)
        assert reader.page.locator("button:visible, input:visible, a:visible").count() == 0
        assert reader.page.get_by_text("let this page run JavaScript").is_visible()


# What it asks for, and what it lets run.


def test_requests__there_is_none_but_for_the_page_itself(reader: Reader) -> None:
    reader.open(*ALL)
    for event in ALL:
        for element in reader.card(event.id).locator(".element").all():
            element.locator("button, a").dispatch_event("click")
    reader.copy("trial", "button snippet of trial")
    reader.page.get_by_role("searchbox").fill("trial")
    reader.settle()
    assert reader.requests == [reader.file.as_uri()]
    assert reader.messages == []


def test_policy__what_gets_into_the_page_neither_runs_nor_loads(reader: Reader) -> None:
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
    # The browser tells of the picture, which it refuses to ask for; of the others it doesn't even tell.
    assert refused == {"https://example.com/x.png": "csp"}
    assert reader.requests == [reader.file.as_uri(), *refused]
    assert all("Content Security Policy" in message for message in reader.messages)
    assert len(reader.messages) >= 5


# Hostile texts.


def _hostile() -> list[Event]:
    """Events with 150 of the hostile texts, as many from each group: as value, label, attribute and description."""
    rounds = chain.from_iterable(zip_longest(*GROUPS.values()))
    texts = list(dict.fromkeys(text for text in rounds if text is not None))[:150]
    return [
        Event(
            f"e{at}",
            [text, "b"],
            Button(label_form(text), {"title": label_form(text), "class": label_form(text)}),
            text,
            link=Link(label_form(text), {"href": f"./{label_form(text)}"}),
            carrier="data" if at % 2 else "inline",
        )
        for at, text in enumerate(texts)
    ]


_NAMES = """() => {
    const names = new Set();
    const see = root => root.querySelectorAll('*').forEach(node => {
        names.add(node.localName);
        if (node.shadowRoot) { see(node.shadowRoot); }
    });
    see(document);
    return [...names];
}"""
_CLICK_ALL = """async () => {
    const logs = [];
    for (const card of document.querySelectorAll('.event')) {
        for (const element of card.querySelectorAll('.element')) {
            element.shadowRoot.firstElementChild.click();
        }
        logs.push([...card.querySelectorAll('.log li')].map(line => line.textContent));
    }
    return JSON.stringify(logs);
}"""
_COPY_ALL = """async () => {
    const copied = [];
    for (const card of document.querySelectorAll('.event')) {
        const texts = [];
        for (const button of card.querySelectorAll('.copy')) {
            button.click();
            while (button.firstChild.textContent === 'Copy') { await new Promise(resolve => setTimeout(resolve)); }
            texts.push(await navigator.clipboard.readText());
        }
        copied.push(texts);
    }
    return JSON.stringify(copied);
}"""


def test_hostile__nothing_runs_and_every_copy_and_call_is_exact(reader: Reader) -> None:
    events = _hostile()
    assert len(events) == 150
    reader.open(*ALL)
    harmless = reader.page.evaluate(_NAMES)
    reader.open(*events)
    assert set(reader.page.evaluate(_NAMES)) <= set(harmless)
    assert reader.page.locator(".event").count() == 150
    logs = json.loads(reader.page.evaluate(_CLICK_ALL))
    shown = [line for log in logs for line in log if line.startswith("rtp(")]
    expected = [[event.value] * (1 if event.carrier == "data" else 2) for event in events]
    assert meant(reader.context, shown) == sent(*map(list, chain.from_iterable(expected)))
    copied = json.loads(reader.page.evaluate(_COPY_ALL))
    assert copied == [
        [*event.values, *(render(event, name) for name in ("button", "link", "js", "script"))] for event in events
    ]
    assert (reader.messages, reader.requests) == ([], [reader.file.as_uri()] * 2)


def test_hostile__labels_and_descriptions_are_seen_as_they_are(reader: Reader) -> None:
    events = _hostile()
    reader.open(*events)
    shown = json.loads(
        reader.page.evaluate("""JSON.stringify([...document.querySelectorAll('.event')].map(card => [
            card.querySelector('.element').shadowRoot.querySelector('button').textContent,
            card.querySelector('.element').shadowRoot.querySelector('button').title,
            [...card.querySelector('.description').childNodes].map(node => node.nodeName === 'MARK'
                ? JSON.parse('"' + node.textContent + '"') : node.textContent).join(''),
        ]))""")
    )
    assert shown == [[label_form(event.description)] * 2 + [event.description] for event in events]
