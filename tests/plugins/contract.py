"""What every plugin does: one class of tests, which each host's tests inherit.

A host says how a page asks for a snippet and how a site is built; what must come of it is said here.
"""

from __future__ import annotations

import html
import re
import sys
import warnings
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import ClassVar, NamedTuple

import pytest

from rtpsnippets import RtpSnippetsError, RtpSnippetsWarning
from tests.clean_environment import Ran, run

DEFINITIONS = """\
[events.download-whitepaper]
value = "download - example whitepaper"
button = "Download"

[events.my-event]
value = ["It's", "50% | {{ off }}"]

[events.read-on]
value = "Read on"
carrier = "data"
link = { label = "Read", href = "/on.html" }
"""

BUTTON = (
    '<button id="download-whitepaper" type="button"'
    " onclick=\"rtp('send', 'event', { value: 'download - example whitepaper' });\">Download</button>"
)
SCRIPT = (
    r"<script>rtp('send', 'event', { value: ['It\u0027s', '50\u0025 \u007c \u007b\u007b off \u007d\u007d'] });</script>"
)
LINK = '<a id="read-on" href="/on.html" data-rtp-event="read-on">Read</a>'
WITH_HANDLER = (
    "<a onclick=\"rtp('send', 'event', { value: 'download - example whitepaper' });\" href=\"whitepaper.pdf\">Paper</a>"
)
"""What becomes of `marked_html`."""

LABEL = """Jetzt & <b>[gleich]</b> \\* *x* `y` 'für' "dich" -- ... &amp; $z$ |"""
"""A label with many characters that mean something to a generator."""

NO_ID = BUTTON.replace(' id="download-whitepaper"', "")
"""The same button for a second time on a page."""

WIKI_LINKS = ("[[RTP: Real-time Transport Protocol]]", "[[rtp : overview page]]", "[[RTP]]", "[RTP:my-event]")
"""Texts that look like a shortcode less than a near miss does."""

SIGN_UP = '[events.sign-up]\nvalue = "SignUp"\nselector = "form.sign-up"\non = "submit"\n'
"""An event that the binding sends, so that nothing of it is to be pasted."""

SENT = 'sent by rtp-events.js when "form.sign-up" is submitted'
NOTHING_SAID = (
    f"sign-up: {SENT}; nothing to paste remove this shortcode; to send the event from your own code, use the format js"
)
WRONG_SCRIPT_SAID = (
    f"events.sign-up: the script sends it as soon as the page loads, but its definition says it is {SENT} do not paste "
    "the script; to send the event from your own code, use the format js"
)

BROKEN = DEFINITIONS.replace('value = "download', 'valu = "download')
BROKEN_SAID = 'events.toml:2: events.download-whitepaper: unknown key "valu" did you mean "value"?'
SHORTCODE_HINT = (
    "write an event id, then optionally a format (script, button, link) and a label in straight quotes: "
    'my-event link "Download"'
)
UNKNOWN_SAID = 'no event has the id "downlod-whitepaper" did you mean "download-whitepaper"?'
MISSING_SAID = "found no definitions file (events.toml, events.json, events.yaml, events.yml) in "

BARE = "Traceback (most recent call last)"

# Reading a definitions file while the module is imported is an error here.
_IMPORT_PROGRAM = """\
import importlib, sys

def refuse(event, arguments):
    if event == "open" and str(arguments[0]).endswith("events.toml"):
        raise SystemExit(f"{arguments[0]} is read")

sys.addaudithook(refuse)
importlib.import_module(sys.argv[1])
"""


class Built(NamedTuple):
    """What a host made: its pages by name, what it said (with single spaces), and whether all went well."""

    pages: Mapping[str, str]
    said: str
    is_good: bool


