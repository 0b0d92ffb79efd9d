"""Read the Google Tag Manager containers for an audit, and treat them as scripts that pages load."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rtpsnippets.errors import Location, Problem, ProblemsError
from rtpsnippets.limits import MAX_SITE_FILE_SECONDS
from rtpsnippets.site.container_triggers import AT_LOAD
from rtpsnippets.site.model import Code, Contents, Part
from rtpsnippets.site.site_file import read_site_file

_HINT = "specify a file exported from Google Tag Manager: Admin > Export Container"


def read_containers(paths: Iterable[str], max_bytes: int) -> dict[str, Contents]:
    """Return the contents of the containers at `paths`; raise `ProblemsError` with each file that is not one."""
    found: dict[str, Contents] = {}
    problems: list[Problem] = []
    for path in paths:
        file = read_site_file(path, max_bytes, MAX_SITE_FILE_SECONDS)
        if file.contents and file.contents.container:
            found[file.path] = file.contents
        else:
            what = file.refusal or "is not a Google Tag Manager container"
            problems.append(Problem(what, _HINT, location=Location(file.path)))
    if problems:
        raise ProblemsError(problems)
    return found


def running_parts(container: Contents) -> list[Part]:
    """Return the parts of a container that may run."""
    return [part for part in container.parts if not part.refusal]


def codes_of(container: Contents) -> tuple[Code, ...]:
    """Return the code of a container as if it were a script: triggered code counts as code in a function."""
    return tuple(_fired(code, part) for part in running_parts(container) for code in part.contents.codes)


def _fired(code: Code, part: Part) -> Code:
    if part.trigger == AT_LOAD and not code.attribute:
        return code
    trigger = None if code.attribute else part.trigger
    calls = tuple(replace(call, is_later=True, trigger=trigger) for call in code.script.calls)
    stubs = tuple(replace(stub, is_later=True) for stub in code.script.stubs)
    return replace(code, script=replace(code.script, calls=calls, stubs=stubs))
