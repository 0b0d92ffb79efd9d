"""The explanations of parser errors that no case in a definitions file can show."""

from __future__ import annotations

import pytest

from rtpsnippets.definitions.readers.syntax_messages import syntax_problem
from rtpsnippets.errors import Location


@pytest.mark.parametrize(
    "words", ["Illegal trailing comma before end of object", "Illegal trailing comma before end of array"]
)
def test_sayings__know_the_words_of_a_newer_python(words: str) -> None:
    problem = syntax_problem("JSON", words, '{"a": 1,}', Location(line=1, column=8))
    assert str(problem) == ":1:8: not valid JSON: there is a comma after the last item\n    remove it"


@pytest.mark.parametrize("format", ["TOML", "JSON", "YAML"])
def test_sayings__words_that_they_do_not_know_stay_with_the_rules_of_the_format(format: str) -> None:
    problem = syntax_problem(format, "Found a surprise", "x", Location(line=1, column=1))
    assert (problem.what, problem.hint[:7]) == (f"not valid {format}: Found a surprise", f"in {format}")
