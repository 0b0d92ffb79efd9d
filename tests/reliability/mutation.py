"""Mutation testing of the most important modules: `python -m tests.reliability.mutation [MODULE...]`.

Cosmic Ray changes one thing at a time in a copy of the checkout and runs the tests of the module. A change that they
don't detect is a gap in them, or has no visible effect: then it may be listed in `mutants.toml` with the reason, and
doesn't count. Prints all other undetected changes, and exits with 1 if the share of detected changes is too small, or
if a listed change is detected.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
import tomllib
import venv
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from queue import Queue
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.reliability.copied_checkout import Copy, copied_checkout

TOOL = "cosmic-ray==8.7.0"
AT_ONCE = 2
"""How many modules are tested at the same time, each in its own copy."""

_SESSION = Path(__file__).with_name("mutation_session.py")
_LISTED = Path(__file__).with_name("mutants.toml")
# A change can cause an endless loop; the tests of any module take a few seconds.
_TIMEOUT = 120

TESTS: Mapping[str, Sequence[str]] = {
    "web/javascript": ["tests/web/test_javascript.py"],
    "web/html": ["tests/web/test_html.py"],
    "events/url": ["tests/events/test_url.py"],
    "events/event": [
        *("tests/events/test_event.py", "tests/events/test_button.py", "tests/events/test_lint.py"),
        "tests/events/test_triggers.py",
        *("tests/snippets/test_arguments.py", "tests/snippets/tables/test_text_table.py"),
        "tests/snippets/test_binding.py",
        *(
            f"tests/definitions/test_schema.py::{name}"
            for name in (
                *("test_schema__accepts_a_value_of_a_key_if_check_does", "test_schema__accepts_an_id_if_check_does"),
                "test_key__is_described_and_its_examples_are_good",
            )
        ),
    ],
    "definitions/validate": [
        "tests/definitions/test_validate.py",
        "tests/definitions/test_load.py",
        "tests/definitions/test_defaults.py",
    ],
    "events/lint": ["tests/events/test_lint.py"],
    "events/invisible": ["tests/events/test_invisible.py"],
    "snippets/marked_elements": ["tests/snippets/test_marked_elements.py"],
    "snippets/verify": ["tests/snippets/test_calls_of_templates.py", "tests/snippets/test_templates.py"],
    "snippets/tables/csv_table": ["tests/snippets/tables/test_csv_table.py"],
    "output/plan": ["tests/output/test_plan.py"],
    "output/write": ["tests/output"],
}
"""The tests of each module, in addition to its doctests. For other modules, all tests of their package."""

MUST_SEE: Mapping[str, float] = {"web/javascript": 1.0, "web/html": 1.0}
"""The share of the changes that the tests must detect; for other modules `OTHERS_MUST_SEE`."""
OTHERS_MUST_SEE = 0.95


class Mutant(NamedTuple):
    """A change of one or a few lines: the old text and the new."""

    module: str
    line: str
    becomes: str

    def __str__(self) -> str:
        return f"    {self.line}\n becomes\n    {self.becomes}"


class Result(NamedTuple):
    """The results for the mutants of a module."""

    module: str
    seen: frozenset[Mutant]
    unseen: frozenset[Mutant]
    seconds: float


def listed() -> dict[Mutant, str]:
    """The mutants that no test can detect, and why."""
    tables = tomllib.loads(_LISTED.read_text("utf-8")).get("mutant", [])
    return {Mutant(table["module"], table["line"], table["becomes"]): table["reason"] for table in tables}


def complaints(result: Result, known: Mapping[Mutant, str]) -> Iterator[str]:
    """What is wrong with a result."""
    for mutant in sorted(mutant for mutant in known if mutant.module == result.module):
        if mutant not in result.unseen:
            why = "detected" if mutant in result.seen else "no longer generated"
            yield f"listed in {_LISTED.name}, but {why}\n{mutant}"
    must_see = MUST_SEE.get(result.module, OTHERS_MUST_SEE)
    if share(result, known) < must_see:
        yield f"{share(result, known):.1%} are detected, and {must_see:.0%} must be"


def share(result: Result, known: Mapping[Mutant, str]) -> float:
    """The share of the mutants that the tests detect, among those that can be detected."""
    return len(result.seen) / max(1, len(result.seen) + len(result.unseen - set(known)))


def main(modules: Sequence[str]) -> int:
    """Test the modules, all by default, and print the results for their mutants."""
    known = listed()
    wrong = 0
    with ExitStack() as stack:
        tool = _tool(Path(stack.enter_context(TemporaryDirectory())))
        copies: Queue[Copy] = Queue()
        for _ in range(AT_ONCE):
            copies.put(stack.enter_context(copied_checkout()))
        pool = ThreadPoolExecutor(AT_ONCE)
        stack.callback(pool.shutdown, cancel_futures=True)
        for result in pool.map(lambda module: _result(module, tool, copies), modules or list(TESTS)):
            excused = len(result.unseen & set(known))
            print(f"{result.module}: {len(result.seen)} changes detected ({share(result, known):.1%}),", end=" ")
            print(f"{excused} listed, in {result.seconds:.0f} s", flush=True)
            for mutant in sorted(result.unseen - set(known)):
                print(f"{result.module}: no test detects\n{mutant}", flush=True)
            for complaint in complaints(result, known):
                wrong += 1
                print(f"{result.module}: {complaint}", flush=True)
    return 1 if wrong else 0


def _tool(folder: Path) -> Path:
    """The interpreter of an environment with Cosmic Ray."""
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "-qq", "--disable-pip-version-check", TOOL], check=True)
    return python


def _result(module: str, tool: Path, copies: Queue[Copy]) -> Result:
    start = time.monotonic()
    copy = copies.get()
    file = copy.folder / f"rtpsnippets/{module}.py"
    source = file.read_text("utf-8")
    tests = [*(TESTS.get(module) or [f"tests/{module.rpartition('/')[0]}"]), f"rtpsnippets/{module}.py"]
    try:
        whole = copy.test(tests)
        if whole.returncode:
            raise RuntimeError(f"the tests of {module} fail without a change:\n{whole.stdout}")
        with copy.apart("tests.reliability.tests_apart:run") as run:
            outcomes: dict[Mutant, bool] = {}
            for code, mutant in _mutants(module, tool, copy.folder):
                file.write_text(code, "utf-8")
                ended = run(_TIMEOUT, tests)
                # The same line may occur twice in a module.
                outcomes[mutant] = outcomes.get(mutant, True) and bool(ended.failure or ended.returned)
    finally:
        file.write_text(source, "utf-8")
        copies.put(copy)
    unseen = frozenset(mutant for mutant, is_seen in outcomes.items() if not is_seen)
    return Result(module, frozenset(outcomes) - unseen, unseen, time.monotonic() - start)


def _mutants(module: str, tool: Path, folder: Path) -> Iterator[tuple[str, Mutant]]:
    """The code of each mutant of the module, and its changed lines."""
    command = [str(tool), str(_SESSION), f"rtpsnippets/{module}.py"]
    made = subprocess.run(command, cwd=folder, check=True, stdout=subprocess.PIPE, text=True)
    for one in json.loads(made.stdout):
        yield one["code"], Mutant(module, one["line"], one["becomes"])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
