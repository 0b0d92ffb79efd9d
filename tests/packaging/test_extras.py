"""Features that need an extra: without it a command stops at once (see also test_versions.py); with it they work."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.clean_environment import copy_checkout, run, run_online
from tests.distributions import Distributions, Install
from tests.packaging.commands import WITHOUT_EXTRAS, a_folder_to_work_in


def test_without_extras__a_refused_command_changes_nothing(wheel_programs: Path, tmp_path: Path) -> None:
    folder = a_folder_to_work_in(wheel_programs / "rtpsnippets", tmp_path)
    before = set(folder.rglob("*"))
    for line, (code, _) in WITHOUT_EXTRAS.items():
        if code:
            run([wheel_programs / "rtpsnippets", *line.split()], folder)
    assert set(folder.rglob("*")) == before


def test_without_extras__the_extension_of_jinja_works(wheel_programs: Path, tmp_path: Path) -> None:
    folder = a_folder_to_work_in(wheel_programs / "rtpsnippets", tmp_path)
    (folder / "page.py").write_text(
        "from jinja2 import Environment\n"
        "environment = Environment(extensions=['rtpsnippets.plugins.jinja.RtpSnippetsExtension'])\n"
        "print(environment.from_string(\"{{ rtp_js('my-event') }}\").render())\n",
        "utf-8",
    )
    ran = run([wheel_programs / "python", "-W", "error", "page.py"], folder)
    assert ran == (0, "rtp('send', 'event', { value: 'MyEvent' });\n")


def test_with_the_extras__the_commands_that_need_them_work(
    install: Install, distributions: Distributions, tmp_path: Path
) -> None:
    program = install(f"{distributions.wheel}[yaml,audit]") / "rtpsnippets"
    folder = a_folder_to_work_in(program, tmp_path)
    assert run([program, "check", "more/events.yaml"], folder) == (0, "Found no problems in 1 event.\n")
    imported = run([program, "import", "site"], folder)
    assert imported.code == 0
    assert 'value = "Old"\n' in imported.output
    audited = run([program, "audit", "site", "more/events.yaml"], folder)
    assert audited.code == 1
    assert "[unknown-value]" in audited.output


@pytest.mark.skipif(sys.platform == "win32", reason="needs a Unix shell")
@pytest.mark.parametrize("way", ["folder", "editable", "index"])
def test_without_extras__the_suggested_command_installs_one(
    way: str, install: Install, distributions: Distributions, tmp_path: Path
) -> None:
    checkout, work = tmp_path / "a checkout", tmp_path / "work"
    for folder in (checkout, work):
        folder.mkdir()
    ways: dict[str, list[str | Path]] = {
        "folder": [copy_checkout(checkout)],
        "editable": ["--editable", checkout],
        "index": ["--find-links", distributions.wheel.parent, "rtpsnippets"],
    }
    program = install(*ways[way]) / "rtpsnippets"
    check: list[str | Path] = [program, "check", "more/events.yaml"]
    refused = run(check, a_folder_to_work_in(program, work))
    assert refused.code == 1
    _, command, _ = refused.output.splitlines()
    links = f"PIP_FIND_LINKS={distributions.wheel.parent}"
    run_online(["env", links, "sh", "-c", command], work)
    assert run(check, work) == (0, "Found no problems in 1 event.\n")
