"""Files and folders are distinguished, and denied access is an error, with every Python version."""

from __future__ import annotations

from pathlib import Path

import pytest

from rtpsnippets.filesystem import is_file, is_folder, mode_of


def test_is_folder__follows_a_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path)
    assert is_folder(tmp_path / "link")
    assert not is_file(tmp_path / "link")


@pytest.mark.parametrize("name", ["missing", "file/below", "circle", "a\0b"])
def test_mode_of__is_0_if_nothing_exists(name: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "circle").symlink_to("circle")
    assert mode_of(tmp_path / name) == 0
    assert not is_file(tmp_path / name)


def test_mode_of__denied_access_is_raised(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="too long"):
        mode_of(tmp_path / ("x" * 300))
