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
"""A line that Python runs at startup: our package comes from the copy, all others from here."""


PYTEST_OPTIONS = ("-x", "-q", "-p", "no:cacheprovider", "--no-header", "-p", "_hypothesis_pytestplugin")
"""Stop at the first test that fails."""


class Copy(NamedTuple):
    """The folder of the copy, and an interpreter that imports the copy in any working directory."""

    folder: Path
    python: Path

    def apart(self, function: str) -> AbstractContextManager[Apart]:
        """Yield a way to call a function of the copy, each time in its own process."""
        return apart(function, [str(self.python), "-m", "tests.reliability.apart"], self.folder, self.environment)

    @property
    def environment(self) -> dict[str, str]:
        """The environment variables for running tests."""
        return {
            **environment(),
            "CI": "true",  # Hypothesis uses the same examples each time
            "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",  # which takes half of pytest's startup time
            # Otherwise a change within the same second would leave the old compiled file in use.
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
    """Make a copy of the checkout, and remove it at the end."""
    with TemporaryDirectory(prefix="rtpsnippets-") as folder:
        checkout, venv = Path(folder, "checkout"), Path(folder, "venv")
        checkout.mkdir()
        copy_checkout(checkout)
        # Otherwise the templates of this checkout are found, through its installation.
        (checkout / "rtpsnippets" / "templates").symlink_to("../templates")
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(venv)], check=True)
        (packages,) = venv.glob("lib/python*/site-packages")
        line = _FIRST.format(checkout=str(checkout), packages=sysconfig.get_path("purelib"))
        (packages / "copied_checkout.pth").write_text(line, "utf-8")
        yield Copy(checkout, venv / "bin" / "python")
