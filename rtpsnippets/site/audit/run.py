"""Audit a site: read its scripts, then its pages, and compare them with the definitions."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from contextlib import closing
from functools import partial
from pathlib import Path, PurePath

from rtpsnippets.definitions.validate import Definitions
from rtpsnippets.display import printable
from rtpsnippets.errors import FileAccessError, Location, Problem, ProblemsError
from rtpsnippets.events.warning_names import UNUSED
from rtpsnippets.filesystem import is_folder
from rtpsnippets.limits import MAX_FINDINGS, MAX_SITE_FILE, MAX_SITE_FILE_SECONDS, TooSlowError
from rtpsnippets.progress import Track, untracked
from rtpsnippets.site.audit.built_files import Built
from rtpsnippets.site.audit.containers import codes_of, read_containers, running_parts
from rtpsnippets.site.audit.file_rules import file_findings
from rtpsnippets.site.audit.findings import Report, skipped
from rtpsnippets.site.audit.kinds import DEPRECATED, NO_TAG, TAG_IN_CONTAINER, UNTRACKED
from rtpsnippets.site.audit.known_values import Known
from rtpsnippets.site.audit.load_order import Loaded
from rtpsnippets.site.audit.loaded_scripts import Site
from rtpsnippets.site.audit.page_rules import Page, marked_element_findings, page_findings
from rtpsnippets.site.audit.untracked import Tracked
from rtpsnippets.site.audit.usage import Use, selectors_of, unused_findings
from rtpsnippets.site.model import Contents
from rtpsnippets.site.pool import read_all
from rtpsnippets.site.selectors import need_selectors
from rtpsnippets.site.site_file import SiteFile
from rtpsnippets.site.walk import LINK, SCRIPT_SUFFIXES, SITE_SUFFIXES, VERSION_FOLDERS, Walked, walk
from rtpsnippets.snippets.usage import Usage


def audit(  # noqa: PLR0913 (each is an option of the command)
    site: str,
    definitions: Definitions,
    *,
    ignore: Collection[str] = (),
    base_url: str = "",
    containers: Collection[str] = (),
    max_bytes: int = MAX_SITE_FILE,
    jobs: int = 1,
    with_usage: bool = False,
    track: Track = untracked,
) -> Report:
    """Return how the pages and scripts of a built site differ from the definitions.

    `site`: the folder of the site. `ignore`: the kinds of findings (`kinds.KINDS`) to leave out. `base_url`: where the
    folder is published, for pages that load scripts by full URL. `containers`: the paths of Google Tag Manager
    containers that pages load. `max_bytes`: the maximum size of a file. `jobs`: the number of processes. `with_usage`:
    find the pages that send each event, which takes more time and memory.

    Raises `FileAccessError` if the folder is not readable and `ProblemsError` for an unreadable container; any other
    unreadable file is a finding.
    """
    if NO_TAG in ignore:  # perhaps because a container adds the tag
        ignore = {*ignore, TAG_IN_CONTAINER}
    walked = _walked(site)
    of_containers = read_containers(containers, max_bytes)
    built = Built(max_bytes)
    scripts, pages = _scripts_and_pages((file.path for file in walked if not file.refusal), built)
    links = sum(file.refusal == LINK for file in walked)  # known from the walk: a path may be too long to check again
    run = _Run(Site(site, base_url), definitions, ignore, with_usage=with_usage)
    read = partial(read_all, track=track, max_bytes=max_bytes, seconds=MAX_SITE_FILE_SECONDS, jobs=jobs, is_built=True)
    run.skip(file for file in walked if file.refusal not in {"", LINK})
    run.take_containers(of_containers)
    with closing(read(scripts, label="reading scripts")) as files:
        run.take_scripts(files, built)
    selectors = run.selectors()
    with closing(read(pages, label="reading pages", selectors=selectors)) as files:
        run.take_pages(files, selectors)
    findings, total = run.findings([*of_containers, *(file.path for file in walked)])
    return Report(findings, total, len(pages), len(scripts), links, run.usage)


_WHICH_FOLDER = "specify the folder of the built site"


def _walked(site: str) -> list[Walked]:
    """Return the files of the site and what is skipped; raise if the folder is missing or not readable."""
    if not (site and is_folder(Path(site))):  # `Path("")` is the current folder
        what = ("is not a folder" if Path(site).exists() else "no such folder") if site else "the folder name is empty"
        raise ProblemsError([Problem(what, _WHICH_FOLDER, location=Location(site))])
    walked = list(walk(site, SITE_SUFFIXES, VERSION_FOLDERS))
    if walked and walked[0] == Walked(site, walked[0].refusal):
        raise FileAccessError(printable(f"{site}: {walked[0].refusal}"))
    if not walked:
        raise ProblemsError([Problem("contains no pages or scripts", _WHICH_FOLDER, location=Location(site))])
    return walked


def _scripts_and_pages(paths: Iterable[str], built: Built) -> tuple[list[str], list[str]]:
    """Return the paths of scripts and of pages, without the snippets that a build has written."""
    scripts: list[str] = []
    pages: list[str] = []
    for path in paths:
        if PurePath(path).suffix.lower() in SCRIPT_SUFFIXES:
            scripts.append(path)
        elif not built.has(path):
            pages.append(path)
    return scripts, pages


class _Run:
    """Collects findings."""

    def __init__(self, site: Site, definitions: Definitions, ignore: Collection[str], *, with_usage: bool) -> None:
        self._site = site
        self._known = known = Known(definitions.events)
        self._ignore = ignore
        self._definitions = definitions
        table = definitions.audit
        self._tracked = Tracked(table, known) if table and table.tracked and UNTRACKED not in ignore else None
        self._with_usage = with_usage
        self._use = Use(known, is_by_page=with_usage)
        # Each list is in file order.
        self._in_containers, self._skipped, self._in_scripts, self._in_pages = (_First(ignore) for _ in range(4))

    @property
    def usage(self) -> Usage:
        """The pages that send each event, if they were requested."""
        return self._use.by_page

    def selectors(self) -> Collection[str]:
        """Return the selectors to compare with the elements of pages, after the scripts were taken."""
        if self._with_usage or self._tracked:
            tracked = self._tracked.selectors if self._tracked else ()
            return list(dict.fromkeys((*tracked, *selectors_of(self._known, self._site.scripts.values()))))
        deprecated = [event.selector for event in self._known.events.values() if event.deprecated and event.selector]
        if deprecated and DEPRECATED not in self._ignore:
            need_selectors()
            return deprecated
        return ()

    def skip(self, refused: Iterable[Walked]) -> None:
        """Add a finding for each folder that is not readable."""
        self._skipped.add(skipped(file.path, file.refusal) for file in refused)

    def take_containers(self, containers: Mapping[str, Contents]) -> None:
        """Check the containers, by path. Their events count as used, whichever pages load them."""
        for path, container in containers.items():
            for part in running_parts(container):
                file = SiteFile(path, part.contents, part=part)
                loaded = tuple(Loaded(code, (code,)) for code in part.contents.codes)
                page = Page(file, part.contents, loaded, is_whole=False)
                self._use.take(page)
                self._in_containers.add(
                    [*file_findings(file, self._known), *marked_element_findings(page, self._known)]
                )
            self._site.add_container(path, container.container, codes_of(container))

    def take_scripts(self, files: Iterable[SiteFile], built: Built) -> None:
        """Check the scripts of the site. What a build wrote is not a use of an event."""
        for file in files:
            findings = file_findings(file, self._known)
            self._in_scripts.add(each for each in findings if each.rule != DEPRECATED or not built.has(file.path))
            if file.contents is not None:
                self._site.add(file, file.contents)

    def take_pages(self, files: Iterable[SiteFile], selectors: Collection[str]) -> None:
        """Check the pages of the site, after the scripts. `selectors` were compared with their elements."""
        for file in files:
            found = list(file_findings(file, self._known))
            if file.contents is not None:
                try:
                    page = self._site.page(file, file.contents)
                    self._use.take(page, self._site.name_of(file), selectors)
                    found += page_findings(page, self._known)
                    found += self._tracked.findings(page) if self._tracked else ()
                except TooSlowError:
                    found.append(skipped(file.path, f"took longer than {MAX_SITE_FILE_SECONDS:g} s to read"))
            self._in_pages.add(sorted(found, key=lambda finding: finding.location.order))

    def findings(self, paths: Iterable[str]) -> tuple[tuple[Problem, ...], int]:
        """Return the first findings, in the order of `paths` and then of the definitions, and the number of all."""
        place = {path: at for at, path in enumerate(paths)}
        of_files = (self._in_containers, self._skipped, self._in_scripts, self._in_pages)
        first = (finding for of in of_files for finding in of.first)
        listed = sorted(first, key=lambda finding: place[finding.location.file])
        unused = [] if UNUSED in self._ignore else list(self._use.unused())
        listed += unused_findings(unused[:MAX_FINDINGS], self._definitions, self._site.scripts)
        total = sum(of.total for of in of_files) + len(unused)
        return tuple(listed[:MAX_FINDINGS]), total


class _First:
    """The first findings, up to the limit, and the number of all: memory use stays constant."""

    def __init__(self, ignore: Collection[str]) -> None:
        self._ignore = ignore
        self.first: list[Problem] = []
        self.total = 0

    def add(self, findings: Iterable[Problem]) -> None:
        """Add findings after the existing ones."""
        for finding in findings:
            if finding.rule not in self._ignore:
                self.total += 1
                if self.total <= MAX_FINDINGS:
                    self.first.append(finding)
