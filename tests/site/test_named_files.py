"""Which files are named: single ones, or all in a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from rtpsnippets import ProblemsError
from rtpsnippets.site import walk
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
        ("site/link.html", "is a symbolic link, which is not followed")
    ]
    assert "site/link.html" not in found.paths
    assert named_files(["site/link.html"]).paths == ["site/link.html"]


def test_named_files__what_is_not_there_is_a_problem() -> None:
    with pytest.raises(ProblemsError) as raised:
        named_files(["no", "site", "nor"])
    hint = "specify a page, a script, or a folder that contains them"
    assert str(raised.value) == f"no: no such file or folder\n    {hint}\nnor: no such file or folder\n    {hint}"


def test_named_files__those_that_are_not_read_and_call_the_function_are_counted() -> None:
    written = {
        **{f"site/{name}": "window.rtp ('send')" for name in ("a.py", "b/b.PY", "Makefile", "x.txt")},
        "site/c.py": "xrtp() rtp",
        "site/image.png": "\0rtp()",
        "site/long.txt": "x " * 1_000_000 + "rtp()",
        "site/across.txt": " " * ((1 << 20) + (1 << 13) - 2) + "rtp()",
        "site/export.json": r'{"html": "<script>\nrtp()"}',
        "site/node_modules/g.py": "rtp()",
        "h.py": "rtp()",
    }
    for name, content in written.items():
        Path(name).write_text(content)
    Path("site/link.py").symlink_to("a.py")
    found = named_files(["site", "site/b", "h.py"])
    assert found.unread == {".py": 2, "": 1, ".txt": 3, ".json": 1}
    assert found.paths == ["site/a.html", "site/b/c.js", "site/d.liquid", "h.py"]


def test_named_files__a_file_that_cannot_be_read_is_not_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: str) -> None:
        raise OSError

    monkeypatch.setattr(walk, "opened", fail)
    assert named_files(["site"]).unread == {}


@pytest.mark.parametrize("suffix", ["ts", "mts", "cts", "tsx", "jsx", "astro", "mdx", "shtml", "inc", "module", "pug"])
def test_named_files__sources_and_templates_of_a_folder_are_read(suffix: str) -> None:
    Path(f"site/z.{suffix}").write_text("x")
    assert f"site/z.{suffix}" in named_files(["site"]).paths
