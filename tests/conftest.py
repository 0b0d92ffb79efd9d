"""Shared by several tests: each is started or built once, when the first test needs it."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Playwright, sync_playwright

from tests.clean_environment import copy_checkout
from tests.distributions import (
    Distributions,
    Install,
    build_distributions,
    distributions_in,
    environment_folder,
    install_into_new,
    made_once,
    programs_in,
    shared_folder,
)
from tests.engines.browser import started_chromium, started_firefox
from tests.engines.programs import NODE, find_program
from tests.engines.webkit import WebKitPage, started_webkit

# The same examples in every run and no deadline: a test that fails for one developer fails for all.
settings.register_profile("tests", max_examples=80, derandomize=True, deadline=None)
# Many other examples in every run: `python -m pytest tests/properties --hypothesis-profile=long`.
settings.register_profile("long", max_examples=2_000, deadline=None, print_blob=True)
settings.load_profile("tests")

# If a new plugin fails the contract, show what its host printed.
pytest.register_assert_rewrite(
    *(f"tests.plugins.{name}" for name in ("contract", "audit_contract", "binding_contract"))
)


def pytest_configure() -> None:
    """Handle SIGINT, SIGTERM and SIGHUP, which background jobs of a shell and their children would ignore."""
    for name, handler in (
        ("SIGINT", signal.default_int_handler),
        ("SIGTERM", signal.SIG_DFL),
        ("SIGHUP", signal.SIG_DFL),
    ):
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        if number is not None and signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, handler)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that asks for any browser in each browser that supports what it needs."""
    if "browser_name" in metafunc.fixturenames:
        names = ["chromium", "firefox", "webkit"]
        if metafunc.definition.get_closest_marker("chromium"):
            names = ["chromium"]
        elif "browser" in metafunc.fixturenames or metafunc.definition.get_closest_marker("playwright"):
            names = ["chromium", "firefox"]
        metafunc.parametrize("browser_name", names, scope="session")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deselect most tests in browsers other than Chromium, and most that are marked, if there is a seed."""
    seed = os.environ.get("RTPSNIPPETS_SAMPLE")
    left_out = [item for item in items if seed and _is_one_of_many(item) and _chance(seed + item.nodeid) >= _SAMPLE]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in set(left_out)]


_SAMPLE = 0.1


def _is_one_of_many(item: pytest.Item) -> bool:
    is_elsewhere = isinstance(item, pytest.Function) and "callspec" in vars(item) and _browser_of(item) != "chromium"
    return is_elsewhere or item.get_closest_marker("sampled") is not None


def _browser_of(item: pytest.Function) -> object:
    return item.callspec.params.get("browser_name", "chromium")


def _chance(text: str) -> float:
    """A number from 0 to 1, the same for the same text."""
    return int.from_bytes(sha256(text.encode()).digest()[:4]) / 2**32


@pytest.fixture(scope="session")
def browser(browser_name: str, request: pytest.FixtureRequest) -> Browser:
    """One of the browsers that Playwright drives."""
    started: Browser = request.getfixturevalue(browser_name)
    return started


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright, which drives Chromium and Firefox."""
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """One headless Chromium for all tests."""
    with started_chromium(playwright) as browser:
        yield browser


@pytest.fixture(scope="session")
def firefox(playwright: Playwright) -> Iterator[Browser]:
    """One headless Firefox for all tests."""
    with started_firefox(playwright) as browser:
        yield browser


@pytest.fixture(scope="session")
def webkit() -> Iterator[WebKitPage]:
    """One page in WebKit for all tests."""
    with started_webkit() as page:
        yield page


@pytest.fixture(scope="session")
def node() -> str:
    """The path of Node."""
    return find_program(*NODE)


@pytest.fixture(scope="session")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the checkout, as git would check it out."""
    return made_once(shared_folder(tmp_path_factory) / "checkout", copy_checkout)


@pytest.fixture(scope="session")
def distributions(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Distributions:
    """The sdist and the wheel of the checkout."""
    folder = shared_folder(tmp_path_factory) / "dist"
    return distributions_in(made_once(folder, partial(build_distributions, checkout)))


@pytest.fixture(scope="session")
def install(tmp_path_factory: pytest.TempPathFactory) -> Install:
    """Return the folder of programs of a virtual environment in which only the given requirements were installed."""
    shared = shared_folder(tmp_path_factory)

    def installed(*what: str | Path) -> Path:
        folder = environment_folder(shared, *what)
        return programs_in(made_once(folder, lambda made: install_into_new(made, *what)))

    return installed


@pytest.fixture
def signals_of_before() -> Iterator[None]:
    """Restore the handlers of signals that a test has changed."""
    before = {number: signal.getsignal(number) for number in signal.valid_signals()}
    yield
    for number, handler in before.items():
        if handler is not signal.getsignal(number):
            signal.signal(number, handler)
