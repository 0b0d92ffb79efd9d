"""Run the command line: where `rtpsnippets` and `python -m rtpsnippets` begin."""

from __future__ import annotations

import sys

from rtpsnippets.cli.signals import Stopped, stoppable
from rtpsnippets.version import VERSION


def main() -> None:
    """Run the command line and exit, also if a signal says stop while the rest of the program is still loaded."""
    try:
        with stoppable():
            if sys.argv[1:] == ["--version"] and _has_said_version():
                return
            from rtpsnippets.cli.main import main as run  # noqa: PLC0415 (see above)

            run()
    except Stopped as stopped:
        from rtpsnippets.cli.messages import say  # noqa: PLC0415 (likewise)

        say("stopped")
        sys.exit(stopped.exit_code)


def _has_said_version() -> bool:
    """Print the version; what loads the rest of the program says why where that can't be done."""
    if sys.stdout is None:
        return False
    try:
        sys.stdout.write(f"rtpsnippets {VERSION}\n")
        sys.stdout.flush()
    except OSError:
        return False
    return True


if __name__ == "__main__":
    main()
