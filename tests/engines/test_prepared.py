"""For engines that aren't installed, the command that installs them is shown before documents are made."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tests.engines.engine import Engine
from tests.engines.prepared import NODE_PINS, cache, prepared
from tests.engines.rows import ENGINES

_COMMAND = r"bash \.ci/engines installs "


@pytest.fixture(autouse=True)
def _nothing_is_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("RTPSNIPPETS_ENGINES", str(tmp_path))


@pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: engine.name)
def test_engine__is_reported_missing_before_documents_are_made(engine: Engine) -> None:
    with pytest.raises(pytest.skip.Exception, match=_COMMAND):
        engine.find()


def test_prepared__half_an_installation_and_that_of_other_pins_are_none(tmp_path: Path) -> None:
    pins = tmp_path / "pins.txt"
    for version in ("1", "2"):
        pins.write_text(f"x=={version}\n", "utf-8")
        folder = cache() / f"x-{hashlib.sha256(pins.read_bytes()).hexdigest()[:16]}"
        with pytest.raises(pytest.skip.Exception, match=f"needs the x engines: {_COMMAND}them"):
            prepared("x", pins)
        folder.mkdir()
        with pytest.raises(pytest.skip.Exception):
            prepared("x", pins)
        (folder / "ready").touch()
        assert prepared("x", pins) == folder


def test_node_pins__name_no_registry() -> None:
    assert '"resolved"' not in NODE_PINS.read_text("utf-8")