class PluginContract(ABC):
    """The tests; `module` is the plugin's, `place` what the host says about the location of a shortcode on `page`.

    `place_of_element` is that for a marked element, if the host says less there; `ways_to_mark` is how many
    marked elements the host's `marked` has; `names_a_format` says that a page always asks for a format.
    """

    module: ClassVar[str]
    place: ClassVar[str] = ""
    place_of_element: ClassVar[str] = ""
    ways_to_mark: ClassVar[int] = 1
    names_a_format: ClassVar[bool] = False

    @abstractmethod
    def shortcode(self, event_id: str, format: str = "", label: str = "") -> str:
        """How a page asks for the snippet of an event, alone in a paragraph."""

    @abstractmethod
    def marked(self, event_id: str) -> str:
        """How a page has the element of `marked_html`, in each way that there is."""

    @abstractmethod
    def build(self, folder: Path, pages: Mapping[str, str], *, is_strict: bool = False) -> Built:
        """Build the site in `folder`, where the definitions are; `pages` are texts in the host's language."""

    def test_shortcode__becomes_the_button_or_what_its_format_says(self, tmp_path: Path) -> None:
        asked = {"page": ("download-whitepaper",), "script": ("my-event", "script"), "link": ("read-on", "link")}
        built = self._build(tmp_path, {name: self.shortcode(*words) for name, words in asked.items()})
        assert built.is_good, built.said
        assert [built.pages[name].count(made) for name, made in zip(asked, (BUTTON, SCRIPT, LINK), strict=True)] == [
            1
        ] * 3

    def test_label__that_a_page_gives_is_on_the_element_as_it_is_typed(self, tmp_path: Path) -> None:
        asked = {"page": ("download-whitepaper", "", LABEL), "link": ("read-on", "link", LABEL)}
        built = self._build(tmp_path, {name: self.shortcode(*words) for name, words in asked.items()})
        assert built.is_good, built.said
        for name, made in zip(asked, (BUTTON, LINK), strict=True):
            begin, _, end = re.split("(Download|Read)(?=</)", made)
            _, _, rest = built.pages[name].partition(begin)
            assert html.unescape(rest.partition(end)[0]) == LABEL

    def test_label__of_a_script_is_said_and_ends_a_strict_build(self, tmp_path: Path) -> None:
        said = 'label: the format "script" has no label remove it; only buttons and links have labels'
        self._assert_is_said(tmp_path, self.shortcode("my-event", "script", "Jetzt"), self._page_said + said)

    def test_unknown_id__is_said_with_the_nearest_and_ends_a_strict_build(self, tmp_path: Path) -> None:
        self._assert_unknown_is_said(tmp_path, self.shortcode("downlod-whitepaper"), self.place)

    def test_shortcode__of_an_event_with_nothing_to_paste_is_said_and_ends_a_strict_build(self, tmp_path: Path) -> None:
        said = 'the event "sign-up" has no button' if self.names_a_format else NOTHING_SAID
        built = self._assert_is_said(tmp_path, self.shortcode("sign-up"), self._page_said + said, DEFINITIONS + SIGN_UP)
        assert not any("rtp(" in page for page in built.pages.values())

    def test_script__that_sends_at_another_time_is_given_and_said_and_ends_a_strict_build(self, tmp_path: Path) -> None:
        said = self._page_said + WRONG_SCRIPT_SAID
        built = self._assert_is_said(tmp_path, self.shortcode("sign-up", "script"), said, DEFINITIONS + SIGN_UP)
        assert built.is_good
        assert built.said.count(WRONG_SCRIPT_SAID) == 1
        assert built.pages["page"].count("<script>rtp('send', 'event', { value: 'SignUp' });</script>") == 1

    def test_marked_element__gets_the_handler_or_keeps_its_attribute_for_the_binding(self, tmp_path: Path) -> None:
        built = self._build(tmp_path, {"page": self.marked("download-whitepaper"), "other": self.marked("read-on")})
        assert built.is_good, built.said
        assert built.pages["page"].count(WITH_HANDLER) == self.ways_to_mark
        assert built.pages["other"].count(marked_html("read-on")) == self.ways_to_mark

    def test_marked_element__with_an_unknown_id_is_said_and_ends_a_strict_build(self, tmp_path: Path) -> None:
        page = self.marked("downlod-whitepaper")
        self._assert_unknown_is_said(tmp_path, page, self.place_of_element or self.place)

    def test_class__that_marks_an_element_stays_for_the_binding(self, tmp_path: Path) -> None:
        built = self._build(tmp_path, _by_class(self.marked("download-whitepaper")))
        assert built.is_good, built.said
        assert built.pages["page"].count('class="rtp-event--download-whitepaper"') == self.ways_to_mark
        assert "rtp('send'" not in built.pages["page"]

    def test_class__with_an_unknown_id_is_said_and_ends_a_strict_build(self, tmp_path: Path) -> None:
        page = _by_class(self.marked("downlod-whitepaper"))
        self._assert_unknown_is_said(tmp_path, page, self.place_of_element or self.place)

    def test_changed_definitions__are_picked_up(self, tmp_path: Path) -> None:
        pages = {"page": self.shortcode("download-whitepaper"), "marked": self.marked("download-whitepaper")}
        before = self._build(tmp_path, pages).pages
        assert BUTTON in before["page"]
        assert WITH_HANDLER in before["marked"]
        changed = DEFINITIONS.replace('"Download"', '"Get"').replace("download - ", "get - ")
        after = self._build(tmp_path, pages, changed).pages
        assert BUTTON.replace(">Download<", ">Get<").replace("download - ", "get - ") in after["page"]
        assert after["marked"].count(WITH_HANDLER.replace("download - ", "get - ")) == self.ways_to_mark

    def test_broken_definitions__are_said_with_their_line(self, tmp_path: Path) -> None:
        built = self._build(tmp_path, self.shortcode("download-whitepaper"), definitions=BROKEN)
        assert BROKEN_SAID in built.said
        assert BARE not in built.said
        assert not built.is_good

    def test_missing_definitions__are_said(self, tmp_path: Path) -> None:
        built = self.build(tmp_path, {"page": self.shortcode("download-whitepaper")})
        assert MISSING_SAID in built.said
        assert BARE not in built.said
        assert not built.is_good

    def test_two_pages__have_the_same_event(self, tmp_path: Path) -> None:
        pages = dict.fromkeys(["page", "other"], self.shortcode("download-whitepaper"))
        built = self._build(tmp_path, pages)
        assert built.is_good, built.said
        assert [built.pages[name].count(BUTTON) for name in pages] == [1, 1]

    @pytest.mark.process
    def test_import__reads_nothing_and_says_nothing(self) -> None:
        assert _imported(self.module) == (0, "")

    @property
    def _page_said(self) -> str:
        """What the host says before what is wrong on the page."""
        return self.place.partition("no event")[0]

    def _assert_unknown_is_said(self, folder: Path, page: str, place: str) -> None:
        built = self._assert_is_said(folder, page, UNKNOWN_SAID)
        assert place in built.said
        assert "is shown as text" not in built.said

    def _assert_is_said(self, folder: Path, page: str, said: str, definitions: str = DEFINITIONS) -> Built:
        """Build the site, which says so, and see that a strict build ends with it."""
        built = self._build(folder, page, definitions)
        assert said in built.said
        assert BARE not in built.said
        strict = folder / "strict"  # a folder of its own: Sphinx reads no page again that is as it was
        strict.mkdir()
        in_strict = self._build(strict, page, definitions, is_strict=True)
        assert said in in_strict.said
        assert not in_strict.is_good
        return built

    def _build(
        self, folder: Path, pages: str | Mapping[str, str], definitions: str = DEFINITIONS, *, is_strict: bool = False
    ) -> Built:
        (folder / "events.toml").write_text(definitions, "utf-8")
        return self.build(folder, {"page": pages} if isinstance(pages, str) else pages, is_strict=is_strict)


