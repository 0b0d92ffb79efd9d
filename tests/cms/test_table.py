"""The README's table says of each target what the tests hold."""

from __future__ import annotations

from collections.abc import Sequence

from tests.cms.rows import BY_NAME, PLACES, TARGETS
from tests.cms.table import table, with_table
from tests.cms.target import ALL, ONLY_LINKS, Workshop, target
from tests.engines.table import README


def _keep(documents: Sequence[str], _: Workshop) -> Sequence[str]:
    return documents


def test_readme__has_the_table_of_the_rows() -> None:
    text = README.read_text("utf-8")
    assert with_table(text) == text, "write it with: .venv-dev/bin/python -m tests.cms.table"


def test_targets__each_has_a_name_of_its_own() -> None:
    assert len(BY_NAME) == len(TARGETS)


def test_places__are_targets() -> None:
    assert {name for names in PLACES.values() for name in names} <= set(BY_NAME)


def test_table__has_a_line_for_targets_of_a_destination_that_do_the_same() -> None:
    targets = [
        target("a", "1.2", _keep, ALL),
        target("b", "3", _keep, ONLY_LINKS),
        target("c", "4", _keep, ALL),
        target("d", "5", _keep, "other nothing text exact exact exact exact"),
        target("e", "6", _keep, ALL),
    ]
    assert table(targets, {"x": ["a", "c"], "y": ["a", "b"]}).splitlines() == [
        "| target | inline: button, link, script | data: button, link | link with a class | ordinary link | `--for` |",
        "| --- | --- | --- | --- | --- | --- |",
        "| a (1.2); c (4) | ✓ ✓ ✓ | ✓ ✓ | ✓ | ✓ | `x` |",
        "| b (3) | \u2013 ✗ \u2013 | \u2013 ✗ | ✗ | ✓ | `y` |",
        "| d (5) | *other* ✗ *text* | ✓ ✓ | ✓ | ✓ |  |",
        "| e (6) | ✓ ✓ ✓ | ✓ ✓ | ✓ | ✓ |  |",
    ]
