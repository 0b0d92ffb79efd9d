"""The lookup that the plugins share: what it reads and when, what it gives, how it reports."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from rtpsnippets import ProblemsError, RtpSnippetsError, RtpSnippetsWarning
from rtpsnippets.plugins.lookup import Lookup
from tests.plugins.contract import SHORTCODE_HINT

DEFINITIONS = """\
[events.go]
value = "Go"
button = "Go & see"

[events.my-event]
value = "MyEvent"
"""
BUTTON = """<button id="go" type="button" onclick="rtp('send', 'event', { value: 'Go' });">Go &#x26; see</button>"""
SCRIPT = "<script>rtp('send', 'event', { value: 'MyEvent' });</script>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one definitions file."""
    (tmp_path / "events.toml").write_text(DEFINITIONS, "utf-8")
    return tmp_path


def test_snippet__is_the_button_or_else_the_script(folder: Path) -> None:
    lookup = Lookup(folder=folder)
    assert lookup.snippet("go") == BUTTON
    assert lookup.snippet("my-event") == SCRIPT
    assert lookup.snippet("my-event", "script") == SCRIPT
    assert lookup.snippet("my-event", "js") == SCRIPT.removeprefix("<script>").removesuffix("</script>")


def test_snippet__is_made_once(folder: Path) -> None:
    lookup = Lookup(folder=folder)
    assert lookup.snippet("go") is lookup.of_shortcode("go button")
    assert lookup.snippet("my-event", "script") is lookup.of_shortcode("my-event")
    assert lookup.snippet("go", "js") is not lookup.snippet("go")


def test_of_shortcode__takes_an_id_and_a_format(folder: Path) -> None:
    lookup = Lookup(folder=folder)
    assert lookup.of_shortcode("go") == BUTTON
    assert lookup.of_shortcode(" my-event \t script\n") == SCRIPT


def test_label__of_a_shortcode_stands_in_quotes(folder: Path) -> None:
    lookup = Lookup(folder=folder)
    labeled = BUTTON.replace("Go &#x26; see", "Jetzt")
    assert lookup.of_shortcode('go "Jetzt"') == lookup.of_shortcode('go  button "Jetzt" ') == labeled
    assert lookup.of_shortcode('go "Say "hi" \n now"') == labeled.replace("Jetzt", "Say &#x22;hi&#x22; now")
    assert lookup.of_shortcode("go", label="Jetzt") == lookup.snippet("go", label="Jetzt") == labeled
    assert [lookup.label_of_shortcode('go "Jetzt"'), lookup.label_of_shortcode("go", "Jetzt")] == ["Jetzt"] * 2
    assert lookup.snippet("go") == BUTTON


@pytest.mark.parametrize("label", ["", "a\tb", 5, ["a"]])
def test_label__that_no_element_may_have_is_said(label: Any, folder: Path) -> None:
    with pytest.raises(ProblemsError, match=r"^label: "):
        Lookup(folder=folder).snippet("go", label=label)


def test_label_of_shortcode__is_the_label_of_a_button_alone(folder: Path) -> None:
    lookup = Lookup(folder=folder)
    asked = ("go", "go button", "go script", "my-event")
    assert [lookup.label_of_shortcode(text) for text in asked] == ["Go & see", "Go & see", "", ""]


LINK = '[events.read]\nvalue = "x"\nlink = { label = "Read & learn", href = "/x" }\n'
OTHER = LINK.replace("read", "other").replace('"x"', '"y"')


def test_label_of_shortcode__is_the_label_of_a_link_too(folder: Path) -> None:
    (folder / "events.toml").write_text(f'{LINK}button = "Button"\n{OTHER}', "utf-8")
    lookup = Lookup(folder=folder)
    asked = ("read", "read link", "read script", "other", "other link")
    assert [lookup.label_of_shortcode(text) for text in asked] == ["Button", "Read & learn", "", *["Read & learn"] * 2]


