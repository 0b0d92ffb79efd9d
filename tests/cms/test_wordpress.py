"""WordPress, in addition to the table: its Classic editor and a label, and the RTP tag in the head."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cms.forms import FORMS, event_of
from tests.cms.pages import open_content
from tests.cms.rows import BY_NAME
from tests.cms.target import Workshop
from tests.docs.pages import tag_files
from tests.engines.debian_engines import convert_by_wordpress
from tests.pages.visitor import Visitor, sent
from tests.sites.pages import TAG, TAG_PLACE


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("WordPress, Classic editor, administrator", "Save 10 -- 20..."),
        ("WordPress, Classic editor after the Visual tab, administrator", "Save 10 \u2014 20\u2026"),
    ],
)
def test_visual_tab__changes_a_label_but_not_the_value(
    visitor: Visitor, workshop: Workshop, name: str, label: str
) -> None:
    event = event_of("save", "Save 10 -- 20...", "Save 10 -- 20...")
    (kept,) = BY_NAME[name].keep([FORMS["data button"](event).html], workshop)
    open_content(visitor, kept, [FORMS["data button"](event).event])
    visitor.tab.get_by_text(label, exact=True).click()
    assert visitor.calls == sent("Save 10 -- 20...")


@pytest.mark.parametrize("place", ["must-use plugin", "functions.php"])
def test_tag__is_the_first_script_in_the_head(place: str, visitor: Visitor, tmp_path: Path) -> None:
    ((name, code),) = tag_files("WordPress").items()
    code = code.replace(TAG_PLACE, TAG)
    plugins = tmp_path / "wp-content" / "mu-plugins"
    plugins.mkdir(parents=True)
    functions = code[code.index("add_action") :] if place == "functions.php" else ""
    if not functions:
        (tmp_path / name).write_text(code, "utf-8", newline="\n")
    (head,) = convert_by_wordpress("wordpress-head", [functions], tmp_path, MU_PLUGINS=str(plugins))
    assert isinstance(head, str), head
    assert head.count(TAG) == 1
    assert head.index(TAG) == head.index("<script") < head.index('<meta name="generator"')
    visitor.open(FORMS["script"](event_of("my-event", "MyEvent", "x")).html, head=head)
    assert visitor.calls == sent("MyEvent")
