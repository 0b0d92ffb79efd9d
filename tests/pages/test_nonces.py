"""An inline script with a nonce runs under a policy with the same nonce."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pages.command import rtpsnippets
from tests.pages.visitor import TAG, Visitor, html_and_xhtml, sent


def _script(folder: Path, nonce_attribute: str) -> str:
    file = folder / "events.toml"
    file.write_text('[events.go]\nvalue = "Go!"\n')
    return rtpsnippets("show", file, "--format", "script", "--nonce-attribute", nonce_attribute)


@html_and_xhtml
@pytest.mark.parametrize(("nonce", "calls"), [("abc123", sent("Go!")), ("abc124", []), ("", [])])
def test_nonce__lets_the_script_run_if_it_is_the_policys(
    visitor: Visitor, tmp_path: Path, nonce: str, calls: list[object], content_type: str
) -> None:
    script = _script(tmp_path, f'nonce="{nonce}"')
    visitor.open(script, head=TAG, policy="script-src 'self' 'nonce-abc123'", content_type=content_type)
    assert visitor.calls == calls
    assert bool(visitor.messages) == (not calls)
