"""A site: its scripts, which are read first, and what each of its pages loads of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePath

from rtpsnippets.limits import MAX_SITE_FILE_SECONDS, Deadline
from rtpsnippets.site.audit.load_order import Loaded
from rtpsnippets.site.audit.page_rules import Page
from rtpsnippets.site.audit.urls import Addresses
from rtpsnippets.site.javascript.model import Script
from rtpsnippets.site.model import ASYNC, WAITING, Code, Contents
from rtpsnippets.site.page_code import SOME_CONTAINER
from rtpsnippets.site.site_file import SiteFile


class Site:
    """The folder of a site, and what is found in its scripts, by their paths in the site, with `/`."""

    def __init__(self, folder: str, base_url: str = "") -> None:
        self._folder = folder
        self._addresses = Addresses(base_url)
        self.scripts: dict[str, tuple[Code, ...]] = {}
        self._containers: dict[str, str] = {}

    def add(self, script: SiteFile, contents: Contents) -> None:
        """Add a script that was read."""
        self.scripts[self._name(script)] = contents.codes

    def add_container(self, path: str, container: str, codes: tuple[Code, ...]) -> None:
        """Add what the container with this id does, which was read from the file at `path`."""
        self.scripts[path] = codes
        self._containers[path] = container

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
        containers = _containers(contents.codes, loaded)
        unread = [container for container in containers if not self._files_of(container)]
        for container, code in containers.items():
            loaded += (Loaded(code, self.scripts[path], path) for path in self._files_of(container))
        return Page(file, contents, tuple(loaded), is_whole, unread[0] if unread else "")

    def _files_of(self, container: str) -> list[str]:
        """The files of the container with this id. An id that isn't known may be that of any."""
        ids = (container, SOME_CONTAINER)
        return [path for path, read in self._containers.items() if container == SOME_CONTAINER or read in ids]

    def _name(self, file: SiteFile) -> str:
        return PurePath(file.path).relative_to(self._folder).as_posix()


def _containers(codes: Iterable[Code], loaded: Iterable[Loaded]) -> dict[str, Code]:
    """The containers that a page loads, and the code of the page that does so; they come when they like, or wait."""
    found = [(code.container, code) for code in codes]
    found += [(code.container, each.at) for each in loaded if each.path for code in each.codes]
    return {
        container: code if code.moment == WAITING else replace(code, moment=ASYNC)
        for container, code in reversed(found)
        if container
    }


def _loaded_again(code: Code) -> Code:
    """What matters of a script that the page has loaded before: the first of the acts that are alike.

    A page can load it a million times.
    """
    script = code.script
    calls = {(call.is_later, call.is_guarded): call for call in reversed(script.calls)}
    stubs = {stub.is_later: stub for stub in reversed(script.stubs)}
    bound = None if script.bound is None else ()
    return replace(code, script=Script(tuple(calls.values()), tuple(stubs.values()), bound))
