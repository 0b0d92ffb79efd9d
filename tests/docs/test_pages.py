"""Every example of the README and the manual runs as it is printed: a block that no rule runs fails.

The blocks of a page are run once, in order, in one empty folder, as a reader would type them.
The files of whole sites are run elsewhere, in tests/sites.
"""

from __future__ import annotations

import importlib.util
import re
import shlex
import tomllib
from pathlib import Path

import click
import pytest
import yaml

from rtpsnippets import load
from rtpsnippets.cli.commands.main import rtpsnippets
from rtpsnippets.snippets.destinations import DESTINATIONS
from tests.clean_environment import CHECKOUT, SCRIPTS, copy_checkout, environment, run, run_online
from tests.docs.examples import COMPLETION, ELSEWHERE, INSTALL, TESTS, play, unused_files, write_definitions
from tests.docs.pages import EXAMPLES, blocks_of, page_files, page_text, read_page
from tests.docs.update import PARTS, parts_in
from tests.engines.programs import find_program

CMS, DEFINITIONS, PRE_COMMIT = "docs/cms.md", "docs/guides/definitions.md", "docs/guides/pre-commit-and-ci.md"
CHANGES, TRIGGERS = "docs/guides/changes.md", "docs/guides/triggers.md"


def set_up_command(beginning: str) -> str:
    """The one command of the `sh` blocks of the README, or else of the manual, that begins like this."""
    commands = [block.text for block in EXAMPLES if block.language == "sh" and block.text.startswith(beginning)]
    return commands[0].rstrip("\n")


@pytest.mark.parametrize("page", page_files())
def test_page__every_example_does_what_is_shown(page: str, tmp_path: Path) -> None:
    problems = play([block for block in EXAMPLES if block.page == page], tmp_path)
    if any(problems.values()):
        pytest.fail("\n".join(problem for found in problems.values() for problem in found), pytrace=False)


@pytest.mark.parametrize("page", page_files())
def test_page__every_file_is_read_by_a_command_or_a_test(page: str) -> None:
    unused = unused_files(block for block in EXAMPLES if block.page == page)
    assert [name for name in unused if name not in ELSEWHERE] == []


@pytest.mark.parametrize(
    ("page", "names"),
    [("docs/get-started.md", ["index.html"]), (TRIGGERS, ["site/pricing.html", "site/form.html"])],
)
def test_page__its_html_below_the_stand_in_for_the_tag_sends_the_events_as_defined(
    page: str, names: list[str], tmp_path: Path
) -> None:
    tag, site = page_text("docs/get-started.md", "stand-in.html"), tmp_path / "site"
    assert any(play([block for block in EXAMPLES if block.page == page], tmp_path).values()) is False
    site.mkdir(exist_ok=True)
    for name in names:
        (site / Path(name).name).write_text(tag + page_text(page, name))
    definitions = [
        tmp_path / block.file_name for block in EXAMPLES if block.page == page and ".toml" in block.file_name
    ]
    ran = run(["rtpsnippets", "audit", site, *definitions, "--ignore", "unused-event"], tmp_path, SCRIPTS)
    assert ran.output.startswith(f"no findings in {len(names)} page"), ran.output


def test_manual__a_command_in_a_sentence_has_real_options() -> None:
    sentences = re.sub(r"(?ms)^ *(`{3,}).*?^ *\1$", "", "".join(map(read_page, page_files())))
    commands = set(re.findall(r"`rtpsnippets (?!-|help COMMAND)([^`]+?)(?: --for)?`", sentences))
    assert len(commands) > 20
    for line in commands:
        name, *arguments = shlex.split(line)
        command = rtpsnippets.commands[name]
        context = click.Context(command)
        options, _, given = command.make_parser(context).parse_args(arguments)  # raises for an unknown option
        for parameter in given:
            if isinstance(parameter.type, click.Choice):
                parameter.type_cast_value(context, options[parameter.name or ""])


