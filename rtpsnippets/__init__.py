"""Marketo Web Personalization (RTP) custom events: from a definition to snippets that are safe to paste.

>>> from rtpsnippets import Button, Event, render
>>> event = Event("download-whitepaper", "download - example whitepaper", Button("Download"))
>>> print(render(event, "js"))
rtp('send', 'event', { value: 'download - example whitepaper' });
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rtpsnippets.definitions.load import load as load
    from rtpsnippets.errors import FileAccessError as FileAccessError
    from rtpsnippets.errors import Location as Location
    from rtpsnippets.errors import Problem as Problem
    from rtpsnippets.errors import ProblemsError as ProblemsError
    from rtpsnippets.errors import RtpSnippetsError as RtpSnippetsError
    from rtpsnippets.errors import RtpSnippetsWarning as RtpSnippetsWarning
    from rtpsnippets.events.button import Button as Button
    from rtpsnippets.events.event import Carrier as Carrier
    from rtpsnippets.events.event import Event as Event
    from rtpsnippets.events.link import Link as Link
    from rtpsnippets.events.triggers import Trigger as Trigger
    from rtpsnippets.snippets.binding import render_binding as render_binding
    from rtpsnippets.snippets.formats import FormatName as FormatName
    from rtpsnippets.snippets.preview import render_preview as render_preview
    from rtpsnippets.snippets.recorder import render_recorder as render_recorder
    from rtpsnippets.snippets.render import render as render
    from rtpsnippets.version import VERSION as __version__  # noqa: N811 (the name that tools look for)
    from rtpsnippets.web.javascript import call as call
    from rtpsnippets.web.javascript import literal as literal
else:  # hidden from type checkers, which would accept any name

    def __getattr__(name: str) -> object:
        """Import a public name on first use: `rtpsnippets --help` needs none of them."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        module = import_module(f"{__name__}.{_MODULES.get(name, 'errors')}")
        return getattr(module, "VERSION" if name == "__version__" else name)


__all__ = [
    "Button",
    "Carrier",
    "Event",
    "FileAccessError",
    "FormatName",
    "Link",
    "Location",
    "Problem",
    "ProblemsError",
    "RtpSnippetsError",
    "RtpSnippetsWarning",
    "Trigger",
    "__version__",
    "call",
    "literal",
    "load",
    "render",
    "render_binding",
    "render_preview",
    "render_recorder",
]

_MODULES = {
    "Button": "events.button",
    "Carrier": "events.event",
    "Event": "events.event",
    "FormatName": "snippets.formats",
    "Link": "events.link",
    "Trigger": "events.triggers",
    "__version__": "version",
    "call": "web.javascript",
    "literal": "web.javascript",
    "load": "definitions.load",
    "render": "snippets.render",
    "render_binding": "snippets.binding",
    "render_preview": "snippets.preview",
    "render_recorder": "snippets.recorder",
}


def __dir__() -> list[str]:
    """List the public names, including those not loaded yet, for completion in a shell."""
    return sorted({*globals(), *__all__})
