"""Store the scripts of a site, which are read first, and find those that a page loads."""

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
    """The folder of a site, and the code in its scripts by path in the site, with `/`."""

    def __init__(self, folder: str, base_url: str = "") -> None:
        self._folder = folder
        self._addresses = Addresses(base_url)
        self.scripts: dict[str, tuple[Code, ...]] = {}
        self._containers: dict[str, str] = {}

    def add(self, script: SiteFile, contents: Contents) -> None:
        """Add a script."""
        self.scripts[self.name_of(script)] = contents.codes

    def add_container(self, path: str, container: str, codes: tuple[Code, ...]) -> None:
        """Add the code of the container with this id, read from the file at `path`."""
        self.scripts[path] = codes
        self._containers[path] = container

    def page(self, file: SiteFile, contents: Contents) -> Page:
        """Return the page with the code that it loads; `is_whole` is false if a script is not in the site.

        Raises `TooSlowError`: resolving URLs is slow if the base URL is deep.
        """
        name = self.name_of(file)
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
        missing = [container for container in containers if not self._files_of(container)]
        for container, code in containers.items():
            loaded += (Loaded(code, self.scripts[path], path) for path in self._files_of(container))
        return Page(file, contents, tuple(loaded), is_whole, missing[0] if missing else "")

    def _files_of(self, container: str) -> list[str]:
        """Return the files of the container with this id. An unknown id matches every container."""
        ids = (container, SOME_CONTAINER)
        return [path for path, read in self._containers.items() if container == SOME_CONTAINER or read in ids]

    def name_of(self, file: SiteFile) -> str:
        """Return the path of a file in the site."""
        return PurePath(file.path).relative_to(self._folder).as_posix()


def _containers(codes: Iterable[Code], loaded: Iterable[Loaded]) -> dict[str, Code]:
    """Return the containers that a page loads, and the code that loads each: asynchronous unless it waits."""
    found = [(code.container, code) for code in codes]
    found += [(code.container, each.at) for each in loaded if each.path for code in each.codes]
    return {
        container: code if code.timing == WAITING else replace(code, timing=ASYNC)
        for container, code in reversed(found)
        if container
    }


def _loaded_again(code: Code) -> Code:
    """Return a script with only one call and one tag of each kind, for a page that loads it again.

    This saves memory: a page can load a script a million times.
    """
    script = code.script
    calls = {(call.is_later, call.is_guarded): call for call in reversed(script.calls)}
    stubs = {stub.is_later: stub for stub in reversed(script.stubs)}
    bound = None if script.bound is None else ()
    return replace(code, script=Script(tuple(calls.values()), tuple(stubs.values()), bound))
