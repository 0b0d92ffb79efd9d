"""The sanitizers and CMS that run in separate programs: a row each, with the result of each form."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from tests.cms.installed import node_packages, node_version, python_environment, python_version
from tests.cms.target import ALL, ONLY_LINKS, Target, Workshop, target
from tests.engines.engine import Failure
from tests.engines.programs import NODE, find_program
from tests.engines.runner import run

_HERE = Path(__file__).parent
_CHECKOUT = _HERE.parents[1]
_RUNNER = _CHECKOUT / "tests" / "engines" / "node"


def whole(kept: Sequence[str | Failure]) -> list[str]:
    """Return what was kept of every document; fail if a program rejected one."""
    failures = [document for document in kept if isinstance(document, Failure)]
    assert not failures, failures
    return [document for document in kept if isinstance(document, str)]


def _keep_in_python(name: str, documents: Sequence[str], workshop: Workshop) -> list[str]:
    command = (python_environment() / "bin" / "python", "-m", "tests.cms.python.run")
    variables = {"PYTHONPATH": str(_CHECKOUT), "PYTHONDONTWRITEBYTECODE": "1"}
    return whole(run(command, name, documents, workshop.new_folder(), **variables))


def _keep_in_node(name: str, documents: Sequence[str], workshop: Workshop) -> list[str]:
    folder = workshop.new_folder()
    # Node looks for packages in the folder of the importing file.
    (folder / "node_modules").symlink_to(node_packages(), target_is_directory=True)
    for file in (_RUNNER / "convert.mjs", _RUNNER / "ascii.mjs", _HERE / "node" / f"{name}.mjs"):
        shutil.copy(file, folder)
    return whole(run((find_program(*NODE), folder / "convert.mjs"), name, documents, folder))


def _python(name: str, package: str, engine: str, results: str) -> Target:
    return target(name, python_version(package), partial(_keep_in_python, engine), results)


def _node(name: str, package: str, engine: str, results: str) -> Target:
    return target(name, node_version(package), partial(_keep_in_node, engine), results)


PROGRAMS = (
    _python("Wagtail, rich text", "wagtail", "wagtail-rich-text", "dropped nothing text dropped nothing nothing exact"),
    _python("Wagtail, `RawHTMLBlock`", "wagtail", "wagtail-raw-html", ALL),
    target(
        "Ghost, HTML card",
        f"its renderer {node_version('@tryghost/kg-lexical-html-renderer')}",
        partial(_keep_in_node, "ghost"),
        ALL,
    ),
    _python(
        "django CMS text, its sanitizer",
        "djangocms-text",
        "django-cms",
        "dropped nothing dropped dropped exact exact exact",
    ),
    _node("sanitize-html", "sanitize-html", "sanitize-html", ONLY_LINKS),
    _node("xss", "xss", "xss", "text nothing text text nothing nothing exact"),
    _python("nh3", "nh3", "nh3", ONLY_LINKS),
    _python("bleach", "bleach", "bleach", "text nothing text text nothing nothing exact"),
    _python("lxml-html-clean", "lxml_html_clean", "lxml", "dropped nothing dropped dropped nothing exact exact"),
    _python("html-sanitizer", "html-sanitizer", "html-sanitizer", ONLY_LINKS),
)
