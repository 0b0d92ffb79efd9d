"""WebKit from Debian, on a virtual screen: one page that can be opened, clicked and evaluated.

It has the few methods of Playwright's page that the tests for all browsers use, under the same names.
"""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from selenium.common.exceptions import WebDriverException
from selenium.webdriver import WebKitGTK, WebKitGTKOptions
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.webkitgtk.service import Service

from tests.engines.programs import WEBKIT_DRIVER, X_SERVER, find_program, skip_or_fail

_BROWSERS = "lib/*/webkit2gtk-4.*/MiniBrowser"
_PATIENCE = 10

# As Playwright does: a function is called, and a promise is awaited.
_EVALUATE = """
const [given, done] = arguments;
(async () => {
    const found = (%s
    );
    return typeof found === 'function' ? found(given) : found;
})().then((value) => done({ value }), (error) => done({ error: String(error) }));
"""

_LOAD = """url => new Promise((resolve) => {
    const script = document.createElement('script');
    script.src = url;
    script.onload = resolve;
    document.head.append(script);
}).then(() => null)"""


class WebKitPage:
    """The page of the browser."""

    def __init__(self, driver: WebKitGTK) -> None:
        self._driver = driver

    @property
    def url(self) -> str:
        """The address of the page."""
        return self._driver.current_url

    def goto(self, url: str) -> None:
        """Open the page, and wait until it has loaded."""
        self._driver.get(url)

    def reload(self) -> None:
        """Load the page again."""
        self._driver.refresh()

    def evaluate(self, code: str, given: object = None) -> Any:
        """Return the value of the expression, or of the function call; raise `AssertionError` if it throws."""
        found = self._driver.execute_async_script(_EVALUATE % code, given)
        if "error" in found:
            raise AssertionError(found["error"])
        return found.get("value")

    def click(self, selector: str) -> None:
        """Click the first such element as a user does, as soon as that is possible."""
        _wait(lambda: self._driver.find_element(By.CSS_SELECTOR, selector).click())

    def press(self, selector: str, key: str) -> None:
        """Press a key with the first such element focused."""
        _wait(lambda: self._driver.find_element(By.CSS_SELECTOR, selector).send_keys(getattr(Keys, key.upper())))

    def fill(self, selector: str, text: str) -> None:
        """Type text into the first such element."""
        _wait(lambda: self._driver.find_element(By.CSS_SELECTOR, selector).send_keys(text))

    def add_script_tag(self, url: str) -> None:
        """Load a script, and wait until it has run."""
        self.evaluate(_LOAD, url)

    def wait_for_url(self, url: str) -> None:
        """Wait until the page has this address; `**` stands for any text."""
        limit = time.monotonic() + _PATIENCE
        while not fnmatchcase(self.url, url):
            assert time.monotonic() < limit, f"{self.url} is not {url}"
            self.wait_for_timeout(50)

    def wait_for_timeout(self, milliseconds: float) -> None:
        """Wait."""
        time.sleep(milliseconds / 1000)


@contextmanager
def started_webkit() -> Iterator[WebKitPage]:
    """A page in WebKit, until the body ends. Skips the test (in CI: fails it) if it, its driver or X is missing."""
    options = WebKitGTKOptions()
    options.binary_location = next(map(str, Path("/usr").glob(_BROWSERS)), "") or skip_or_fail(
        "this test needs WebKitGTK"
    )
    options.add_argument("--automation")
    with _screen() as display:
        service = Service(find_program(*WEBKIT_DRIVER), env={**os.environ, "DISPLAY": display})
        driver = WebKitGTK(options, service)
        try:
            yield WebKitPage(driver)
        finally:
            driver.quit()


@contextmanager
def _screen() -> Iterator[str]:
    """The name of a virtual screen, which exists until the body ends."""
    command = [find_program(*X_SERVER), "-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        try:
            yield f":{server.stdout.readline().strip()}"
        finally:
            server.terminate()


def _wait(act: Callable[[], object]) -> None:
    """Retry something until the browser allows it."""
    limit = time.monotonic() + _PATIENCE
    while True:
        try:
            act()
        except WebDriverException:
            if time.monotonic() > limit:
                raise
            time.sleep(0.05)
        else:
            return
