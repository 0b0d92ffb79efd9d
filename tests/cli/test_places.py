"""The paths where a change may affect the file at a path."""

from __future__ import annotations

from pathlib import Path

import pytest

from rtpsnippets.cli.watch import places


def in_folder(folder: Path, path: Path) -> list[str]:
    """The places below `folder`, which is above all of them."""
    return [place.relative_to(folder).as_posix() for place in places(path) if folder in place.parents]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder without a link above it."""
    (tmp_path / "real" / "deep").mkdir(parents=True)
    (tmp_path / "real" / "events.toml").touch()
    return tmp_path.resolve()


def test_places__of_a_file_are_its_own_and_those_of_the_folders_above(folder: Path) -> None:
    path = folder / "real" / "events.toml"
    assert list(places(path)) == [*reversed([above for above in path.parents if above != above.parent]), path]


@pytest.mark.parametrize(
    ("name", "last"),
    [("real/other.toml", "real/other.toml"), ("no/events.toml", "no"), ("real/events.toml/x", "real/events.toml/x")],
)
def test_places__of_what_is_missing_the_last_is_where_it_will_be(name: str, last: str, folder: Path) -> None:
    assert in_folder(folder, folder / name)[-1] == last


def test_places__of_a_link_are_its_own_and_that_which_it_leads_to(folder: Path) -> None:
    (folder / "link.toml").symlink_to("real/events.toml")
    assert in_folder(folder, folder / "link.toml") == ["link.toml", "real", "real/events.toml"]


def test_places__a_link_on_the_way_is_followed_before_the_folder_above_it_is_taken(folder: Path) -> None:
    (folder / "deep").symlink_to(folder / "real" / "deep")
    assert in_folder(folder, folder / "deep" / ".." / "events.toml") == [
        "deep",
        "real",
        "real/deep",
        "real/events.toml",
    ]


def test_places__of_a_link_to_nothing_are_where_it_will_be_as_well(folder: Path) -> None:
    (folder / "link.toml").symlink_to("no/events.toml")
    assert in_folder(folder, folder / "link.toml") == ["link.toml", "no"]


def test_places__links_in_a_circle_end(folder: Path) -> None:
    (folder / "a").symlink_to("b")
    (folder / "b").symlink_to("a")
    assert set(in_folder(folder, folder / "a")) == {"a", "b"}


def test_places__a_name_that_no_file_can_have_is_no_error(folder: Path) -> None:
    names = ["x" * 300, "x\0"]
    assert [in_folder(folder, folder / name) for name in names] == [[name] for name in names]


def test_places__a_link_to_its_own_folder_is_followed(folder: Path) -> None:
    (folder / "here").symlink_to(".")
    assert in_folder(folder, folder / "here" / "real" / "events.toml") == ["here", "real", "real/events.toml"]
    assert in_folder(folder, folder / "here") == ["here"]
