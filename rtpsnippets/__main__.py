"""Run the command line: where `rtpsnippets` and `python -m rtpsnippets` begin."""

from __future__ import annotations

import sys

from rtpsnippets.signals import Stopped, stoppable
from rtpsnippets.version import VERSION


def main() -> None:
    """Run the command line and exit, also if a signal says stop while the rest of the program is still loaded."""
    try:
        with stoppable():
            if sys.argv[1:] in (["--version"], ["-V"]) and sys.stdout is not None:
                _say_version()
                return
            from rtpsnippets.cli.commands.main import main as run  # noqa: PLC0415 (see above)

            run()
    except Stopped as stopped:
        from rtpsnippets.cli.messages import say  # noqa: PLC0415 (likewise)

        say("stopped")
        sys.exit(stopped.exit_code)


def _say_version() -> None:
    """Print the version, for which the rest of the program needn't be loaded."""
    try:
        sys.stdout.write(f"rtpsnippets {VERSION}\n")
        sys.stdout.flush()
    except BrokenPipeError:  # nobody reads on: no error, as click has it
        from rtpsnippets.cli.messages import give_up  # noqa: PLC0415 (only an error needs it)

        give_up(sys.stdout)
        sys.exit(1)
    except OSError as error:
        from rtpsnippets.cli.commands.main import refused  # noqa: PLC0415 (likewise)

        sys.exit(refused(error))


if __name__ == "__main__":
    main()
