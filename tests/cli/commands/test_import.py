"""`rtpsnippets import`: definitions from the calls in a site, and messages about the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from rtpsnippets import Event, render_binding
from rtpsnippets.extras import needs_extra
from tests.cli.events import Run
from tests.site.containers import ALL_PAGES, condition, container, tag, trigger

_PAGE = """\
<button type="button" class="cta" onclick="rtp('send', 'event', {value: 'Sale'})">Buy</button>
<p onclick="rtp('send', 'event', {value: 'Text'})">x</p>
<script>rtp('send', 'event', {value: name});</script>
"""

_DEFINITIONS = """\
# Imported by rtpsnippets from: site
# The comments say where a page or a script sends each event.

# site/a.html:1:44
[events.sale]
value = "Sale"
button = { label = "Buy", class = "cta" }

# site/a.html:2:13
[events.text]
value = "Text"
on = "click"
"""

_LEFT_OUT = 'site/a.html:3:9: left out: the value depends on the variable "name", which is set elsewhere\n'
_NOTE = "site/a.html:2:13: events.text: note: has no button or link: the element is <p>, not a button or a link\n"
_SUMMARY = "Imported 2 events from 3 calls in 1 file; 1 call left out.\n"
_NEXT_STEPS = """\
Next steps:
  rtpsnippets check FILE
  rtpsnippets preview FILE --open
  when the snippets and rtp-events.js are in place, remove the old calls: site/a.html:1:44, site/a.html:2:13
