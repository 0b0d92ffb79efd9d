"""Convert the documents in a file with a Python engine, and print the results; see `tests.engines.runner`.

Usage: python -m tests.engines.python.run FILE
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.engines.python import markup, sites, templates

ENGINES = {**templates.ENGINES, **markup.ENGINES}
"""For each engine, by name: returns the function that converts a document."""


def main(file: Path) -> None:
    """Convert the documents in `file`."""
    task = json.loads(file.read_text("ascii"))
    name, documents = task["engine"], task["documents"]
    if name in sites.SITES:
        made: list[object] = [*sites.SITES[name](documents, file.parent)]
    else:
        made = [*_each(ENGINES[name](), documents)]
    sys.stdout.write(json.dumps(made))


def _each(convert: Callable[[str], str], documents: Sequence[str]) -> Iterator[object]:
    for text in documents:
        try:
            yield convert(text)
        except Exception as error:  # noqa: BLE001 (whatever an engine raises is its answer)
            yield {"error": repr(error)}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
