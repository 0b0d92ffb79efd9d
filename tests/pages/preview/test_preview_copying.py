"""What is copied from the preview arrives as it was."""

from __future__ import annotations

import pytest

from rtpsnippets import Event, render
from rtpsnippets.snippets.formats import FORMATS
from tests.pages.preview.events import DOWNLOAD, ODD, TRIAL
from tests.pages.preview.reader import Reader


def test_copy__values_and_snippets_arrive_code_unit_for_code_unit(reader: Reader) -> None:
    alone = Event("alone", "Alone")
    reader.open(ODD, TRIAL, alone)
    for at, value in enumerate(ODD.values, 1):
        reader.copy("odd", f"value {at} of odd")
        assert reader.clipboard() == reader.kept(value)
    for event, names in ((TRIAL, ("button", "link", "js")), (alone, ("script", "js"))):
        for name in names:
            reader.copy(event.id, f"{FORMATS[name].title.lower()} snippet of {event.id}")
            assert reader.clipboard() == render(event, name)


def test_copy__is_shown_and_announced(reader: Reader) -> None:
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
def test_copy__without_the_clipboard_api_by_the_command(how: str, reader: Reader) -> None:
    reader.open(ODD)
    reader.page.evaluate(how)
    for at, value in enumerate(ODD.values, 1):
        reader.copy("odd", f"value {at} of odd")
        assert reader.clipboard() == reader.kept(value)


def test_copy__a_failure_is_reported(reader: Reader) -> None:
    reader.open(DOWNLOAD)
    reader.page.evaluate(f"{_MISSING} document.execCommand = () => false;")
    reader.copy("download", "value 1 of download")
    said = reader.page.locator(".said.unseen")
    said.filter(has_text="Not copied value 1 of download").wait_for(state="attached")