class TextContract(PluginContract):
    """The tests for a host whose pages are texts; `near_misses` maps what looks like a shortcode to what to write.

    What is in `not_meant` looks like one, and is not meant.
    """

    near_misses: ClassVar[Mapping[str, str]]
    not_meant: ClassVar[Sequence[str]]

    @abstractmethod
    def page(self, text: str) -> str:
        """A page with this text, where `shortcode` has its own."""

    def test_event__that_is_on_a_page_twice_has_its_id_once(self, tmp_path: Path) -> None:
        asked = [self.shortcode("download-whitepaper"), self.shortcode("download-whitepaper", label="Download")]
        built = self._build(tmp_path, {"page": "\n\n".join(asked), "other": asked[1]})
        assert built.is_good, built.said
        assert [built.pages["page"].count(made) for made in (BUTTON, NO_ID)] == [1, 1]
        assert built.pages["other"].count(BUTTON) == 1

    def test_near_miss__is_said_with_what_to_write_and_stays_and_ends_a_strict_build(self, tmp_path: Path) -> None:
        for number, (text, correct) in enumerate(self.near_misses.items()):
            folder = tmp_path / str(number)
            folder.mkdir()
            said = f'"{text}" is shown as text write {correct}; to show it as text, put a backslash before it'
            built = self._assert_is_said(folder, self.page(text), self._page_said + said)
            assert built.said.count(said) == 1
            assert built.is_good, built.said
            assert text in html.unescape(built.pages["page"]) or '"' in text

    def test_near_miss__in_code_or_behind_a_backslash_or_of_another_subject_says_nothing(self, tmp_path: Path) -> None:
        page = self.page("\n\n".join((*self.not_meant, *WIKI_LINKS)))
        built = self._build(tmp_path, page, is_strict=True)
        assert built.is_good, built.said
        assert "rtp(" not in built.pages["page"]


