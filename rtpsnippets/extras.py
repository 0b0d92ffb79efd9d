"""Report that an optional extra is not installed, with the command that installs it into this environment.

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
    """Return the error to raise if `what` needs an extra that is not installed, with the command to run."""
    hint = f"{_pip()} install {_requirement(extra)}"
    return ProblemsError([Problem(f"{what} needs an extra that is not installed", hint, location=Location(file))])


def _pip() -> str:
    """Return the pip command for this environment: a plain `pip` may belong to another one."""
    python = _in_shell(sys.executable)
    return f"{python} -m pip" if find_spec("pip") else f"pip --python {python}"


def _requirement(extra: str) -> str:
    """Return the package with the extra, from where it was installed: a folder or file, a URL, or an index."""
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
    """Return where pip installed this package from; empty for an index (PyPA, "Direct URL Data Structure")."""
    try:
        recorded = distribution("rtpsnippets").read_text("direct_url.json")
    except PackageNotFoundError:  # the package is not installed, only on Python's path
        recorded = None
    return json.loads(recorded) if recorded else {}


def _in_shell(word: str) -> str:
    """Return the word quoted for a shell; Windows shells only support double quotes."""
    return f'"{word}"' if sys.platform == "win32" else quote(word)
