"""Every example of the README runs as it is printed: a block that no rule here runs fails.

The blocks are run once, in order, in one empty folder, as a person would who reads from top to end.
The files of whole sites are run elsewhere, in tests/sites.
"""

from __future__ import annotations

import contextlib
import doctest
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest
import yaml

from rtpsnippets import Event, ProblemsError, load
from rtpsnippets.snippets.destinations import DESTINATIONS
from tests.clean_environment import CHECKOUT, SCRIPTS, copy_checkout, environment, run, run_online
from tests.docs.readme import EXAMPLES, README, Block, blocks_of
from tests.engines.programs import find_program

INSTALL = "python3 -m venv "
TESTS = "bash .ci/test"
COMPLETION = 'eval "$('
SET_UP = (INSTALL, TESTS, COMPLETION)
"""How the commands of the `sh` blocks begin: they act on a machine, so each has a test of its own below."""

HOOKS_FILE = ".pre-commit-config.yaml"
WORKFLOW_FILE = ".github/workflows/audit.yml"

_PROBLEMS = re.compile(r"nothing was written\n\Z|(?m:^)[1-9]\d* findings? in .*\n\Z")
"""How a run says that it ends with 1."""


def play(blocks: Iterable[Block], folder: Path) -> dict[int, list[str]]:
    """Run the blocks in order in `folder`; return what is wrong, by the line of the block."""
    return {block.line: list(problems_of(block, folder)) for block in blocks}


def problems_of(block: Block, folder: Path) -> Iterator[str]:
    """Run one block by the rule for its language."""
    if block.file_name:
        path = folder / block.file_name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.text, "utf-8", newline="\n")
    match block.language:
        case "console" if block.text.startswith("$ "):
            yield from _problems_of_console(block, folder)
        case "python" if block.text.startswith(">>> "):
            yield from _problems_of_python(block, folder)
        case "yaml" if block.file_name == HOOKS_FILE:
            pass  # tests/packaging/test_pre_commit.py commits with it
        case "yaml" if block.file_name == WORKFLOW_FILE:
            pass  # a test below reads it
        case "json" | "yaml":
            try:
                events_of(block, folder)
            except ProblemsError as error:
                yield f"README.md:{block.line}: the definitions don't load:\n{error}"
        case "toml" | "html" if block.file_name:
            pass  # what the file is good for is shown by the commands that use it
        case "sh" if block.text.startswith(SET_UP) and block.text.count("\n") == 1:
            pass  # it has a test of its own
        case _:
            yield f"README.md:{block.line}: no rule runs this block of the language {block.language!r}:\n{block.text}"


def _problems_of_console(block: Block, folder: Path) -> Iterator[str]:
    line = block.line + 1
    for step in re.split(r"(?m)^\$ ", block.text)[1:]:
        command, _, expected = step.partition("\n")
        code = 1 if _PROBLEMS.search(expected) else 0
        ran = run([find_program("bash"), "-c", command], folder, SCRIPTS)
        if ran != (code, expected):
            yield (
                f"README.md:{line}: $ {command}\nexpected, with exit code {code}:\n{expected}"
                f"got, with exit code {ran.code}:\n{ran.output}"
            )
        line += step.count("\n")


def _problems_of_python(block: Block, folder: Path) -> Iterator[str]:
    session = doctest.DocTestParser().get_doctest(block.text, {}, README.name, str(README), block.line)
    output: list[str] = []
    with contextlib.chdir(folder):
        doctest.DocTestRunner(verbose=False).run(session, out=output.append)
    yield from output


def events_of(block: Block, folder: Path) -> dict[str, Event]:
    """The events that a block of definitions defines."""
    path = folder / f"line-{block.line}.{block.language}"
    path.write_text(block.text, "utf-8", newline="\n")
    return load(path)


def set_up_command(beginning: str) -> str:
    """The one command of the README's `sh` blocks that begins like this."""
    (command,) = [block.text for block in EXAMPLES if block.language == "sh" and block.text.startswith(beginning)]
    return command.rstrip("\n")


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Mapping[int, list[str]]:
    """What is wrong with each block of the README, by its line."""
    return play(EXAMPLES, tmp_path_factory.mktemp("readme"))


@pytest.mark.parametrize("block", [pytest.param(block, id=f"line-{block.line}-{block.language}") for block in EXAMPLES])
def test_readme__every_example_does_what_is_shown(block: Block, played: Mapping[int, list[str]]) -> None:
    if played[block.line]:
        pytest.fail("\n".join(played[block.line]), pytrace=False)


