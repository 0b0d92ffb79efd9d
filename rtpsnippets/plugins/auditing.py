"""Audit a site right after a plugin has built it: check the options and pass the findings to the host.

>>> site_options(True, "no-tag", None, "https://example.com/docs/").base_url
'https://example.com/docs/'
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from rtpsnippets.definitions.load import load_definitions
from rtpsnippets.errors import FileAccessError, Problem, ProblemsError, under
from rtpsnippets.events.text_rules import boolean, wrong_type
from rtpsnippets.limits import MAX_PROBLEMS
from rtpsnippets.site import need_site_reader
from rtpsnippets.site.audit.kinds import known_kinds
from rtpsnippets.site.audit.urls import is_address


@dataclass(frozen=True, slots=True)
class SiteOptions:
    """The plugin's options for a built site.

    `is_audited`: whether to audit it. `ignore`: the kinds of findings to leave out. `base_url`: where the site is
    published. `has_binding`: whether to add the binding.
    """

    is_audited: bool
    ignore: Sequence[str]
    base_url: str
    has_binding: bool = True


def site_options(
    audit: object, ignore: object, base_url: object, site_url: object, *, binding: object = True
) -> SiteOptions:
    """Return the validated options; without `base_url`, use `site_url`, the host's own setting.

    Raises `ProblemsError` with all invalid options, or if the audit is on but its extra is not installed.
    """
    names = ignore if isinstance(ignore, (list, tuple)) else [ignore] if ignore else []
    switches = {"audit": audit, "binding": binding}
    problems = [
        *(
            replace(problem, key=(name,), hint="write True or False")
            for name, value in switches.items()
            for problem in boolean(value)
        ),
        *under(("audit_ignore",), _problems_of_kinds(names)),
        *under(("audit_base_url",), _problems_of_address(base_url)),
    ]
    if problems:
        raise ProblemsError(problems)
    if audit:
        need_site_reader()
    address = next((str(url) for url in (base_url, site_url) if _is_address(url)), "")
    return SiteOptions(bool(audit), tuple(map(str, names)), address, bool(binding))


def _problems_of_kinds(names: Iterable[object]) -> Sequence[Problem]:
    for name in names:
        if not isinstance(name, str):
            return [wrong_type("a kind of finding or a list of them", name)]
    try:
        known_kinds(map(str, names))
    except ProblemsError as error:
        return error.problems
    return []


def _problems_of_address(base_url: object) -> list[Problem]:
    if not base_url or _is_address(base_url):
        return []
    return [Problem("must be a full URL", "use a URL such as https://example.com/docs/")]


def _is_address(url: object) -> bool:
    return isinstance(url, str) and is_address(url)


def audit_site(
    site: str,
    definitions: Sequence[str],
    options: SiteOptions,
    warn: Callable[[Problem], object],
    inform: Callable[[str], object],
) -> None:
    """Call `warn` with each finding in the built site, up to a limit, and `inform` with the summary.

    `site` is the folder of the site; locations are relative to it. All pages in it are read, not only those that
    this build wrote. Does nothing if the audit is off. Never raises `RtpSnippetsError`: a failed audit is a warning.
    """
    if not options.is_audited:
        return
    from rtpsnippets.site.audit.run import audit  # noqa: PLC0415 (it needs the extra)

    try:
        # In this process: each worker would import the main program again, here the site generator.
        found = audit(site, load_definitions(definitions), ignore=options.ignore, base_url=options.base_url)
    except ProblemsError as error:
        for problem in error.problems:
            warn(problem)
    except FileAccessError as error:
        warn(Problem(str(error)))
    else:
        report = replace(found, findings=found.findings[:MAX_PROBLEMS])
        for finding in report.findings:
            warn(replace(finding, location=replace(finding.location, file=_in_site(finding.location.file, site))))
        if report.total > len(report.findings):
            warn(Problem(report.summary))
        else:
            inform(report.summary)


def _in_site(path: str, site: str) -> str:
    """Return a path in the site relative to it; return the path of a definitions file unchanged."""
    return PurePath(path).relative_to(site).as_posix() if PurePath(path).is_relative_to(site) else path