"""


@pytest.fixture
def site(run: Run) -> Run:
    """The command, in a folder with a site."""
    Path("site").mkdir()
    Path("site/a.html").write_text(_PAGE)
    return run


def test_import__prints_definitions_and_says_the_rest(site: Run) -> None:
    done = site("import", "site")
    assert (done.returncode, done.stdout, done.stderr) == (0, _DEFINITIONS, _LEFT_OUT + _NOTE + _SUMMARY + _NEXT_STEPS)


def test_import__counts_files_that_are_not_read(site: Run) -> None:
    for name in ("b.txt", "a.py", "b.py"):
        Path("site", name).write_text("rtp('send')")
    said = "3 files that mention rtp( were not read (2 .py, 1 .txt); specify a file to read it\n"
    assert site("import", "site").stderr == _LEFT_OUT + _NOTE + said + _SUMMARY + _NEXT_STEPS
    Path("site/a.html").unlink()
    Path("site/c.js").write_text("a")
    assert site("import", "site").stderr.startswith(said + "found no calls in 1 file\n")


def test_import__counts_one_file_that_is_not_read(site: Run) -> None:
    Path("site/Makefile").write_text("rtp('send')")
    said = "1 file that mentions rtp( was not read (1 without a suffix); specify a file to read it\n"
    assert site("import", "site").stderr == _LEFT_OUT + _NOTE + said + _SUMMARY + _NEXT_STEPS


def test_import__lists_the_most_frequent_suffixes_of_files_that_are_not_read(site: Run) -> None:
    for number in range(12):
        Path(f"site/a.x{number}").write_text("rtp('send')")
    Path("site/b.x5").write_text("rtp('send')")
    listed = "2 .x5, 1 .x0, 1 .x1, 1 .x10, 1 .x11, 1 .x2, 1 .x3, 1 .x4, 1 .x6, 1 .x7, 2 others"
    assert (
        f"13 files that mention rtp( were not read ({listed}); specify a file to read it\n"
        in site("import", "site").stderr
    )


def test_import__a_dash_is_standard_output(site: Run) -> None:
    Path("-").mkdir()
    done = site("import", "site", "-o", "-")
    assert (done.returncode, done.stdout, done.stderr) == (0, _DEFINITIONS, _LEFT_OUT + _NOTE + _SUMMARY + _NEXT_STEPS)
    assert [path.name for path in Path().iterdir() if path.name != "site"] == ["-"]


def test_import__of_a_binding_alone_has_no_old_calls_to_remove(run: Run) -> None:
    Path("rtp-events.js").write_text(render_binding([Event("go", "Go!", selector=".go")]))
    done = run("import", "rtp-events.js", "-o", "new.toml")
    assert done.stderr.endswith("Next steps:\n  rtpsnippets check new.toml\n  rtpsnippets preview new.toml --open\n")


def test_import__strict_fails_where_a_trigger_is_not_certain(run: Run) -> None:
    Path("track.js").write_text("function track() { rtp('send', 'event', {value: 'x'}); }")
    done = run("import", "track.js", "--strict")
    assert (done.returncode, "Imported 1 event from 1 call in 1 file; 1 trigger to set.\n" in done.stderr) == (1, True)


def test_import__strict_fails_where_a_call_is_left_out(site: Run) -> None:
    assert site("import", "site", "--strict").stdout == _DEFINITIONS
    assert site("import", "site", "--strict").returncode == 1
    Path("site/a.html").write_text(_PAGE.replace("name", "'x'"))
    assert site("import", "site", "--strict").returncode == 0


@pytest.mark.parametrize("format", ["toml", "yaml", "json"])
def test_import__check_takes_what_it_prints(format: str, site: Run) -> None:
    printed = site("import", "site", "--output-format", format).stdout
    assert site("check", "-", "--input-format", format, stdin=printed).stdout == "Found no problems in 2 events.\n"


@pytest.mark.parametrize(
    ("name", "options", "beginning"),
    [
        ("events.toml", (), "# Imported"),
        ("deep/x.YML", (), "# Imported"),
        ("events.json", (), "{\n"),
        ("events.txt", (), "# Imported"),
        ("events.txt", ("--output-format", "json"), "{\n"),
    ],
)
def test_import__writes_a_file_in_the_format_of_its_name(
    name: str, options: tuple[str, ...], beginning: str, site: Run
) -> None:
    assert site("import", "site", "-o", name, *options).stdout == f"created {name}\n"
    assert Path(name).read_text().startswith(beginning)
    assert ("\nevents:\n" in Path(name).read_text()) is name.endswith("YML")
    assert site("import", "site", "-o", name, *options).stdout == f"kept {name}\n"


def test_import__never_overwrites_a_file_unless_it_is_told_to(site: Run) -> None:
    Path("events.toml").write_text(_DEFINITIONS + "# mine\n")
    done = site("import", "site", "-o", "events.toml")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == ("events.toml: already exists\n    use --overwrite to replace it\nFound 1 problem.\n")
    assert Path("events.toml").read_text().endswith("# mine\n")
    assert site("import", "site", "-o", "events.toml", "--overwrite").stdout == "changed events.toml\n"
    assert Path("events.toml").read_text() == _DEFINITIONS


def test_import__reads_a_page_from_standard_input_with_files_and_folders(site: Run) -> None:
    Path("b.txt").write_text("<script>rtp('send', 'event', {value: 'b'})</script>")
    done = site("import", "b.txt", "-", "site", stdin="<script>rtp('send', 'event', {value: 'c'})</script>")
    assert done.stdout.startswith("# Imported by rtpsnippets from: b.txt, <stdin>, site\n")
    assert [line for line in done.stdout.splitlines() if line.startswith("[")] == [
        "[events.c]",
        "[events.b]",
        "[events.sale]",
        "[events.text]",
    ]
    assert "# <stdin>:1:9\n" in done.stdout


def test_import__no_folder_of_the_machine_stands_in_the_file(site: Run) -> None:
    done = site("import", str(Path("site").absolute()))
    assert done.stdout == _DEFINITIONS
    assert done.stderr.startswith(str(Path("site").absolute()))
    assert site("import", str(Path("site/a.html").absolute())).stdout == _DEFINITIONS.replace("site/", "").replace(
        "from: site", "from: a.html"
    )


def test_import__the_current_folder_is_a_site(site: Run) -> None:
    assert "# site/a.html:1:44\n" in site("import", ".").stdout


# What comes to nothing.


@pytest.mark.parametrize(
    ("page", "message"),
    [
        (
            "<p>x</p>",
            """found no calls in 1 file
    import looks for rtp('send', 'event', ...) in pages and scripts; specify the folder that contains them
