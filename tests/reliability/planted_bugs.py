"""Plant bugs in a copy, one at a time, and see the tests go red: `python -m tests.reliability.planted_bugs`.

Ends with 1 if the tests don't see one. The checkout itself is never changed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.reliability.bug import Bug
from tests.reliability.bugs import BUGS
from tests.reliability.copied_checkout import Copy, copied_checkout

_TIMEOUT = 300


@contextmanager
def planted(bug: Bug, folder: Path) -> Iterator[None]:
    """Have the bug in the checkout at `folder` while the body runs."""
    file = folder / bug.file
    sound = file.read_text("utf-8")
    if sound.count(bug.text) != 1:
        raise ValueError(f"{bug.file} has this {sound.count(bug.text)} times: {bug.text}")
    file.write_text(sound.replace(bug.text, bug.becomes), "utf-8")
    try:
        yield
    finally:
        file.write_text(sound, "utf-8")


def main() -> int:
    """Plant every bug, and print which of them the tests see."""
    with copied_checkout() as copy:
        tests = sorted({test for bug in BUGS for test in bug.tests})
        sound = copy.test(tests, _TIMEOUT)
        if sound.returncode:
            print(f"the tests are red without any bug:\n{sound.stdout}")
            return 1
        unseen = [bug for bug in BUGS if not _is_seen(bug, copy)]
    print(f"{len(BUGS)} bugs planted, {len(BUGS) - len(unseen)} seen")
    return 1 if unseen else 0


def _is_seen(bug: Bug, copy: Copy) -> bool:
    with planted(bug, copy.folder):
        tested = copy.test(bug.tests, _TIMEOUT)
    is_seen = tested.returncode == 1  # the tests ran, and some failed
    failed = next((line for line in tested.stdout.splitlines() if line.startswith("FAILED ")), "")
    print(f"{'seen  ' if is_seen else 'UNSEEN'}  {bug.what}", flush=True)
    print(f"        {bug.file}: {failed.removeprefix('FAILED ').partition(' - ')[0]}", flush=True)
    return is_seen


if __name__ == "__main__":
    sys.exit(main())