@pytest.mark.parametrize("text", ["go link", "my-event button"])
def test_label_of_shortcode__is_empty_where_there_is_no_such_element(folder: Path, text: str) -> None:
    assert Lookup(folder=folder).label_of_shortcode(text) == ""


def test_with_handlers__reads_nothing_where_nothing_is_marked(tmp_path: Path) -> None:
    assert Lookup(folder=tmp_path).with_handlers("<a>[[rtp:go]]</a>") == "<a>[[rtp:go]]</a>"


def test_with_handlers__an_unknown_id_is_raised_or_reported_and_the_attribute_stays(folder: Path) -> None:
    html = '<a data-rtp-event="goo">x</a>'
    with pytest.raises(ProblemsError, match=r'^no event has the id "goo"\n    did you mean "go"\?$'):
        Lookup(folder=folder).with_handlers(html)
    errors: list[RtpSnippetsError] = []
    assert Lookup(folder=folder, report=errors.append).with_handlers(html * 2) == html * 2
    assert len(errors) == 2
    by_class = '<a class="cta rtp-event--gooo rtp-event--go" onclick="x()">x</a>'
    assert Lookup(folder=folder, report=errors.append).with_handlers(by_class) == by_class
    assert [str(error) for error in errors[2:]] == ['no event has the id "gooo"\n    did you mean "go"?']


