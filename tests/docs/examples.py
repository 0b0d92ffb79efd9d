"""Run the examples of a page in a folder, and report each one that does not do what the page shows."""

from __future__ import annotations

import contextlib
import doctest
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from rtpsnippets import ProblemsError, load
from tests.clean_environment import CHECKOUT, SCRIPTS, Ran, run
from tests.docs.pages import Block
from tests.engines.programs import find_program

INSTALL = "python3 -m venv "
TESTS = "bash .ci/test"
COMPLETION = 'eval "$('
SET_UP = (INSTALL, TESTS, COMPLETION, "_RTPSNIPPETS_COMPLETE=", "pip install ")
"""How the commands of the `sh` blocks begin: they change the machine, so other tests run them."""

ELSEWHERE = {
    ".pre-commit-config.yaml": "tests/packaging/test_pre_commit.py",
    ".github/workflows/audit.yml": "tests/docs/test_pages.py",
    ".github/workflows/changes.yml": "tests/docs/test_pages.py",
    "index.html": "tests/docs/test_pages.py",
    "stand-in.html": "tests/docs/test_pages.py",
    "site/pricing.html": "tests/docs/test_pages.py",
    "site/form.html": "tests/docs/test_pages.py",
    "site/page.html": "tests/pages/test_strict_page.py",
    "site/class.html": "tests/pages/test_strict_page.py",
}
"""The files that another test uses, and no command on their page."""

CONSOLE_PAGE = "docs/is-it-working.md"
"""The page with lines for a browser's console, which tests/pages/test_working_page.py runs."""

_READ_BY = {
    "rtpsnippets": ["events.toml"],
    "mkdocs": ["mkdocs.yml", "overrides/main.html", "events.toml", "docs"],
}
"""The files that a command reads although its arguments do not name them."""

_FAILS = re.compile(r"^Found [\d,]+ problems?\.\n\Z|^[\d,]+ findings? in .*\n\Z", re.MULTILINE)
"""What a command prints last when it exits with 1."""


class Step(NamedTuple):
    """A command of a console block and the output that the page shows."""

    command: str
    shown: str


def steps_of(block: Block) -> list[Step]:
    """Return the commands of a console block."""
    steps = re.split(r"(?m)^\$ ", block.text)[1:]
    return [Step(command, shown) for command, _, shown in (step.partition("\n") for step in steps)]


def run_step(step: Step, folder: Path) -> Ran:
    """Run a command of a page in `folder`."""
    return run([find_program("bash"), "-c", step.command], folder, SCRIPTS)


def play(blocks: Iterable[Block], folder: Path) -> dict[int, list[str]]:
    """Run the blocks of a page in order in `folder`; return what is wrong, by the line of the block."""
    return {block.line: list(problems_of(block, folder)) for block in blocks}


def unused_files(blocks: Iterable[Block]) -> list[str]:
    """Return the files of a page that no command or session on it reads, by their name or the name of a folder."""
    blocks = list(blocks)
    steps = [step.command for block in blocks if block.language == "console" for step in steps_of(block)]
    sessions = [block.text for block in blocks if block.language == "python" and block.text.startswith(">>> ")]
    words = set(re.findall(r"[\w./-]+", " ".join((*steps, *sessions))))
    read = {word.strip("/") for word in words} | {name for program in words for name in _READ_BY.get(program, ())}
    names = {block.file_name: Path(block.file_name) for block in blocks if block.file_name}
    return [name for name, path in names.items() if read.isdisjoint({name, *map(Path.as_posix, path.parents)})]


def problems_of(block: Block, folder: Path) -> Iterator[str]:
    """Run one block by the rule for its language."""
    if block.file_name:
        path = folder / block.file_name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.text, "utf-8", newline="\n")
    match block.language:
        case "console" if block.text.startswith("$ "):
            yield from _problems_of_console(block, folder)
        case "python" if block.text.startswith(">>> "):
            yield from _problems_of_python(block, folder)
        case _ if block.file_name in ELSEWHERE:
            pass
        case "js" if block.page == CONSOLE_PAGE:
            pass
        case "toml" | "json" | "yaml" if not block.file_name:
            try:
                load(write_definitions(block, folder))
            except ProblemsError as error:
                yield f"{block.page}:{block.line}: the definitions have problems:\n{error}"
        case "toml" | "html" | "json" | "yaml" | "python" | "css" | "markdown" if block.file_name:
            pass  # the commands that use the file show what it does
        case "sh" if block.text.startswith(SET_UP) and block.text.count("\n") == 1:
            pass
        case _:
            at = f"{block.page}:{block.line}"
            yield f"{at}: no rule runs this block of the language {block.language!r}:\n{block.text}"


def write_definitions(block: Block, folder: Path) -> Path:
    """Write a block without a file name into a file, and return its path."""
    path = folder / f"line-{block.line}.{block.language}"
    path.write_text(block.text, "utf-8", newline="\n")
    return path


def _problems_of_console(block: Block, folder: Path) -> Iterator[str]:
    for step in steps_of(block):
        code = 1 if _FAILS.search(step.shown) else 0
        ran = run_step(step, folder)
        if ran != (code, step.shown):
            yield (
                f"{block.page}:{block.line}: $ {step.command}\nexpected, with exit code {code}:\n{step.shown}"
                f"got, with exit code {ran.code}:\n{ran.output}"
            )


def _problems_of_python(block: Block, folder: Path) -> Iterator[str]:
    session = doctest.DocTestParser().get_doctest(block.text, {}, block.page, str(CHECKOUT / block.page), block.line)
    output: list[str] = []
    with contextlib.chdir(folder):
        doctest.DocTestRunner(verbose=False).run(session, out=output.append)
    yield from output
