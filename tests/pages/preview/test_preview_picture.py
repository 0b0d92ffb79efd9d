"""The manual shows the current preview: the screenshot can be taken again, with the events on its page."""

from __future__ import annotations

import struct
from pathlib import Path

from playwright.sync_api import Browser

from tests.clean_environment import CHECKOUT
from tests.docs.pages import read_page
from tests.pages.preview.picture import HEIGHT, PAGE, PICTURE, WIDTH, take_picture


def _size(png: bytes) -> tuple[int, int]:
    """The width and height, which are at the beginning of a PNG's first chunk."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def test_picture__the_page_shows_one_that_exists() -> None:
    assert f"]({PICTURE.replace('docs/', '../')})" in read_page(PAGE)
    assert _size((CHECKOUT / PICTURE).read_bytes()) == (WIDTH, HEIGHT)


def test_picture__can_be_taken_again(chromium: Browser, tmp_path: Path) -> None:
    assert _size(take_picture(chromium, tmp_path)) == (WIDTH, HEIGHT)
