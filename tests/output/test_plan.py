"""The plan of a build: what it does with each file, whoever created it."""

from __future__ import annotations

import json
from dataclasses import FrozenInstanceError, replace
from pathlib import Path

import pytest

from rtpsnippets.output.folder import Folder
from rtpsnippets.output.manifest import MANIFEST_FILE, digest, dump, parse
from rtpsnippets.output.plan import Action, Plan, Step, plan, plan_file

OURS, EDITED, NEW = b"as built", b"edited by hand", b"as it is now"


def folder(files: dict[str, bytes | None], built: dict[str, bytes]) -> Folder:
    manifest = {name: {digest(content)} for name, content in built.items()}
    manifest_file: dict[str, bytes | None] = {MANIFEST_FILE: dump(manifest)} if built else {}
    return Folder(Path("site"), files | manifest_file, manifest)


def known_after(planned: Plan) -> dict[str, set[str]] | None:
    return parse(planned.manifest_after.after or b"")


def test_plan__a_step_has_the_bytes_before_and_after_and_no_reason_unless_it_is_refused() -> None:
    same = bytes(bytearray(OURS))
    on_disk: dict[str, bytes | None] = {"kept.js": OURS, "changed.js": OURS, "removed.js": OURS}
    built = {"kept.js": OURS, "changed.js": OURS, "removed.js": OURS}
    planned = plan({"created.js": NEW, "kept.js": same, "changed.js": NEW}, folder(on_disk, built))
    assert planned.steps == (
        Step(Action.CREATE, "created.js", None, NEW, "", ""),
        Step(Action.KEEP, "kept.js", OURS, OURS, "", ""),
        Step(Action.CHANGE, "changed.js", OURS, NEW, "", ""),
        Step(Action.REMOVE, "removed.js", OURS, None, "", ""),
    )
    assert [planned.count(action) for action in Action] == [1, 1, 1, 1, 0, 0]


def test_plan__what_stays_does_not_hide_what_is_to_go() -> None:
    built = dict.fromkeys(("a.js", "b.js", "c.js", "d.js"), OURS)
    planned = plan({"a.js": OURS}, folder({"a.js": OURS, "c.js": OURS, "d.js": OURS}, built))
    assert [(step.action, step.name) for step in planned.steps] == [
        (Action.KEEP, "a.js"),
        (Action.REMOVE, "c.js"),
        (Action.REMOVE, "d.js"),
    ]


def test_plan__nothing_is_removed_from_a_folder_that_cannot_be_ours_alone() -> None:
    found = replace(folder({"a.js": OURS, "b.js": OURS}, {"a.js": OURS, "b.js": OURS}), keeps="contains .git")
    planned = plan({"b.js": NEW}, found)
    assert [step.action for step in planned.steps] == [Action.CHANGE, Action.REFUSE]
    (problem,) = planned.problems
    assert str(problem) == (
        "site/a.js: is no longer generated, but files are never removed from a folder that contains .git\n"
        "    remove it yourself, or build into a separate folder"
    )


def test_plan__cannot_be_changed() -> None:
    planned = plan({"a.js": NEW}, folder({}, {}))
    for part, field in ((planned, "path"), (planned.steps[0], "name")):
        with pytest.raises(FrozenInstanceError):
            setattr(part, field, "other")
        with pytest.raises(AttributeError):
            object.__setattr__(part, "other", 1)


def test_action__is_said_in_these_words() -> None:
    assert [action.value for action in Action] == ["create", "change", "keep", "remove", "leave", "refuse"]


