"""What is built is what a person gets: built, installed into clean environments and used with the real tools."""

from __future__ import annotations

import re
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

import rtpsnippets
from rtpsnippets.version import VERSION
from tests.clean_environment import CHECKOUT, Ran, copy_checkout, run
from tests.distributions import Distributions, Install, pip

RUNTIME = {"jinja2", "markupsafe", "click", "rtpsnippets"}
"""All that an install without extras brings."""

TEMPLATES = {
    "rtpsnippets/templates/__init__.py",
    "rtpsnippets/templates/binding.js",
    "rtpsnippets/templates/button.html",
    "rtpsnippets/templates/events.toml",
    "rtpsnippets/templates/events.yaml",
    "rtpsnippets/templates/js.js",
    "rtpsnippets/templates/link.html",
    "rtpsnippets/templates/list.html",
    "rtpsnippets/templates/preview-elements.css",
    "rtpsnippets/templates/preview.css",
    "rtpsnippets/templates/preview.html",
    "rtpsnippets/templates/preview.js",
    "rtpsnippets/templates/script.html",
}

SMALL_FILES = {"README.md", "LICENSE", "CHANGELOG.md", "MANIFEST.in"}

SHOWN = """\
<script>rtp('send', 'event', { value: 'MyEvent' });</script>
<script>rtp('send', 'event', { value: ['Pricing', 'Security'] });</script>
<button id="download-whitepaper" type="button" onclick="rtp('send', 'event', { value: 'download - example whitepaper' \
});">Download</button>
"""

BUILT = """\
created site/my-event.js
created site/my-event.script.html
created site/two-values.js
created site/two-values.script.html
created site/download-whitepaper.js
created site/download-whitepaper.script.html
created site/download-whitepaper.button.html
created site/rtp-events.js
created site/snippets.json
9 created, 0 changed, 0 kept, 0 removed in site
"""


@pytest.fixture(scope="module")
def wheel_programs(install: Install, distributions: Distributions) -> Path:
    """The programs of an environment with the wheel in it."""
    return install(distributions.wheel)


@pytest.fixture(scope="module")
def sdist_programs(install: Install, distributions: Distributions) -> Path:
    """The programs of an environment with the sdist in it."""
    return install(distributions.sdist)


