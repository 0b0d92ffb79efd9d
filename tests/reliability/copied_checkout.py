"""A copy of the checkout that may be broken on purpose, with an interpreter that imports the copy."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.clean_environment import copy_checkout, environment
from tests.reliability.apart import Apart, apart

_FIRST = "import site, sys; sys.path.insert(0, {checkout!r}); site.addsitedir({packages!r})\n"
"""A line that Python runs when it starts: our package comes from the copy, all others from here."""


PYTEST_OPTIONS = ("-x", "-q", "-p", "no:cacheprovider", "--no-header", "-p", "_hypothesis_pytestplugin")
"""Stop at the first test that fails."""


class Copy(NamedTuple):
    """The folder of the copy, and an interpreter that imports the copy wherever it is started."""

    folder: Path
    python: Path

    def apart(self, function: str) -> AbstractContextManager[Apart]:
        """Let a function of the copy be called, each time in a process of its own."""
        return apart(function, [str(self.python), "-m", "tests.reliability.apart"], self.folder, self.environment)

    @property
    def environment(self) -> dict[str, str]:
        """The variables to run tests with."""
        return {
            **environment(),
            "CI": "true",  # Hypothesis takes the same examples each time
            "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",  # half of the time that pytest needs to start
            # What is changed within the same second is else taken for the compiled file of before.
            "PYTHONDONTWRITEBYTECODE": "1",
        }

    def test(self, arguments: Sequence[str], timeout: float | None = None) -> subprocess.CompletedProcess[str]:
        """Run tests of the copy."""
        return subprocess.run(
            [str(self.python), "-m", "pytest", *PYTEST_OPTIONS, *arguments],
            cwd=self.folder,
            env=self.environment,
            check=False,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=timeout,
        )


@contextmanager
def copied_checkout() -> Iterator[Copy]:
    """Make a copy of the checkout, and remove it in the end."""
    with TemporaryDirectory(prefix="rtpsnippets-") as folder:
        checkout, venv = Path(folder, "checkout"), Path(folder, "venv")
        checkout.mkdir()
        copy_checkout(checkout)
        # Without it the templates of the checkout here are found, through its own installation.
        (checkout / "rtpsnippets" / "templates").symlink_to("../templates")
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(venv)], check=True)
        (packages,) = venv.glob("lib/python*/site-packages")
        line = _FIRST.format(checkout=str(checkout), packages=sysconfig.get_path("purelib"))
        (packages / "copied_checkout.pth").write_text(line, "utf-8")
        yield Copy(checkout, venv / "bin" / "python")
