"""Which files a person names: themselves, or all in a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from rtpsnippets import ProblemsError
from rtpsnippets.site.walk import named_files


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with a site in it."""
    monkeypatch.chdir(tmp_path)
    for name in ("site/a.html", "site/b/c.js", "site/d.liquid", "site/e.css", "site/node_modules/f.js", "g.txt"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("x")


@pytest.mark.parametrize(
    ("named", "paths"),
    [
        (["site"], ["site/a.html", "site/b/c.js", "site/d.liquid"]),
        (["."], ["site/a.html", "site/b/c.js", "site/d.liquid"]),
        # A file that is named is read whatever it is called.
        (["g.txt", "site/e.css"], ["g.txt", "site/e.css"]),
        (["site/b/c.js", "site"], ["site/b/c.js", "site/a.html", "site/d.liquid"]),
        (["./site/b", "site/b"], ["./site/b/c.js"]),
        (["-", "g.txt", "-"], ["-", "g.txt"]),
    ],
)
def test_named_files__are_each_there_once(named: list[str], paths: list[str]) -> None:
    found = named_files(named)
    assert sorted(path.removeprefix("./") for path in found.paths) == sorted(path.removeprefix("./") for path in paths)
    assert found.skipped == []


def test_named_files__links_in_folders_are_skipped_and_said() -> None:
    Path("site/link.html").symlink_to("a.html")
    found = named_files(["site"])
    assert [(one.path, one.refusal) for one in found.skipped] == [
        ("site/link.html", "is a link, which is not followed")
    ]
    assert "site/link.html" not in found.paths
    assert named_files(["site/link.html"]).paths == ["site/link.html"]


def test_named_files__what_is_not_there_is_a_problem() -> None:
    with pytest.raises(ProblemsError) as raised:
        named_files(["no", "site", "nor"])
    hint = "name a page, a script, or the folder that they are in"
    assert str(raised.value) == f"no: no such file or folder\n    {hint}\nnor: no such file or folder\n    {hint}"
