"""Marks and bindings: whether an event has the id, whether something sends it, and whether it sends what it should."""

from __future__ import annotations

from pathlib import Path

import pytest

from rtpsnippets import render_binding
from rtpsnippets.definitions.load import load
from rtpsnippets.site.audit import known_values
from tests.site.audit.sites import CALL, DEFINITIONS, TAG, Audit, Kinds

MARK = '<button data-rtp-event="menu">x</button>'
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
@pytest.mark.parametrize("mark", [MARK, CLASS], ids=["attribute", "class"])
def test_mark__of_an_event_that_the_binding_sends_nothing_is_said(
    mark: str, name: str, binding: str, kinds: Kinds
) -> None:
    assert kinds({"a.html": f'{TAG}{mark}<script src="{name}"></script>', name: binding}) == []


def test_mark__the_binding_may_stand_in_the_page(binding: str, kinds: Kinds) -> None:
    assert kinds(f"{TAG}{MARK}<script>{binding}</script>") == []


def test_mark__an_unknown_id_is_said_with_the_nearest(found: Audit) -> None:
    marks = '<a data-rtp-event="Menu"></a>\n<a data-rtp-event="xyz"></a>\n<a data-rtp-event=""></a>'
    assert [tuple(finding) for finding in found({"a.html": f"{TAG}\n{marks}"})] == [
        ("unknown-id", "a.html:2:4", 'no event has the id "Menu"', 'did you mean "menu"?'),
        ("unknown-id", "a.html:3:4", 'no event has the id "xyz"', "rtpsnippets list shows all ids"),
        ("unknown-id", "a.html:4:4", 'no event has the id ""', "rtpsnippets list shows all ids"),
    ]
    classes = '<a class="cta rtp-event--Menu rtp-event--xyz rtp-event--Menu"></a>\n<a class="rtp-event--"></a>'
    assert [tuple(finding) for finding in found({"a.html": f"{TAG}\n{classes}"})] == [
        ("unknown-id", "a.html:2:4", 'no event has the id "Menu"', 'did you mean "menu"?'),
        ("unknown-id", "a.html:2:4", 'no event has the id "xyz"', "rtpsnippets list shows all ids"),
        ("unknown-id", "a.html:3:4", 'no event has the id ""', "rtpsnippets list shows all ids"),
    ]


def test_mark__of_very_many_ids_the_nearest_is_not_looked_for_for_ever(
    found: Audit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(known_values, "MAX_COMPARED", 3 * len("menu"))
    definitions = "[events.menu]\nvalue = 'Menu'"
    marks = "".join(f"<a data-rtp-event=menu{at}></a>" for at in range(4))
    hints = [finding.hint for finding in found({"a.html": f"{TAG}{marks}"}, definitions=definitions)]
    assert hints == ['did you mean "menu"?'] * 2 + ["rtpsnippets list shows all ids"] * 2


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
@pytest.mark.parametrize("mark", [MARK, CLASS], ids=["attribute", "class"])
def test_mark__that_nothing_sends_is_said(mark: str, head: str, expected: list[str], found: Audit) -> None:
    findings = found({"a.html": f"{TAG}{head}\n{mark}", "other.js": CALL})
    assert [f"{finding.kind} {finding.place.split(':')[1]}" for finding in findings] == expected
    for finding in findings:
        assert finding.what == ('an element is marked with the event "menu", and the page loads no binding to send it')
        assert finding.hint == "load rtp-events.js, which rtpsnippets build makes"


def test_binding__that_sends_what_the_definitions_do_not_say_is_stale(binding: str, found: Audit) -> None:
    old = binding.replace("'Menu'", "'Menus'").replace("'quiet'", "'quite'")
    page = f'{TAG}{LOADING}\n{MARK}<a class="rtp-event--quiet"></a>'
    findings = found({"a.html": page, "b.html": f"{TAG}{LOADING}", "rtp-events.js": old})
    assert [(finding.kind, finding.place.split(":")[0], finding.what) for finding in findings] == [
        ("stale-binding", "a.html", 'the binding that the page loads has no event "quiet"'),
        (
            "stale-binding",
            "rtp-events.js",
            'the binding sends other values for the event "menu" than its definition says',
        ),
        ("stale-binding", "rtp-events.js", 'the binding has the event "quite", which no definition has'),
    ]
    assert {finding.hint for finding in findings} == {"build the binding again: rtpsnippets build"}


def test_binding__that_selects_elements_uses_their_events(tmp_path: Path, kinds: Kinds) -> None:
    definitions = (
        '[events.a]\nvalue = "A"\nselector = ".a"\n[events.b]\nvalue = "B"\n[events.c]\nvalue = "C"\non = "load"\n'
    )
    files = {"a.html": LOADING, "rtp-events.js": binding_of(tmp_path, definitions)}
    assert kinds(files, definitions=definitions, of_use=True) == ["unused-event events.toml:4"]
    # One that no page loads sends nothing.
    unloaded = kinds({"a.html": "<p>"}, definitions=definitions, of_use=True)
    assert unloaded == [f"unused-event events.toml:{line}" for line in (1, 4, 6)]
