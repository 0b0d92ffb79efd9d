"""The driver names a page that never loads, and goes on with the next."""

from __future__ import annotations

import socket

import pytest
from playwright.sync_api import Error

from tests.engines.driver import Driver
from tests.engines.web_site import Page


def test_visit__a_page_that_never_loads_is_named(driver: Driver) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        path = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        with pytest.raises(Error, match=f"{path} does not load in 0.5 s"):
            driver.visit([path], seconds=0.5)
    driver.site.pages["/x"] = Page("text/html; charset=utf-8", "<!DOCTYPE html><p>x</p>")
    assert driver.visit(["/x"])[0]["elements"] == ["html", "head", "body", "p"]
