"""`rtpsnippets audit`: the differences between a built site and the definitions, as text."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from rtpsnippets.extras import needs_extra
from tests.cli.events import Run
from tests.site.audit.sites import BUTTON, STUB, TAG, calling, write_site
from tests.site.containers import ALL_PAGES, container, tag


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
        ("--ignore", " unused-event , unknown-value"),
    ],
)
def test_audit__without_findings_all_is_well(options: tuple[str, ...], site: Run) -> None:
    done = site("audit", "site", *options)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "no findings in 1 page and 0 scripts\n")


def test_audit__takes_any_definitions_and_says_what_is_odd_about_them(site: Run) -> None:
    Path("b.toml").write_text('[events.b]\nvalue = "Downlaod*"\n')
    done = site("audit", "site", "b.toml", "events.toml", "-v")
    assert done.stderr.splitlines()[0] == 'b.toml:2: events.b.value: warning: contains "*" [wildcard]'
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
        (("site", "--ignore", "no-tga"), 2, 'Error: --ignore: unknown kind of finding "no-tga"; did you mean'),
        (("site", "--base-url", "example.com"), 2, "Error: --base-url must be a full URL, such as https://"),
        (
            ("site", "--jobs", "0"),
            2,
            "Error: Invalid value for '--jobs': must be a positive whole number such as 2, not '0'\n",
        ),
        (("site", "--max-file-size", "0"), 2, "Error: Invalid value for '--max-file-size'"),
        (("gone",), 1, "gone: no such folder\n    specify the folder of the built site\n"),
    ],
)
def test_audit__says_what_is_wrong_with_its_arguments(
    arguments: tuple[str, ...], code: int, said: str, site: Run
) -> None:
    done = site("audit", *arguments)
    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr


@pytest.mark.parametrize(
    ("arguments", "right"),
    [
        (". site", "site ."),
        ("events.toml site", "site events.toml"),
        ("gone.yml site b.toml", "site gone.yml b.toml"),
        ("events.toml b.toml site", "site b.toml events.toml"),
    ],
)
def test_audit__definitions_before_the_site_are_recognized(arguments: str, right: str, site: Run) -> None:
    done = site("audit", *arguments.split())
    assert (done.returncode, done.stdout) == (2, "")
    said = f"Error: the site must come before the definitions: rtpsnippets audit {right}\n"
    assert done.stderr.endswith(said)


@pytest.mark.parametrize("arguments", ["site .", ". events.toml", ". .", "site docs"])
def test_audit__a_site_before_its_definitions_is_as_it_should_be(arguments: str, site: Run) -> None:
    Path("docs").mkdir()
    Path("docs/events.json").write_text('{"events": {"a": {"value": "Downlaod"}}}')
    assert site("audit", *arguments.split()).stderr.endswith(" in 1 page and 0 scripts\n")


def test_audit__the_site_may_live_somewhere(site: Run) -> None:
    write_site({"a.html": f'<script src="https://example.com/docs/tag.js"></script>{BUTTON}', "tag.js": STUB})
    ignored = ("--ignore", "unused-event")
    assert site("audit", "site", "--base-url", "https://example.com/docs/", *ignored).returncode == 0
    assert "[no-tag]" in site("audit", "site", *ignored).stdout


def test_audit__a_file_may_be_larger_if_it_is_said(site: Run) -> None:
    write_site({"a.html": calling("'Download'") + " " * 1_100_000})
    ignored = ("--ignore", "unused-event")
    done = site("audit", "site", "--max-file-size", "1", *ignored)
    assert (done.returncode, done.stdout) == (1, "site/a.html: is larger than the limit of 1 MB [skipped-file]\n")
    assert site("audit", "site", "--max-file-size", "2", *ignored).returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="Windows makes no links for everyone")
def test_audit__says_how_many_links_it_did_not_follow(site: Run) -> None:
    Path("site/b.html").symlink_to("a.html")
    done = site("audit", "site", "--ignore", "unused-event,unknown-value")
    assert (done.returncode, done.stderr) == (
        0,
        "did not follow 1 symbolic link in the site\nno findings in 1 page and 0 scripts\n",
    )


def test_audit__of_very_many_findings_the_first_are_listed(site: Run) -> None:
    write_site({"a.html": calling(*["'x'"] * 1_100)})
    done = site("audit", "site")
    assert done.stderr == "1104 findings in 1 page and 0 scripts; the first 1,000 are listed\n"
    assert len(re.findall(r"(?m)^site/", done.stdout)) == 1_000
    data = json.loads(site("audit", "site", "--output-format", "json").stdout)
    assert (data["total"], data["has_more"], len(data["findings"])) == (1_104, True, 1_000)


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
[events.bare]
value = "Bare"
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
        text = path.read_text("utf-8")
        if path.name == "rtp-events.js" or path.with_suffix(".script.html").exists():
            text = f'<script src="rtp/{path.name}"></script>'
        elif path.suffix == ".js":  # for the site's own code, which calls it at the right time
            text = f"<script>function send() {{ {text} }}</script>"
        Path("site", f"{path.name}.html").write_text(head + text, "utf-8")
    done = run("audit", "site")
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.usefixtures("no_site_reader")
def test_audit__without_the_extra_says_which_it_needs(site: Run) -> None:
    done = site("audit", "site")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"{needs_extra('reading a site', 'audit')}\nFound 1 problem.\n"
    done = site("audit", "site", "--output-format", "json")
    assert [problem["what"] for problem in json.loads(done.stdout)["problems"]] == [
        "reading a site needs an extra that is not installed"
    ]


_CONTAINER = container(tag("<script>rtp('send', 'event', { value: 'Downlaod' });</script>", ALL_PAGES, name="RTP"))


@pytest.mark.parametrize(
    ("output_format", "line"),
    [
        ("text", 'GTM.json:9: tag "RTP": no event has the value "Downlaod" [unknown-value]\n'),
        ("github", '::error file=GTM.json,line=9::tag "RTP": no event has the value "Downlaod" [unknown-value]'),
        ("json", '"what": "tag \\"RTP\\": no event has the value \\"Downlaod\\""'),
        ("sarif", '"text": "tag \\"RTP\\": no event has the value \\"Downlaod\\". did you mean'),
    ],
)
def test_audit__of_a_container_says_the_names_of_tags(output_format: str, line: str, run: Run) -> None:
    Path("events.toml").write_text('[events.a]\nvalue = "Download"\n')
    write_site({"a.html": TAG})
    Path("GTM.json").write_text(_CONTAINER)
    ignored = ("--ignore", "unused-event")
    done = run("audit", "site", "--container", "GTM.json", *ignored, "--output-format", output_format)
    assert (done.returncode, line in done.stdout) == (1, True)


def test_audit__a_container_may_be_none(site: Run) -> None:
    done = site("audit", "site", "--container", "events.toml", "--container", "gone.json")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("events.toml: is not a Google Tag Manager container\n")
    assert "\ngone.json: no such file\n" in done.stderr


def test_audit__a_file_that_a_build_wrote_is_no_use_of_a_deprecated_event(site: Run) -> None:
    Path("events.toml").write_text('[events.sale]\nvalue = "Sale"\ndeprecated = "It has ended."\n', "utf-8")
    site("build", "-o", "site/rtp")
    Path("site/own.js").write_text(Path("site/rtp/sale.js").read_text("utf-8"), "utf-8")
    lines = site("audit", "site").stdout.splitlines()
    assert [line.partition(": ")[0] for line in lines if "[deprecated-event]" in line] == ["site/own.js:1:1"]