def test_manual__an_option_in_a_sentence_exists() -> None:
    sentences = re.sub(r"(?ms)^ *(`{3,}).*?^ *\1$", "", "".join(map(read_page, page_files())))
    named = set(re.findall(r"`(--[a-z-]+)", sentences))
    options = {name for command in rtpsnippets.commands.values() for option in command.params for name in option.opts}
    assert named - options == {"--fatal", "--wrap"}  # of Pelican and pandoc


def test_readme__is_short() -> None:
    assert len(read_page("README.md").encode()) <= 10_000


def test_manual__the_optional_features_that_it_installs_exist() -> None:
    text = "".join(map(read_page, page_files()))
    named = {name for names in re.findall(r"pip install [^`\n]*\[([\w,-]+)\]", text) for name in names.split(",")}
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    assert named
    assert named - set(project["optional-dependencies"]) == set()


@pytest.mark.parametrize("name", PARTS)
def test_generated_part__is_on_one_page_and_up_to_date(name: str) -> None:
    (part,) = [parts[name] for parts in map(parts_in, map(read_page, page_files())) if name in parts]
    assert part == PARTS[name](), "write it with: .venv-dev/bin/python -m tests.docs.update"


def test_workflow__audits_and_uploads_whatever_was_found() -> None:
    steps = yaml.safe_load(page_text(PRE_COMMIT, ".github/workflows/audit.yml"))["jobs"]["audit"]["steps"]
    (audit,) = [step["run"] for step in steps if step.get("run", "").startswith("rtpsnippets ")]
    (upload,) = [step for step in steps if "upload-sarif" in step.get("uses", "")]
    assert audit.endswith(f" --output-format sarif > {upload['with']['sarif_file']}")
    assert upload["if"] == "always()"  # the audit before it ends with 1 if anything was found


def test_workflow__comments_with_the_changes_since_the_branch_that_it_has_fetched() -> None:
    steps = yaml.safe_load(page_text(CHANGES, ".github/workflows/changes.yml"))["jobs"]["changes"]["steps"]
    checkout, _, compare, comment = steps
    assert checkout["with"] == {"fetch-depth": 0}
    assert '--against "git:origin/$GITHUB_BASE_REF" --output-format markdown > changes.md' in compare["run"]
    assert comment["run"].endswith("--body-file changes.md")


def test_cms_page__names_every_destination() -> None:
    assert [name for name in DESTINATIONS if f"`{name}`" not in read_page(CMS)] == []


def test_definitions_page__json_and_yaml_define_the_same_events_as_toml(tmp_path: Path) -> None:
    blocks = [block for block in EXAMPLES if block.page == DEFINITIONS and "my-event" in block.text]
    toml, in_json, in_yaml = (
        load(write_definitions(next(block for block in blocks if block.language == language), tmp_path))
        for language in ("toml", "json", "yaml")
    )
    assert in_json == in_yaml == toml


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


def test_manual__the_tests_that_it_names_exist() -> None:
    named = re.findall(rf"`{re.escape(TESTS)} ([^`]+)`", "".join(map(read_page, page_files())))
    assert named
    paths = [path for arguments in named for path in arguments.split() if not path.startswith("-")]
    assert [path for path in paths if not (CHECKOUT / path).exists()] == []


