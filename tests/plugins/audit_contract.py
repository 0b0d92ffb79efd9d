"""What every plugin does that audits a site after its build: one class of tests, which each host's tests inherit."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

import pytest

from tests.plugins.contract import BARE, DEFINITIONS, Built, write_pages

SITE_URL = "https://example.com/docs"

EVENTS = f"""\
{DEFINITIONS}
[events.by-script]
value = "By script"
"""
# The event is sent on a page whose script is known as a file of the site by where that lives.
SCRIPT_NAME = "own.js"
SCRIPT = "rtp('send', 'event', { value: 'By script' });\n"

TAG = f"""\
<script>
(function (c, h, e, f, a, i) {{
  c[a] = c[a] || function () {{ (c[a].q = c[a].q || []).push(arguments); }};
  c[a].a = i;
  var g = h.createElement("script"); g.async = true; g.src = f + "?aid=" + i;
  var b = h.getElementsByTagName("script")[0]; b.parentNode.insertBefore(g, b);
}})(window, document, 0, "//example.invalid/rtp.js", "rtp", "example");
rtp('send', 'view');
rtp('get', 'campaign', true);
</script>
<script src="{SITE_URL}/{SCRIPT_NAME}"></script>
"""
"""What the theme of a good site has in the head of every page: the tag, as the API's documentation has it, and more."""

BAD = """\
<div>
<a href="#" onclick="rtp('send', 'event', { value: 'download - example whitepapers' })" id="rtp">a</a>
<a href="#" onclick="rtp('send', 'event', { value: ['a', 'b', 'c', 'd', 'e'] })" id="b">b</a>
<a href="#" onclick="rtp('send', 'event', { value: document.title })" id="b">c</a>
<a href="#" onclick="rtp('send', 'event', { value: 'Read on' )">d</a>
</div>
"""
"""A part of a page without the tag."""

KINDS = {
    "hidden-rtp",
    "no-tag",
    "repeated-id",
    "syntax-error",
    "too-many-values",
    "unknown-call",
    "unknown-value",
    "unused-event",
}
"""The kinds of what is wrong with it."""


class BuiltSite(ABC):
    """How a host builds a site; `site` is the folder of the site, `page_name` the path of the page in it.

    What stands in the folder `files` is copied into the root of the site.
    """

    site: ClassVar[str]
    page_name: ClassVar[str] = "page.html"
    files: ClassVar[str]

    @abstractmethod
    def build(
        self, folder: Path, page: str, settings: Mapping[str, object], *, head: str = "", is_strict: bool = False
    ) -> Built:
        """Build a site with the host's own theme, `head` in its head, and one page, a text in the host's language.

        The host's own setting says that the site lives at `SITE_URL`. The names of `settings` are `binding`, `audit`,
        `audit_ignore` and `audit_base_url`.
        """

    def html_page(self, html: str) -> str:
        """A page in the host's language that has this HTML as it is."""
        return html

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        """A folder with definitions, and a script that is a file of the site."""
        (tmp_path / "events.toml").write_text(EVENTS, "utf-8")
        write_pages(tmp_path / self.files, {Path(SCRIPT_NAME).stem: SCRIPT}, ".js")
        return tmp_path


class AuditContract(BuiltSite):
    """The tests; `good` is a page in the host's language.

    `says_how_many` is whether the host shows what is no warning; `ignore_setting` is the host's name for the kinds to
    leave out.
    """

    says_how_many: ClassVar[bool] = True
    ignore_setting: ClassVar[str] = "audit_ignore"
    good: ClassVar[str]

    def test_good_site__has_no_findings(self, folder: Path) -> None:
        built = self.build(folder, self.good, {"audit": True}, head=TAG, is_strict=True)
        assert built.is_good, built.said
        assert ("no findings in " in built.said) is self.says_how_many

    def test_base_url__is_taken_before_the_host_s_own(self, folder: Path) -> None:
        settings = {"audit": True, "audit_base_url": "https://elsewhere.example/"}
        built = self.build(folder, self.good, settings, head=TAG, is_strict=True)
        assert 'no page uses the event "by-script" [unused-event]' in built.said
        assert not built.is_good

    def test_bad_site__has_each_finding_with_its_place_and_hint(self, folder: Path) -> None:
        built = self.build(folder, self.html_page(BAD), {"audit": True})
        assert built.is_good, built.said
        assert {kind for kind in KINDS if f"[{kind}] " in built.said} == KINDS, built.said
        page = (folder / self.site / self.page_name).read_text("utf-8").split("\n")
        line = next(number for number, text in enumerate(page, 1) if "whitepapers" in text)
        assert f" {self.page_name}:{line}:22: " in f" {built.said}"
        assert 'did you mean "download - example whitepaper" of the event "download-whitepaper"?' in built.said
        assert str(folder / self.site / self.page_name) not in built.said

    def test_bad_site__ends_a_strict_build(self, folder: Path) -> None:
        assert not self.build(folder, self.html_page(BAD), {"audit": True}, is_strict=True).is_good

    def test_audit__is_off_by_itself(self, folder: Path) -> None:
        built = self.build(folder, self.html_page(BAD), {}, is_strict=True)
        assert built.is_good, built.said
        assert "finding" not in built.said

    def test_ignore__leaves_kinds_out(self, folder: Path) -> None:
        built = self.build(folder, self.html_page(BAD), {"audit": True, "audit_ignore": sorted(KINDS)}, is_strict=True)
        assert built.is_good, built.said
        built = self.build(folder, self.html_page(BAD), {"audit": True, "audit_ignore": "unused-event"})
        assert {kind for kind in KINDS if f"[{kind}] " in built.said} == KINDS - {"unused-event"}

    def test_ignore__an_unknown_kind_is_said_with_the_nearest(self, folder: Path) -> None:
        built = self.build(folder, self.good, {"audit_ignore": ["no-tga"]})
        said = f'{self.ignore_setting}: unknown kind of finding "no-tga" did you mean "no-tag"?'
        assert said in built.said
        assert BARE not in built.said
        assert not built.is_good
