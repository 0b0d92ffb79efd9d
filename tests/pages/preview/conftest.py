"""A reader of the preview for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from tests.pages.preview.reader import Reader


@pytest.fixture
def reader(copying_context: BrowserContext, tmp_path: Path) -> Iterator[Reader]:
    """A reader with a new tab."""
    yield Reader(copying_context, tmp_path)
    for page in copying_context.pages:
        page.close()
