"""A share of the builds into random folders, the same each time."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.reliability import trees


def test_build__in_random_folders_no_file_of_the_user_is_touched(monkeypatch: pytest.MonkeyPatch) -> None:
    counts: Counter[str] = Counter()
    monkeypatch.setattr(trees, "counts", counts)
    trees.run(150, 1)
    done = ("create", "change", "keep", "remove", "leave")
    assert [what for what in done if not counts[f"build: {what}"]] == []
    assert counts["build refused"] >= 50
    assert counts["prepare refused"] >= 10
    assert counts["temporary removed"]
