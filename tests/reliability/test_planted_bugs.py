"""The table of planted bugs fits the source, so that the command that plants them can."""

from __future__ import annotations

import pytest

from tests.clean_environment import CHECKOUT
from tests.reliability.bug import Bug
from tests.reliability.bugs import BUGS


@pytest.mark.parametrize("bug", BUGS, ids=lambda bug: bug.what)
def test_planted_bugs__the_text_of_each_is_in_the_source_once_and_its_tests_are_there(bug: Bug) -> None:
    assert (CHECKOUT / bug.file).read_text("utf-8").count(bug.text) == 1
    assert bug.text != bug.becomes
    assert [test for test in bug.tests if not (CHECKOUT / test).exists()] == []
