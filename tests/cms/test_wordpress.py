"""What WordPress's Classic editor does to a snippet beyond what the table says."""

from __future__ import annotations

import pytest

from tests.cms.forms import FORMS, event_of
from tests.cms.pages import open_content
from tests.cms.rows import BY_NAME
from tests.cms.target import Workshop
from tests.pages.visitor import Visitor, sent


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("WordPress, Classic editor, administrator", "Save 10 -- 20..."),
        ("WordPress, Classic editor after the Visual tab, administrator", "Save 10 \u2014 20\u2026"),
    ],
)
def test_visual_tab__lets_wordpress_change_a_label_and_leaves_the_value(
    visitor: Visitor, workshop: Workshop, name: str, label: str
) -> None:
    event = event_of("save", "Save 10 -- 20...", "Save 10 -- 20...")
    (kept,) = BY_NAME[name].keep([FORMS["data button"](event).html], workshop)
    open_content(visitor, kept, [FORMS["data button"](event).event])
    visitor.tab.get_by_text(label, exact=True).click()
    assert visitor.calls == sent("Save 10 -- 20...")
