"""The audit of a site that its generator has just built: the options, and what was found, said in the host's own way.

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
    """What the settings say about a built site.

    `is_audited` says whether it is audited, `ignore` which kinds of findings are left out, `base_url` where it lives,
    `has_binding` whether it may get the binding.
    """

    is_audited: bool
    ignore: Sequence[str]
    base_url: str
    has_binding: bool = True


def site_options(
    audit: object, ignore: object, base_url: object, site_url: object, *, binding: object = True
) -> SiteOptions:
    """Return the options as they are meant; `site_url` is the host's own setting, for want of a `base_url`.

    Raises `ProblemsError` with all that is wrong with them, and if a site is to be audited without the extra for it.
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
            return [wrong_type("the name of a kind of findings, or a list of names", name)]
    try:
        known_kinds(map(str, names))
    except ProblemsError as error:
        return error.problems
    return []


def _problems_of_address(base_url: object) -> list[Problem]:
    if not base_url or _is_address(base_url):
        return []
    return [Problem("must be an address of the web", "such as https://example.com/docs/")]


def _is_address(url: object) -> bool:
    return isinstance(url, str) and is_address(url)


def audit_site(
    site: str,
    definitions: Sequence[str],
    options: SiteOptions,
    warn: Callable[[Problem], object],
    inform: Callable[[str], object],
) -> None:
    """Give what is wrong with the built site to `warn`, the first of very much, and to `inform` how much it is.

    `site` is the folder of the site, from which the places of the findings start; all of its pages are read, whichever
    of them the build has written. Nothing happens if the audit isn't on. Never raises an `RtpSnippetsError`: an audit
    that isn't possible is a warning, too.
    """
    if not options.is_audited:
        return
    from rtpsnippets.site.audit.run import audit  # noqa: PLC0415 (it needs the extra, which only an audit does)

    try:
        # In one process: who builds a site from a program of their own may not be ready to be started once more.
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
    """The path as it is in the site; that of a definitions file stays."""
    return PurePath(path).relative_to(site).as_posix() if PurePath(path).is_relative_to(site) else path
