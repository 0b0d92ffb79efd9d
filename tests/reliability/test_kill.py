"""A share of the trials that kill builds at random moments."""

from __future__ import annotations

import os
import sys

import pytest

from tests.clean_environment import CHECKOUT, run

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no fork")


def test_build__killed_at_any_moment_tears_nothing_touches_nothing_and_the_next_one_mends_all() -> None:
    # In a process of its own: one with threads is not to be copied.
    ran = run([sys.executable, "-m", "tests.reliability.kill", "--trials", "60"], CHECKOUT)
    assert ran.code == 0, ran.output
    assert "60 trials, 0 complaints" in ran.output
