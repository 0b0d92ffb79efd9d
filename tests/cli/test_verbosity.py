"""How much the commands print: `-q` prints errors and results, `-v` prints everything."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.events import EVENTS, Run
from tests.site.audit.sites import calling, write_site

ODD = '[events.a]\nvalue = "x*"\nbutton = "Go"\n[events.b]\nvalue = "y;"\n'
WARNINGS = [
    'a.toml:2: events.a.value: warning: contains "*" [wildcard]',
    'a.toml:5: events.b.value: warning: contains ";"',
]


@pytest.fixture
def odd(run: Run) -> Run:
    """The command, beside definitions with two warnings and a site."""
    Path("a.toml").write_text(ODD)
    Path("b c.toml").write_text(EVENTS)
    write_site({"a.html": calling("'x*'", "'y;'")})
    return run


READING = ["show", "list", "csp", "preview -o page.html", "build -o out", "audit site"]


@pytest.mark.parametrize("command", READING)
def test_warnings__are_counted_by_all_commands_but_check_which_lists_them(command: str, odd: Run) -> None:
    plain, verbose, quiet = (odd(*command.split(), "a.toml", "b c.toml", *option) for option in ((), ("-v",), ("-q",)))
    assert plain.stderr.splitlines()[0] == "2 warnings: run rtpsnippets check a.toml 'b c.toml' to list them"
    assert [start for start in WARNINGS if start not in verbose.stderr] == []
    assert "warning" not in plain.stderr.partition("\n")[2] + quiet.stderr
    assert "rtpsnippets check" not in verbose.stderr
    assert plain.returncode == verbose.returncode == quiet.returncode
    checked = odd("check", "a.toml", "b c.toml")
    assert [start for start in WARNINGS if start not in checked.stderr] == []


def test_warnings__one_is_one_and_none_is_not_counted(odd: Run) -> None:
    Path("events.toml").write_text('[events.a]\nvalue = "x*"')
    assert odd("list").stderr == "1 warning: run rtpsnippets check events.toml to list it\n"
    assert odd("list", "b c.toml").stderr == ""


@pytest.mark.parametrize("arguments", ["csp a.toml --carrier inline", "list - --input-format toml"])
def test_warnings__that_check_would_not_give_are_listed_by_the_command_itself(arguments: str, odd: Run) -> None:
    assert odd(*arguments.split(), stdin=ODD).stderr == "2 warnings: use -v to list them\n"


def test_warnings__of_definitions_with_problems_are_counted_too(odd: Run) -> None:
    Path("bad.toml").write_text("[events.bad]\n")
    plain, quiet = (odd("list", "a.toml", "bad.toml", *option) for option in ((), ("-q",)))
    assert plain.stderr == f"2 warnings: run rtpsnippets check a.toml bad.toml to list them\n{quiet.stderr}"
    assert quiet.stderr.startswith("bad.toml:1: events.bad: has no value\n")
    assert (plain.returncode, quiet.returncode) == (1, 1)


def test_quiet_and_verbose__may_stand_before_the_command_too(odd: Run) -> None:
    assert odd("-q", "check", "a.toml").stderr == ""
    assert WARNINGS[0] in odd("-v", "list", "a.toml").stderr
    assert "cannot be used together" in odd("-q", "list", "-v", "a.toml").stderr


@pytest.mark.parametrize("command", [*READING, "check", "init new", "import site"])
def test_quiet__prints_no_message_where_nothing_is_wrong(command: str, odd: Run) -> None:
    Path("events.toml").write_text(ODD)
    done, plain = odd(*command.split(), "-q"), odd(*command.split())
    assert (done.returncode, done.stderr) == (plain.returncode, "")
    is_result = command.split(maxsplit=1)[0] in ("show", "list", "csp", "audit", "import")
    assert done.stdout == (plain.stdout if is_result else "")


def test_quiet__keeps_what_is_asked_for(odd: Run) -> None:
    asked = ("build", "a.toml", "-o", "out", "--format", "button")
    for option in ("--check", "--diff"):
        plain, quiet = odd(*asked, option), odd(*asked, option, "-q")
        assert (quiet.returncode, quiet.stdout, quiet.stderr) == (plain.returncode, plain.stdout, "")
    assert odd("check", "a.toml", "-q", "--output-format", "github").stdout.startswith("::warning file=a.toml,line=2::")


def test_quiet__keeps_the_reason_why_a_command_fails(odd: Run) -> None:
    Path("page.html").write_text("<script>rtp('send', 'event', {value: 'x'}); rtp('send', 'event', y);</script>")
    done = odd("import", "page.html", "-q", "-o", "found.toml")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    done = odd("import", "page.html", "-q", "-o", "again.toml", "--strict")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("page.html:1:45: left out: ")
    assert done.stderr.count("\n") == 1
    Path("events.toml").write_text('[events.later]\nvalue = "x"\non = "after 60s"\n')
    assert odd("show", "-q").stderr == ""
    done = odd("show", "later", "-q")
    assert (done.returncode, done.stderr) == (
        1,
        "later: sent by rtp-events.js 60 seconds after a page that loads it is opened; nothing to paste\n",
    )


def test_quiet__no_script_at_another_time_is_warned_of(odd: Run) -> None:
    assert "warning: the script sends it as soon" in odd("show", "a.toml", "--format", "script").stderr
    assert odd("show", "a.toml", "--format", "script", "-q").stderr == ""


def test_verbose__build_lists_the_files_that_stay_as_they_are(odd: Run) -> None:
    odd("build", "a.toml", "-o", "out", "--format", "js")
    done = odd("build", "a.toml", "-o", "out", "--format", "js", "-v")
    assert done.stdout.splitlines() == [
        f"kept {Path('out/a.js')}",
        f"kept {Path('out/b.js')}",
        "0 created, 0 changed, 2 kept, 0 removed in out",
    ]


def test_verbosity__quiet_and_verbose_together_are_wrong_usage(odd: Run) -> None:
    for options in (("-q", "-v"), ("--verbose", "--quiet")):
        done = odd("build", "a.toml", "-o", "out", *options)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.endswith("Error: -q and -v cannot be used together\n")
    assert odd("list", "b c.toml", "-qq").returncode == 0
