"""Shared by the properties: a definitions file, written again for each example."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rtpsnippets.definitions.load import read_definitions
from rtpsnippets.definitions.validate import Definitions

Load = Callable[[str | bytes, str], Definitions]


@pytest.fixture(scope="session")
def load(tmp_path_factory: pytest.TempPathFactory) -> Load:
    """Load definitions, given as a string or bytes, from a file of this format."""
    folder = tmp_path_factory.mktemp("definitions")

    def load_content(content: str | bytes, input_format: str) -> Definitions:
        path = folder / f"events.{input_format}"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return read_definitions([str(path)])

    return load_content
