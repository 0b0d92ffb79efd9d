"""The editors that run in a browser: a row each, and what becomes of the forms in it."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from playwright.sync_api import Route

from tests.cms.installed import node_packages, node_version, python_environment, python_version
from tests.cms.target import ALL, MARKS, ONLY_LINKS, Target, Workshop, target
from tests.engines.programs import NODE, find_program

_HERE = Path(__file__).parent / "node"
_SITE = "http://example.com/"
_PAGE = '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>x</title></head><body>{body}</body></html>'
_DJANGO_CMS = "djangocms_text/static/djangocms_text/bundles/bundle.tiptap.min.js"

Find = Callable[[str], Path | str]
"""From the path of a script to its file, or to its text."""


@dataclass(frozen=True, slots=True)
class Editor:
    """An editor in a page of the browser: the page has this body, and `editors.js` opens it with the settings.

    `find` finds the scripts that the page loads.
    """

    opening: str
    body: str
    find: Find
    settings: Mapping[str, object] = field(default_factory=dict)

    def keep(self, sources: Sequence[str], workshop: Workshop) -> list[str]:
        """What the editor keeps of each source."""
        with contextlib.closing(workshop.browser.new_page()) as page:
            page.route("**/*", partial(_answer, self))
            page.goto(_SITE)
            page.add_script_tag(path=_HERE / "editors.js")
            kept: list[str] = page.evaluate("given => keep(...given)", [self.opening, self.settings, [*sources]])
        return kept


def _answer(editor: Editor, route: Route) -> None:
    """Answer what the page of the editor asks for; nothing is fetched from elsewhere."""
    path = urlsplit(route.request.url).path.removeprefix("/")
    if not route.request.url.startswith(_SITE):
        route.abort()
    elif not path:
        route.fulfill(body=_PAGE.format(body=editor.body), content_type="text/html")
    elif isinstance(found := editor.find(path), Path):
        route.fulfill(path=found)
    else:
        route.fulfill(body=found, content_type="text/javascript")


def _find(path: str) -> Path | str:
    if path == "tiptap.js":
        return _bundle_of_tiptap()
    if path == _DJANGO_CMS:
        return next(python_environment().glob(f"lib/*/site-packages/{path}"))
    return node_packages() / path


@cache
def _bundle_of_tiptap() -> str:
    with TemporaryDirectory() as folder:
        (Path(folder) / "node_modules").symlink_to(node_packages(), target_is_directory=True)
        shutil.copy(_HERE / "tiptap.mjs", folder)
        command = (find_program(*NODE), node_packages() / "esbuild" / "bin" / "esbuild", "tiptap.mjs", "--bundle")
        done = subprocess.run(command, cwd=folder, check=True, capture_output=True, encoding="utf-8", timeout=60)
    return done.stdout


def _editor(opening: str, files: Sequence[str], settings: Mapping[str, object]) -> Editor:
    return Editor(opening, "".join(f'<script src="/{file}"></script>' for file in files), _find, settings)


def _row(name: str, opening: str, package: str, files: Sequence[str], results: str, **settings: object) -> Target:
    return target(name, node_version(package), _editor(opening, files, settings).keep, results)


def _tinymce(package: str, version: int) -> Target:
    return _row(f"TinyMCE {version}", "tinymce", package, [f"{package}/tinymce.min.js"], MARKS)


def _ckeditor5(name: str, results: str, *plugins: str, **settings: object) -> Target:
    files = ["ckeditor5/dist/browser/ckeditor5.umd.js"]
    return _row(f"CKEditor 5{name}", "ckeditor5", "ckeditor5", files, results, plugins=plugins, **settings)


_SUPPORT = {
    "name": "^(?:a|button)$",
    "attributes": {"id": True, "type": True, "data-rtp-event": True},
    "classes": True,
}
"""What General HTML Support is told to allow."""

_SUMMERNOTE = ["jquery/dist/jquery.min.js", "summernote/dist/summernote-lite.min.js"]

EDITORS = (
    _tinymce("tinymce", 8),
    _tinymce("tinymce-7", 7),
    _tinymce("tinymce-5", 5),
    _ckeditor5("", "dropped nothing text dropped nothing nothing exact"),
    _ckeditor5(" with HTML embed", ALL, "HtmlEmbed", embeds=True),
    _ckeditor5(
        " with General HTML Support (`data-*`, classes)",
        "nothing nothing text exact exact exact exact",
        "GeneralHtmlSupport",
        support=_SUPPORT,
    ),
    _row(
        "CKEditor 4",
        "ckeditor4",
        "ckeditor4",
        ["ckeditor4/ckeditor.js"],
        "dropped exact dropped dropped nothing exact exact",
    ),
    _row("Quill", "quill", "quill", ["quill/dist/quill.js"], ONLY_LINKS),
    _row(
        "Tiptap", "tiptap", "@tiptap/starter-kit", ["tiptap.js"], "dropped nothing dropped dropped nothing exact exact"
    ),
    _row("Trix", "trix", "trix", ["trix/dist/trix.umd.min.js"], ONLY_LINKS),
    _row("Jodit", "jodit", "jodit", ["jodit/es2021/jodit.min.js"], MARKS),
    _row("SunEditor", "suneditor", "suneditor", ["suneditor/dist/suneditor.min.js"], ONLY_LINKS),
    _row("Summernote", "summernote", "summernote", _SUMMERNOTE, "exact exact text exact exact exact exact"),
    _row("Froala", "froala", "froala-editor", ["froala-editor/js/froala_editor.pkgd.min.js"], MARKS),
    _row("GrapesJS", "grapesjs", "grapesjs", ["grapesjs/dist/grapes.min.js"], MARKS),
    target(
        "django CMS text, its editor",
        python_version("djangocms-text"),
        _editor("django-cms", [_DJANGO_CMS], {}).keep,
        ONLY_LINKS,
    ),
    _row("DOMPurify", "dompurify", "dompurify", ["dompurify/dist/purify.min.js"], MARKS),
)
