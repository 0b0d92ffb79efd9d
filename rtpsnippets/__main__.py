"""Run the command line: where `rtpsnippets` and `python -m rtpsnippets` begin."""

from __future__ import annotations

import sys

from rtpsnippets.cli.signals import Stopped, stoppable


def main() -> None:
    """Run the command line and exit, also if a signal says stop while the rest of the program is still loaded."""
    try:
        with stoppable():
            from rtpsnippets.cli.main import main as run  # noqa: PLC0415 (see above)

            run()
    except Stopped as stopped:
        from rtpsnippets.cli.messages import say  # noqa: PLC0415 (likewise)

        say("stopped")
        sys.exit(stopped.exit_code)


if __name__ == "__main__":
    main()
