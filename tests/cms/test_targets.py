"""The result of each form in each target is what its row says."""

from __future__ import annotations

import pytest

from tests.cms.forms import FORMS, event_of
from tests.cms.pages import result_of
from tests.cms.rows import BY_NAME
from tests.cms.target import Workshop
from tests.pages.visitor import Visitor

_VALUE = '50% off \u2013 "it\'s" <b>Wordpress</b> & {{ x }} \\ 😀 </script>\n '
_LABEL = "Book a demo"


@pytest.mark.sampled
@pytest.mark.parametrize("name", BY_NAME)
def test_target__gives_the_results_in_the_table(visitor: Visitor, workshop: Workshop, name: str) -> None:
    target = BY_NAME[name]
    pasted = {form: made(event_of("demo", _VALUE, _LABEL)) for form, made in FORMS.items()}
    kept = target.keep([each.html for each in pasted.values()], workshop)
    found = {
        form: result_of(visitor, content, pasted[form].event, _LABEL)
        for form, content in zip(pasted, kept, strict=True)
    }
    assert found == target.results, dict(zip(pasted, kept, strict=True))
