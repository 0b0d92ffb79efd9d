"""The lookup of a site of Sphinx: made from its settings, and known to the pages that depend on its files."""

from __future__ import annotations

from functools import lru_cache, partial

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.errors import ConfigError
from sphinx.util import logging

from rtpsnippets.errors import RtpSnippetsError
from rtpsnippets.lookup import Lookup
from rtpsnippets.plugins.auditing import by_setting
from rtpsnippets.version import VERSION

_log = logging.getLogger(__name__)


def check(app: Sphinx, config: Config) -> None:
    """Read the definitions, and name all of their files; raise `ConfigError` if they are wrong."""
    try:
        named = Lookup(config.rtp_definitions, config.rtp_templates, app.confdir)
        config.rtp_definitions, config.rtp_templates = tuple(named.definitions), named.templates
        config.rtp_state = (VERSION, *named.files)
        lookup_of(config).events()
    except RtpSnippetsError as error:
        raise ConfigError(str(by_setting(error, "rtp_"))) from None


def lookup_of(config: Config) -> Lookup:
    """The lookup that the settings say, the same one for all pages; it raises errors."""
    return _lookup(config.rtp_definitions, config.rtp_templates)


@lru_cache(maxsize=1)
def _lookup(definitions: tuple[str, ...], templates: str | None) -> Lookup:
    return Lookup(definitions, templates, warn=partial(_log.warning, "%s", type="rtp", subtype="definitions"))


def note_files(env: BuildEnvironment) -> None:
    """Let the page that is read now be read again when the definitions change."""
    for file in lookup_of(env.config).files:
        env.note_dependency(file)


def warn(error: RtpSnippetsError, location: str) -> None:
    """Say what is wrong on a page."""
    _log.warning("%s", error, location=location, type="rtp", subtype="unknown")
