"""Build into random folders full of the user's files, links and forged manifests: none of them is ever touched.

    python -m tests.reliability.trees --examples 10000 --seed 1

A Hypothesis state machine puts things into a folder and builds into it, at random. It knows which bytes builds have
written to which file; it is an error if a build changes or removes anything else, which is the user's.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from hypothesis import HealthCheck, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule, run_state_machine_as_test

from rtpsnippets import Button, Event, Link, ProblemsError
from rtpsnippets.output.build import build, prepare
from rtpsnippets.output.manifest import MANIFEST_FILE
from rtpsnippets.output.plan import Plan
from rtpsnippets.snippets.bundle import files_of
from rtpsnippets.snippets.formats import ALL_FORMATS
from tests.reliability.scene import TEMPORARY, Entry, entry
from tests.reliability.user import IDS, NAMES, User

OUTSIDE = "events.toml"
"""Definitions outside the folder."""

definitions = st.sampled_from([OUTSIDE, OUTSIDE, "site/events.toml"])
events = st.builds(
    Event,
    st.sampled_from(IDS),
    st.sampled_from(["x", "y", "z"]),
    button=st.sampled_from([None, Button("B")]),
    link=st.sampled_from([None, Link("L", {"href": "/x"})]),
)

formats = st.one_of(st.just(ALL_FORMATS), st.sets(st.sampled_from(ALL_FORMATS), min_size=1))
wanted = st.builds(files_of, st.lists(events, unique_by=lambda event: event.id), formats)
"""The files of a build."""


def _tree(root: Path) -> dict[str, Entry]:
    """Everything in a folder and below it, by relative path."""
    found = {}
    for folder, folders, files in os.walk(root):
        for name in (*folders, *files):
            path = Path(folder, name)
            found[path.relative_to(root).as_posix()] = entry(path)
    return found


def _below(folder: str, tree: Mapping[str, Entry]) -> dict[str, Entry]:
    return {path.removeprefix(folder): found for path, found in tree.items() if path.startswith(folder)}


def _beside(folder: str, tree: Mapping[str, Entry]) -> dict[str, Entry]:
    """Everything outside the folder; the folder itself may be created."""
    return {path: found for path, found in tree.items() if not f"{path}/".startswith(folder)}


def _file(found: Entry | None) -> bytes | None:
    """The bytes of a regular file; None if there is none."""
    return found.file if found else None


def _is_manifest(content: bytes) -> bool:
    """Whether these bytes may be a manifest of this version."""
    try:
        data = json.loads(content)
    except ValueError:
        return False
    return isinstance(data, dict) and data.get("version") == 1 and isinstance(data.get("files"), dict)


@dataclass(frozen=True)
class _Done:
    """The task of a build, and the entries before and after it, by name in the folder."""

    wanted: Mapping[str, bytes]
    overwrite: bool
    keeps: bool
    is_refused: bool
    before: Mapping[str, Entry]
    after: Mapping[str, Entry]

    @property
    def changed(self) -> list[str]:
        """The names whose entries have changed."""
        names = self.before.keys() | self.after.keys()
        return [name for name in names if self.before.get(name) != self.after.get(name)]


counts: Counter[str] = Counter()
"""How often each thing was done in all examples: what was never done is not tested."""


class Trees(User):
    """Builds into the folder that a user works in: none touches the user's files."""

    def __init__(self) -> None:
        super().__init__()
        self.written: defaultdict[str, set[bytes]] = defaultdict(set)
        """The bytes that builds have written to each file, ever."""

    def teardown(self) -> None:
        super().teardown()
        counts["examples"] += 1

    @rule(wanted=wanted, overwrite=st.booleans())
    def check(self, wanted: dict[str, bytes], *, overwrite: bool) -> None:
        """It changes nothing."""
        before = _tree(self.root)
        self._run(prepare, wanted, overwrite=overwrite)
        assert _tree(self.root) == before

    @rule(wanted=wanted, overwrite=st.booleans(), definitions=definitions)
    def build(self, wanted: dict[str, bytes], definitions: str, *, overwrite: bool) -> None:
        """It changes only our own files."""
        before = _tree(self.root)
        is_done = self._run(build, wanted, definitions, overwrite=overwrite)
        after = _tree(self.root)
        folder = f"{'real' if self.site.is_symlink() else 'site'}/"
        keeps = definitions != OUTSIDE
        done = _Done(wanted, overwrite, keeps, not is_done, _below(folder, before), _below(folder, after))
        assert _beside(folder, before) == _beside(folder, after)
        for name in done.changed:
            self._allow(name, done)
        if is_done:
            self._see_all_done(done)
            self._remember(done)

    @rule(wanted=wanted, other=wanted)
    def build_twice(self, wanted: dict[str, bytes], other: dict[str, bytes]) -> None:
        """Builds mostly change the results of earlier builds."""
        self.build(wanted, OUTSIDE, overwrite=True)
        self.build(other, OUTSIDE, overwrite=False)

    def _run(
        self, what: Callable[..., Plan], wanted: dict[str, bytes], definitions: str = OUTSIDE, *, overwrite: bool
    ) -> bool:
        """Run a build; return whether it was not refused."""
        try:
            with patch.object(os, "fsync", lambda _descriptor: None):  # slow, and not tested here
                done = what(wanted, self.site, [str(self.root / definitions)], overwrite=overwrite)
        except ProblemsError:
            counts[f"{what.__name__} refused"] += 1
            return False
        counts[f"{what.__name__} done"] += 1
        counts.update(f"{what.__name__}: {step.action.value}" for step in done.steps)
        return True

    def _allow(self, name: str, done: _Done) -> None:
        """Fail unless the build may change the entry with this name."""
        before, after = done.before.get(name), done.after.get(name)
        assert before is None or before.file is not None, f"{name} was a link, a folder or a pipe"
        if TEMPORARY.fullmatch(name):
            assert after is None, f"{name} is left"
            counts["temporary removed"] += 1
            return
        assert not done.is_refused, f"{name} was changed by a build that was refused"
        if name == MANIFEST_FILE:
            is_ours = before is None or done.overwrite or _is_manifest(before.file or b"")
            assert is_ours, "what was no manifest was overwritten"
            return
        assert after or not done.keeps, f"{name} was removed from a folder that contains the definitions"
        assert after is None or after.file == done.wanted.get(name), f"{name} became what nothing makes"
        is_ours = _file(before) in self.written[name] or (done.overwrite and name in done.wanted)
        assert before is None or is_ours, f"{name} was the user's"

    def _see_all_done(self, done: _Done) -> None:
        """Fail unless all wanted files exist, and files of earlier builds that are no longer wanted are gone."""
        for name, content in done.wanted.items():
            assert _file(done.after.get(name)) == content, f"{name} is not as it should be"
        for name, content in self.known.items():
            if name not in done.wanted and _file(done.before.get(name)) == content:
                assert name not in done.after, f"{name} is left, though nothing makes it any more"
        manifest = _file(done.after[MANIFEST_FILE]) or b""
        assert _is_manifest(manifest)
        self.manifests.append(manifest)

    def _remember(self, done: _Done) -> None:
        """Remember which files are ours now."""
        for name, content in done.wanted.items():
            if done.overwrite or _file(done.before.get(name)) != content:
                self.written[name].add(content)
                self.known[name] = content
        self.known = {name: content for name, content in self.known.items() if name in done.after}

    @invariant()
    def nothing_is_left_half_written(self) -> None:
        """Except what a rule has put there."""
        if self.site.is_dir():
            assert {path.name for path in self.site.iterdir() if TEMPORARY.fullmatch(path.name)} <= set(NAMES)


def run(examples: int, number: int) -> None:
    """Run the machine for so many examples, the same ones for the same seed."""
    of_run = settings(
        max_examples=examples,
        stateful_step_count=25,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(seed(number)(Trees), settings=of_run)


def main() -> None:
    """Run the machine, and print the figures; an error ends it, with the shortest example."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--examples", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    run(options.examples, options.seed)
    for what, count in sorted(counts.items()):
        sys.stdout.write(f"{count:7} {what}\n")


if __name__ == "__main__":
    main()