@pytest.mark.parametrize(
    ("on_disk", "built", "wanted", "overwrite", "expected"),
    [
        # Nothing is there.
        ({}, {}, NEW, False, Action.CREATE),
        ({}, {"a.js": OURS}, NEW, False, Action.CREATE),
        # An earlier build made it.
        ({"a.js": OURS}, {"a.js": OURS}, OURS, False, Action.KEEP),
        ({"a.js": OURS}, {"a.js": OURS}, NEW, False, Action.CHANGE),
        ({"a.js": OURS}, {"a.js": OURS}, None, False, Action.REMOVE),
        # An earlier build created it, and the user changed it.
        ({"a.js": EDITED}, {"a.js": OURS}, NEW, False, Action.REFUSE),
        ({"a.js": EDITED}, {"a.js": OURS}, NEW, True, Action.CHANGE),
        ({"a.js": EDITED}, {"a.js": OURS}, None, False, Action.LEAVE),
        ({"a.js": EDITED}, {"a.js": OURS}, None, True, Action.LEAVE),
        # Nobody knows who made it.
        ({"a.js": EDITED}, {}, NEW, False, Action.REFUSE),
        ({"a.js": EDITED}, {}, NEW, True, Action.CHANGE),
        ({"a.js": NEW}, {}, NEW, False, Action.KEEP),
        # It is a folder or a link.
        ({"a.js": None}, {}, NEW, False, Action.REFUSE),
        ({"a.js": None}, {}, NEW, True, Action.REFUSE),
        ({"a.js": None}, {"a.js": OURS}, None, True, Action.LEAVE),
    ],
)
def test_plan__does_this_with_a_file(
    on_disk: dict[str, bytes | None],
    built: dict[str, bytes],
    wanted: bytes | None,
    overwrite: bool,  # noqa: FBT001 (a parameter of the test)
    expected: Action,
) -> None:
    files = {} if wanted is None else {"a.js": wanted}
    steps = plan(files, folder(on_disk, built), overwrite=overwrite).steps
    assert [step.action for step in steps] == [expected]


def test_plan__a_file_that_is_gone_already_needs_no_step() -> None:
    assert plan({}, folder({}, {"a.js": OURS})).steps == ()


def test_plan__the_manifest_has_what_the_build_makes_and_what_it_leaves() -> None:
    planned = plan({"b.js": NEW}, folder({"a.js": OURS, "c.js": EDITED}, {"a.js": OURS, "c.js": OURS}))
    assert known_after(planned) == {"b.js": {digest(NEW)}, "c.js": {digest(OURS)}}


def test_plan__a_foreign_file_that_is_as_it_should_be_stays_foreign() -> None:
    assert known_after(plan({"a.js": NEW}, folder({"a.js": NEW}, {}))) == {}
    assert known_after(plan({"a.js": NEW}, folder({"a.js": NEW}, {}), overwrite=True)) == {"a.js": {digest(NEW)}}


def test_plan__what_the_user_changed_to_what_it_should_be_later_stays_changed() -> None:
    found = folder({"a.js": EDITED}, {"a.js": OURS})
    assert known_after(plan({"a.js": EDITED}, found)) == {"a.js": {digest(OURS)}}
    assert known_after(plan({"a.js": EDITED}, found, overwrite=True)) == {"a.js": {digest(EDITED)}}


def test_plan__before_a_build_the_manifest_knows_the_files_as_they_are_and_as_they_will_be() -> None:
    found = folder({"a.js": OURS, "c.js": OURS}, {"a.js": OURS, "c.js": OURS})
    planned = plan({"a.js": NEW, "b.js": NEW, "c.js": OURS}, found)
    assert parse(planned.manifest_before.after or b"") == {
        "a.js": {digest(OURS), digest(NEW)},
        "b.js": {digest(NEW)},
        "c.js": {digest(OURS)},
    }


@pytest.mark.parametrize("name", ["a.js", "z.js"])
def test_plan__a_build_with_something_to_do_changes_the_manifest(name: str) -> None:
    planned = plan({name: NEW}, folder({"m.js": OURS}, {"m.js": OURS}))
    actions = (planned.manifest_before.action, planned.manifest_after.action)
    assert (planned.is_change, actions) == (True, (Action.CHANGE, Action.CHANGE))


def test_plan__a_build_with_nothing_to_do_leaves_the_manifest_alone() -> None:
    planned = plan({"a.js": OURS}, folder({"a.js": OURS}, {"a.js": OURS}))
    actions = (planned.manifest_before.action, planned.manifest_after.action)
    assert (planned.is_change, actions) == (False, (Action.KEEP, Action.KEEP))


@pytest.mark.parametrize(
    ("content", "overwrite", "is_refused"), [(b"{}", False, True), (b"{}", True, False), (None, True, True)]
)
def test_plan__what_is_no_manifest_is_refused(content: bytes | None, overwrite: bool, is_refused: bool) -> None:  # noqa: FBT001 (parameters of the test)
    found = Folder(Path("site"), {MANIFEST_FILE: content}, None)
    planned = plan({"a.js": NEW}, found, overwrite=overwrite)
    fix = "move or remove it" if content is None else "use --overwrite to replace it"
    refused = [f"site/.rtpsnippets.json: exists and is not a manifest of this version\n    {fix}"] if is_refused else []
    assert [str(problem) for problem in planned.problems] == refused


