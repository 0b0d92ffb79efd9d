"""The command `rtpsnippets`: its subcommands, and the exit code of each error."""

from __future__ import annotations

import sys

import click

from rtpsnippets.cli import messages
from rtpsnippets.cli.commands.audit import audit
from rtpsnippets.cli.commands.build import build
from rtpsnippets.cli.commands.check import check
from rtpsnippets.cli.commands.csp import csp
from rtpsnippets.cli.commands.import_ import import_calls
from rtpsnippets.cli.commands.init import init
from rtpsnippets.cli.commands.list import list_events
from rtpsnippets.cli.commands.preview import preview
from rtpsnippets.cli.commands.schema import schema
from rtpsnippets.cli.commands.show import show
from rtpsnippets.cli.messages import give_up, show_escapes
from rtpsnippets.cli.options import verbosity_options
from rtpsnippets.errors import ProblemsError, RtpSnippetsError, cannot
from rtpsnippets.suggestions import nearest_to
from rtpsnippets.version import VERSION

PROBLEMS = 1
SYSTEM_REFUSED = 3


_OTHER_NAMES = {
    **dict.fromkeys(("validate", "verify", "lint"), "check"),
    **dict.fromkeys(("render", "print"), "show"),
    **dict.fromkeys(("generate", "compile"), "build"),
    **dict.fromkeys(("serve", "watch"), "build --watch"),
    "ls": "list",
    "new": "init",
    "version": "--version",
}
"""Names that other programs use for a command, with ours."""


class _Commands(click.Group):
    """The subcommands in the order of use; `help COMMAND` is `COMMAND --help`."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Suggest a command for an unknown name: one that has this name elsewhere, or the nearest one."""
        if args[0] == "help":
            args = [*(argument for argument in args if argument != "help"), "--help"]
        name = args[0]
        if name not in self.commands and not ctx.resilient_parsing:
            meant = _OTHER_NAMES.get(name.lower()) or nearest_to(name.lower(), self.commands)
            if meant:
                ctx.fail(f"No such command {name!r}. Did you mean {meant!r}?")
        return super().resolve_command(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (as in the base)
        return list(self.commands)


@click.group(
    cls=_Commands,
    commands=[init, import_calls, check, show, build, list_events, csp, preview, audit, schema],
    context_settings={"help_option_names": ["-h", "--help"]},
)
@verbosity_options
@click.version_option(VERSION, "-V", "--version", message="%(prog)s %(version)s")
def rtpsnippets() -> None:
    """Generate snippets that send custom events to Marketo Web Personalization (RTP).

    \b
    Examples:
      rtpsnippets init               create an events.toml to start from
      rtpsnippets import site        create definitions from the calls in a site
      rtpsnippets check              check the definitions
      rtpsnippets show               print the snippets of all events
      rtpsnippets show my-event      print the snippet of one event
      rtpsnippets build -o site/rtp  write a file for each snippet
      rtpsnippets list               list the values for the segment editor
      rtpsnippets csp                print hashes for a Content Security Policy
      rtpsnippets preview --open     create a page to view and try all events
      rtpsnippets audit site         compare a built site with the definitions
      rtpsnippets schema             print the JSON Schema of definitions files
      rtpsnippets help build         print the options of a command, with examples

    FILE is a definitions file. DIR is a folder with an events.toml, events.json, events.yaml or events.yml; the default
    is the current folder. If a command takes IDs, an argument with a dot or a slash is a FILE or DIR, and any other is
    an ID. For the folder demo, write demo/ (or demo, if the current folder contains no definitions).

    \b
    Exit codes:
      0  success
      1  problems; with `build --check`, differences; with `audit`, findings;
         with `check --exit-code`, changes that break segments
      2  wrong usage
      3  the system refused to read or write, or another build is running
      130, 143, 129  stopped by Ctrl-C, SIGTERM or SIGHUP; no file is half written
    """


def main() -> None:
    """Run the command line and exit."""
    show_escapes()
    sys.exit(_exit_code())


def _exit_code() -> int:
    """Run the command line, print a message for each error, and return the exit code."""
    try:
        # click's own messages would change the exit code if they can't be written.
        code: int | None = rtpsnippets.main(prog_name="rtpsnippets", standalone_mode=False)
    except RtpSnippetsError as error:
        messages.failure(error)
        code = PROBLEMS if isinstance(error, ProblemsError) else SYSTEM_REFUSED
    except click.ClickException as error:
        messages.wrong_usage(error)
        code = error.exit_code
    except OSError as error:
        code = refused(error)
    except MemoryError:
        messages.say("out of memory; nothing more was written")
        code = SYSTEM_REFUSED
    return code or 0


def refused(error: OSError) -> int:
    """Print an unexpected system error, which is about standard output if it names no file; return the exit code."""
    if error.filename is None:
        give_up(sys.stdout)
    messages.say(str(cannot("access", error.filename or "standard output", error)))
    return SYSTEM_REFUSED
