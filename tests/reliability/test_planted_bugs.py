"""The table of planted bugs fits the source, so that the bugs can be planted."""

from __future__ import annotations

import pytest

from tests.clean_environment import CHECKOUT
from tests.reliability.planted_bugs import BUGS, Bug


@pytest.mark.parametrize("bug", BUGS, ids=lambda bug: bug.what)
def test_planted_bugs__the_text_of_each_is_in_the_source_once_and_its_tests_exist(bug: Bug) -> None:
    assert (CHECKOUT / bug.path).read_text("utf-8").count(bug.text) == 1
    assert bug.text != bug.becomes
    assert (CHECKOUT / bug.tests).exists()
