"""A site: its scripts, which are read first, and what each of its pages loads of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath

from rtpsnippets.limits import MAX_SITE_FILE_SECONDS, Deadline
from rtpsnippets.site.audit.load_order import Loaded
from rtpsnippets.site.audit.page_rules import Page
from rtpsnippets.site.audit.urls import Addresses
from rtpsnippets.site.javascript.model import Script
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
        """The page with what it loads; what isn't among the scripts of the site is left out, and noted.

        Raises `TooSlowError`: below a deep base, each address takes its time.
        """
        name = self._name(file)
        deadline = Deadline(MAX_SITE_FILE_SECONDS)
        paths: dict[str, str | None] = {"": ""}
        again: dict[str, tuple[Code, ...]] = {}
        loaded, is_whole = [], True
        for code in contents.codes:
            if code.source not in paths:
                deadline.check()
                paths[code.source] = self._addresses.file_of(code.source, name, contents.base)
            path = paths[code.source]
            if path is None or (path and path not in self.scripts):
                is_whole = False
            elif not path:
                loaded.append(Loaded(code, (code,)))
            elif path in again:
                loaded.append(Loaded(code, again[path], path))
            else:
                loaded.append(Loaded(code, self.scripts[path], path))
                again[path] = tuple(map(_loaded_again, self.scripts[path]))
        return Page(file, contents, tuple(loaded), is_whole)

    def _name(self, file: SiteFile) -> str:
        return PurePath(file.path).relative_to(self._folder).as_posix()


def _loaded_again(code: Code) -> Code:
    """What matters of a script that the page has loaded before: the first of the acts that are alike.

    A page can load it a million times.
    """
    script = code.script
    calls = {(call.is_later, call.is_guarded): call for call in reversed(script.calls)}
    stubs = {stub.is_later: stub for stub in reversed(script.stubs)}
    bound = None if script.bound is None else ()
    return replace(code, script=Script(tuple(calls.values()), tuple(stubs.values()), bound))