class MarkdownContract(TextContract):
    """The tests, for a host whose pages are Markdown, with the extension attr_list."""

    ways_to_mark = 2
    near_misses: ClassVar = {
        "[[RTP:my-event]]": "[[rtp:my-event]]",
        "[[ rtp:my-event ]]": "[[rtp:my-event]]",
        "[[rtp:my-event ]": "[[rtp:my-event]]",
        "[rtp:my-event script]]": "[[rtp:my-event script]]",
        '[[Rtp : read-on link "*A* b"]]': '[[rtp:read-on link "*A* b"]]',
    }
    not_meant = ("`[[RTP:my-event]]`", r"\[[RTP:my-event]]", r"\[[rtp:my-event]]", "    [[RTP:my-event]]")

    def page(self, text: str) -> str:
        return text

    def shortcode(self, event_id: str, format: str = "", label: str = "") -> str:
        words = (event_id, format, f'"{label}"' if label else "")
        return f"[[rtp:{' '.join(filter(None, words))}]]"

    def marked(self, event_id: str) -> str:
        return f"[Paper](whitepaper.pdf){{ data-rtp-event={event_id} }}\n\n{marked_html(event_id)}\n"


class TemplatesContract(PluginContract):
    """The tests, for a host whose templates are Jinja's."""

    names_a_format = True

    def shortcode(self, event_id: str, format: str = "", label: str = "") -> str:
        return f"{{{{ rtp_{format or 'button'}('{event_id}', label={label or None!r}) }}}}"

    def marked(self, event_id: str) -> str:
        return f"{{% filter rtp_handlers %}}{marked_html(event_id)}{{% endfilter %}}"


@cache  # several classes have the same module
def _imported(module: str) -> Ran:
    """Import a module beside broken definitions, in a process of its own."""
    with TemporaryDirectory() as folder:
        Path(folder, "events.toml").write_text(BROKEN, "utf-8")
        return run([sys.executable, "-c", _IMPORT_PROGRAM, module], Path(folder))


def marked_html(event_id: str) -> str:
    """An HTML element that is marked with an event."""
    return f'<a data-rtp-event="{event_id}" href="whitepaper.pdf">Paper</a>'


def _by_class(page: str) -> str:
    """The same page, with classes in place of the attributes, in HTML and in attr_list."""
    in_html = re.sub(r'data-rtp-event="([\w-]+)"', r'class="rtp-event--\1"', page)
    return re.sub(r"data-rtp-event=([\w-]+)", r".rtp-event--\1", in_html)


def built(folder: Path, pages: Iterable[str], ran: Ran, name: str = "{}.html") -> Built:
    """What a host made of `pages`, in files of `folder` with these names."""
    paths = {page: folder / name.format(page) for page in pages}
    made = {page: path.read_text("utf-8") for page, path in paths.items() if path.is_file()}
    return Built(made, one_line(ran.output), ran.code == 0)


def built_here(make: Callable[[], Mapping[str, str]], *, is_strict: bool) -> Built:
    """What a library makes in this process: it raises errors, and warns; a strict program takes that for an error."""
    with warnings.catch_warnings(record=True) as given:
        if not is_strict:
            warnings.simplefilter("always", RtpSnippetsWarning)
        try:
            pages = make()
        except (RtpSnippetsError, RtpSnippetsWarning) as error:
            return Built({}, one_line(str(error)), is_good=False)
    return Built(pages, one_line("\n".join(str(warning.message) for warning in given)), is_good=True)


def one_line(text: str) -> str:
    """The text with single spaces: a host may indent what we say."""
    return " ".join(text.split())


def write_pages(folder: Path, pages: Mapping[str, str], suffix: str) -> None:
    """Write the pages; a page that is as it was keeps its time, so that a host may skip it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages.items():
        path = folder / f"{name}{suffix}"
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")
