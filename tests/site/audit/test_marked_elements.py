"""Marked elements and bindings: whether the event exists, whether something sends it, and what it sends."""

from __future__ import annotations

from pathlib import Path

import pytest

from rtpsnippets import render_binding, render_preview, render_recorder
from rtpsnippets.definitions.load import load
from rtpsnippets.site.audit import known_values
from tests.site.audit.sites import CALL, DEFINITIONS, TAG, Audit, Kinds

MARKED = '<button data-rtp-event="menu">x</button>'
CLASS = '<button class="cta rtp-event--menu">x</button>'
LOADING = '<script src="rtp-events.js"></script>'


def binding_of(folder: Path, definitions: str) -> str:
    path = folder / "own.toml"
    path.write_text(definitions, "utf-8")
    return render_binding(load(path).values())


@pytest.fixture
def binding(tmp_path: Path) -> str:
    """The binding of the definitions."""
    return binding_of(tmp_path, DEFINITIONS)


@pytest.mark.parametrize("name", ["rtp-events.js", "js/deep/rtp.js"])
@pytest.mark.parametrize("marked", [MARKED, CLASS], ids=["attribute", "class"])
def test_marked_element__of_an_event_that_the_binding_sends_nothing_is_said(
    marked: str, name: str, binding: str, kinds: Kinds
) -> None:
    assert kinds({"a.html": f'{TAG}{marked}<script src="{name}"></script>', name: binding}) == []


def test_marked_element__the_binding_may_stand_in_the_page(binding: str, kinds: Kinds) -> None:
    assert kinds(f"{TAG}{MARKED}<script>{binding}</script>") == []


def test_recorder__is_neither_a_binding_nor_a_call(tmp_path: Path, kinds: Kinds) -> None:
    (tmp_path / "own.toml").write_text(DEFINITIONS, "utf-8")
    recorder = render_recorder(load(tmp_path / "own.toml").values())
    page = f'{TAG}<script src="rtp-recorder.js"></script>'
    assert kinds({"a.html": page, "rtp-recorder.js": recorder}) == []
    assert kinds({"a.html": page + MARKED, "rtp-recorder.js": recorder}) == ["no-binding a.html:1"]


def test_preview__has_no_code_that_its_own_policy_blocks(kinds: Kinds) -> None:
    assert kinds({"a.html": TAG, "preview.html": render_preview([])}) == []


def test_marked_element__an_unknown_id_is_said_with_the_nearest(found: Audit) -> None:
    elements = '<a data-rtp-event="Menu"></a>\n<a data-rtp-event="xyz"></a>\n<a data-rtp-event=""></a>'
    assert [tuple(finding) for finding in found({"a.html": f"{TAG}\n{elements}"})] == [
        ("unknown-id", "a.html:2:4", 'no event has the id "Menu"', 'did you mean "menu"?'),
        ("unknown-id", "a.html:3:4", 'no event has the id "xyz"', "run rtpsnippets list to see all ids"),
        ("unknown-id", "a.html:4:4", 'no event has the id ""', "run rtpsnippets list to see all ids"),
    ]
    classes = '<a class="cta rtp-event--Menu rtp-event--xyz rtp-event--Menu"></a>\n<a class="rtp-event--"></a>'
    assert [tuple(finding) for finding in found({"a.html": f"{TAG}\n{classes}"})] == [
        ("unknown-id", "a.html:2:4", 'no event has the id "Menu"', 'did you mean "menu"?'),
        ("unknown-id", "a.html:2:4", 'no event has the id "xyz"', "run rtpsnippets list to see all ids"),
        ("unknown-id", "a.html:3:4", 'no event has the id ""', "run rtpsnippets list to see all ids"),
    ]


def test_marked_element__of_very_many_ids_the_nearest_is_not_looked_for_for_ever(
    found: Audit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(known_values, "MAX_COMPARED", 3 * len("menu"))
    definitions = "[events.menu]\nvalue = 'Menu'"
    elements = "".join(f"<a data-rtp-event=menu{at}></a>" for at in range(4))
    hints = [finding.hint for finding in found({"a.html": f"{TAG}{elements}"}, definitions=definitions)]
    assert hints == ['did you mean "menu"?'] * 2 + ["run rtpsnippets list to see all ids"] * 2


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("", ["no-binding 2"]),
        ('<script src="other.js"></script>', ["no-binding 2"]),
        ('<script src="other.js"></script><script src="other.js"></script>', ["no-binding 2"]),
        # The binding may be in what isn't known.
        ('<script src="https://example.net/x.js"></script>', []),
        ('<script src="gone.js"></script>', []),
    ],
)
@pytest.mark.parametrize("marked", [MARKED, CLASS], ids=["attribute", "class"])
def test_marked_element__that_nothing_sends_is_said(marked: str, head: str, expected: list[str], found: Audit) -> None:
    findings = found({"a.html": f"{TAG}{head}\n{marked}", "other.js": CALL})
    assert [f"{finding.kind} {finding.place.split(':')[1]}" for finding in findings] == expected
    for finding in findings:
        assert finding.what == ('an element is marked with the event "menu", but the page does not load the binding')
        assert finding.hint == "load rtp-events.js, which rtpsnippets build creates"


def test_binding__that_sends_what_the_definitions_do_not_say_is_stale(binding: str, found: Audit) -> None:
    old = binding.replace("'Menu'", "'Menus'").replace("'quiet'", "'quite'")
    page = f'{TAG}{LOADING}\n{MARKED}<a class="rtp-event--quiet"></a>'
    findings = found({"a.html": page, "b.html": f"{TAG}{LOADING}", "rtp-events.js": old})
    assert [(finding.kind, finding.place.split(":")[0], finding.what) for finding in findings] == [
        ("stale-binding", "a.html", 'the binding on the page does not contain the event "quiet"'),
        ("stale-binding", "rtp-events.js", 'the binding sends outdated values for the event "menu"'),
        ("stale-binding", "rtp-events.js", 'the binding contains the event "quite", which is not defined'),
    ]
    assert {finding.hint for finding in findings} == {"rebuild the binding: rtpsnippets build"}


def test_binding__that_selects_elements_uses_their_events(tmp_path: Path, kinds: Kinds) -> None:
    definitions = (
        '[events.a]\nvalue = "A"\nselector = ".a"\n[events.b]\nvalue = "B"\n[events.c]\nvalue = "C"\non = "load"\n'
    )
    files = {"a.html": LOADING, "rtp-events.js": binding_of(tmp_path, definitions)}
    assert kinds(files, definitions=definitions, of_use=True) == ["unused-event events.toml:4"]
    # One that no page loads sends nothing.
    unloaded = kinds({"a.html": "<p>"}, definitions=definitions, of_use=True)
    assert unloaded == [f"unused-event events.toml:{line}" for line in (1, 4, 6)]
