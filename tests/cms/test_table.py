"""The manual's table says for each target what the tests assert."""

from __future__ import annotations

from collections.abc import Sequence

from tests.cms.rows import BY_NAME, PLACES, TARGETS
from tests.cms.table import table
from tests.cms.target import ALL, ONLY_LINKS, Workshop, target


def _keep(documents: Sequence[str], _: Workshop) -> Sequence[str]:
    return documents


def test_targets__have_unique_names() -> None:
    assert len(BY_NAME) == len(TARGETS)


def test_places__are_targets() -> None:
    assert {name for names in PLACES.values() for name in names} <= set(BY_NAME)


def test_table__has_one_line_for_targets_of_a_destination_with_the_same_results() -> None:
    targets = [
        target("a", "1.2", _keep, ALL),
        target("b", "3", _keep, ONLY_LINKS),
        target("c", "4", _keep, ALL),
        target("d", "5", _keep, "other nothing text exact exact exact exact"),
        target("e", "6", _keep, ALL),
    ]
    assert table(targets, {"x": ["a", "c"], "y": ["a", "b"]}).splitlines() == [
        "| Target | Inline: button, link, script | Data: button, link | Link with a class | Ordinary link | `--for` |",
        "| --- | --- | --- | --- | --- | --- |",
        "| a (1.2); c (4) | ✓ ✓ ✓ | ✓ ✓ | ✓ | ✓ | `x` |",
        "| b (3) | \u2013 ✗ \u2013 | \u2013 ✗ | ✗ | ✓ | `y` |",
        "| d (5) | *other* ✗ *text* | ✓ ✓ | ✓ | ✓ |  |",
        "| e (6) | ✓ ✓ ✓ | ✓ ✓ | ✓ | ✓ |  |",
    ]
