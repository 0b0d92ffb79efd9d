"""`rtpsnippets csp`: the sources for a Content Security Policy."""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path

from tests.cli.events import EVENTS, SCRIPTED, SCRIPTS, Run

MY_EVENT = "rtp('send', 'event', { value: 'MyEvent' });"
NINE = " ".join(
    f"rtp('send', 'event', {{ value: [{values}] }});" for values in ("'1', '2', '3', '4'", "'5', '6', '7', '8'", "'9'")
)


def source(code: str) -> str:
    return f"'{hash_of(code)}'"


def hash_of(code: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}"


def test_csp__prints_one_line_with_each_source_once(events: Run) -> None:
    done = events("csp")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"'unsafe-hashes' {source(MY_EVENT)} {source(NINE)}\n"


def test_csp__takes_files(events: Run) -> None:
    Path("more.toml").write_text('[events.more]\nvalue = "MyEvent"\nlink = { label = "Go", href = "/x" }\n')
    assert events("csp", "more.toml").stdout == f"'unsafe-hashes' {source(MY_EVENT)}\n"
    assert events("csp", "more.toml", "events.toml").stdout.split() == [
        "'unsafe-hashes'",
        source(MY_EVENT),
        source(NINE),
    ]


def test_csp__only_the_formats_asked_for(events: Run) -> None:
    assert events("csp", "--format", "script").stdout == f"{source(MY_EVENT)}\n"
    assert events("csp", "--format", "button").stdout == f"'unsafe-hashes' {source(NINE)}\n"


def test_csp__json_has_the_sources_and_each_hash_with_its_event(events: Run) -> None:
    data = json.loads(events("csp", "--output-format", "json", "--format", "button", "--format", "script").stdout)
    assert data == {
        "sources": ["'unsafe-hashes'", source(MY_EVENT), source(NINE)],
        "hashes": [
            {"id": "my-event", "format": "script", "kind": "script", "hash": hash_of(MY_EVENT)},
            {"id": "nine", "format": "button", "kind": "handler", "hash": hash_of(NINE)},
        ],
    }


def test_csp__marked_elements_have_handlers_though_no_event_has_an_element(run: Run) -> None:
    Path("events.toml").write_text('[events.a]\nvalue = "MyEvent"\n[events.b]\nvalue = "B"\non = "load"\n')
    assert run("csp", "--format", "marked").stdout == f"'unsafe-hashes' {source(MY_EVENT)}\n"
    assert run("csp").stdout.split()[:2] == ["'unsafe-hashes'", source(MY_EVENT)]
    assert run("csp", "--carrier", "data", "--format", "marked").stdout == ""


def test_csp__what_only_a_framework_takes_for_a_handler_is_none(events: Run) -> None:
    Path("mine").mkdir()
    Path("mine/button.html").write_text('<b @click="{{ calls }}">{{ label }}</b>')
    assert events("csp", "--format", "button", "--templates", "mine").stdout == ""


def test_csp__a_reference_without_a_semicolon_is_hashed_as_browsers_read_it(events: Run) -> None:
    Path("mine").mkdir()
    Path("mine/button.html").write_text("""<b onclick="f('?a=1&copy=2&amp;'); {{ calls }}">{{ label }}</b>""")
    done = events("csp", "--format", "button", "--templates", "mine")
    code = f"f('?a=1&copy=2&'); {NINE}"
    assert done.stdout == f"'unsafe-hashes' {source(code)}\n"


def test_csp__the_guard_is_hashed_too(events: Run) -> None:
    assert events("csp", "--guard", "--format", "script").stdout.split()[0] == source(f"if (window.rtp) {MY_EVENT}")


def test_csp__where_no_code_stands_in_pages_it_says_so_and_prints_nothing(events: Run) -> None:
    done = events("csp", "--carrier", "data", "--format", "button")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "no source is needed: the snippets contain no inline code\n"
    assert json.loads(events("csp", "--carrier", "data", "--format", "button", "--output-format", "json").stdout) == {
        "sources": [],
        "hashes": [],
    }


def test_csp__scripts_need_their_sources_whatever_carries_other_elements(events: Run) -> None:
    Path("events.toml").write_text(f'{EVENTS}carrier = "data"\n')
    assert events("csp", "--format", "script", "--format", "button").stdout == f"{source(MY_EVENT)}\n"


def test_csp__has_no_source_for_a_script_that_would_send_an_event_at_another_time(run: Run) -> None:
    Path("events.toml").write_text(SCRIPTS)
    hashes = json.loads(run("csp", "--output-format", "json", "--format", "script").stdout)["hashes"]
    assert [found["id"] for found in hashes] == [event_id for event_id, is_offered in SCRIPTED.items() if is_offered]
    assert run("csp", "--carrier", "data").stderr == "no source is needed: the snippets contain no inline code\n"


def test_csp__the_output_of_a_custom_template_is_hashed(events: Run) -> None:
    Path("mine").mkdir()
    Path("mine/button.html").write_text('<b onclick="track(&quot;x&quot;); {{ calls }}">{{ label }}</b>')
    done = events("csp", "--templates", "mine", "--format", "button")
    assert done.stdout == f"""'unsafe-hashes' {source(f'track("x"); {NINE}')}\n"""


def test_csp__with_problems_nothing_is_printed(events: Run) -> None:
    Path("events.toml").write_text(f"{EVENTS}buton = 1\n")
    done = events("csp")
    assert (done.returncode, done.stdout) == (1, "")
    assert 'unknown key "buton"' in done.stderr


def test_csp__a_format_without_code_in_pages_is_wrong_usage(events: Run) -> None:
    assert events("csp", "--format", "js").returncode == 2
