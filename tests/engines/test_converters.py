"""What an engine can't read is said for its document alone, where the engine can tell; a site fails as a whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.engines.engine import Failure
from tests.engines.rows import BY_NAME


@pytest.mark.parametrize(
    ("name", "bad", "message"),
    [
        ("Nunjucks", "{% x %}", "unknown block tag: x"),
        ("PHP", "<?php x(", "Unclosed"),
        ("Smarty", "{x", "Syntax error"),
    ],
)
def test_convert__a_document_that_fails_stands_among_the_others(
    tmp_path: Path, name: str, bad: str, message: str
) -> None:
    first, second, third = BY_NAME[name].convert(["a\n<b>é😀</b>", bad, "c"], tmp_path)
    assert (first, third) == ("a\n<b>é😀</b>", "c")
    assert isinstance(second, Failure)
    assert message in second.message


@pytest.mark.parametrize(
    ("name", "bad"),
    [("Hugo (a partial)", "{{ x }}"), ("Jekyll (Liquid)", "{% x %}"), ("Eleventy (Liquid)", "{% x %}")],
)
def test_convert__a_site_that_cannot_be_built_fails_for_all_documents(tmp_path: Path, name: str, bad: str) -> None:
    made = BY_NAME[name].convert(["a", bad], tmp_path)
    assert len(made) == 2
    for text in made:
        assert isinstance(text, Failure)
        assert "x" in text.message


@pytest.mark.parametrize("name", ["Hugo (a partial)", "Jekyll (Liquid)", "Eleventy (Liquid)"])
def test_convert__the_pages_of_a_site_are_in_the_order_of_the_documents(tmp_path: Path, name: str) -> None:
    documents = [f"<p>{number} é😀</p>" for number in range(12)]
    assert [str(text).strip() for text in BY_NAME[name].convert(documents, tmp_path)] == documents
