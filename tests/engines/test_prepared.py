"""Engines that aren't installed are named with the command that installs them; they skip, in CI they fail."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tests.engines.engine import Engine
from tests.engines.prepared import NODE_PINS, cache, installed, prepared
from tests.engines.rows import ENGINES


@pytest.fixture
def pins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that pins packages, and an empty cache."""
    monkeypatch.setenv("RTPSNIPPETS_ENGINES", str(tmp_path / "cache"))
    file = tmp_path / "pins.txt"
    file.write_text("x==1\n", "utf-8")
    return file


def _folder_of(pins: Path) -> Path:
    """Make the folder that `.ci/engines` makes, without what is in it."""
    folder = cache() / f"x-{hashlib.sha256(pins.read_bytes()).hexdigest()[:16]}"
    folder.mkdir(parents=True)
    return folder


def test_cache__is_where_the_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.delenv("RTPSNIPPETS_ENGINES", raising=False)
    assert cache() == Path.home() / ".cache" / "rtpsnippets-engines"
    monkeypatch.setenv("XDG_CACHE_HOME", "/shared")
    assert cache() == Path("/shared/rtpsnippets-engines")
    monkeypatch.setenv("RTPSNIPPETS_ENGINES", "/own")
    assert cache() == Path("/own")


def test_prepared__is_the_folder_with_the_digest_of_the_pins(pins: Path) -> None:
    folder = _folder_of(pins)
    (folder / "ready").touch()
    assert prepared("x", pins) == folder


def test_prepared__other_pins_skip_and_name_the_command(pins: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match=r"needs the x engines: bash \.ci/engines installs them"):
        prepared("x", pins)


def test_prepared__fails_in_ci(pins: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="needs the x engines"):
        prepared("x", pins)


def test_prepared__half_an_installation_is_none(pins: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    _folder_of(pins)
    with pytest.raises(pytest.skip.Exception):
        prepared("x", pins)


@pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: engine.name)
def test_engine__is_missed_before_documents_are_made(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("RTPSNIPPETS_ENGINES", str(tmp_path))
    with pytest.raises(pytest.skip.Exception):
        engine.find()


def test_installed__skips_and_says_what_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match=r"needs no-such-program: bash \.ci/engines installs it"):
        installed("no-such-program")


def test_installed__fails_in_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="this test needs no-such-program"):
        installed("no-such-program")


def test_node_pins__name_no_registry() -> None:
    assert '"resolved"' not in NODE_PINS.read_text("utf-8")
