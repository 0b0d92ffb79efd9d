"""`rtpsnippets build`: the files that it writes, and those that it leaves alone."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.events import EVENTS, SCRIPTED, SCRIPTS, Run


def contents(folder: str = "site") -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path(folder).iterdir() if not path.name.startswith(".")}


def times(folder: str = "site") -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in Path(folder).iterdir()}


def test_build__writes_a_file_for_each_snippet_and_the_json(events: Run) -> None:
    done = events("build", "-o", "site")
    assert done.stdout.splitlines() == [
        f"created {Path('site', name)}"
        for name in (
            "my-event.js",
            "my-event.script.html",
            "nine.js",
            "nine.button.html",
            "rtp-events.js",
            "snippets.json",
        )
    ] + ["6 created, 0 changed, 0 kept, 0 removed in site"]
    assert contents()["my-event.js"] == b"rtp('send', 'event', { value: 'MyEvent' });"
    assert contents()["snippets.json"].decode() == events("show", "--format", "json").stdout


def test_build__unchanged_files_are_not_touched(events: Run) -> None:
    events("build", "-o", "site")
    before = times()
    assert events("build", "-o", "site").stdout == "0 created, 0 changed, 6 kept, 0 removed in site\n"
    assert times() == before


def test_build__changes_and_removes_what_it_made_itself(events: Run) -> None:
    events("build", "-o", "site")
    Path("site/foreign.js").write_text("mine")
    Path("events.toml").write_text('[events.my-event]\nvalue = "Changed"')
    assert events("build", "-o", "site").stdout.splitlines() == [
        "changed site/my-event.js",
        "changed site/my-event.script.html",
        "changed site/rtp-events.js",
        "changed site/snippets.json",
        "removed site/nine.button.html",
        "removed site/nine.js",
        "0 created, 4 changed, 0 kept, 2 removed in site",
    ]
    assert sorted(contents()) == ["foreign.js", "my-event.js", "my-event.script.html", "rtp-events.js", "snippets.json"]


def test_build__a_file_that_no_build_made_is_never_overwritten(events: Run) -> None:
    Path("site").mkdir()
    Path("site/nine.js").write_text("mine")
    done = events("build", "-o", "site")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("site/nine.js: already exists and was not created by a build\n    use --overwrite")
    assert contents() == {"nine.js": b"mine"}
    assert events("build", "-o", "site", "--overwrite").returncode == 0
    assert contents()["nine.js"].startswith(b"rtp(")


def test_build__a_file_that_the_user_changed_is_not_removed(events: Run) -> None:
    events("build", "-o", "site")
    Path("site/nine.js").write_text("mine")
    Path("events.toml").write_text('[events.my-event]\nvalue = "MyEvent"')
    done = events("build", "-o", "site")
    assert "left site/nine.js\n" in done.stdout
    assert done.stdout.endswith("0 created, 2 changed, 2 kept, 1 removed, 1 left in site\n")
    assert contents()["nine.js"] == b"mine"


def test_build__with_problems_nothing_is_written(run: Run) -> None:
    Path("events.toml").write_text('[events.good]\nvalue = "x"\n[events.bad]\n')
    assert run("build", "-o", "site").returncode == 1
    assert not Path("site").exists()


def test_build__check_writes_nothing_and_tells_by_its_exit_code(events: Run) -> None:
    done = events("build", "-o", "site", "--check")
    assert done.returncode == 1
    assert done.stdout.splitlines()[0] == "would create site/my-event.js"
    assert not Path("site").exists()
    events("build", "-o", "site")
    done = events("build", "-o", "site", "--check")
    assert (done.returncode, done.stdout) == (0, "")
    Path("events.toml").write_text('[events.my-event]\nvalue = "Changed"')
    done = events("build", "-o", "site", "--check")
    assert {line.split()[1] for line in done.stdout.splitlines()} == {"change", "remove"}


def test_build__diff_shows_the_change_and_writes_nothing(events: Run) -> None:
    events("build", "-o", "site", "--format", "js")
    before = contents()
    Path("events.toml").write_text(EVENTS.replace("MyEvent", "YourEvent"))
    done = events("build", "-o", "site", "--format", "js", "--diff")
    assert done.returncode == 0
    assert done.stdout.splitlines()[:5] == [
        "--- site/my-event.js (now)",
        "+++ site/my-event.js (after a build)",
        "@@ -1 +1 @@",
        "-rtp('send', 'event', { value: 'MyEvent' });",
        "+rtp('send', 'event', { value: 'YourEvent' });",
    ]
    assert contents() == before
    assert events("build", "-o", "site", "--format", "js", "--diff", "--check").returncode == 1


def test_build__exit_code_tells_whether_anything_was_changed(events: Run) -> None:
    assert events("build", "-o", "site", "--exit-code").returncode == 1
    assert "my-event.js" in contents()
    assert events("build", "-o", "site", "--exit-code").returncode == 0
    Path("events.toml").write_text(EVENTS.replace("MyEvent", "YourEvent"))
    assert events("build", "-o", "site", "--diff", "--exit-code").returncode == 1
    assert b"MyEvent" in contents()["my-event.js"]


def test_build__several_formats_can_be_chosen(events: Run) -> None:
    events("build", "-o", "site", "--format", "button", "--format", "json")
    assert sorted(contents()) == ["nine.button.html", "snippets.json"]


def test_build__custom_templates_are_used_file_by_file(events: Run) -> None:
    Path("mine").mkdir()
    Path("mine/button.html").write_text('<b onclick="{{ calls | join(" ") }}">{{ label }}</b>\n')
    events("build", "-o", "site", "--templates", "mine")
    assert contents()["nine.button.html"].startswith(b'<b onclick="rtp(')
    assert contents()["nine.js"].startswith(b"rtp(")


def test_build__what_is_in_the_way_of_the_folder_or_the_manifest_is_said_before_anything_is_written(
    events: Run,
) -> None:
    Path("site").write_text("a file")
    done = events("build", "-o", "site")
    assert (done.returncode, done.stderr) == (3, "cannot write site: there is a file where a folder should be\n")
    Path("site").unlink()
    Path("site/.rtpsnippets.json").mkdir(parents=True)
    done = events("build", "-o", "site")
    assert done.returncode == 1
    assert done.stderr.startswith(
        "site/.rtpsnippets.json: exists and is not a manifest of this version\n    move or remove it\n"
    )
    assert [path.name for path in Path("site").iterdir()] == [".rtpsnippets.json"]


def test_build__definitions_from_standard_input_are_in_no_folder(run: Run) -> None:
    arguments = ("build", "-", "-o", ".", "--input-format", "toml")
    assert run(*arguments, stdin=EVENTS).returncode == 0
    assert "removed nine.js\n" in run(*arguments, stdin='[events.my-event]\nvalue = "x"').stdout


def test_build__an_empty_name_of_the_folder_is_wrong_usage(events: Run) -> None:
    done = events("build", "-o", "")
    assert done.returncode == 2
    assert done.stderr.endswith("Error: Invalid value for '-o' / '--output': must not be empty; specify a folder\n")
    assert [path.name for path in Path().iterdir()] == ["events.toml"]


def test_build__standard_output_holds_no_folder(events: Run) -> None:
    done = events("build", "-o", "-")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith(
        "Error: Invalid value for '-o' / '--output': "
        "- means standard output, but this writes several files; specify a folder\n"
    )
    assert [path.name for path in Path().iterdir()] == ["events.toml"]


def test_build__without_a_folder_says_both_ways_to_name_one(events: Run) -> None:
    for table in ("", '[build]\nformats = ["js"]\n'):
        Path("events.toml").write_text(f"{EVENTS}{table}")
        done = events("build")
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.endswith(
            'Error: no output folder: specify one with -o, or as "output" in the table "build" of the definitions\n'
        )
    assert [path.name for path in Path().iterdir()] == ["events.toml"]


TABLE = '[build]\noutput = "out/rtp"\nformats = ["js", "button"]\n'


def test_build__the_table_says_what_to_write_below_the_folder_of_its_file(run: Run) -> None:
    Path("web").mkdir()
    Path("web/events.toml").write_text(f"{TABLE}{EVENTS}")
    Path("more.toml").write_text('[events.more]\nvalue = "More"\n')
    done = run("build", "more.toml", "web/events.toml", "--check")
    assert (done.returncode, done.stdout.count("would create web/out/rtp/")) == (1, 4)
    assert run("build", "more.toml", "web/events.toml").returncode == 0
    assert sorted(contents("web/out/rtp")) == ["more.js", "my-event.js", "nine.button.html", "nine.js"]
    assert run("build", "more.toml", "web/events.toml", "--diff").stdout == ""


def test_build__each_option_wins_over_the_table(events: Run) -> None:
    Path("events.toml").write_text(f"{TABLE}{EVENTS}")
    assert events("build", "-o", "site").stdout.endswith("3 created, 0 changed, 0 kept, 0 removed in site\n")
    assert events("build", "--format", "json").stdout == (
        "created out/rtp/snippets.json\n1 created, 0 changed, 0 kept, 0 removed in out/rtp\n"
    )


def test_build__the_table_of_standard_input_leads_down_from_the_current_folder(run: Run) -> None:
    assert run("build", "-", "--input-format", "toml", stdin=f"{TABLE}{EVENTS}").returncode == 0
    assert "nine.js" in contents("out/rtp")


def test_build__the_table_never_leads_out_of_the_folder_of_its_file(run: Run, tmp_path: Path) -> None:
    Path("web/within").mkdir(parents=True)
    Path("elsewhere").mkdir()
    Path("web/events.toml").write_text(f"{TABLE}{EVENTS}")
    out = Path("web/out")
    for target in ("../elsewhere", "../missing", ".."):
        out.symlink_to(target)
        done = run("build", "web/events.toml")
        assert (done.returncode, done.stdout) == (1, "")
        real = (tmp_path / "web" / target / "rtp").resolve()
        assert done.stderr.startswith(
            f"web/events.toml:2: build.output: leads outside the folder of this file, to {real}\n"
            "    remove the symbolic link, or specify the folder with the option -o\n"
        )
        out.unlink()
    assert {path.name for path in tmp_path.iterdir()} == {"web", "elsewhere"}
    assert list(Path("elsewhere").iterdir()) == []
    out.symlink_to("within")
    assert run("build", "web/events.toml").returncode == 0
    assert "nine.js" in contents("web/within/rtp")


def test_build__diff_of_very_many_lines_says_just_that(run: Run) -> None:
    def define(value: str) -> None:
        Path("events.toml").write_text("".join(f'[events.e{at}]\nvalue = "{value}"\n' for at in range(2_000)))

    define("a")
    run("build", "-o", "site", "--format", "json")
    define("b")
    done = run("build", "-o", "site", "--format", "json", "--diff", "--check")
    assert (done.returncode, done.stdout) == (1, "site/snippets.json: more than 4,000 lines change\n")


def test_build__diff_of_a_long_file_shows_the_few_lines_that_change(run: Run) -> None:
    text = "".join(f'[events.e{at}]\nvalue = "a"\n' for at in range(2_000))
    Path("events.toml").write_text(text)
    run("build", "-o", "site", "--format", "json")
    Path("events.toml").write_text(text.replace('[events.e1000]\nvalue = "a"', '[events.e1000]\nvalue = "b"'))
    lines = run("build", "-o", "site", "--format", "json", "--diff").stdout.splitlines()
    assert [line[0] for line in lines if line[0] in "+-"] == ["-", "+", "-", "-", "+", "+"]


def test_build__the_options_say_what_all_snippets_carry(events: Run) -> None:
    Path("events.toml").write_text(f'{EVENTS}link = {{ label = "Go", href = "/x" }}\n')
    events("build", "-o", "site", "--guard", "--nonce-attribute", 'nonce="x"')
    assert contents()["my-event.js"] == b"if (window.rtp) rtp('send', 'event', { value: 'MyEvent' });"
    assert contents()["my-event.script.html"].startswith(b'<script nonce="x">if (window.rtp) rtp(')
    assert contents()["nine.button.html"].startswith(b'<button id="nine" type="button" onclick="if (window.rtp) rtp(')
    events("build", "-o", "site", "--carrier", "data", "--guard")
    assert contents()["my-event.js"] == b"if (window.rtp) rtp('send', 'event', { value: 'MyEvent' });"
    assert contents()["nine.button.html"] == b'<button id="nine" type="button" data-rtp-event="nine">Nine</button>'
    assert contents()["nine.link.html"] == b'<a id="nine" href="/x" data-rtp-event="nine">Go</a>'
    assert b"'my-event': { on: 'click'" in contents()["rtp-events.js"]


def test_build__leaves_out_a_script_that_would_send_an_event_at_another_time(run: Run) -> None:
    Path("events.toml").write_text(SCRIPTS)
    run("build", "-o", "site")
    assert {name for name in contents() if ".script." in name} == {"loaded.script.html", "plain.script.html"}
    assert {name for name in contents() if name.endswith(".js")} >= {f"{name}.js" for name in SCRIPTED}
    scripts = {event_id: "script" in formats for event_id, formats in json.loads(contents()["snippets.json"]).items()}
    assert scripts == SCRIPTED
    assert run("build", "-o", "data", "--carrier", "data").returncode == 0
    assert [name for name in contents("data") if ".script." in name] == []


def test_build__removes_the_script_that_an_earlier_build_has_made(events: Run) -> None:
    events("build", "-o", "site")
    Path("events.toml").write_text(EVENTS.replace('"MyEvent"', '"MyEvent"\nselector = ".x"'))
    done = events("build", "-o", "site", "--check")
    assert (done.returncode, "would remove site/my-event.script.html\n" in done.stdout) == (1, True)
    assert "removed site/my-event.script.html\n" in events("build", "-o", "site").stdout
    assert sorted(contents()) == [
        *("my-event.js", "nine.button.html", "nine.js"),
        *("rtp-events.js", "snippets.json"),
    ]


def test_build__the_binding_can_be_built_alone(events: Run) -> None:
    assert events("build", "-o", "site", "--format", "binding").stdout.splitlines()[0] == "created site/rtp-events.js"
    assert list(contents()) == ["rtp-events.js"]
    assert contents()["rtp-events.js"] == events("show", "--format", "binding").stdout.encode().rstrip()


def test_build__the_recorder_is_built_only_if_chosen(events: Run) -> None:
    events("build", "-o", "site")
    assert "rtp-recorder.js" not in contents()
    assert (
        events("build", "-o", "site", "--format", "recorder").stdout.splitlines()[0] == "created site/rtp-recorder.js"
    )
    assert contents()["rtp-recorder.js"] == events("show", "--format", "recorder").stdout.encode().rstrip()
    assert "removed site/rtp-recorder.js\n" in events("build", "-o", "site").stdout


def test_build__no_event_has_the_name_of_the_binding(events: Run) -> None:
    Path("events.toml").write_text('[events.rtp-events]\nvalue = "x"')
    done = events("build", "-o", "site")
    assert done.returncode == 1
    assert done.stderr.startswith('events.toml:1: events.rtp-events: the id must not be "rtp-events"\n')
