"""The entry point of `rtpsnippets` and `python -m rtpsnippets`."""

from __future__ import annotations

import sys

from rtpsnippets.signals import Stopped, stoppable
from rtpsnippets.version import VERSION


def main() -> None:
    """Run the command line and exit, even if a signal arrives while the rest of the program is still loading."""
    try:
        with stoppable():
            if sys.argv[1:] in (["--version"], ["-V"]) and sys.stdout is not None:
                _print_version()
                return
            from rtpsnippets.cli.commands.main import main as run  # noqa: PLC0415 (see above)

            run()
    except Stopped as stopped:
        from rtpsnippets.cli.messages import say  # noqa: PLC0415 (see above)

        say("stopped")
        sys.exit(stopped.exit_code)


def _print_version() -> None:
    """Print the version without loading the rest of the program."""
    try:
        sys.stdout.write(f"rtpsnippets {VERSION}\n")
        sys.stdout.flush()
    except BrokenPipeError:  # the reader has closed the pipe: exit like click
        from rtpsnippets.cli.messages import give_up  # noqa: PLC0415 (needed only after an error)

        give_up(sys.stdout)
        sys.exit(1)
    except OSError as error:
        from rtpsnippets.cli.commands.main import refused  # noqa: PLC0415 (see above)

        sys.exit(refused(error))


if __name__ == "__main__":
    main()