def test_manual__the_long_runs_that_it_names_exist() -> None:
    text, script = "".join(map(read_page, page_files())), (CHECKOUT / ".ci" / "full").read_text("utf-8")
    lanes = set(re.findall(r"`bash \.ci/full (\w+)`", text))
    assert lanes == {"engines", "properties", "reliability", "mutation"}
    modules = re.findall(r"-m (tests\.[a-z_.]+)", script) + re.findall(r"python -m (tests\.[a-z_.]+)", text)
    assert [name for name in modules if importlib.util.find_spec(name) is None] == []
    assert [lane for lane in lanes if run(["bash", ".ci/full"], CHECKOUT).output.count(f"full {lane} ") != 1] == []


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_document__every_link_to_a_heading_or_a_file_leads_there(document: str) -> None:
    text = (CHECKOUT / document).read_text("utf-8")
    prose = re.sub(r"(?ms)^```.*?^```$", "", text)
    # As GitHub makes them: small letters, a hyphen for each space, no other character.
    headings = re.findall(r"(?m)^#+ (.+)$", prose)
    anchors = {"#" + re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
    targets = set(re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`+[^`\n]*`+", "", prose)))
    here = {target for target in targets if not target.startswith("https://")}
    assert [target for target in here - anchors if not (CHECKOUT / target).is_file()] == []


def test_manual__the_completion_line_completes_commands_and_ids_in_bash(tmp_path: Path) -> None:
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
def test_manual__completion_works_in_other_shells(source: str, registers: str, tmp_path: Path) -> None:
    assert re.search(rf"`[^`]*{source}[^`]*`", "".join(map(read_page, page_files())))
    command = set_up_command(COMPLETION).replace("bash_source", source)
    script = command.removeprefix(COMPLETION).removesuffix(')"')
    ran = run([find_program("bash"), "-c", script], tmp_path, SCRIPTS)
    assert ran.code == 0
    assert registers in ran.output


# What the tests above report of a page that is wrong.


@pytest.mark.parametrize(
    ("page", "message"),
    [
        ("```rust\nfn main() {}\n```", "README.md:1: no rule runs this block of the language 'rust':\nfn main() {}\n"),
        ("```\nplain\n```", "README.md:1: no rule runs this block of the language '':\nplain\n"),
        ("\n```css\na {}\n```", "README.md:2: no rule runs this block of the language 'css':\na {}\n"),
        ("\n```toml\na = 1\n```", "README.md:2: the definitions have problems:\n"),
        ("```sh\nrm -r demo\n```", "README.md:1: no rule runs this block of the language 'sh':\nrm -r demo\n"),
        (f"```sh\n{TESTS}\nls\n```", f"README.md:1: no rule runs this block of the language 'sh':\n{TESTS}\nls\n"),
        ("```console\nls\n```", "README.md:1: no rule runs this block of the language 'console':\nls\n"),
        ("```python\n1 + 1\n```", "README.md:1: no rule runs this block of the language 'python':\n1 + 1\n"),
        (
            "```console\n$ true\n$ echo a && echo b >&2\na\n```",
            "README.md:1: $ echo a && echo b >&2\nexpected, with exit code 0:\na\ngot, with exit code 0:\na\nb\n",
        ),
        (
            "```console\n$ echo a; exit 2\na\n```",
            "README.md:1: $ echo a; exit 2\nexpected, with exit code 0:\na\ngot, with exit code 2:\na\n",
        ),
        ('```json\n{"events": {}}\n```', "README.md:1: the definitions have problems:\n"),
    ],
)
def test_play__says_which_example_is_wrong(page: str, message: str, tmp_path: Path) -> None:
    ((problem,),) = play(blocks_of(page), tmp_path).values()
    assert problem.startswith(message)


def test_unused_files__are_those_that_no_command_reads() -> None:
    file, command = '```toml title="a/b.toml"\n```\n', "```console\n$ rtpsnippets check {}\n```\n"
    assert unused_files(blocks_of(file + command.format("b.toml"))) == ["a/b.toml"]
    assert unused_files(blocks_of(file + command.format("a/b.toml"))) == []
    assert unused_files(blocks_of(file + command.format("a/"))) == []


def test_play__says_what_a_python_session_printed(tmp_path: Path) -> None:
    ((problem,),) = play(blocks_of("\n```python\n>>> 1 + 1\n3\n```"), tmp_path).values()
    assert "line 3" in problem
    assert "Expected:\n    3\nGot:\n    2\n" in problem


def test_blocks_of__a_block_has_an_end() -> None:
    with pytest.raises(ValueError, match=r"^README.md:2: the block has no end$"):
        list(blocks_of("\n```toml\na = 1\n"))


def test_environment__a_command_sees_a_plain_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("https_proxy", "http://proxy.example")
    variables = environment(tmp_path)
    assert "PYTHONPATH" not in variables
    assert "FORCE_COLOR" not in variables
    assert variables["https_proxy"] == "http://proxy.example"
    assert variables["PATH"].startswith(f"{tmp_path}:")
