"""A share of the trials that kill builds at random times."""

from __future__ import annotations

import os
import sys

import pytest

from tests.clean_environment import CHECKOUT, run

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no fork")


def test_build__killed_at_any_time_tears_nothing_touches_nothing_and_the_next_one_repairs_all() -> None:
    # In its own process: one with threads must not be forked.
    ran = run([sys.executable, "-m", "tests.reliability.kill", "--trials", "60"], CHECKOUT)
    assert ran.code == 0, ran.output
    assert "60 trials, 0 complaints" in ran.output