""",
        ),
        (
            "<script>rtp('send', 'event', {value: name});</script>",
            """site/a.html:1:9: left out: the value depends on the variable "name", which is set elsewhere
imported no events from 1 call in 1 file
    all calls were left out; the reasons are listed above
""",
        ),
    ],
)
def test_import__without_an_event_nothing_is_printed(page: str, message: str, site: Run) -> None:
    Path("site/a.html").write_text(page)
    done = site("import", "site", "-o", "events.toml")
    assert (done.returncode, done.stdout, done.stderr) == (1, "", f"{message}Found 1 problem.\n")
    assert not Path("events.toml").exists()


@pytest.mark.parametrize(
    ("named", "hint"),
    [
        (
            ["page.html"],
            "import looks for rtp('send', 'event', ...) in these files only; add the scripts that the pages load",
        ),
        (
            ["-"],
            "import looks for rtp('send', 'event', ...) in these files only; add the scripts that the pages load",
        ),
        (
            ["page.html", "pages"],
            "import looks for rtp('send', 'event', ...) in pages and scripts; specify the folder that contains them",
        ),
    ],
)
def test_import__nothing_found__says_what_else_to_name(named: list[str], hint: str, run: Run) -> None:
    Path("page.html").write_text('<script src="js/track.js"></script>\n<h1>Whitepapers</h1>\n')
    Path("pages").mkdir()
    done = run("import", *named, stdin=b"<h1>Whitepapers</h1>")
    assert done.returncode == 1
    assert done.stderr == f"found no calls in 1 file\n    {hint}\nFound 1 problem.\n"


def test_import__a_folder_is_no_file_to_write(site: Run) -> None:
    done = site("import", "site", "-o", "site")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith("Error: Invalid value for '-o' / '--output': site is a folder; specify a file in it\n")


# What is skipped.


def test_import__files_of_a_folder_that_are_skipped_are_said(site: Run) -> None:
    Path("site/large.html").write_text("x" * 1_000_001)
    Path("site/link.html").symlink_to("a.html")
    done = site("import", "site", "--max-file-size", "1")
    assert (done.returncode, done.stdout) == (0, _DEFINITIONS)
    assert done.stderr == (
        "site/large.html: skipped: is larger than the limit of 1 MB\n"
        "site/link.html: skipped: is a symbolic link, which is not followed\n"
        f"{_LEFT_OUT}{_NOTE}Imported 2 events from 3 calls in 2 files; 1 call left out; 2 skipped.\n{_NEXT_STEPS}"
    )


def test_import__a_file_that_is_named_and_cannot_be_read_is_a_failure(site: Run) -> None:
    Path("large.html").write_text("x" * 1_000_001)
    done = site("import", "large.html", "site", "--max-file-size", "1")
    assert (done.returncode, "value" in done.stdout) == (3, True)
    assert done.stderr.startswith("large.html: skipped: is larger than the limit of 1 MB\n")
    alone = site("import", "large.html", "--max-file-size", "1", "-o", "events.toml")
    assert (alone.returncode, alone.stdout) == (3, "")
    assert alone.stderr == (
        "large.html: skipped: is larger than the limit of 1 MB\nImported 0 events from 0 calls in 1 file; 1 skipped.\n"
    )
    assert not Path("events.toml").exists()


def test_import__standard_input_that_is_closed_is_a_failure(run: Run) -> None:
    done = run("import", "-", stdin=None)
    assert done.returncode == 3
    assert done.stderr.startswith("<stdin>: skipped: cannot be read: it is closed\n")


# The terminal, and large sites.


def test_import__no_line_is_a_command_to_github_or_the_terminal(site: Run) -> None:
    Path("site/a.html").write_text(
        "<script>rtp('send','event',{value:'::error::x ##[group]'});"
        "rtp('send','event',{value:x['\x1b[31m##[y]']})</script>"
        "<p onclick=\"rtp('send','event',{value:'##[x]'})\" id='##[z]'>"
    )
    Path("site/a.html").rename("site/::error::##[a].html")
    for format in ("toml", "yaml", "json"):
        done = site("import", "site", "--output-format", format)
        for line in (done.stdout + done.stderr).splitlines():
            assert "##[" not in line
            assert "\x1b" not in line
            assert not line.lstrip().startswith("::")


def test_import__a_large_site_gives_the_same_however_many_processes_read_it(site: Run) -> None:
    for number in range(250):
        Path(f"site/{number:03}.html").write_text(f"<script>rtp('send', 'event', {{value: 'v{number}'}})</script>")
    done = site("import", "site", "--output-format", "json", "--jobs", "2")
    assert done.returncode == 0
    assert done.stdout == site("import", "site", "--output-format", "json", "--jobs", "1").stdout
    assert "\nImported 252 events from 253 calls in 251 files; 1 call left out.\nNext steps:\n" in done.stderr


def test_import__definitions_that_are_larger_than_others_may_be_say_how_to_read_them(site: Run) -> None:
    lines = "".join(f"rtp('send', 'event', {{value: '{number} {'x' * 10_000}'}});\n" for number in range(100))
    Path("site/large.js").write_text(lines)
    done = site("import", "site", "-o", "events.toml")
    assert "the definitions are large: use --max-size 2 with the other commands\n" in done.stderr
    assert site("check", "--max-size", "2").returncode == 0


@pytest.mark.usefixtures("no_site_reader")
def test_import__without_its_extra_says_which_one_it_needs(site: Run) -> None:
    done = site("import", "site")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"{needs_extra('reading a site', 'audit')}\nFound 1 problem.\n"


_SEND = "<script>rtp('send', 'event', { value: '%s' });</script>"
_CONTAINER = container(
    tag(_SEND % "Sale", "7", name="RTP - Sale"),
    tag(_SEND % "Chat", "8", name="RTP - Chat", number="4"),
    tag(_SEND % "{{Click Text}}", ALL_PAGES, name="RTP - Menu", number="5"),
    triggers=(trigger("LINK_CLICK", condition("EQUALS", "Click ID", "sale")),),
)


_SAID = """\
GTM.json:39: tag "RTP - Menu": left out: the value contains "{{Click Text}}", which Google Tag Manager replaces
GTM.json:24: tag "RTP - Chat": events.chat: note: its trigger cannot be expressed with "on" and "selector": the trigger "8" is not in the file
    set the closest "on" and "selector"; without them, its script sends it when the page loads
