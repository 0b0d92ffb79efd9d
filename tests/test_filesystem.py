"""What stands at a path is told apart, and a refusal of the system is no "no", with every Python."""

from __future__ import annotations

from pathlib import Path

import pytest

from rtpsnippets.filesystem import is_file, is_folder, mode_of


def test_is_folder__follows_a_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path)
    assert is_folder(tmp_path / "link")
    assert not is_file(tmp_path / "link")


@pytest.mark.parametrize("name", ["missing", "file/below", "circle", "a\0b"])
def test_mode_of__where_nothing_is_it_is_0(name: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "circle").symlink_to("circle")
    assert mode_of(tmp_path / name) == 0
    assert not is_file(tmp_path / name)


def test_mode_of__a_refusal_is_raised(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="too long"):
        mode_of(tmp_path / ("x" * 300))
