"""`rtpsnippets list`: what each event sends, for users and for programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.events import SCRIPTED, SCRIPTS, Run
from tests.site.audit.sites import BUTTON, SCRIPT, TAG, write_site


def test_list__shows_each_value_on_a_line_of_its_own(events: Run) -> None:
    lines = events("list").stdout.splitlines()
    assert lines[:4] == [
        "ID        CALLS  FORMATS     VALUES",
        "my-event  1      js, script  MyEvent",
        "nine      3      js, button  1",
        "                             2",
    ]
    assert len(lines) == 11


def test_list__values_that_a_terminal_cannot_show_are_escaped(run: Run) -> None:
    document = json.dumps({"events": {"a": {"value": "\x1b[31m 日"}}})
    assert "\\u001b[31m 日" in run("list", "-", "--input-format", "json", stdin=document).stdout
    latin = run("list", "-", "--input-format", "json", stdin=document, encoding="latin-1")
    assert (latin.returncode, "\\u001b[31m \\u65e5" in latin.stdout) == (0, True)


def test_list__markdown_is_for_a_page(events: Run) -> None:
    head, _, first, *rest = events("list", "--output-format", "markdown").stdout.splitlines()
    assert head == "| Event | Value | Calls | Formats | Description |"
    assert first == "| `my-event` | `MyEvent` | 1 | js, script |  |"
    assert len(rest) == 9


def test_list__csv_is_utf_8_with_its_own_line_ends_whatever_the_terminal_has(run: Run) -> None:
    document = json.dumps({"events": {"a": {"value": "=日"}}})
    done = run("list", "-", "--input-format", "json", "--output-format", "csv", stdin=document, encoding="latin-1")
    assert done.stdout == (
        '\ufeff"event","value","exact value (JSON)","description","owner","deprecated","former","calls","formats"\r\n'
        '"a","\'=日","""\\u003d\\u65e5""","","","","","1","js, script"\r\n'
    )


def test_list__html_is_a_page_by_our_template_or_a_custom_one(events: Run) -> None:
    page = events("list", "--output-format", "html").stdout
    assert page.startswith("<!DOCTYPE html>\n")
    assert page.endswith("</html>\n")
    Path("mine").mkdir()
    Path("mine/list.html").write_text("{{ events | length }} Größen", "utf-8")
    own = events("list", "--output-format", "html", "--templates", "mine", encoding="latin-1")
    assert own.stdout == "2 Größen\n"


def test_list__a_bad_template_is_said_and_nothing_is_printed(events: Run) -> None:
    done = events("list", "--output-format", "html", "--templates", "mine")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("mine: no such folder\n")


def test_list__json_is_for_programs(events: Run) -> None:
    assert json.loads(events("list", "--output-format", "json").stdout)[0] == {
        "id": "my-event",
        "value": "MyEvent",
        "was": [],
        "calls": 1,
        "formats": ["js", "script"],
        "description": "",
        "owner": "",
        "deprecated": "",
    }


def test_list__no_value_or_description_is_a_command_to_github(run: Run) -> None:
    texts = ["::error::a", " ::add-mask::b", "x ##[error]c"]
    description = "word " * 25 + "::warning::d ##[group]e"
    document = json.dumps({"events": {"a": {"value": ["x", *texts], "description": description}}})
    for format in ("text", "markdown", "csv", "html", "json"):
        done = run("list", "-", "--input-format", "json", "--output-format", format, stdin=document)
        assert done.returncode == 0
        assert "##[" not in done.stdout
        assert not [line for line in done.stdout.splitlines() if line.lstrip().startswith("::")]
    done = run("list", "-", "--input-format", "json", "--output-format", "json", stdin=document)
    assert json.loads(done.stdout)[0]["value"] == ["x", *texts]


def test_list__an_escape_of_the_terminal_is_no_value_that_looks_like_it(run: Run) -> None:
    document = json.dumps({"events": {"a": {"value": ["\u65e5", "\\u65e5"]}}})
    done = run("list", "-", "--input-format", "json", stdin=document, encoding="latin-1")
    assert [line.split()[-1] for line in done.stdout.splitlines()[1:]] == ["\\u65e5", '"\\\\u65e5"']


@pytest.mark.parametrize(
    ("key", "formats"),
    [
        ('selector = ".a"', ["js", "binding"]),
        ('on = "load"', ["js", "script", "binding"]),
        ('carrier = "data"', ["js", "binding"]),
    ],
)
def test_list__names_the_binding_where_it_sends_the_event(key: str, formats: list[str], run: Run) -> None:
    Path("a.toml").write_text(f'[events.a]\nvalue = "x"\n{key}\n[events.b]\nvalue = "y"\nrefresh = true\n')
    listed = json.loads(run("list", "a.toml", "--output-format", "json").stdout)
    assert [event["formats"] for event in listed] == [formats, ["js", "script"]]
    assert [event["calls"] for event in listed] == [1, 2]


def test_list__names_no_script_that_would_send_an_event_at_another_time(run: Run) -> None:
    Path("events.toml").write_text(SCRIPTS)
    listed = json.loads(run("list", "--output-format", "json").stdout)
    assert {event["id"]: "script" in event["formats"] for event in listed} == SCRIPTED


def test_list__own_templates_are_for_the_page_only(events: Run) -> None:
    done = events("list", "--output-format", "csv", "--templates", "mine")
    assert (done.returncode, done.stdout) == (2, "")
    assert "--templates can only be used with --output-format html" in done.stderr


def test_usage__the_pages_of_a_site_are_below_the_values(site: Run) -> None:
    write_site(
        {**dict.fromkeys(["a.html", "b.html", "c/d.html", "c/e.html", "f.html", "g.html"], BUTTON), "x.js": "rtp"}
    )
    done = site("list", "download", "menu", "--site", "site")
    assert done.stderr == "Read 6 pages: 1 event is used, 1 is not.\n"
    first = "  used on 6 pages: a.html (button), b.html (button), c/d.html (button), c/e.html (button), f.html"
    assert done.stdout.splitlines()[2:] == [
        first,
        "  (button) and 1 more",
        "menu      1      js, binding  Menu",
        "  used on no page",
    ]
    verbose = site("list", "download", "--site", "site", "-v")
    assert verbose.stdout.splitlines()[2:] == [first, "  (button), g.html (button)"]


def test_usage__json_has_all_pages_and_how_they_send_the_event(site: Run) -> None:
    write_site({"a.html": "", "b/index.html": f"{TAG}{SCRIPT}{BUTTON}"})
    done = site("list", "download", "menu", "--site", "site", "--output-format", "json")
    assert done.stderr == "Read 2 pages: 1 event is used, 1 is not.\n"
    assert [event["pages"] for event in json.loads(done.stdout)] == [
        [{"page": "b/index.html", "how": ["button", "script"]}],
        [],
    ]


def test_usage__what_could_not_be_read_is_said(site: Run) -> None:
    write_site({"a.html": "<script>rtp('send', 'event', { value: x() })</script>", "b.html": "x" * 1_000_001})
    done = site("list", "--site", "site", "--max-file-size", "1", "--jobs", "1")
    assert done.stderr.splitlines() == [
        "2 parts of the site could not be read: run rtpsnippets audit site",
        "Read 2 pages: 0 events are used, 4 are not.",
    ]


def test_usage__a_selector_that_cannot_be_compared_is_said(site: Run) -> None:
    Path("events.toml").write_text('[events.a]\nvalue = "A"\nselector = "a:visited"\n[events.b]\nvalue = "B"\n')
    done = site("list", "--site", "site")
    assert done.stderr.splitlines()[0] == (
        'cannot compare the selector of "a" with elements: it counts on each page that loads the binding'
    )


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (["--base-url", "https://example.com/"], 2, "Error: --base-url can only be used with --site\n"),
        (["--container", "a.json"], 2, "Error: --container can only be used with --site\n"),
        (["--max-file-size", "10"], 2, "Error: --max-file-size can only be used with --site\n"),
        (["--jobs", "1"], 2, "Error: --jobs can only be used with --site\n"),
        (["--site", "site", "--base-url", "x"], 2, "Error: --base-url must be a full URL, such as https://"),
        (["--site", ""], 1, "the folder name is empty\n    specify the folder of the built site\n"),
        (["--site", "gone"], 1, "gone: no such folder\n    specify the folder of the built site\n"),
        (["--site", "site", "--container", "gone.json"], 1, "gone.json: no such file\n"),
    ],
)
def test_usage__says_what_is_wrong_with_its_options(options: list[str], code: int, said: str, site: Run) -> None:
    done = site("list", *options)
    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr


@pytest.mark.usefixtures("no_site_reader")
def test_usage__needs_the_extra(site: Run) -> None:
    assert "reading a site needs an extra" in site("list", "--site", "site").stderr
    assert site("list").returncode == 0
