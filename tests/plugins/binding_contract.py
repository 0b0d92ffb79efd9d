"""What every plugin does that brings the binding into a built site: tests that each host's inherit.

What becomes of odd pages is in `test_binding.py`, which needs no host.
"""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path
from urllib.parse import urljoin

from rtpsnippets import load, render_binding
from tests.plugins.audit_contract import SITE_URL, BuiltSite
from tests.plugins.contract import BARE, DEFINITIONS, write_pages

INLINE = DEFINITIONS.replace('carrier = "data"\n', "")
"""Definitions, none of which needs the binding."""

BY_CLASS = '<a class="rtp-event--download-whitepaper" href="#paper">Paper</a>'
OWN_FILE = "/* of the site's own */\n"

_SCRIPT = re.compile(r'<script src="([^"]*rtp-events\.js)\?v=([0-9a-f]{8})" defer></script></head>')


class BindingContract(BuiltSite):
    """The tests."""

    def test_binding__each_page_loads_it_by_the_hash_of_its_content(self, folder: Path) -> None:
        built = self.build(folder, self.html_page("x"), {}, is_strict=True)
        assert built.is_good, built.said
        self._assert_is_loaded(folder)

    def test_binding__changed_definitions_change_the_address_on_each_page(self, folder: Path) -> None:
        for value in ("Read on", "Read more"):
            (folder / "events.toml").write_text(DEFINITIONS.replace("Read on", value), "utf-8")
            self.build(folder, self.html_page("x"), {})
            self._assert_is_loaded(folder)
            assert f"'{value}'" in self._file(folder).read_text("utf-8")

    def test_binding__comes_for_a_class_on_a_page_and_goes_with_it(self, folder: Path) -> None:
        (folder / "events.toml").write_text(INLINE, "utf-8")
        self.build(folder, self.html_page("x"), {})
        self._assert_is_not_there(folder)
        self.build(folder, self.html_page(BY_CLASS), {})
        self._assert_is_loaded(folder)
        self.build(folder, self.html_page("x"), {})
        self._assert_is_not_there(folder)

    def test_binding__can_be_turned_off(self, folder: Path) -> None:
        self.build(folder, self.html_page("x"), {})
        built = self.build(folder, self.html_page(BY_CLASS), {"binding": False}, is_strict=True)
        assert built.is_good, built.said
        self._assert_is_not_there(folder)

    def test_binding__what_turns_it_off_is_true_or_false(self, folder: Path) -> None:
        built = self.build(folder, self.html_page("x"), {"binding": "off"})
        assert "binding" in built.said.lower()
        assert " true or false" in built.said.lower()
        assert BARE not in built.said
        assert not built.is_good

    def test_binding__of_the_site_s_own_stays_and_is_said_once_and_ends_a_strict_build(self, folder: Path) -> None:
        write_pages(folder / self.files, {"rtp-events": OWN_FILE}, ".js")
        head = f'<script src="{SITE_URL}/rtp-events.js"></script>'
        built = self.build(folder, self.html_page("x"), {}, head=head)
        assert built.is_good, built.said
        assert built.said.count("loads its own rtp-events.js") == 1
        assert self._file(folder).read_text("utf-8") == OWN_FILE
        assert not _SCRIPT.search(self._pages(folder)[self.page_name])
        assert not self.build(folder, self.html_page("x"), {}, head=head, is_strict=True).is_good

    def test_binding__a_script_of_the_theme_can_load_the_plugin_s_file(self, folder: Path) -> None:
        head = f'<script src="{SITE_URL}/rtp-events.js"></script>'
        built = self.build(folder, self.html_page("x"), {}, head=head, is_strict=True)
        assert built.is_good, built.said
        assert self._file(folder).is_file()
        assert {html.count("rtp-events.js") for html in self._pages(folder).values()} == {1}

    def _file(self, folder: Path) -> Path:
        return folder / self.site / "rtp-events.js"

    def _pages(self, folder: Path) -> dict[str, str]:
        """The pages of the site; a host may have files in it that are none."""
        site = folder / self.site
        texts = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*.html")}
        return {name: html for name, html in texts.items() if "</head>" in html}

    def _assert_is_loaded(self, folder: Path) -> None:
        content = self._file(folder).read_bytes()
        assert content.decode().endswith(render_binding(load(folder / "events.toml").values()))
        pages = self._pages(folder)
        assert self.page_name in pages
        for name, html in pages.items():
            (found,) = _SCRIPT.finditer(html)
            shown_at = "any/where.html" if name == "404.html" else name
            assert urljoin(f"{SITE_URL}/{shown_at}", found[1]) == f"{SITE_URL}/rtp-events.js"
            assert found[2] == sha256(content).hexdigest()[:8]

    def _assert_is_not_there(self, folder: Path) -> None:
        assert not [html for html in self._pages(folder).values() if "rtp-events.js" in html]
        assert not self._file(folder).exists()
