"""For targets that aren't installed, the command that installs them is shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cms.installed import NODE_PINS
from tests.cms.rows import BY_NAME
from tests.cms.target import Workshop


@pytest.mark.parametrize("name", BY_NAME)
def test_target__is_reported_missing(
    workshop: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("RTPSNIPPETS_ENGINES", str(tmp_path))
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match=r"bash \.ci/engines installs "):
        BY_NAME[name].keep(["x"], workshop)
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match=r"bash \.ci/engines installs "):
        BY_NAME[name].keep(["x"], workshop)


def test_node_pins__name_no_registry() -> None:
    assert '"resolved"' not in NODE_PINS.read_text("utf-8")
