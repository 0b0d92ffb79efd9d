"""The plan of a build, for every folder: what it may touch, and how it ends, also if it is interrupted."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from hypothesis import assume, example, given
from hypothesis import strategies as st

from rtpsnippets.output.folder import Folder
from rtpsnippets.output.manifest import MANIFEST_FILE, digest, dump, parse
from rtpsnippets.output.plan import CHANGES, Action, Plan, Step, plan

NAMES = st.sampled_from(["a.js", "b.js", "c.button.html", "snippets.json"])
CONTENTS = st.sampled_from([b"", b"old", b"new", b"newer", b"edited"])
WANTED = st.dictionaries(NAMES, CONTENTS)
DIGESTS = st.dictionaries(NAMES, st.sets(CONTENTS.map(digest), min_size=1, max_size=2))
MANIFEST_NAME = r"[a-z0-9][a-z0-9_-]{0,63}(\.js|\.[a-z]{1,20}\.html)|snippets\.json"

_ON_DISK = st.dictionaries(NAMES, st.one_of(CONTENTS, st.none()))
_MANIFEST_BYTES = st.one_of(DIGESTS.map(dump), DIGESTS.map(dump), st.sampled_from([b"", b"torn {", None]))


def folder_of(files: Mapping[str, bytes | None]) -> Folder:
    """The folder with these files, as `look` returns it."""
    manifest = parse(files[MANIFEST_FILE] or b"") if MANIFEST_FILE in files else {}
    return Folder(Path("site"), files, manifest)


def _folder(files: dict[str, bytes | None], manifest: bytes | None, has_manifest: bool) -> Folder:  # noqa: FBT001 (drawn)
    return folder_of(files | {MANIFEST_FILE: manifest} if has_manifest else files)


def _as_built(files: dict[str, bytes]) -> Folder:
    return folder_of(files | {MANIFEST_FILE: dump({name: {digest(content)} for name, content in files.items()})})


_AS_BUILT = st.dictionaries(NAMES, CONTENTS, min_size=1).map(_as_built)
FOLDERS = st.one_of(_AS_BUILT, st.builds(_folder, _ON_DISK, _MANIFEST_BYTES, st.booleans()))


def carried_out(folder: Folder, steps: Iterable[Step]) -> Folder:
    """The folder after these complete steps."""
    files = dict(folder.files)
    for step in steps:
        if step.action in CHANGES:
            assert files.get(step.name) == step.before
            files.pop(step.name, None)
            if step.after is not None:
                files[step.name] = step.after
    return folder_of(files)


def in_order(planned: Plan) -> list[Step]:
    return [planned.manifest_before, *planned.steps, planned.manifest_after]


def written_in_order(planned: Plan) -> list[Step]:
    """The steps in order: the last finds the manifest of the first."""
    first, *steps, last = in_order(planned)
    before = first.after if first.action in CHANGES else first.before
    return [first, *steps, Step(last.action, last.name, before, last.after)]


def planned_or_skipped(wanted: Mapping[str, bytes], folder: Folder, *, overwrite: bool) -> Plan:
    planned = plan(wanted, folder, overwrite=overwrite)
    assume(not planned.problems)
    return planned


@given(wanted=WANTED, folder=FOLDERS, overwrite=st.booleans())
def test_plan__carried_out_gives_every_file_its_bytes_and_leaves_only_a_report_of_what_is_left(
    wanted: dict[str, bytes], folder: Folder, *, overwrite: bool
) -> None:
    planned = planned_or_skipped(wanted, folder, overwrite=overwrite)
    after = carried_out(folder, written_in_order(planned))
    assert wanted.items() <= after.files.items()
    again = plan(wanted, after)
    assert {step.action for step in in_order(again)} <= {Action.KEEP, Action.LEAVE}
    assert not again.is_change
    assert left_by(again) == left_by(planned)


def left_by(planned: Plan) -> set[str]:
    return {step.name for step in planned.steps if step.action is Action.LEAVE}


@given(wanted=WANTED, folder=FOLDERS, overwrite=st.booleans())
def test_plan__has_one_step_for_each_file_that_is_wanted_or_ours(
    wanted: dict[str, bytes], folder: Folder, *, overwrite: bool
) -> None:
    names = [step.name for step in plan(wanted, folder, overwrite=overwrite).steps]
    ours = (folder.manifest or {}).keys()
    assert len(set(names)) == len(names)
    assert set(names) == wanted.keys() | (ours & folder.files.keys())


@given(wanted=WANTED, folder=FOLDERS, overwrite=st.booleans())
def test_plan__a_file_is_removed_only_if_it_is_as_a_build_wrote_it(
    wanted: dict[str, bytes], folder: Folder, *, overwrite: bool
) -> None:
    for step in plan(wanted, folder, overwrite=overwrite).steps:
        if step.action is Action.REMOVE:
            assert step.name not in wanted
            assert step.before is not None
            assert digest(step.before) in (folder.manifest or {})[step.name]


@given(WANTED, FOLDERS)
def test_plan__by_default_it_changes_only_what_is_as_a_build_wrote_it(wanted: dict[str, bytes], folder: Folder) -> None:
    for step in plan(wanted, folder).steps:
        if step.action is Action.CHANGE:
            assert step.before is not None
            assert digest(step.before) in (folder.manifest or {})[step.name]


@given(st.lists(WANTED, max_size=4), FOLDERS)
def test_plan__builds_one_after_another_leave_alone_what_no_build_wrote(
    builds: list[dict[str, bytes]], folder: Folder
) -> None:
    foreign = {name: content for name, content in folder.files.items() if not is_ours(name, content, folder)}
    for wanted in builds:
        planned = plan(wanted, folder)
        folder = folder if planned.problems else carried_out(folder, written_in_order(planned))
        assert foreign.items() <= folder.files.items()


def is_ours(name: str, content: bytes | None, folder: Folder) -> bool:
    if name == MANIFEST_FILE:
        return folder.manifest is not None
    return content is not None and digest(content) in (folder.manifest or {}).get(name, ())


@given(st.dictionaries(NAMES, CONTENTS, min_size=1), WANTED)
def test_plan__a_foreign_file_that_is_as_it_should_be_is_changed_and_removed_by_no_later_build(
    foreign: dict[str, bytes], wanted_next: dict[str, bytes]
) -> None:
    folder = folder_of(foreign)
    after = carried_out(folder, written_in_order(plan(foreign, folder)))
    steps = plan(wanted_next, after).steps
    assert {step.action for step in steps if step.name in foreign} <= {Action.KEEP, Action.REFUSE}


@given(WANTED, _ON_DISK, st.sampled_from([b"", b"torn {", b'{"version": 2, "files": {}}', None]))
def test_plan__by_default_it_replaces_nothing_that_is_not_a_manifest(
    wanted: dict[str, bytes], files: dict[str, bytes | None], manifest: bytes | None
) -> None:
    planned = plan(wanted, folder_of(files | {MANIFEST_FILE: manifest}))
    assert planned.manifest_before.action is planned.manifest_after.action is Action.REFUSE
    assert planned.problems


@given(wanted=WANTED, folder=FOLDERS, overwrite=st.booleans())
@example(wanted={}, folder=folder_of({MANIFEST_FILE: None}), overwrite=True)
def test_plan__only_regular_files_are_touched(wanted: dict[str, bytes], folder: Folder, *, overwrite: bool) -> None:
    irregular = {name for name, content in folder.files.items() if content is None}
    steps = in_order(plan(wanted, folder, overwrite=overwrite))
    assert {step.action for step in steps if step.name in irregular} <= {Action.REFUSE, Action.LEAVE}


@given(wanted=WANTED, folder=FOLDERS, overwrite=st.booleans())
def test_plan__contains_what_exists_and_what_is_wanted(
    wanted: dict[str, bytes], folder: Folder, *, overwrite: bool
) -> None:
    for step in plan(wanted, folder, overwrite=overwrite).steps:
        assert step.before == folder.files.get(step.name)
        assert step.after == wanted.get(step.name)
        assert (step.action is Action.KEEP) == (step.before == step.after is not None)
        assert (step.action is Action.CREATE) == (step.name not in folder.files)


@given(wanted=WANTED, folder=FOLDERS, overwrite=st.booleans())
def test_plan__each_refused_file_is_one_problem_and_no_other_is(
    wanted: dict[str, bytes], folder: Folder, *, overwrite: bool
) -> None:
    planned = plan(wanted, folder, overwrite=overwrite)
    refused = [step for step in (*planned.steps, planned.manifest_before) if step.action is Action.REFUSE]
    assert [problem.location.file for problem in planned.problems] == [str(Path("site", step.name)) for step in refused]
    assert all(step.why for step in refused)
    assert sum(map(planned.count, Action)) == len(planned.steps)


@given(WANTED, FOLDERS, st.data())
def test_plan__does_not_depend_on_the_order_of_the_files(
    wanted: dict[str, bytes], folder: Folder, data: st.DataObject
) -> None:
    shuffled = dict(data.draw(st.permutations(list(wanted.items()))))
    one, other = plan(wanted, folder), plan(shuffled, folder)
    assert sorted(one.steps, key=lambda step: step.name) == sorted(other.steps, key=lambda step: step.name)
    assert (one.manifest_before, one.manifest_after) == (other.manifest_before, other.manifest_after)


@given(WANTED, FOLDERS)
def test_plan__with_overwrite_it_refuses_no_regular_file(wanted: dict[str, bytes], folder: Folder) -> None:
    refused = {step.name for step in in_order(plan(wanted, folder, overwrite=True)) if step.action is Action.REFUSE}
    assert all(folder.files[name] is None for name in refused)
    assert refused <= {step.name for step in in_order(plan(wanted, folder)) if step.action is Action.REFUSE}


@given(wanted=WANTED, wanted_next=WANTED, folder=FOLDERS, overwrite=st.booleans(), data=st.data())
def test_plan__no_build_refuses_what_an_interrupted_build_leaves(
    wanted: dict[str, bytes], wanted_next: dict[str, bytes], folder: Folder, data: st.DataObject, *, overwrite: bool
) -> None:
    steps = written_in_order(planned_or_skipped(wanted, folder, overwrite=overwrite))
    cut_off = carried_out(folder, steps[: data.draw(st.integers(0, len(steps)))])
    refused = {step.name for step in in_order(plan(wanted_next, folder)) if step.action is Action.REFUSE}
    refused_next = {step.name for step in in_order(plan(wanted_next, cut_off)) if step.action is Action.REFUSE}
    assert refused_next <= refused


@given(wanted=WANTED, folder=FOLDERS, overwrite=st.booleans(), data=st.data())
def test_plan__an_interrupted_build_that_is_repeated_ends_as_an_uninterrupted_one(
    wanted: dict[str, bytes], folder: Folder, data: st.DataObject, *, overwrite: bool
) -> None:
    steps = written_in_order(planned_or_skipped(wanted, folder, overwrite=overwrite))
    cut_off = carried_out(folder, steps[: data.draw(st.integers(0, len(steps)))])
    again = written_in_order(plan(wanted, cut_off, overwrite=overwrite))
    assert carried_out(cut_off, again) == carried_out(folder, steps)


_GOOD_NAMES = st.from_regex(MANIFEST_NAME, fullmatch=True)


@given(st.dictionaries(_GOOD_NAMES, st.sets(st.binary(max_size=4).map(digest))))
def test_manifest__what_is_dumped_is_parsed(digests: dict[str, set[str]]) -> None:
    assert parse(dump(digests)) == digests
    assert dump(parse(dump(digests)) or {}) == dump(digests)
    assert dump(digests).isascii()


@given(st.one_of(st.binary(), st.text().map(lambda text: text.encode("utf-8", "surrogatepass"))))
def test_manifest__any_bytes_are_a_manifest_or_none(content: bytes) -> None:
    assert parse(content) is None


_ANY_NAME = st.one_of(
    _GOOD_NAMES, st.sampled_from(["../a.js", "/etc/passwd", "a/b.js", "A.js", "", ".a", "a.js\n", "a\\b"]), st.text()
)
_ANY_JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.just(digest(b"x"))),
    lambda below: st.lists(below) | st.dictionaries(_ANY_NAME, below),
    max_leaves=8,
)
_NEAR_DIGESTS = st.one_of(st.just([digest(b"x")]), st.lists(st.just(digest(b"x")) | _ANY_JSON), _ANY_JSON)
_NEAR_MANIFESTS = st.fixed_dictionaries(
    {"version": st.just(1), "files": st.dictionaries(_ANY_NAME, _NEAR_DIGESTS, max_size=4) | _ANY_JSON}
)


@given(st.one_of(_NEAR_MANIFESTS, _ANY_JSON))
def test_manifest__only_plain_names_with_digests_are_ours(data: Any) -> None:
    for name, known in (parse(json.dumps(data).encode()) or {}).items():
        assert re.fullmatch(MANIFEST_NAME, name)
        assert all(re.fullmatch("[0-9a-f]{64}", one) for one in known)
