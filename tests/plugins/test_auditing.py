"""The audit after a build, whatever the host: its options, and what is said."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from rtpsnippets.errors import FileAccessError, Location, Problem, ProblemsError
from rtpsnippets.extras import needs_extra
from rtpsnippets.plugins.auditing import SiteOptions, audit_site, site_options
from rtpsnippets.plugins.lookup import by_setting

ON = SiteOptions(is_audited=True, ignore=("unused-event",), base_url="")
UNKNOWN = "<script>rtp('send', 'event', { value: 'typo' });</script>\n"


def said(folder: Path, options: SiteOptions = ON, site: str = "site", definitions: str = "events.toml") -> list[str]:
    """What is said of the site: warnings, and the last line after `info:`."""
    lines: list[str] = []
    audit_site(
        str(folder / site),
        [str(folder / definitions)],
        options,
        lambda problem: lines.append(str(problem)),
        lambda line: lines.append(f"info: {line}"),
    )
    return lines


def refused(audit: object = False, ignore: object = None, base_url: object = None) -> str:  # noqa: FBT002 (as hosts do)
    """What is said of these options."""
    with pytest.raises(ProblemsError) as caught:
        site_options(audit, ignore, base_url, "")
    return str(caught.value)


@pytest.mark.parametrize(
    ("base_url", "site_url", "expected"),
    [
        # The option comes before the host's own setting.
        ("https://a.example/", "https://b.example/", "https://a.example/"),
        ("", "https://b.example/", "https://b.example/"),
        # What hosts have for no address, and for a part of one.
        (None, None, ""),
        ("", "", ""),
        ("", "/blog", ""),
        ("", ".", ""),
        ("", 3, ""),
    ],
)
def test_options__where_the_site_lives(base_url: object, site_url: object, expected: str) -> None:
    assert site_options(True, (), base_url, site_url).base_url == expected  # noqa: FBT003 (as hosts do)


@pytest.mark.parametrize(
    ("ignore", "expected"),
    [
        # None, one, a list as a host's own language has it.
        (None, ()),
        ("", ()),
        ([], ()),
        ("no-tag", ("no-tag",)),
        (["no-tag", "second-tag"], ("no-tag", "second-tag")),
        (("no-tag",), ("no-tag",)),
    ],
)
def test_options__ignore_is_a_kind_or_several(ignore: object, expected: tuple[str, ...]) -> None:
    assert site_options(True, ignore, "", "").ignore == expected  # noqa: FBT003 (as hosts do)


def test_options__what_is_wrong_is_said_at_once() -> None:
    assert refused("yes", ["no-tga", "x"], "example.com") == (
        "audit: must be true or false, not a string\n"
        "    write True or False\n"
        'audit_ignore: unknown kind of finding "no-tga"\n'
        '    did you mean "no-tag"?\n'
        f'audit_ignore: unknown kind of finding "x"\n    {KNOWN}\n'
        "audit_base_url: must be a full URL\n"
        "    use a URL such as https://example.com/docs/"
    )


def test_by_setting__what_is_about_a_file_or_from_the_system_stays() -> None:
    of_a_file = Problem("is empty", key=("events",), location=Location("a.toml"))
    about_a_file = ProblemsError([of_a_file, Problem("no definitions")])
    assert str(by_setting(about_a_file, "rtp_")) == "a.toml: events: is empty\nno definitions"
    refusal = FileAccessError("cannot read a.toml: Permission denied")
    assert by_setting(refusal, "rtp_") is refusal


KNOWN = (
    "known kinds: unknown-value, too-many-values, unknown-call, unknown-id, no-tag, tag-waits, tag-in-container, "
    "before-tag, second-tag, broken-tag, blocked-code, syntax-error, repeated-id, hidden-rtp, no-binding, "
    "stale-binding, wrong-trigger, wrong-carrier, former-value, deprecated-event, untracked-element, skipped-file, "
    "unused-event"
)


@pytest.mark.parametrize("ignore", [3, ["no-tag", 3], [None]])
def test_options__ignore_has_names_only(ignore: object) -> None:
    assert refused(ignore=ignore).startswith("audit_ignore: must be a kind of finding or a list of them, not ")


def test_options__a_base_url_is_a_text() -> None:
    assert refused(base_url=3).startswith("audit_base_url: must be a full URL")


def test_options__without_the_extra_only_an_audit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rtpsnippets.site.site_file", None)
    assert not site_options(False, (), "", "").is_audited  # noqa: FBT003 (as hosts do)
    assert refused(audit=True) == str(needs_extra("reading a site", "audit"))


@pytest.mark.process
def test_options__nothing_of_the_extra_is_imported_without_an_audit() -> None:
    program = (
        "import sys; from rtpsnippets.plugins.auditing import site_options; site_options(False, 'no-tag', '', '');"
        "sys.exit(any(name.startswith(('markdown_it', 'tree_sitter', 'webencodings')) for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_audit__says_places_as_they_are_in_the_site(folder: Path) -> None:
    (folder / "site" / "deep").mkdir()
    (folder / "site" / "deep" / "a.html").write_text(UNKNOWN, "utf-8")
    options = SiteOptions(is_audited=True, ignore=("no-tag",), base_url="")
    first, *unused, last = said(folder, options)
    assert (
        first
        == 'deep/a.html:1:9: no event has the value "typo" [unknown-value]\n    run rtpsnippets list to see all values'
    )
    # A definitions file has no place in the site.
    assert [line.partition(": ")[0] for line in unused] == [f"{folder / 'events.toml'}:{line}" for line in (1, 5, 8)]
    assert last == "info: 4 findings in 1 page and 0 scripts"


@pytest.mark.parametrize(
    ("count", "listed", "begin"), [(100, 100, "info: 100 findings in"), (101, 100, "101 findings")]
)
def test_audit__says_the_first_of_very_many(folder: Path, count: int, listed: int, begin: str) -> None:
    (folder / "site" / "a.html").write_text(UNKNOWN * count, "utf-8")
    *lines, last = said(folder, SiteOptions(is_audited=True, ignore=("unused-event", "no-tag"), base_url=""))
    assert len(lines) == listed
    assert last.startswith(begin)
    # So nobody takes the first for all, whatever level of messages the host shows.
    assert last.endswith("; the first 100 are listed") is (count > listed)


def test_audit__what_can_t_be_read_is_a_warning(folder: Path) -> None:
    assert said(folder, site="nope") == [f"{folder / 'nope'}: no such folder\n    specify the folder of the built site"]
    assert said(folder, definitions="site") == [f"cannot read {folder / 'site'}: it is a folder; specify a file in it"]
