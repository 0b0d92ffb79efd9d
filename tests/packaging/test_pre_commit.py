"""The pre-commit hooks as users run them: from a clone of this repository, with real commits in another one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.clean_environment import SCRIPTS, Ran, copy_checkout, run, run_online
from tests.docs.pages import page_text
from tests.engines.programs import find_program

CONFIG = ".pre-commit-config.yaml"
REVISION = "v0.1.0"

EVENTS = """\
[build]
output = "site/rtp"
[events.signup]
value = "SignUp"
"""


class Repository:
    """A git repository in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        self.git("init", "--quiet")

    def git(self, *arguments: str) -> Ran:
        """Run a git command, as a user with a name."""
        who = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.com", "-c", "commit.gpgsign=false")
        return run([find_program("git"), *who, *arguments], self.folder, SCRIPTS)

    def commit_all(self) -> Ran:
        """Add and commit all files."""
        self.git("add", "--all")
        return self.git("commit", "--quiet", "--message", "A change")

    @property
    def committed(self) -> set[str]:
        """The files in the last commit."""
        return set(self.git("ls-tree", "-r", "--name-only", "HEAD").output.splitlines())


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """A clone of this repository, with the tag from the manual."""
    hooks = Repository(tmp_path_factory.mktemp("hooks") / "rtpsnippets")
    copy_checkout(hooks.folder)
    assert hooks.commit_all() == (0, "")
    hooks.git("tag", REVISION)
    return hooks


@pytest.fixture
def project(hooks: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository with the hooks from the manual."""
    # pre-commit puts the environments of the hooks there.
    monkeypatch.setenv("XDG_CACHE_HOME", str(hooks.folder.parent / "cache"))
    project = Repository(tmp_path / "project")
    config = page_text("docs/guides/pre-commit-and-ci.md", CONFIG)
    (project.folder / CONFIG).write_text(config.replace("path/to/rtpsnippets", str(hooks.folder)), "utf-8")
    run_online([SCRIPTS / "pre-commit", "install", "--install-hooks"], project.folder, SCRIPTS)
    return project


def outcome(ran: Ran) -> dict[str, str]:
    """The result of each hook: its name, dots, why it is skipped, and a word."""
    return dict(re.findall(r"(?m)^(rtpsnippets \w+)\.{3,}(?:\(.*\))?(\w+)$", ran.output))


def test_hooks__check_and_build_what_is_committed(project: Repository) -> None:
    events = project.folder / "events.toml"
    events.write_text(EVENTS, "utf-8")

    ran = project.commit_all()
    assert (ran.code, outcome(ran)) == (1, {"rtpsnippets check": "Passed", "rtpsnippets build": "Failed"})
    assert "created site/rtp/signup.js\n" in ran.output

    ran = project.commit_all()
    assert (ran.code, outcome(ran)) == (0, {"rtpsnippets check": "Passed", "rtpsnippets build": "Passed"})
    assert project.committed >= {"events.toml", "site/rtp/signup.js", "site/rtp/.rtpsnippets.json"}

    events.write_text(f'{EVENTS}butten = "Sign up"\n', "utf-8")
    ran = project.commit_all()
    assert (ran.code, outcome(ran)) == (1, {"rtpsnippets check": "Failed", "rtpsnippets build": "Failed"})
    assert 'events.toml:5: events.signup: unknown key "butten"\n    did you mean "button"?\n' in ran.output
    assert "site/rtp/signup.button.html" not in project.committed

    # A file in another format, in a folder; and a file that the build removes.
    events.unlink()
    (project.folder / "campaign").mkdir()
    (project.folder / "campaign" / "events.yaml").write_text("events: {other: {value: Other}}\n", "utf-8")
    with (project.folder / CONFIG).open("a", encoding="utf-8") as config:
        config.write("        args: [campaign/events.yaml, -o, site/rtp]\n")
    ran = project.commit_all()
    assert (ran.code, outcome(ran)) == (1, {"rtpsnippets check": "Passed", "rtpsnippets build": "Failed"})
    assert "removed site/rtp/signup.js\n" in ran.output
    assert project.commit_all().code == 0
    assert "site/rtp/signup.js" not in project.committed


def test_hooks__a_file_without_definitions_is_not_checked(project: Repository) -> None:
    (project.folder / CONFIG).write_text(
        (project.folder / CONFIG).read_text("utf-8").partition("      - id: rtpsnippets-build\n")[0], "utf-8"
    )
    (project.folder / "my-events.toml").write_text("no definitions\n", "utf-8")
    ran = project.commit_all()
    assert (ran.code, outcome(ran)) == (0, {"rtpsnippets check": "Skipped"})