@pytest.mark.parametrize(
    ("on_disk", "built", "expected"),
    [
        (
            {"a.js": EDITED},
            {},
            "site/a.js: already exists and was not created by a build\n    use --overwrite to replace it",
        ),
        (
            {"a.js": EDITED},
            {"a.js": OURS},
            "site/a.js: has changed since the last build\n    use --overwrite to replace it",
        ),
        ({"a.js": None}, {}, "site/a.js: exists and is not a regular file\n    move or remove it"),
    ],
)
def test_plan__a_refused_file_is_a_problem_with_its_fix(
    on_disk: dict[str, bytes | None], built: dict[str, bytes], expected: str
) -> None:
    assert [str(problem) for problem in plan({"a.js": NEW}, folder(on_disk, built)).problems] == [expected]


GOOD = b'["' + b"0" * 64 + b'"]'


@pytest.mark.parametrize(
    "digests", [{}, {"b.js": {"c" * 64, "a" * 64}, "a.script.html": {"b" * 64}, "snippets.json": {"d" * 64}}]
)
def test_manifest__is_written_as_json_with_its_keys_in_order(digests: dict[str, set[str]]) -> None:
    data = {"version": 1, "files": {name: sorted(known) for name, known in digests.items()}}
    assert dump(digests).decode() == json.dumps(data, indent=2, sort_keys=True) + "\n"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"torn {",
        b"\xff",
        b"[]",
        b"[" * 100_000,
        b'{"version": 1, "files": []}',
        b'{"version": 2, "files": {}}',
        b'{"version": true, "files": {}}',
        b'{"version": 1.0, "files": {}}',
    ],
)
def test_manifest__what_is_none_is_told_from_an_empty_one(content: bytes) -> None:
    assert parse(content) is None
    assert parse(dump({})) == {}


@pytest.mark.parametrize(
    "entry",
    [
        b'"a.js": 1',
        b'"a.js": ["0"]',
        b'"a.js": [1]',
        b'"../a.js": ' + GOOD,
        b'"/a.js": ' + GOOD,
        b'".htaccess": ' + GOOD,
        b'"package.json": ' + GOOD,
        b'"index.html": ' + GOOD,
        b'"a.min.js": ' + GOOD,
        b'"' + b"a" * 65 + b'.js": ' + GOOD,
        b'"a\\u0000.js": ' + GOOD,
    ],
)
def test_manifest__an_entry_that_does_not_look_like_ours_names_no_file(entry: bytes) -> None:
    content = b'{"version": 1, "files": {"b.js": ' + GOOD + b", " + entry + b"}}"
    assert parse(content) == {"b.js": {"0" * 64}}


def test_manifest__the_same_files_give_the_same_bytes() -> None:
    assert dump({"b": {"1", "3"}, "a": {"2"}}) == dump({"a": {"2"}, "b": {"3", "1"}})


# A file of its own, which is known by how it begins.

OWN, OTHER_OWN = b"<!-- ours -->old", b"<!-- ours -->new"
NOT_MADE = "already exists and was not created by rtpsnippets"


@pytest.mark.parametrize(
    ("files", "overwrite", "expected"),
    [
        ({}, False, Step(Action.CREATE, "a", None, OTHER_OWN)),
        ({"a": OTHER_OWN}, False, Step(Action.KEEP, "a", OTHER_OWN, OTHER_OWN)),
        ({"a": OWN}, False, Step(Action.CHANGE, "a", OWN, OTHER_OWN)),
        (
            {"a": b"mine"},
            False,
            Step(Action.REFUSE, "a", b"mine", OTHER_OWN, NOT_MADE, "use --overwrite to replace it"),
        ),
        ({"a": b""}, False, Step(Action.REFUSE, "a", b"", OTHER_OWN, NOT_MADE, "use --overwrite to replace it")),
        ({"a": b"mine"}, True, Step(Action.CHANGE, "a", b"mine", OTHER_OWN)),
        (
            {"a": None},
            True,
            Step(Action.REFUSE, "a", None, OTHER_OWN, "exists and is not a regular file", "move or remove it"),
        ),
    ],
)
def test_plan_file__takes_the_place_of_what_begins_as_ours(
    files: dict[str, bytes | None], expected: Step, *, overwrite: bool
) -> None:
    assert plan_file("a", OTHER_OWN, files, b"<!-- ours -->", overwrite=overwrite) == expected
