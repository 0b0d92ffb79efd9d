"""A site: its scripts, which are read first, and what each of its pages loads of them."""

from __future__ import annotations

from pathlib import PurePath

from rtpsnippets.limits import MAX_SITE_FILE_SECONDS, Deadline
from rtpsnippets.site.audit.load_order import Loaded
from rtpsnippets.site.audit.page_rules import Page
from rtpsnippets.site.audit.urls import Addresses
from rtpsnippets.site.model import Code, Contents
from rtpsnippets.site.site_file import SiteFile


class Site:
    """The folder of a site, and what is found in its scripts, by their paths in the site, with `/`."""

    def __init__(self, folder: str, base_url: str = "") -> None:
        self._folder = folder
        self._addresses = Addresses(base_url)
        self.scripts: dict[str, tuple[Code, ...]] = {}

    def add(self, script: SiteFile, contents: Contents) -> None:
        """Add a script that was read."""
        self.scripts[self._name(script)] = contents.codes

    def page(self, file: SiteFile, contents: Contents) -> Page:
        """The page with what it loads; what isn't among the scripts of the site is left out, and noted."""
        name = self._name(file)
        deadline = Deadline(MAX_SITE_FILE_SECONDS)
        paths: dict[str, str | None] = {"": ""}
        loaded, is_whole = [], True
        for code in contents.codes:
            if code.source not in paths:
                # Below a deep base each takes its time: what comes too late is taken for elsewhere.
                is_late = deadline.is_over
                paths[code.source] = None if is_late else self._addresses.file_of(code.source, name, contents.base)
            path = paths[code.source]
            if path is None or (path and path not in self.scripts):
                is_whole = False
            else:
                loaded.append(Loaded(code, self.scripts[path] if path else (code,), path))
        return Page(file, contents, tuple(loaded), is_whole)

    def _name(self, file: SiteFile) -> str:
        return PurePath(file.path).relative_to(self._folder).as_posix()
