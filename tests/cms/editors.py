"""The editors that run in a browser: a row each, and what becomes of the forms in it."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from playwright.sync_api import Route

from tests.cms.installed import node_packages, node_version, python_environment, python_version
from tests.cms.target import ALL, MARKS, ONLY_LINKS, Target, Workshop, target
from tests.engines.programs import NODE, find_program

_HERE = Path(__file__).parent / "node"
_SITE = "http://editors.test/"
_PAGE = '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>x</title></head><body></body></html>'
_DJANGO_CMS = "djangocms_text/static/djangocms_text/bundles/bundle.tiptap.min.js"


def _keep(
    opening: str, files: Sequence[str], settings: Mapping[str, object], sources: Sequence[str], workshop: Workshop
) -> list[str]:
    """What an editor keeps of each source: a page loads its files, and `editors.js` opens it with the settings."""
    node_packages()
    with contextlib.closing(workshop.browser.new_page()) as page:
        page.route("**/*", _answer)
        page.goto(_SITE)
        for file in (*files, "editors.js"):
            page.add_script_tag(url=_SITE + file)
        kept: list[str] = page.evaluate("given => keep(...given)", [opening, settings, [*sources]])
    return kept


def _answer(route: Route) -> None:
    """Answer from what is installed; nothing is fetched from elsewhere."""
    path = urlsplit(route.request.url).path.removeprefix("/")
    if not route.request.url.startswith(_SITE):
        route.abort()
    elif not path:
        route.fulfill(body=_PAGE, content_type="text/html")
    elif path == "tiptap.js":
        route.fulfill(body=_bundle_of_tiptap(), content_type="text/javascript")
    else:
        route.fulfill(path=_file(path))


def _file(path: str) -> Path:
    if path == "editors.js":
        return _HERE / path
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


def _row(name: str, opening: str, package: str, files: Sequence[str], results: str, **settings: object) -> Target:
    return target(name, node_version(package), partial(_keep, opening, files, settings), results)


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
        partial(_keep, "django-cms", [_DJANGO_CMS], {}),
        ONLY_LINKS,
    ),
    _row("DOMPurify", "dompurify", "dompurify", ["dompurify/dist/purify.min.js"], MARKS),
)
