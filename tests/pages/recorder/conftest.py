"""The panel of the recorder for each test."""

from __future__ import annotations

import pytest

from tests.pages.recorder.panel import Panel
from tests.pages.visitor import Visitor


@pytest.fixture
def panel(visitor: Visitor) -> Panel:
    """The panel on the page of a visitor, with a look into its closed shadow root."""
    return Panel(visitor)
