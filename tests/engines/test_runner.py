"""What a runner makes arrives as it is, and what it can't make turns a test red."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.engines.engine import Failure
from tests.engines.runner import run

_ECHO = "import json, sys; task = json.load(open(sys.argv[1])); "


def test_run__returns_what_was_made_of_each_document_in_order(tmp_path: Path) -> None:
    program = _ECHO + "print(json.dumps([task['engine'], {'error': 'x'}, *task['documents']]))"
    documents = ["\u2028\r\n", "😀"]
    with pytest.raises(AssertionError, match="shout made 4 of 2 documents"):
        run([sys.executable, "-c", program], "shout", documents, tmp_path)
    program = _ECHO + "print(json.dumps([*task['documents'][:2], {'error': 'x'}]))"
    assert run([sys.executable, "-c", program], "echo", [*documents, "y"], tmp_path) == [*documents, Failure("x")]


def test_run__works_in_the_folder_with_the_variables(tmp_path: Path) -> None:
    program = "import json, os; print(json.dumps([os.getcwd(), os.environ['X']]))"
    assert run([sys.executable, "-c", program], "x", ["", ""], tmp_path, X="y") == [str(tmp_path.resolve()), "y"]


def test_run__a_runner_that_ends_with_an_error_is_told(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="x ended with 1:\nno such engine"):
        run([sys.executable, "-c", "import sys; sys.exit('no such engine')"], "x", [""], tmp_path)
