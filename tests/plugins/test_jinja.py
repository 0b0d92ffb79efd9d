"""The extension of Jinja: the contract, and what a template's author can meet."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import jinja2
import pytest
from markupsafe import Markup, escape

from rtpsnippets import RtpSnippetsError, load, render_binding
from rtpsnippets.plugins.jinja import RtpSnippetsExtension, define_env
from tests.plugins.contract import (
    BROKEN,
    BUTTON,
    DEFINITIONS,
    SCRIPT,
    WITH_HANDLER,
    Built,
    TemplatesContract,
    built_here,
    marked_html,
)

JS = SCRIPT.removeprefix("<script>").removesuffix("</script>")


class TestContract(TemplatesContract):
    """The extension by its name, kept over two builds; any error ends the build, a strict one any warning."""

    module = "rtpsnippets.plugins.jinja"

    @pytest.fixture(autouse=True)
    def _in_folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)

    @cached_property
    def environment(self) -> jinja2.Environment:
        return jinja2.Environment(extensions=["rtpsnippets.plugins.jinja.RtpSnippetsExtension"], autoescape=True)

    def build(self, folder: Path, pages: Mapping[str, str], *, is_strict: bool = False) -> Built:
        del folder

        def make() -> dict[str, str]:
            return {name: self.environment.from_string(text).render() for name, text in pages.items()}

        return built_here(make, is_strict=is_strict)


@pytest.fixture
def environment(tmp_path: Path) -> Any:
    """An environment with the extension, and definitions with a name that has to be told."""
    (tmp_path / "campaign.toml").write_text(DEFINITIONS, "utf-8")
    return with_extension(rtp_definitions=tmp_path / "campaign.toml")


def with_extension(**options: object) -> Any:
    """An environment to which the extension was added after its options."""
    environment = jinja2.Environment(autoescape=True)
    environment.extend(**options)
    environment.add_extension(RtpSnippetsExtension)
    return environment


def test_functions__give_markup_that_is_not_escaped_again(environment: Any) -> None:
    template = environment.from_string("{% set x = rtp_button('download-whitepaper') %}{{ x }}{{ x ~ '<' }}")
    assert template.render() == f"{BUTTON}{BUTTON}&lt;"


def test_functions__put_the_calls_into_a_handler(environment: Any) -> None:
    template = environment.from_string("""<a href="/x" onclick="{{ rtp_js('my-event') }}">x</a>""")
    assert template.render() == f'<a href="/x" onclick="{JS}">x</a>'


def test_functions__are_there_in_imported_templates(environment: Any) -> None:
    environment.loader = jinja2.DictLoader({"m": "{% macro m() %}{{ rtp_script('my-event') }}{% endmacro %}"})
    template = environment.from_string("{% from 'm' import m %}{{ m() }}")
    assert template.render() == SCRIPT


def test_functions__are_there_in_an_overlay(environment: Any) -> None:
    assert environment.overlay(trim_blocks=True).from_string("{{ rtp_script('my-event') }}").render() == SCRIPT


@pytest.mark.usefixtures("environment")
def test_options__name_own_templates(tmp_path: Path) -> None:
    (tmp_path / "js.js").write_text("/* mine */ {{ calls }}", "utf-8")
    environment = with_extension(rtp_definitions=tmp_path / "campaign.toml", rtp_templates=tmp_path)
    assert environment.from_string("{{ rtp_js('my-event') }}").render() == f"/* mine */ {JS}"


@pytest.mark.parametrize("template", ["{{ rtp_js('my-event') }}", "{{ 'html' | rtp_handlers }}"])
def test_options__that_come_after_the_extension_are_an_error(environment: Any, template: str) -> None:
    environment.rtp_definitions = "other.toml"
    with pytest.raises(RtpSnippetsError, match="after the extension was added\n    set them first"):
        environment.from_string(template).render()


def test_wrong_definitions__are_said_when_the_extension_is_added(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(RtpSnippetsError, match=r"^rtp_definitions: found no definitions file \(.*\) in ") as raised:
        with_extension()
    assert str(tmp_path) in str(raised.value)
    with pytest.raises(RtpSnippetsError, match=r"campaign\.toml: no such file") as raised:
        with_extension(rtp_definitions="campaign.toml")
    assert str(tmp_path / "campaign.toml") in str(raised.value)
    (tmp_path / "events.toml").write_text(BROKEN, "utf-8")
    with pytest.raises(RtpSnippetsError, match=r'events.toml:2: .*unknown key "valu"'):
        with_extension()


def test_binding__is_a_script_with_all_events(environment: Any, tmp_path: Path) -> None:
    binding = environment.from_string("{{ rtp_binding() }}").render()
    assert binding == f"<script>{render_binding(load(tmp_path / 'campaign.toml').values())}</script>"


@pytest.mark.parametrize("event_id", ["none", "1", "['my-event']"])
def test_functions__say_what_an_id_is(environment: Any, event_id: str) -> None:
    with pytest.raises(RtpSnippetsError, match=r"^the id of an event must be a string"):
        environment.from_string(f"{{{{ rtp_js({event_id}) }}}}").render()


@pytest.mark.parametrize("autoescape", [True, False])
def test_filter__puts_handlers_on_a_part_of_a_template(environment: Any, autoescape: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    template = environment.overlay(autoescape=autoescape).from_string(
        f"{{% filter rtp_handlers %}}<p>{{{{ '&' }}}}</p>{marked_html('download-whitepaper')}{{% endfilter %}}"
    )
    assert template.render() == f"<p>{'&amp;' if autoescape else '&'}</p>{WITH_HANDLER}"


def test_filter__of_markup_is_markup_and_of_a_text_is_one_that_is_escaped(environment: Any) -> None:
    template = environment.from_string("{{ html | rtp_handlers }}")
    html = marked_html("download-whitepaper")
    assert template.render(html=Markup(html)) == WITH_HANDLER  # noqa: S704 (markup of the test's own)
    assert template.render(html=html) == str(escape(WITH_HANDLER))


class Html:
    """What is no string, but gives HTML, as some libraries have it."""

    def __html__(self) -> str:
        return marked_html("download-whitepaper")


def test_filter__takes_what_gives_html(environment: Any) -> None:
    assert environment.from_string("{{ html | rtp_handlers }}").render(html=Html()) == WITH_HANDLER


@pytest.mark.parametrize(("value", "shown"), [(None, "None"), (3, "3"), ("a < b", "a &lt; b")])
def test_filter__takes_what_has_no_elements(environment: Any, value: object, shown: str) -> None:
    assert environment.from_string("{{ value | rtp_handlers }}").render(value=value) == shown


def test_filter__is_there_in_imported_templates_and_overlays(environment: Any) -> None:
    environment.loader = jinja2.DictLoader({"m": "{% macro m(x) %}{{ x | rtp_handlers }}{% endmacro %}"})
    template = environment.overlay(trim_blocks=True).from_string("{% from 'm' import m %}{{ m(html) }}")
    assert template.render(html=Html()) == WITH_HANDLER


@pytest.mark.parametrize("argument", ["'a', 'b'", "'a', text='b'", ""])
def test_functions__say_what_they_take(environment: Any, argument: str) -> None:
    said = 'rtp_link takes exactly one event id\n    write rtp_link("my-event"), or rtp_link("my-event", '
    with pytest.raises(RtpSnippetsError) as raised:
        environment.from_string(f"{{{{ rtp_link({argument}) }}}}").render()
    assert str(raised.value) == f'{said}label="Download")'


def test_label__that_is_no_text_is_said(environment: Any) -> None:
    with pytest.raises(RtpSnippetsError, match=r"^label: must be a string, not a Undefined"):
        environment.from_string("{{ rtp_button('download-whitepaper', label=page.label) }}").render(page={})


class MacrosEnvironment:
    """What mkdocs-macros hands to `define_env`, as far as it is used."""

    def __init__(self, folder: Path, **extra: str) -> None:
        self.conf = {"config_file_path": str(folder / "mkdocs.yml"), "extra": extra}
        self.macros: dict[str, Any] = {}
        self.filters: dict[str, Any] = {}

    def macro(self, function: Any, name: str) -> None:
        self.macros[name] = function

    def filter(self, function: Any, name: str) -> None:
        self.filters[name] = function


@pytest.mark.usefixtures("environment")
def test_define_env__gives_the_functions_to_mkdocs_macros(tmp_path: Path) -> None:
    env = MacrosEnvironment(tmp_path, rtp_definitions="campaign.toml")
    define_env(env)
    assert sorted(env.macros) == ["rtp_binding", "rtp_button", "rtp_js", "rtp_link", "rtp_script"]
    assert env.macros["rtp_button"]("download-whitepaper") == BUTTON
    assert env.macros["rtp_button"]("download-whitepaper", label="Get") == BUTTON.replace("Download<", "Get<")
    assert isinstance(env.macros["rtp_button"]("download-whitepaper"), Markup)
    assert list(env.filters) == ["rtp_handlers"]
    assert env.filters["rtp_handlers"](marked_html("download-whitepaper")) == WITH_HANDLER


def test_define_env__says_at_once_what_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(RtpSnippetsError, match=r"^rtp_definitions: found no definitions file "):
        define_env(MacrosEnvironment(tmp_path))
