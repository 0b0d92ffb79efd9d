"""What several tests share: each is started or built once, when the first test needs it."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser

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
from tests.engines.browser import started_chromium
from tests.engines.programs import NODE, find_program

# The same examples in every run, and no clock: a test that fails for one person fails for all.
settings.register_profile("tests", max_examples=80, derandomize=True, deadline=None)
# Other examples in every run, and many: `python -m pytest tests/properties --hypothesis-profile=long`.
settings.register_profile("long", max_examples=2_000, deadline=None, print_blob=True)
settings.load_profile("tests")


def pytest_configure() -> None:
    """Heed the signals that say stop, which a shell's job in the background ignores, with all that it starts."""
    for name, handler in (
        ("SIGINT", signal.default_int_handler),
        ("SIGTERM", signal.SIG_DFL),
        ("SIGHUP", signal.SIG_DFL),
    ):
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        if number is not None and signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, handler)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One headless Chromium for all tests."""
    with started_chromium() as browser:
        yield browser


@pytest.fixture(scope="session")
def node() -> str:
    """The path of Node."""
    return find_program(*NODE)


@pytest.fixture(scope="session")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the checkout, as git would hand it out."""
    return made_once(shared_folder(tmp_path_factory) / "checkout", copy_checkout)


@pytest.fixture(scope="session")
def distributions(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Distributions:
    """The sdist and the wheel of the checkout."""
    folder = shared_folder(tmp_path_factory) / "dist"
    return distributions_in(made_once(folder, partial(build_distributions, checkout)))


@pytest.fixture(scope="session")
def install(tmp_path_factory: pytest.TempPathFactory) -> Install:
    """Return the folder of programs of a virtual environment in which nothing but what is named was installed."""
    shared = shared_folder(tmp_path_factory)

    def installed(*what: str | Path) -> Path:
        folder = environment_folder(shared, *what)
        return programs_in(made_once(folder, lambda made: install_into_new(made, *what)))

    return installed


@pytest.fixture
def signals_of_before() -> Iterator[None]:
    """Let a signal that a test has stopped a run with do afterwards what it did before."""
    before = {number: signal.getsignal(number) for number in signal.valid_signals()}
    yield
    for number, handler in before.items():
        if handler is not signal.getsignal(number):
            signal.signal(number, handler)
