"""While a generator serves a site, a change of the definitions is on the page by itself."""

from __future__ import annotations

import socket
import urllib.request

import pytest

from tests.patience import wait_until
from tests.sites.conftest import Start
from tests.sites.pages import CHANGED_LABEL, LABEL
from tests.sites.rows import SITES
from tests.sites.site import Site

_COMMANDS = {
    "MkDocs": ("mkdocs", "serve", "--dev-addr"),
    "mkdocs-macros": ("mkdocs", "serve", "--dev-addr"),
    "ProperDocs": ("properdocs", "serve", "--dev-addr"),
    "Zensical": ("zensical", "serve", "--dev-addr"),
}
"""The command that serves a site, without the address."""

_SERVED = [pytest.param(site, id=site.name) for site in SITES if site.name in _COMMANDS]


@pytest.mark.parametrize("site", _SERVED)
def test_serve__builds_again_when_the_definitions_change(site: Site, start: Start) -> None:
    address = f"127.0.0.1:{_free_port()}"
    started = start(site)
    with started.running((*_COMMANDS[site.name], address)) as log:
        wait_until(lambda: f">{LABEL}</button>" in _read(f"http://{address}/"), log)
        started.change_definitions()
        wait_until(lambda: f">{CHANGED_LABEL}</button>" in _read(f"http://{address}/"), log)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def _read(url: str) -> str:
    """The page; nothing where there is none yet."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(url, timeout=5) as answer:
            text: str = answer.read().decode()
            return text
    except OSError:
        return ""
