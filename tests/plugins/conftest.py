"""A folder to build a site in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.plugins.contract import DEFINITIONS


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with definitions, one of which needs the binding, and an empty site."""
    (tmp_path / "events.toml").write_text(DEFINITIONS, "utf-8")
    (tmp_path / "site").mkdir()
    return tmp_path