@pytest.fixture(scope="module")
def editable_programs(install: Install, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment that uses a checkout as it lies there."""
    return install("--editable", copy_checkout(tmp_path_factory.mktemp("editable")))


@pytest.fixture(params=["wheel", "sdist", "editable"])
def programs(request: pytest.FixtureRequest) -> Path:
    """The programs of each kind of install, in turn."""
    folder: Path = request.getfixturevalue(f"{request.param}_programs")
    return folder


def test_install__defines_shows_and_builds(programs: Path, tmp_path: Path) -> None:
    program = programs / "rtpsnippets"
    assert run([program, "init"], tmp_path) == (0, "created events.toml\ncreated events.schema.json\n")
    template = (CHECKOUT / "templates" / "events.toml").read_bytes()
    assert (tmp_path / "events.toml").read_bytes() == b"#:schema ./events.schema.json\n" + template
    assert run([program, "check"], tmp_path) == (0, "3 events, no problems\n")
    assert run([program, "show"], tmp_path) == (0, SHOWN)
    assert run([program, "build", "-o", "site"], tmp_path) == (0, BUILT)
    built = {path.name: path.read_text("utf-8") for path in (tmp_path / "site").iterdir()}
    assert set(built) == {*re.findall("created site/(.+)", BUILT), ".rtpsnippets.json"}
    assert built["my-event.js"] == "rtp('send', 'event', { value: 'MyEvent' });"
    assert built["download-whitepaper.button.html"] == SHOWN.splitlines()[-1]


def test_install__knows_its_version(programs: Path, tmp_path: Path) -> None:
    said = Ran(0, f"rtpsnippets {VERSION}\n")
    assert run([programs / "rtpsnippets", "--version"], tmp_path) == said
    assert run([programs / "python", "-m", "rtpsnippets", "--version"], tmp_path) == said


def test_install__brings_the_run_time_dependencies_and_nothing_else(programs: Path, tmp_path: Path) -> None:
    listed = run([*pip(programs), "list", "--format", "freeze"], tmp_path).output
    installed = {name.lower() for name in re.findall(r"(?m)^([\w.-]+)==", listed)}
    assert installed == RUNTIME


NO_YAML = """\
events.yaml: reading YAML needs an extra that is not installed
    pip install 'rtpsnippets[yaml]'
1 problem; nothing was written
"""


def test_install__without_the_extra_says_how_to_read_yaml(programs: Path, tmp_path: Path) -> None:
    (tmp_path / "events.yaml").write_text("events: {my-event: {value: MyEvent}}\n", "utf-8")
    assert run([programs / "rtpsnippets", "check"], tmp_path) == (1, NO_YAML)


def test_install__with_the_extra_reads_yaml(install: Install, distributions: Distributions, tmp_path: Path) -> None:
    programs = install(f"{distributions.wheel}[yaml]")
    (tmp_path / "events.yaml").write_text("events: {my-event: {value: MyEvent}}\n", "utf-8")
    assert run([programs / "rtpsnippets", "check"], tmp_path) == (0, "1 event, no problems\n")


NO_WATCH = """\
--watch needs an extra that is not installed
    pip install 'rtpsnippets[watch]'
1 problem; nothing was written
"""


def test_install__without_the_extra_says_how_to_watch(programs: Path, tmp_path: Path) -> None:
    run([programs / "rtpsnippets", "init"], tmp_path)
    assert run([programs / "rtpsnippets", "build", "-o", "site", "--watch"], tmp_path) == (1, NO_WATCH)
    assert not (tmp_path / "site").exists()


def test_wheel__holds_every_module_and_template_and_no_test(distributions: Distributions, checkout: Path) -> None:
    with zipfile.ZipFile(distributions.wheel) as wheel:
        held = {name for name in wheel.namelist() if ".dist-info/" not in name}
    modules = {path.relative_to(checkout).as_posix() for path in (checkout / "rtpsnippets").rglob("*.py")}
    assert held == modules | TEMPLATES | {"rtpsnippets/py.typed"}


def test_sdist__holds_what_the_wheel_is_built_from_and_no_test(distributions: Distributions, checkout: Path) -> None:
    with tarfile.open(distributions.sdist) as sdist:
        held = {name.partition("/")[2] for name in sdist.getnames() if ".egg-info" not in name}
    modules = {path.relative_to(checkout).as_posix() for path in (checkout / "rtpsnippets").rglob("*.py")}
    templates = {name.removeprefix("rtpsnippets/") for name in TEMPLATES}
    files = modules | templates | {"rtpsnippets/py.typed", "pyproject.toml", *SMALL_FILES, "PKG-INFO", "setup.cfg"}
    assert {name for name in held if Path(name).suffix or name in files} == files


def test_wheel__holds_the_license(distributions: Distributions) -> None:
    with zipfile.ZipFile(distributions.wheel) as wheel:
        (license_file,) = [name for name in wheel.namelist() if name.endswith("/LICENSE")]
        assert wheel.read(license_file) == (CHECKOUT / "LICENSE").read_bytes()


TYPED_PROGRAM = '''\
"""Uses all that the package offers, and gives it the wrong thing once."""

from pathlib import Path

from rtpsnippets import (
    Button, Event, FileAccessError, Link, Problem, ProblemsError, RtpSnippetsError, RtpSnippetsWarning, call, literal,
    load, render, render_binding, render_preview,
)


def snippets(path: Path) -> dict[str, str]:
    try:
        events: dict[str, Event] = load([path, "more.toml"], "toml")
    except ProblemsError as error:
        first: Problem = error.problems[0]
        raise SystemExit(f"{first.file}, {first.line}, {first.key}, {first.what}, {first.hint}") from None
    except FileAccessError as error:
        refusal: RtpSnippetsError = error
        raise SystemExit(str(refusal)) from None
    return {event_id: render(event, "js", templates=path.parent) for event_id, event in events.items()}


warning: type[Warning] = RtpSnippetsWarning
texts: list[str] = [call("Pricing"), call(["Pricing", "Security"]), literal("Pricing")]
event = Event("talk", ("It's", "free"), Button("Talk", {"class": "cta", "disabled": True}), description="A talk.")
link = Link("Terms", {"href": "/terms", "target": "_blank"})
linked: Event = Event("terms", "Terms", link=link, carrier="data", guard=True, refresh=True, selector=".a", on="load")
binding: str = render_binding([event, linked])
page: str = render_preview([event, linked], nonce_attribute="nonce")
render("talk", "js")  # type: ignore[arg-type]
'''


def test_install__its_types_are_seen_by_a_user_s_program(wheel_programs: Path, tmp_path: Path) -> None:
    (tmp_path / "program.py").write_text(TYPED_PROGRAM, "utf-8")
    # --strict refuses an ignored error that isn't there: the last line shows that the types are read.
    mypy = [sys.executable, "-m", "mypy", "--strict", "--config-file=", "--cache-dir=cache"]
    ran = run([*mypy, "--python-executable", wheel_programs / "python", "program.py"], tmp_path)
    assert ran == (0, "Success: no issues found in 1 source file\n")


@pytest.mark.parametrize("name", rtpsnippets.__all__)
def test_public_name__is_there_and_says_what_it_is_for(name: str) -> None:
    docstring = getattr(rtpsnippets, name).__doc__
    assert docstring
    assert not docstring.startswith(f"{name}("), "that is the docstring that a dataclass makes up"


def test_public_names__are_offered_by_dir() -> None:
    assert set(rtpsnippets.__all__) <= set(dir(rtpsnippets))


def test_public_names__an_unknown_one_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match=r"^module 'rtpsnippets' has no attribute 'rendre'$"):
        getattr(rtpsnippets, "rendre")  # noqa: B009 (the type checker knows that it isn't there)


def _imported(folder: Path, *arguments: str) -> set[str]:
    """The modules that Python imports for these arguments, below the packages that should wait."""
    ran = run([sys.executable, "-X", "importtime", *arguments], folder)
    assert ran.code == 0, ran.output
    return set(re.findall(r"(?m)^import time: .*\| +(\S+)$", ran.output))


SLOW = {"jinja2", "markupsafe", "yaml"}
COMMANDS = ("init", "import", "check", "show", "build", "list", "csp", "preview", "audit", "schema")


def test_start_up__the_version_needs_no_dependency(tmp_path: Path) -> None:
    imported = _imported(tmp_path, "-m", "rtpsnippets", "--version")
    assert "rtpsnippets.version" in imported
    assert imported & {*SLOW, "click"} == set()


@pytest.mark.parametrize("arguments", [["--help"], *([command, "--help"] for command in COMMANDS)], ids=" ".join)
def test_start_up__help_imports_neither_jinja_nor_yaml_nor_what_watches(arguments: list[str], tmp_path: Path) -> None:
    imported = _imported(tmp_path, "-m", "rtpsnippets", *arguments)
    assert "click" in imported
    assert imported & {*SLOW, "watchfiles", "tree_sitter", "webencodings"} == set()


def test_start_up__the_package_alone_imports_no_dependency_and_no_room(tmp_path: Path) -> None:
    imported = _imported(tmp_path, "-c", "import rtpsnippets")
    assert "rtpsnippets" in imported
    assert imported & {*SLOW, "click"} == set()
    assert [name for name in imported if name.startswith("rtpsnippets.")] == []


def test_start_up__a_single_build_imports_nothing_that_watches(tmp_path: Path) -> None:
    (tmp_path / "events.toml").write_text('[events.my-event]\nvalue = "MyEvent"\n', "utf-8")
    imported = _imported(tmp_path, "-m", "rtpsnippets", "build", "-o", "site")
    assert imported & {"watchfiles", "rtpsnippets.cli.watch"} == set()


def test_start_up__what_is_needed_is_imported(tmp_path: Path) -> None:
    (tmp_path / "events.yaml").write_text("events: {my-event: {value: MyEvent}}\n", "utf-8")
    assert _imported(tmp_path, "-m", "rtpsnippets", "show") >= SLOW
