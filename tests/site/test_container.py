"""A container of Google Tag Manager: which file is one, and what is found in its tags and elsewhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rtpsnippets.limits import Deadline, TooSlowError
from rtpsnippets.site.container import read_container
from rtpsnippets.site.model import Part
from rtpsnippets.site.page_code import SOME_CONTAINER, container_in
from rtpsnippets.site.site_file import read_site_file
from tests.site.containers import ALL_PAGES, PUBLIC_ID, Table, container, tag

CALL = "rtp('send', 'event', { value: 'Sale' });"
SCRIPT = f"<script>{CALL}</script>"


def parts(*tags: Table, **others: list[Table]) -> list[Part]:
    contents = read_container(container(*tags, **others), Deadline(60))  # type: ignore[arg-type]  # more lists
    assert contents
    return list(contents.parts)


def sent(html: str) -> list[object]:
    """What the tag with this HTML sends, or why that is unknown."""
    (part,) = parts(tag(html, ALL_PAGES))
    return [call.value or call.reason for code in part.contents.codes for call in code.script.calls]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[2]",
        '"exportFormatVersion"',
        '{"exportFormatVersion": 2',
        '{"exportFormatVersion": 2}',
        '{"exportFormatVersion": 2, "containerVersion": []}',
        '{"containerVersion": {}}',
        f'<p>"exportFormatVersion": 2, "containerVersion"</p>{SCRIPT}',
    ],
)
def test_container__any_other_file_is_none(text: str, tmp_path: Path) -> None:
    assert read_container(text, Deadline(60)) is None
    path = tmp_path / "a.json"
    path.write_text(text)
    contents = read_site_file(str(path), 10_000, 60).contents
    assert contents
    assert (contents.is_page, len(contents.codes)) == (True, text.count("<script>"))


def test_container__is_known_by_its_content_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "export.txt"
    path.write_text(container(tag(SCRIPT, ALL_PAGES)), "utf-8-sig")
    file = read_site_file(str(path), 10_000, 60)
    assert file.contents
    assert (file.contents.container, len(file.contents.parts)) == (PUBLIC_ID, 1)


def test_container__has_an_id_or_may_have_any() -> None:
    contents = read_container(container(public_id=""), Deadline(60))
    assert contents
    assert (contents.container, contents.parts) == (SOME_CONTAINER, ())


def test_container__stops_at_the_deadline() -> None:
    with pytest.raises(TooSlowError):
        read_container(container(tag(SCRIPT, ALL_PAGES)), Deadline(0))


def test_part__has_the_line_of_its_number_where_no_other_has_that() -> None:
    text = container(tag(f'<script>"tagId": "3"; {CALL}</script>', ALL_PAGES))
    contents = read_container(text, Deadline(60))
    assert contents
    assert [part.line for part in contents.parts] == [1 + text[: text.index('"tagId"')].count("\n")]
    assert [part.line for part in parts(tag(SCRIPT, ALL_PAGES), tag(SCRIPT, ALL_PAGES))] == [None, None]
    assert [part.line for part in parts({**tag(SCRIPT, ALL_PAGES), "tagId": 3})] == [None]


def test_part__is_what_may_send_events() -> None:
    others = [tag("<p>rtp send event</p>", ALL_PAGES), tag("<script>x()</script>", ALL_PAGES), {"type": "html"}]
    mark = tag('<a data-rtp-event="go">Go</a>', ALL_PAGES, name="Mark")
    assert [part.name for part in parts(*others, mark)] == ['tag "Mark"']


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ({"variable": [{"name": "JS", "parameter": [{"key": "javascript", "value": CALL}]}]}, ['variable "JS"']),
        ({"variable": [{"name": "JS", "parameter": [{"value": "x;\nrtp(\n'send',\n'event')"}]}]}, ['variable "JS"']),
        ({"customTemplate": [{"name": "Mine", "templateData": CALL}]}, ['template "Mine"']),
        ({"tag": [{"name": "Image", "type": "img", "parameter": [{"value": CALL}]}]}, ['tag "Image"']),
        ({"variable": [{"name": "Event", "notes": CALL, "type": "v", "isSend": 3}]}, []),
    ],
)
def test_part__what_is_not_read_and_mentions_a_call_is_reported(
    others: dict[str, list[Table]], expected: list[str]
) -> None:
    found = parts(**others)
    assert [part.name for part in found] == expected
    assert [len(part.contents.mentions) for part in found] == [1 for _ in expected]


def call(value: str) -> str:
    return f"<script>rtp('send', 'event', {{ value: {value} }});</script>"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (call("'Menu: {{Click Text}}'"), ['contains "{{Click Text}}", which Google Tag Manager replaces']),
        (call("['Menu', '{{A}}', '{{B}}']"), ['contains "{{A}}", which Google Tag Manager replaces']),
        (call("{{Click Text}}"), ['depends on the variable "{{Click Text}}", which is set elsewhere']),
        # It may come right after a word, and a page may contain our own names.
        (f"<script>function f() {{ return{{{{A}}}} }}; {CALL}</script>", ["Sale"]),
        (f"<script>var x = {{{{A}}}}; {CALL.replace('Sale', 'variable0_')}</script>", ["variable0_"]),
        (call("'variable_0_' + {{A}}"), ['depends on the variable "{{A}}", which is set elsewhere']),
        (f"<script>if ({{{{Page Path}}}} === '/sale') {CALL}</script>", ["Sale"]),
        # Not a variable.
        (call("'{{}} {{ {a} }}'"), ["{{}} {{ {a} }}"]),
    ],
)
def test_variable__its_value_is_unknown(html: str, expected: list[str]) -> None:
    assert sent(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<script>{{Page rtp}}('send', 'event', { value: 'Sale' });</script>", 1),
        ("<script>window.{{rtp}}('send', 'event', { value: 'Sale' });</script>", 1),
        (f"<script>function {{{{Name}}}}() {{ {CALL} }}</script>", 1),
        (f"<script>setTimeout(function () {{ {CALL} }}, {{{{Seconds}}}}000);</script>{SCRIPT}", 1),
        # Not a mention.
        ("<script>{{rtp}}('get', 'campaign', true);</script>", 0),
        ("<script>rtp('get', {{Name}}.);</script>", 0),
    ],
)
def test_variable__in_place_of_code_is_not_read(html: str, expected: int) -> None:
    found = parts(tag(html, ALL_PAGES))
    assert [len(part.contents.mentions) for part in found] == [1] * expected
    assert not any(code.script.error for part in found for code in part.contents.codes)


def test_variable__in_an_element_stays_unchanged() -> None:
    (part,) = parts(tag(f'<button title="{{{{A}}}}" onclick="{CALL}">Buy {{{{B}}}}</button>', ALL_PAGES))
    (code,) = part.contents.codes
    assert (code.element.label, dict(code.element.attributes)["title"]) == ("Buy {{B}}", "{{A}}")


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (
            "j.src='https://www.googletagmanager.com/gtm.js?id='+i+dl;})(window,document,'dataLayer','GTM-AB12');",
            "GTM-AB12",
        ),
        ("//tags.example.com/gtm.js?id=GTM-AB12&l=x", "GTM-AB12"),
        (r"load('https:\/\/www.googletagmanager.com\/gtm.js?' + query)", SOME_CONTAINER),
        ("https://www.googletagmanager.com/gtag/js?id=G-AB12", ""),
        ("/js/gtm.js", ""),
    ],
)
def test_page__loads_a_container(code: str, expected: str) -> None:
    assert container_in(code) == expected


def test_container__of_a_page_sends_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<script>load('/gtm.js?id=GTM-AB12')</script><script>load('/other.js')</script>")
    contents = read_site_file(str(path), 10_000, 60).contents
    assert contents
    assert [(code.container, code.script.calls) for code in contents.codes] == [("GTM-AB12", ())]


def test_format__another_one_is_rejected(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"exportFormatVersion": 1.3, "containerVersion": {}}))
    refusal = "is a Google Tag Manager export in format 1.3; only format 2 is supported"
    assert read_site_file(str(path), 10_000, 60).refusal == refusal