@pytest.mark.parametrize("name", ["events.toml", "events.json", "events.yaml", "events.yml"])
def test_definitions__one_of_the_usual_names_is_found(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    assert Lookup(folder=tmp_path).definitions == [str(tmp_path / name)]


def test_definitions__are_relative_to_the_folder(folder: Path) -> None:
    (folder / "more.json").write_text('{"events": {"more": {"value": "More"}}}', "utf-8")
    for several in (["events.toml", "more.json"], [folder / "events.toml", Path("more.json")]):
        lookup = Lookup(several, folder=folder)
        assert lookup.definitions == [str(folder / "events.toml"), str(folder / "more.json")]
        assert list(lookup.events()) == ["go", "my-event", "more"]


@pytest.mark.parametrize("nothing", [None, "", [], ()])
def test_definitions__nothing_named_means_the_usual_names(folder: Path, nothing: str | list[str] | None) -> None:
    assert Lookup(nothing, folder=folder).definitions == [str(folder / "events.toml")]


def test_definitions__none_and_several_are_said_with_the_folder(folder: Path) -> None:
    lookup = Lookup(folder=folder)
    (folder / "events.yml").touch()
    with pytest.raises(ProblemsError, match=r"^definitions: found several definitions files in .*: events\.toml, "):
        lookup.events()
    (folder / "events.toml").unlink()
    (folder / "events.yml").unlink()
    with pytest.raises(ProblemsError, match=r"^definitions: found no definitions file \(events\.toml, .*\) in .*\n"):
        lookup.events()


def test_files__are_the_definitions_and_the_own_templates(folder: Path) -> None:
    (folder / "mine").mkdir()
    (folder / "mine" / "script.html").touch()
    lookup = Lookup("events.toml", "mine", folder)
    assert lookup.files == [str(folder / "events.toml"), str(folder / "mine" / "script.html")]


def test_events__are_read_when_they_are_asked_for(tmp_path: Path) -> None:
    lookup = Lookup("events.toml", folder=tmp_path)
    (tmp_path / "events.toml").write_text(DEFINITIONS, "utf-8")
    assert list(lookup.events()) == ["go", "my-event"]


@pytest.mark.parametrize("name", ["nope.toml", "nul\0.toml"])
def test_events__a_file_that_is_not_there_is_said(name: str, tmp_path: Path) -> None:
    with pytest.raises(ProblemsError, match="no such file"):
        Lookup(name, folder=tmp_path).events()


def test_events__are_read_once(folder: Path) -> None:
    lookup = Lookup(folder=folder)
    assert lookup.events() is lookup.events()


def test_events__are_read_again_when_the_file_is_rewritten(folder: Path) -> None:
    lookup = Lookup(folder=folder)
    assert lookup.snippet("go") == BUTTON
    written = os.stat(folder / "events.toml")  # noqa: PTH116 (with its nanoseconds)
    (folder / "events.toml").write_text(DEFINITIONS.replace("& see", "& C4t"), "utf-8")
    os.utime(folder / "events.toml", ns=(written.st_atime_ns, written.st_mtime_ns + 1))
    assert "C4t" in lookup.snippet("go").unescape()


@pytest.mark.parametrize("kept", ["nothing but the time", "nothing but the length"])
def test_events__are_read_again_when_just_one_thing_tells(folder: Path, kept: str) -> None:
    lookup, path = Lookup(folder=folder), folder / "events.toml"
    lookup.events()
    times = path.stat().st_atime_ns, path.stat().st_mtime_ns
    if kept == "nothing but the time":  # another file with as many bytes
        (folder / "new.toml").write_text(DEFINITIONS.replace("see", "C4t"), "utf-8")
        (folder / "new.toml").replace(path)
    else:
        path.write_text(DEFINITIONS.replace("see", "C4t now"), "utf-8")
    os.utime(path, ns=times)
    assert "C4t" in lookup.snippet("go").unescape()


@pytest.mark.parametrize("wrong", [3, [3], ["events.toml", None], {"a": 1}, True])
def test_definitions__what_is_no_path_is_refused(wrong: Any) -> None:
    with pytest.raises(ProblemsError, match=r"^definitions: must be a path or a list of paths, not "):
        Lookup(wrong)


def test_warn__is_given_what_is_odd_each_time_that_it_is_read(folder: Path) -> None:
    said: list[str] = []
    (folder / "events.toml").write_text('[events.a]\nvalue = ["x", "x"]\n', "utf-8")
    lookup = Lookup(folder=folder, warn=said.append)
    lookup.events()
    lookup.snippet("a")
    assert [text.partition(": ")[2].partition("\n")[0] for text in said] == [
        'events.a.value: contains the value "x" 2 times [repeated-value]'
    ]


def test_warn__is_a_python_warning_by_itself(folder: Path) -> None:
    (folder / "events.toml").write_text('[events.a]\nvalue = ["x", "x"]\n', "utf-8")
    with pytest.warns(RtpSnippetsWarning, match="2 times"):
        Lookup(folder=folder).events()


def test_templates__one_that_is_added_is_used(folder: Path) -> None:
    (folder / "mine").mkdir()
    (folder / "mine" / "script.html").write_text("<script>{{ calls }}</script>", "utf-8")
    lookup = Lookup(templates="mine", folder=folder)
    assert lookup.snippet("go") == BUTTON
    (folder / "mine" / "button.html").write_text('<b onclick="{{ calls }}">{{ label }}</b>', "utf-8")
    assert lookup.snippet("go").startswith("<b ")


def test_events__come_back_when_the_file_is_fixed(folder: Path) -> None:
    lookup = Lookup(folder=folder)
    (folder / "events.toml").write_text("[events.go", "utf-8")
    with pytest.raises(ProblemsError):
        lookup.events()
    (folder / "events.toml").write_text(DEFINITIONS, "utf-8")
    assert lookup.snippet("go") == BUTTON


def test_report__is_given_the_error_and_the_snippet_is_empty(folder: Path) -> None:
    errors: list[RtpSnippetsError] = []
    lookup = Lookup(folder=folder, report=errors.append)
    assert (lookup.snippet("goo"), lookup.of_shortcode("gone far away"), lookup.of_shortcode("go js")) == ("", "", "")
    assert list(map(str, errors)) == [
        'no event has the id "goo"\n    did you mean "go"?',
        f'invalid shortcode "gone far away"\n    {SHORTCODE_HINT}',
        'a page would show the format "js" as text\n    use one of script, button, link',
    ]
    (folder / "events.toml").unlink()
    assert lookup.snippet("go") == ""
    assert str(errors[-1]).startswith("definitions: found no definitions file ")


# An event that the binding sends: there is nothing to paste.

SIGNUP = '[events.signup]\nvalue = "SignUp"\nselector = "form"\non = "submit"\n'
NOTHING = (
    'signup: sent by rtp-events.js when "form" is submitted; nothing to paste\n'
    "    remove this shortcode; to send the event from your own code, use the format js"
)
WRONG_SCRIPT = (
    "events.signup: the script sends it as soon as the page loads, but its definition says it is sent by rtp-events.js "
    'when "form" is submitted\n    do not paste the script; to send the event from your own code, use the format js'
)


@pytest.fixture
def bound(folder: Path) -> Path:
    """The same folder, with an event that the binding sends."""
    (folder / "events.toml").write_text(DEFINITIONS + SIGNUP, "utf-8")
    return folder


def test_snippet__of_an_event_with_nothing_to_paste_is_an_error(bound: Path) -> None:
    lookup = Lookup(folder=bound)
    for ask in (lookup.snippet, lookup.of_shortcode):
        with pytest.raises(ProblemsError) as raised:
            ask("signup")
        assert str(raised.value) == NOTHING
    assert lookup.label_of_shortcode("signup") == ""
    assert "rtp(" in lookup.snippet("signup", "js")


def test_report__is_given_what_an_event_with_nothing_to_paste_is_sent_by(bound: Path) -> None:
    errors: list[RtpSnippetsError] = []
    of_page: list[RtpSnippetsError] = []
    lookup = Lookup(folder=bound, report=errors.append)
    assert (lookup.snippet("signup"), lookup.of_shortcode("signup"), lookup.of_shortcode("signup", of_page.append)) == (
        "",
    ) * 3
    assert list(map(str, errors)) == [NOTHING, NOTHING]
    assert list(map(str, of_page)) == [NOTHING]


def test_script__that_sends_an_event_at_another_time_is_given_with_a_python_warning(bound: Path) -> None:
    with pytest.warns(RtpSnippetsWarning) as warned:
        assert Lookup(folder=bound).of_shortcode("signup script") == SCRIPT.replace("MyEvent", "SignUp")
    assert [str(warning.message) for warning in warned] == [WRONG_SCRIPT]


@pytest.mark.parametrize("templates", [None, "mine"])
def test_script__that_sends_an_event_at_another_time_is_said_each_time(templates: str | None, bound: Path) -> None:
    (bound / "mine").mkdir()
    (bound / "mine" / "script.html").write_text("<script>{{ calls }}</script>", "utf-8")
    said: list[str] = []
    lookup = Lookup(folder=bound, templates=templates, warn=said.append)
    for _ in range(2):
        assert lookup.snippet("signup", "script") == SCRIPT.replace("MyEvent", "SignUp")
        assert lookup.of_shortcode("go script") == SCRIPT.replace("MyEvent", "Go")
    assert said[::2] == [WRONG_SCRIPT] * 2
    assert [text.partition(": ")[0] for text in said[1::2]] == ["events.go"] * 2


def test_script__that_sends_an_event_at_another_time_is_said_by_who_knows_the_page(bound: Path) -> None:
    warned: list[str] = []
    errors: list[RtpSnippetsError] = []
    of_page: list[RtpSnippetsError] = []
    lookup = Lookup(folder=bound, report=errors.append, warn=warned.append)
    assert lookup.of_shortcode("signup script") == lookup.of_shortcode("signup script", of_page.append) != ""
    assert (list(map(str, errors)), list(map(str, of_page)), warned) == ([WRONG_SCRIPT], [WRONG_SCRIPT], [])


def test_lookup__standard_input_is_no_definitions_file() -> None:
    with pytest.raises(ProblemsError, match=r"^definitions: must not be standard input\n    specify a file$"):
        Lookup(["events.toml", "-"])


def test_templates__more_than_one_folder_is_refused() -> None:
    with pytest.raises(ProblemsError) as raised:
        Lookup("events.toml", ["a", "b"])  # type: ignore[arg-type]  # the mistake
    assert str(raised.value) == "templates: must be a single folder\n    specify only one"