Imported 2 events from 3 calls in 1 file; 1 call left out; 1 trigger to set.
Next steps:
  rtpsnippets check FILE
  rtpsnippets preview FILE --open
  when the snippets and rtp-events.js are in place, remove the old calls: GTM.json:9: tag "RTP - Sale", GTM.json:24: tag "RTP - Chat"
"""  # noqa: E501 (as it is printed)


def test_import__of_a_container_says_the_names_of_tags(run: Run) -> None:
    Path("GTM.json").write_text(_CONTAINER)
    done = run("import", "GTM.json", "--strict")
    assert done.stdout == (
        "# Imported by rtpsnippets from: GTM.json\n# The comments say where a page or a script sends each event.\n\n"
        '# GTM.json:9: tag "RTP - Sale"\n[events.sale]\nvalue = "Sale"\nselector = "#sale[href]"\n\n'
        '# GTM.json:24: tag "RTP - Chat"\n[events.chat]\nvalue = "Chat"\n'
    )
    assert (done.returncode, done.stderr) == (1, _SAID)


def test_import__merges_a_container_with_pages(site: Run) -> None:
    Path("GTM.json").write_text(container(tag(_SEND % "Sale", ALL_PAGES)))
    done = site("import", "site", "GTM.json")
    assert '# site/a.html:1:44 and 1 more\n[events.sale]\nvalue = "Sale"\nbutton' in done.stdout
    assert 'is sent with different triggers: click at site/a.html:1:44; load at GTM.json:9: tag "Sale"' in done.stderr
