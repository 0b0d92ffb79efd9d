"""The protocol between the tests and a runner: a program in an engine's language that converts documents.

A runner is given the path of a JSON file, `{"engine": NAME, "documents": [TEXT, ...]}`, and prints an ASCII
JSON list of the engine's output for each, in order; `{"error": MESSAGE}` for a document that fails.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.engines.engine import Failure

_TIMEOUT = 300


def run(
    command: Sequence[str | Path], engine: str, documents: Sequence[str], folder: Path, **variables: str
) -> list[str | Failure]:
    """Give the documents to a runner, which works in `folder`; return its output for each."""
    file = folder / "documents.json"
    file.write_text(json.dumps({"engine": engine, "documents": documents}), "ascii", newline="\n")
    done = subprocess.run(
        [*command, file],
        cwd=folder,
        env={**os.environ, **variables},
        check=False,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="ascii",
        errors="backslashreplace",
        timeout=_TIMEOUT,
    )
    assert done.returncode == 0, f"{engine} ended with {done.returncode}:\n{done.stderr}"
    made: list[str | Mapping[str, str]] = json.loads(done.stdout)
    assert len(made) == len(documents), f"{engine} made {len(made)} of {len(documents)} documents"
    return [text if isinstance(text, str) else Failure(text["error"]) for text in made]