def test_readme__the_workflow_audits_and_uploads_whatever_was_found() -> None:
    (block,) = [block for block in EXAMPLES if block.file_name == WORKFLOW_FILE]
    steps = yaml.safe_load(block.text)["jobs"]["audit"]["steps"]
    (audit,) = [step["run"] for step in steps if step.get("run", "").startswith("rtpsnippets ")]
    (upload,) = [step for step in steps if "upload-sarif" in step.get("uses", "")]
    assert audit.endswith(f" --output-format sarif > {upload['with']['sarif_file']}")
    assert upload["if"] == "always()"  # the audit before it ends with 1 if anything was found


def test_readme__has_an_example_of_each_kind() -> None:
    assert {block.language for block in EXAMPLES} == {"console", "html", "json", "python", "sh", "toml", "yaml"}


def test_readme__names_every_destination_in_the_section_on_cms() -> None:
    section = README.read_text("utf-8").partition("\n### CMS\n")[2].partition("\n### ")[0]
    assert [name for name in DESTINATIONS if f"`{name}`" not in section] == []


def test_readme__json_and_yaml_define_the_same_events_as_toml(tmp_path: Path) -> None:
    defining = [block for block in EXAMPLES if block.section == "Write definitions"]
    (in_json,) = [block for block in defining if block.language == "json"]
    (in_yaml,) = [block for block in defining if block.language == "yaml"]
    in_toml = [block for block in defining if block.language == "toml" and block.line < in_json.line][-1]
    events = events_of(in_json, tmp_path)
    assert events == events_of(in_yaml, tmp_path)
    # "The same": the README shows two of the events again, without the description.
    of_toml = events_of(in_toml, tmp_path)
    assert {event_id: event.value for event_id, event in events.items()} == {
        event_id: of_toml[event_id].value for event_id in events
    }


EXAMPLE = """\
created example/my-event.js
created example/my-event.script.html
created example/two-values.js
created example/two-values.script.html
created example/download-whitepaper.js
created example/download-whitepaper.button.html
created example/rtp-events.js
created example/snippets.json
8 created, 0 changed, 0 kept, 0 removed in example
"""


def test_readme__one_command_installs_a_clean_checkout_and_builds_the_example(tmp_path: Path) -> None:
    copy_checkout(tmp_path)
    # The tests' interpreter is the `python3` of this machine.
    output = run_online([find_program("bash"), "-c", set_up_command(INSTALL)], tmp_path, SCRIPTS)
    assert output.endswith(EXAMPLE)  # before it stands what pip says
    built = re.findall(r"created example/(.+)", EXAMPLE)
    assert {path.name for path in (tmp_path / "example").iterdir()} == {*built, ".rtpsnippets.json"}
    # The README begins with this button.
    button = (tmp_path / "example" / "download-whitepaper.button.html").read_text("utf-8")
    assert next(block for block in EXAMPLES if block.language == "console").text == f"$ rtpsnippets show\n{button}\n"


def test_readme__the_command_that_runs_the_tests_is_the_one_of_ci() -> None:
    # The tests can't run themselves once more; that they are started this way in CI shows that it works.
    lines = map(str.strip, (CHECKOUT / ".ci" / "run").read_text("utf-8").splitlines())
    command = set_up_command(TESTS)
    assert [line for line in lines if line == command or line.startswith(f"{command} ")]


def test_readme__the_tests_that_the_text_names_are_there() -> None:
    named = re.findall(rf"`{re.escape(TESTS)} ([^`]+)`", README.read_text("utf-8"))
    assert named
    paths = [path for arguments in named for path in arguments.split() if not path.startswith("-")]
    assert [path for path in paths if not (CHECKOUT / path).exists()] == []


