"""The command `rtpsnippets`: its subcommands, and how an error ends it."""

from __future__ import annotations

import sys
from errno import EPIPE
from io import TextIOWrapper

import click

from rtpsnippets.cli import messages
from rtpsnippets.cli.build import build
from rtpsnippets.cli.check import check
from rtpsnippets.cli.init import init
from rtpsnippets.cli.list import list_events
from rtpsnippets.cli.show import show
from rtpsnippets.errors import FileAccessError, ProblemsError, cannot

PROBLEMS = 1
SYSTEM_REFUSED = 3


class _Commands(click.Group):
    """The subcommands in their order of use; each error that a person can mend is a message and an exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (the base's form)
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except ProblemsError as error:
            messages.problems(error.problems)
            raise click.exceptions.Exit(PROBLEMS) from None
        except FileAccessError as error:
            messages.say(str(error))
            raise click.exceptions.Exit(SYSTEM_REFUSED) from None
        except OSError as error:
            if error.errno == EPIPE:  # the reader of a pipe has enough: click ends quietly
                raise
            messages.say(str(cannot("reach", error.filename or "standard output", error)))
            raise click.exceptions.Exit(SYSTEM_REFUSED) from None


@click.group(
    cls=_Commands,
    commands=[init, check, show, build, list_events],
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="rtpsnippets", message="%(prog)s %(version)s")
def rtpsnippets() -> None:
    """Turn definitions of Marketo Web Personalization (RTP) custom events into snippets to paste.

    \b
    Examples:
      rtpsnippets init                     write an events.toml to start from
      rtpsnippets check                    say what is wrong with it
      rtpsnippets show                     print the snippets of all its events
      rtpsnippets show my-event            print those of one event
      rtpsnippets build -o site/rtp        write a file for each snippet

    Without FILES, the events.toml, events.json, events.yaml or events.yml in the current
    folder is used.

    \b
    Exit codes:
      0  done
      1  problems in what was given, or `build --check` found differences
      2  wrong usage
      3  the system refused to read or write
    """


def main() -> None:
    """Run the command line and exit."""
    for stream in (sys.stdout, sys.stderr):
        # A value may hold what the terminal's encoding lacks: show an escape, never fail.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    rtpsnippets(prog_name="rtpsnippets")
