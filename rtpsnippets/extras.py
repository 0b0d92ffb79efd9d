"""Say which command installs an extra into the environment at hand. It is imported for the message only.

>>> print(needs_extra("reading YAML", "yaml").problems[0].what)
reading YAML needs an extra that is not installed
"""

from __future__ import annotations

import json
import sys
from importlib.metadata import PackageNotFoundError, distribution
from importlib.util import find_spec
from pathlib import Path
from shlex import quote
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from rtpsnippets.errors import Location, Problem, ProblemsError


def needs_extra(what: str, extra: str, file: str = "") -> ProblemsError:
    """The error to raise for something that needs an extra which is not installed, with the command to type."""
    hint = f"{_pip()} install {_requirement(extra)}"
    return ProblemsError([Problem(f"{what} needs an extra that is not installed", hint, location=Location(file))])


def _pip() -> str:
    """A pip that installs into this environment; the `pip` of a shell alone may belong to another one."""
    python = _in_shell(sys.executable)
    return f"{python} -m pip" if find_spec("pip") else f"pip --python {python}"


def _requirement(extra: str) -> str:
    """The package with the extra, from where it was installed: a folder or file, an address, or else an index."""
    origin = _origin()
    url, vcs = origin.get("url", ""), origin.get("vcs_info")
    if vcs:
        url = f"{vcs['vcs']}+{url}@{vcs['commit_id']}"
    path = url2pathname(urlsplit(url).path) if url.startswith("file:") else ""
    if path and Path(path).exists():
        option = "--editable " if origin.get("dir_info", {}).get("editable") else ""
        return option + _in_shell(f"{path}[{extra}]")
    name = f"rtpsnippets[{extra}]"
    return _in_shell(f"{name} @ {url}" if url and not path else name)


def _origin() -> dict[str, Any]:
    """Where pip installed this package from, if that was no index (PyPA, "Direct URL Data Structure")."""
    try:
        recorded = distribution("rtpsnippets").read_text("direct_url.json")
    except PackageNotFoundError:  # it is run from a folder on Python's path
        recorded = None
    return json.loads(recorded) if recorded else {}


def _in_shell(word: str) -> str:
    """The word as it is typed into a shell; those of Windows know double quotes only."""
    return f'"{word}"' if sys.platform == "win32" else quote(word)
