"""The plugin of Pelican: marks in its Markdown, functions in the templates of its theme.

In `pelicanconf.py`: `PLUGINS = ["rtpsnippets.plugins.pelican"]`; `RTP_DEFINITIONS` (a path or a list) and
`RTP_TEMPLATES` are the arguments of `Lookup`, relative to the current folder.
"""

from __future__ import annotations

import logging

from pelican import Pelican, signals

from rtpsnippets.errors import RtpSnippetsError
from rtpsnippets.lookup import Lookup
from rtpsnippets.plugins.jinja import functions
from rtpsnippets.plugins.markdown import RtpSnippetsExtension

_log = logging.getLogger(__name__)


def register() -> None:
    """Connect to Pelican's signals: Pelican calls this for each of `PLUGINS`."""
    signals.initialized.connect(_initialize)


def _initialize(pelican: Pelican) -> None:
    """Extend Markdown and the templates; end Pelican with 1 if the definitions are wrong."""
    settings = pelican.settings
    lookup = Lookup(settings.get("RTP_DEFINITIONS"), settings.get("RTP_TEMPLATES"), report=_report)
    try:
        lookup.events()
    except RtpSnippetsError as error:
        _log.critical("%s", error)
        raise SystemExit(1) from None
    settings["MARKDOWN"].setdefault("extensions", []).append(RtpSnippetsExtension(lookup))
    settings["JINJA_GLOBALS"].update(functions(lambda: lookup))


def _report(error: RtpSnippetsError) -> None:
    """Say what is wrong, and raise it: Pelican then says in which file, and leaves that page out."""
    _log.error("%s", error)
    raise error
