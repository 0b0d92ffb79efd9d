"""The editors that run in a browser: a row each, with the result of each form."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from playwright.sync_api import Page, Route

from tests.cms.installed import node_packages, node_version, python_environment, python_version
from tests.cms.target import ALL, ONLY_LINKS, ONLY_MARKED, Target, Workshop, target
from tests.engines.programs import NODE, find_program

_HERE = Path(__file__).parent / "node"
_SITE = "http://example.com/"
_PAGE = '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>x</title></head><body>{body}</body></html>'
_DJANGO_CMS = "djangocms_text/static/djangocms_text/bundles/bundle.tiptap.min.js"

Find = Callable[[str], Path | str]
"""Returns the file or the text of a script, from its path."""


@dataclass(frozen=True, slots=True)
class Editor:
    """An editor in a browser page: the page has this body, and `editors.js` opens the editor with the settings.

    `find` finds the scripts that the page loads.
    """

    opening: str
    body: str
    find: Find
    settings: Mapping[str, object] = field(default_factory=dict)

    def keep(self, sources: Sequence[str], workshop: Workshop) -> list[str]:
        """Return what the editor keeps of each source."""
        with self.opened(workshop) as page:
            kept: list[str] = page.evaluate("sources => keepAll(sources)", [*sources])
        return kept

    @contextlib.contextmanager
    def opened(self, workshop: Workshop) -> Iterator[Page]:
        """The page with the empty editor, until the block ends; skips the test (in CI: fails it) if it is missing."""
        node_packages()
        python_environment()
        with contextlib.closing(workshop.browser.new_page()) as page:
            page.route("**/*", partial(_answer, self))
            page.goto(_SITE)
            page.add_script_tag(path=_HERE / "editors.js")
            page.evaluate("given => openEditor(...given)", [self.opening, self.settings])
            yield page


def _answer(editor: Editor, route: Route) -> None:
    """Answer the requests of the editor's page; nothing is fetched from the web."""
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


def _editor(opening: str, *files: str, **settings: object) -> Editor:
    return Editor(opening, "".join(f'<script src="/{file}"></script>' for file in files), _find, settings)


def _ckeditor5(*plugins: str, **settings: object) -> Editor:
    return _editor("ckeditor5", "ckeditor5/dist/browser/ckeditor5.umd.js", plugins=plugins, **settings)


_SUPPORT = {
    "name": "^(?:a|button)$",
    "attributes": {"id": True, "type": True, "data-rtp-event": True},
    "classes": True,
}
"""What General HTML Support is configured to allow."""

BY_NAME: Mapping[str, Editor] = {
    "TinyMCE 8": _editor("tinymce", "tinymce/tinymce.min.js"),
    "TinyMCE 7": _editor("tinymce", "tinymce-7/tinymce.min.js"),
    "TinyMCE 5": _editor("tinymce", "tinymce-5/tinymce.min.js"),
    "CKEditor 5": _ckeditor5(),
    "CKEditor 5 with HTML embed": _ckeditor5("HtmlEmbed", embeds=True),
    "CKEditor 5 with General HTML Support (`data-*`, classes)": _ckeditor5("GeneralHtmlSupport", support=_SUPPORT),
    "CKEditor 4": _editor("ckeditor4", "ckeditor4/ckeditor.js"),
    "Quill": _editor("quill", "quill/dist/quill.js"),
    "Tiptap": _editor("tiptap", "tiptap.js"),
    "Trix": _editor("trix", "trix/dist/trix.umd.min.js"),
    "Jodit": _editor("jodit", "jodit/es2021/jodit.min.js"),
    "SunEditor": _editor("suneditor", "suneditor/dist/suneditor.min.js"),
    "Summernote": _editor("summernote", "jquery/dist/jquery.min.js", "summernote/dist/summernote-lite.min.js"),
    "Froala": _editor("froala", "froala-editor/js/froala_editor.pkgd.min.js"),
    "GrapesJS": _editor("grapesjs", "grapesjs/dist/grapes.min.js"),
    "DOMPurify": _editor("dompurify", "dompurify/dist/purify.min.js"),
    "django CMS text, its editor": _editor("django-cms", _DJANGO_CMS),
}


def _row(name: str, version: str, results: str) -> Target:
    return target(name, version, BY_NAME[name].keep, results)


EDITORS = (
    _row("TinyMCE 8", node_version("tinymce"), ONLY_MARKED),
    _row("TinyMCE 7", node_version("tinymce-7"), ONLY_MARKED),
    _row("TinyMCE 5", node_version("tinymce-5"), ONLY_MARKED),
    _row("CKEditor 5", node_version("ckeditor5"), "dropped nothing text dropped nothing nothing exact"),
    _row("CKEditor 5 with HTML embed", node_version("ckeditor5"), ALL),
    _row(
        "CKEditor 5 with General HTML Support (`data-*`, classes)",
        node_version("ckeditor5"),
        "nothing nothing text exact exact exact exact",
    ),
    _row("CKEditor 4", node_version("ckeditor4"), "dropped exact dropped dropped nothing exact exact"),
    _row("Quill", node_version("quill"), ONLY_LINKS),
    _row("Tiptap", node_version("@tiptap/starter-kit"), "dropped nothing dropped dropped nothing exact exact"),
    _row("Trix", node_version("trix"), ONLY_LINKS),
    _row("Jodit", node_version("jodit"), ONLY_MARKED),
    _row("SunEditor", node_version("suneditor"), ONLY_LINKS),
    _row("Summernote", node_version("summernote"), "exact exact text exact exact exact exact"),
    _row("Froala", node_version("froala-editor"), ONLY_MARKED),
    _row("GrapesJS", node_version("grapesjs"), ONLY_MARKED),
    _row("DOMPurify", node_version("dompurify"), ONLY_MARKED),
    _row("django CMS text, its editor", python_version("djangocms-text"), ONLY_LINKS),
)