def test_readme__the_long_runs_that_the_text_names_are_there() -> None:
    text, script = README.read_text("utf-8"), (CHECKOUT / ".ci" / "full").read_text("utf-8")
    lanes = set(re.findall(r"`bash \.ci/full (\w+)`", text))
    assert lanes == {"engines", "properties", "reliability", "mutation"}
    modules = re.findall(r"-m (tests\.[a-z_.]+)", script) + re.findall(r"`\.venv-dev/bin/python -m ([a-z_.]+)", text)
    assert len(modules) == 9
    assert [name for name in modules if not (CHECKOUT / name.replace(".", "/")).with_suffix(".py").exists()] == []
    assert [lane for lane in lanes if run(["bash", ".ci/full"], CHECKOUT).output.count(f"full {lane} ") != 1] == []


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_document__every_link_to_a_heading_or_a_file_leads_there(document: str) -> None:
    text = (CHECKOUT / document).read_text("utf-8")
    prose = re.sub(r"(?ms)^```.*?^```$", "", text)
    # As GitHub makes them: small letters, a hyphen for each blank, no other sign.
    headings = re.findall(r"(?m)^#+ (.+)$", prose)
    anchors = {"#" + re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
    targets = set(re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`+[^`\n]*`+", "", prose)))
    here = {target for target in targets if not target.startswith("https://")}
    assert [target for target in here - anchors if not (CHECKOUT / target).is_file()] == []


def test_readme__the_completion_line_completes_commands_and_ids_in_bash(tmp_path: Path) -> None:
    (tmp_path / "events.toml").write_text('[events.my-event]\nvalue = "MyEvent"\n')
    script = f"""
        {set_up_command(COMPLETION)}
        complete -p rtpsnippets
        COMP_WORDS=(rtpsnippets sh) COMP_CWORD=1
        _rtpsnippets_completion rtpsnippets
        echo "${{COMPREPLY[@]}}"
        COMP_WORDS=(rtpsnippets show my) COMP_CWORD=2
        _rtpsnippets_completion rtpsnippets 2> /dev/null  # `compopt`: no key was pressed
        echo "${{COMPREPLY[@]}}"
    """
    ran = run([find_program("bash"), "--norc", "-c", script], tmp_path, SCRIPTS)
    assert ran == (0, "complete -o nosort -F _rtpsnippets_completion rtpsnippets\nshow\nmy-event\n")


@pytest.mark.parametrize(
    ("source", "registers"),
    [("zsh_source", "compdef _rtpsnippets_completion rtpsnippets"), ("fish_source", "complete --no-files")],
)
def test_readme__completion_is_there_for_other_shells(source: str, registers: str, tmp_path: Path) -> None:
    assert re.search(rf"`[^`]*{source}[^`]*`", README.read_text("utf-8"))
    command = set_up_command(COMPLETION).replace("bash_source", source)
    script = command.removeprefix(COMPLETION).removesuffix(')"')
    ran = run([find_program("bash"), "-c", script], tmp_path, SCRIPTS)
    assert ran.code == 0
    assert registers in ran.output


# What the tests above would say of a README that is not the truth.


@pytest.mark.parametrize(
    ("readme", "message"),
    [
        ("```rust\nfn main() {}\n```", "README.md:1: no rule runs this block of the language 'rust':\nfn main() {}\n"),
        ("```\nplain\n```", "README.md:1: no rule runs this block of the language '':\nplain\n"),
        ("\n```toml\na = 1\n```", "README.md:2: no rule runs this block of the language 'toml':\na = 1\n"),
        ("```sh\nrm -r demo\n```", "README.md:1: no rule runs this block of the language 'sh':\nrm -r demo\n"),
        (f"```sh\n{TESTS}\nls\n```", f"README.md:1: no rule runs this block of the language 'sh':\n{TESTS}\nls\n"),
        ("```console\nls\n```", "README.md:1: no rule runs this block of the language 'console':\nls\n"),
        ("```python\n1 + 1\n```", "README.md:1: no rule runs this block of the language 'python':\n1 + 1\n"),
        (
            "```console\n$ true\n$ echo a && echo b >&2\na\n```",
            "README.md:3: $ echo a && echo b >&2\nexpected, with exit code 0:\na\ngot, with exit code 0:\na\nb\n",
        ),
        (
            "```console\n$ echo a; exit 2\na\n```",
            "README.md:2: $ echo a; exit 2\nexpected, with exit code 0:\na\ngot, with exit code 2:\na\n",
        ),
        ('```json\n{"events": {}}\n```', "README.md:1: the definitions don't load:\n"),
    ],
)
def test_play__says_which_example_is_wrong(readme: str, message: str, tmp_path: Path) -> None:
    ((problem,),) = play(blocks_of(readme), tmp_path).values()
    assert problem.startswith(message)


def test_play__says_what_a_python_session_printed(tmp_path: Path) -> None:
    ((problem,),) = play(blocks_of("\n```python\n>>> 1 + 1\n3\n```"), tmp_path).values()
    assert "line 3" in problem
    assert "Expected:\n    3\nGot:\n    2\n" in problem


@pytest.mark.parametrize(
    ("readme", "message"),
    [
        ("\n```toml\na = 1\n", "line 2: the block has no end"),
        ("- item\n\n  ```toml\n  a = 1\n  ```\n", "line 3: an example stands in a fence at the start of the line"),
        ("> ```toml\n", "line 1: an example stands in a fence at the start of the line"),
        ("text\n\n    rtpsnippets show\n", "line 3: an example stands in a fence at the start of the line"),
    ],
)
def test_blocks_of__no_example_can_hide(readme: str, message: str) -> None:
    with pytest.raises(ValueError, match=f"^{message}$"):
        list(blocks_of(readme))


def test_environment__a_command_sees_a_plain_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("https_proxy", "http://proxy.example")
    variables = environment(tmp_path)
    assert "PYTHONPATH" not in variables
    assert "FORCE_COLOR" not in variables
    assert variables["https_proxy"] == "http://proxy.example"
    assert variables["PATH"].startswith(f"{tmp_path}:")
