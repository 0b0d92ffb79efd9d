"""The audit of a site that Sphinx has built: each finding is a warning of Sphinx's, of the type `rtp.KIND`."""

from __future__ import annotations

from dataclasses import replace

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError
from sphinx.util import logging

from rtpsnippets.errors import Problem, RtpSnippetsError, harmless
from rtpsnippets.plugins.auditing import AuditOptions, audit_options, audit_site, by_setting

_BUILDERS = frozenset(("html", "dirhtml", "singlehtml"))
"""Those that make a site for browsers; the others make books, help files and data."""

_log = logging.getLogger(__name__)


def check_audit(_app: Sphinx, config: Config) -> None:
    """Raise `ConfigError` if the options of the audit are wrong."""
    try:
        _options(config)
    except RtpSnippetsError as error:
        raise ConfigError(str(by_setting(error, "rtp_"))) from None


def audit_built(app: Sphinx, exception: Exception | None) -> None:
    """Audit the site, if that is asked for and the build went well."""
    if exception is None and app.builder.name in _BUILDERS:
        audit_site(str(app.outdir), app.config.rtp_definitions, _options(app.config), _warn, _log.info)


def _options(config: Config) -> AuditOptions:
    return audit_options(config.rtp_audit, config.rtp_audit_ignore, config.rtp_audit_base_url, config.html_baseurl)


def _warn(problem: Problem) -> None:
    # Without a line Sphinx takes a place for the name of a document.
    place = problem.place if problem.line else None
    shown = replace(problem, file="", line=None, column=None) if place else problem
    _log.warning("%s", harmless(str(shown)), location=place, type="rtp", subtype=problem.rule or "audit")
