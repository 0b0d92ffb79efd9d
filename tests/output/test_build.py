"""Building into a folder: with its lock, and without removing files where the user may have other files."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from rtpsnippets import FileAccessError, ProblemsError
from rtpsnippets.output.build import build, build_file, prepare
from rtpsnippets.output.folder import read_folder
from rtpsnippets.output.lock import locked
from rtpsnippets.output.manifest import MANIFEST_FILE
from rtpsnippets.output.plan import Action

FILES = {"a.js": b"a", "b.js": b"b"}


def test_build__returns_the_plan_that_it_has_carried_out(tmp_path: Path) -> None:
    done = build(FILES, tmp_path / "deep" / "site")
    assert [(step.action, step.name) for step in done.steps] == [(Action.CREATE, "a.js"), (Action.CREATE, "b.js")]
    assert (tmp_path / "deep" / "site" / "b.js").read_bytes() == b"b"
    assert build(FILES, tmp_path / "deep" / "site").is_change is False


def test_prepare__writes_nothing_not_even_the_folder(tmp_path: Path) -> None:
    assert prepare(FILES, tmp_path / "site").is_change is True
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows can't lock a folder")
def test_build__holds_the_lock_while_it_looks_plans_and_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = []

    def tries_the_lock(*arguments: object, **named: object) -> None:
        with pytest.raises(FileAccessError, match="another build is writing"), locked(tmp_path, 0):
            pass
        held.append(arguments or named)

    for name in ("write._remove_temporaries", "build.prepare", "build.write"):
        monkeypatch.setattr(f"rtpsnippets.output.{name}", tries_the_lock)
    build(FILES, tmp_path)
    assert len(held) == 3


def refused(path: Path, definitions: Iterable[Path] = ()) -> str:
    """Build, then build without `b.js`; return why that is refused, with every file still there."""
    names = [str(file) for file in definitions]
    build(FILES, path, names)
    with pytest.raises(ProblemsError) as raised:
        build({"a.js": b"new", "c.js": b"c"}, path, names)
    assert {name: (path / name).read_bytes() for name in FILES} == FILES
    assert not (path / "c.js").exists()
    return str(raised.value)


def reason(path: Path, why: str) -> str:
    return (
        f"{path / 'b.js'}: is no longer generated, but files are never removed from a folder that {why}\n"
        "    remove it yourself, or build into a separate folder"
    )


def test_build__nothing_is_removed_from_a_home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "link").symlink_to("home")
    monkeypatch.setenv("HOME", str(tmp_path / "link"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "link"))
    assert refused(tmp_path / "home") == reason(tmp_path / "home", "is a home folder")


@pytest.mark.parametrize("is_file", [False, True], ids=["folder", "file of a worktree"])
def test_build__nothing_is_removed_from_a_folder_that_has_a_git(is_file: bool, tmp_path: Path) -> None:  # noqa: FBT001 (a parameter of the test)
    if is_file:
        (tmp_path / ".git").write_text("gitdir: elsewhere")
    else:
        (tmp_path / ".git").mkdir()
    assert refused(tmp_path) == reason(tmp_path, "contains .git")


def test_look__nothing_is_removed_from_the_root() -> None:
    root = Path(Path.cwd().anchor)
    assert read_folder(root, []).keeps == "is the root of the file system"
    assert read_folder(root / "no" / ".." / "such" / "..", []).keeps == "is the root of the file system"


@pytest.mark.parametrize("file", ["events.toml", "deep/down/events.toml"])
def test_build__nothing_is_removed_from_a_folder_that_has_the_definitions_in_it(file: str, tmp_path: Path) -> None:
    assert refused(tmp_path, [tmp_path / file]) == reason(tmp_path, "contains the definitions")


def test_build__relative_paths_are_seen_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert refused(Path(), [Path("events.toml")]) == reason(Path(), "contains the definitions")


@pytest.mark.parametrize(
    ("output", "definitions"),
    [
        ("link", "site/events.toml"),  # the folder itself is a link
        ("site", "link/events.toml"),  # the definitions are named by way of a link to the folder
        ("site", "to-file.toml"),  # a link to definitions in the folder
        ("site", "site/to-outside.toml"),  # a link in the folder to definitions elsewhere
        ("site", "site/to-folder/outside.toml"),  # a link in the folder to the folder of the definitions
    ],
)
def test_build__links_do_not_hide_the_definitions(output: str, definitions: str, tmp_path: Path) -> None:
    for folder in ("site", "elsewhere"):
        (tmp_path / folder).mkdir()
    (tmp_path / "link").symlink_to("site")
    (tmp_path / "to-file.toml").symlink_to("site/events.toml")
    (tmp_path / "site" / "to-outside.toml").symlink_to("../elsewhere/outside.toml")
    (tmp_path / "site" / "to-folder").symlink_to("../elsewhere")
    why = refused(tmp_path / output, [tmp_path / definitions])
    assert why == reason(tmp_path / output, "contains the definitions")


@pytest.mark.parametrize("file", ["events.toml", "site-2/events.toml", "site/../events.toml"])
def test_build__definitions_beside_the_folder_keep_nothing(file: str, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    for files in (FILES, {"a.js": b"new"}):
        build(files, tmp_path / "site", [str(tmp_path / file)])
    assert not (tmp_path / "site" / "b.js").exists()


def test_build__what_removes_nothing_is_done_there(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    build(FILES, tmp_path)
    build({"a.js": b"new", "b.js": b"b", "c.js": b"c"}, tmp_path)
    assert (tmp_path / "a.js").read_bytes() == b"new"


def test_build__the_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "link").symlink_to("site")
    build(FILES, tmp_path / "link")
    build({"a.js": b"new"}, tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert sorted(path.name for path in (tmp_path / "site").iterdir()) == [".rtpsnippets.json", "a.js"]


@pytest.mark.parametrize("target", ["nowhere", "circle"])
def test_build__a_link_to_no_folder_is_refused(target: str, tmp_path: Path) -> None:
    (tmp_path / "circle").symlink_to("circle")
    (tmp_path / "link").symlink_to(target)
    for doing in (build, prepare):
        with pytest.raises(FileAccessError, match=r"^cannot write .*link: there is a file where a folder should be$"):
            doing(FILES, tmp_path / "link")


def test_prepare__a_link_in_a_circle_above_the_folder_is_no_crash(tmp_path: Path) -> None:
    (tmp_path / "circle").symlink_to("circle")
    assert prepare(FILES, tmp_path / "circle" / "site").is_change is True
    with pytest.raises(FileAccessError, match=r"^cannot write .*site: "):
        build(FILES, tmp_path / "circle" / "site")


def test_build_file__removes_what_a_killed_run_has_left(tmp_path: Path) -> None:
    (tmp_path / f".rtpsnippets-{'0' * 16}.tmp").write_bytes(b"half")
    assert build_file(tmp_path / "a.html", b"a", b"a").action is Action.CREATE
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]


def test_build_file__what_cannot_be_read_is_an_access_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(path: object, *_: object, **__: object) -> None:
        raise OSError(5, "Input/output error", path)

    (tmp_path / "a.html").write_bytes(b"a")
    monkeypatch.setattr("io.open", fails)
    with pytest.raises(FileAccessError, match=r"^cannot read .*a\.html: Input/output error$"):
        build_file(tmp_path / "a.html", b"a", b"a")


def enlarged(path: Path) -> None:
    """Create a sparse file that is larger than any memory."""
    os.truncate(path, 1 << 40)


def test_build__a_file_of_a_terabyte_is_refused_and_can_be_taken_over(tmp_path: Path) -> None:
    build(FILES, tmp_path)
    enlarged(tmp_path / "a.js")
    with pytest.raises(
        ProblemsError, match=r"a\.js: has changed since the last build\n    use --overwrite to replace it$"
    ):
        build(FILES, tmp_path)
    (step, _) = build(FILES, tmp_path, overwrite=True).steps
    assert (step.action, step.before) == (Action.CHANGE, b"a file of 1,099,511,627,776 bytes, which was not read")
    assert (tmp_path / "a.js").read_bytes() == b"a"


def test_build__a_file_of_a_terabyte_that_nothing_makes_any_more_is_left(tmp_path: Path) -> None:
    build(FILES, tmp_path)
    enlarged(tmp_path / "b.js")
    assert [step.action for step in build({"a.js": b"a"}, tmp_path).steps] == [Action.KEEP, Action.LEAVE]


@pytest.mark.parametrize("size", [100_000_001, 1 << 40])
def test_build__a_manifest_that_is_too_large_is_refused_and_can_be_taken_over(size: int, tmp_path: Path) -> None:
    build(FILES, tmp_path)
    manifest = tmp_path / MANIFEST_FILE
    content = manifest.read_bytes()
    manifest.write_bytes(content.ljust(100_000_000))
    assert build(FILES, tmp_path).is_change is False
    manifest.write_bytes(content)
    os.truncate(manifest, size)
    with pytest.raises(ProblemsError, match=r"exists and is not a manifest of this version\n    use --overwrite to"):
        build(FILES, tmp_path)
    build(FILES, tmp_path, overwrite=True)
    assert manifest.read_bytes() == content


def test_build_file__a_file_of_a_terabyte_is_none_of_ours(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"a")
    enlarged(tmp_path / "a.html")
    with pytest.raises(ProblemsError, match=r"already exists and was not created by rtpsnippets"):
        build_file(tmp_path / "a.html", b"<!-- ours -->", b"<!--")


@pytest.mark.parametrize(("size", "is_read"), [(500_000_000, True), (500_000_001, False)])
def test_look__of_a_very_large_file_no_byte_is_read(size: int, is_read: bool, tmp_path: Path) -> None:  # noqa: FBT001 (a column of the table)
    (tmp_path / "a.js").touch()
    os.truncate(tmp_path / "a.js", size)
    content = read_folder(tmp_path, ["a.js"]).files["a.js"] or b""
    assert (len(content) == size) is is_read
