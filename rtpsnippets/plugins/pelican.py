"""The Pelican plugin: shortcodes in Markdown, functions in the theme's templates.

In `pelicanconf.py`: `PLUGINS = ["rtpsnippets.plugins.pelican"]`; `RTP_DEFINITIONS` (a path or a list) and
`RTP_TEMPLATES` are the arguments of `Lookup`, relative to the current folder. `RTP_AUDIT`, `RTP_AUDIT_IGNORE` and
`RTP_AUDIT_BASE_URL` are those of the audit. After the build, the plugin adds the binding if an event or a marked
element needs it, unless `RTP_BINDING` is false.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from functools import partial
from html import unescape
from pathlib import Path

from pelican import Pelican, signals
from pelican.contents import Content

from rtpsnippets.display import harmless, quoted
from rtpsnippets.errors import Problem, RtpSnippetsError
from rtpsnippets.plugins.auditing import SiteOptions, audit_site, site_options
from rtpsnippets.plugins.binding import add_binding
from rtpsnippets.plugins.jinja import filters, functions
from rtpsnippets.plugins.lookup import LOOKS_LIKE_A_SHORTCODE, Lookup, Report, Warn, by_setting
from rtpsnippets.plugins.markdown import RtpSnippetsExtension

# Below Pelican's own logger, so that --verbose and --quiet also apply here.
_log = logging.getLogger("pelican.plugins.rtpsnippets")
_CODE = re.compile(r"<(pre|code|tt)\b.*?</\1>", re.DOTALL)
_found_on_page: list[RtpSnippetsError] = []
_being_built: set[Path] = set()
"""The folders of the sites being built: a plugin may build each language inside the first build."""


def register() -> None:
    """Connect to Pelican's signals: Pelican calls this for each of `PLUGINS`."""
    signals.initialized.connect(_initialize)
    signals.get_generators.connect(_begin_build)
    signals.article_generator_preread.connect(_begin_page)
    signals.page_generator_preread.connect(_begin_page)
    signals.content_object_init.connect(_end_page)
    signals.finalized.connect(_end_build)


def _initialize(pelican: Pelican) -> None:
    """Extend Markdown and the templates; exit with 1 if the definitions or the options are invalid."""
    settings = pelican.settings
    try:
        on_pages = _lookup(pelican, _found_on_page.append, _log.warning)
        on_pages.events()
        _site_options(pelican)
    except RtpSnippetsError as error:
        _log.critical("%s", by_setting(error, "RTP_"))
        raise SystemExit(1) from None
    settings["MARKDOWN"].setdefault("extensions", []).append(RtpSnippetsExtension(on_pages))
    in_templates = _lookup(pelican, _log_template_error)
    settings["JINJA_GLOBALS"].update(functions(in_templates.snippet, in_templates.binding))
    settings["JINJA_FILTERS"].update(filters(in_templates.with_handlers))
    settings["LOAD_CONTENT_CACHE"] = False  # a page from the cache would keep an old button


def _begin_build(pelican: Pelican) -> None:
    """Remember which site is being built; return no generator, which this signal is for."""
    _being_built.add(_folder_of(pelican))


def _folder_of(pelican: Pelican) -> Path:
    return Path(pelican.output_path).resolve()


def _begin_page(_generator: object) -> None:
    _found_on_page.clear()


def _end_page(content: Content) -> None:
    """Log the errors on the page that was just read."""
    for error in (*_found_on_page, *_in_restructuredtext(content)):
        _log.error("%s: %s", content.get_relative_source_path(), error)
    _found_on_page.clear()


def _in_restructuredtext(content: Content) -> Iterator[Problem]:
    """Yield a problem for each shortcode on a reStructuredText page, where it does nothing."""
    if str(content.source_path).endswith(".rst"):
        html = content._content  # noqa: SLF001 (`content` also resolves links to other pages)
        for found in LOOKS_LIKE_A_SHORTCODE.finditer(unescape(_CODE.sub("", html))):
            what = f"{quoted(found[0])} is shown as text: shortcodes work only in Markdown"
            yield Problem(what, "write the page in Markdown, or format the shortcode as code")


def _log_template_error(error: RtpSnippetsError) -> None:
    _log.error("in a template of the theme: %s", error)


def _ignore_warning(_warning: str) -> None:
    """Do nothing: the warning was already shown when the definitions were read for the pages."""


def _end_build(pelican: Pelican) -> None:
    """Add the binding to the built site and audit it, unless it is part of another site that is being built."""
    folder = _folder_of(pelican)
    _being_built.discard(folder)
    if not _being_built.isdisjoint(folder.parents):
        return
    lookup, options = _lookup(pelican), _site_options(pelican)
    add_binding(pelican.output_path, lookup, options, _warn)
    audit_site(pelican.output_path, lookup.definitions, options, _warn, partial(_log.info, "%s"))


def _lookup(pelican: Pelican, report: Report | None = None, warn: Warn = _ignore_warning) -> Lookup:
    get = pelican.settings.get
    return Lookup(get("RTP_DEFINITIONS"), get("RTP_TEMPLATES"), "", report, warn)


def _site_options(pelican: Pelican) -> SiteOptions:
    get = pelican.settings.get
    ignore, base_url = get("RTP_AUDIT_IGNORE"), get("RTP_AUDIT_BASE_URL")
    return site_options(get("RTP_AUDIT") or False, ignore, base_url, get("SITEURL"), binding=get("RTP_BINDING", True))


def _warn(problem: Problem) -> None:
    _log.warning("%s", harmless(str(problem)))
