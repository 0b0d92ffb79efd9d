"""The README shows the preview as it is: its picture can be made anew, of the README's own events."""

from __future__ import annotations

import struct
from pathlib import Path

from playwright.sync_api import Browser

from tests.clean_environment import CHECKOUT
from tests.docs.readme import README
from tests.pages.preview.picture import HEIGHT, PICTURE, WIDTH, take_picture


def _size(png: bytes) -> tuple[int, int]:
    """Width and height, which stand at the beginning of a PNG's first chunk."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def test_picture__the_readme_shows_one_that_is_there() -> None:
    assert f"]({PICTURE})" in README.read_text("utf-8")
    assert _size((CHECKOUT / PICTURE).read_bytes()) == (WIDTH, HEIGHT)


def test_picture__can_be_made_anew(chromium: Browser, tmp_path: Path) -> None:
    assert _size(take_picture(chromium, tmp_path)) == (WIDTH, HEIGHT)
