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
    from rtpsnippets.binding import render_binding as render_binding
    from rtpsnippets.button import Button as Button
    from rtpsnippets.definitions import load as load
    from rtpsnippets.errors import FileAccessError as FileAccessError
    from rtpsnippets.errors import Problem as Problem
    from rtpsnippets.errors import ProblemsError as ProblemsError
    from rtpsnippets.errors import RtpSnippetsError as RtpSnippetsError
    from rtpsnippets.errors import RtpSnippetsWarning as RtpSnippetsWarning
    from rtpsnippets.event import Event as Event
    from rtpsnippets.javascript import call as call
    from rtpsnippets.javascript import literal as literal
    from rtpsnippets.link import Link as Link
    from rtpsnippets.preview import render_preview as render_preview
    from rtpsnippets.snippets import render as render
else:  # a type checker would take any name for one

    def __getattr__(name: str) -> object:
        """Load a public name when it is first used: `rtpsnippets --help` needs none of them."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_ROOMS.get(name, 'errors')}"), name)


__all__ = [
    "Button",
    "Event",
    "FileAccessError",
    "Link",
    "Problem",
    "ProblemsError",
    "RtpSnippetsError",
    "RtpSnippetsWarning",
    "call",
    "literal",
    "load",
    "render",
    "render_binding",
    "render_preview",
]

_ROOMS = {
    "Button": "button",
    "Event": "event",
    "Link": "link",
    "call": "javascript",
    "literal": "javascript",
    "load": "definitions",
    "render": "snippets",
    "render_binding": "binding",
    "render_preview": "preview",
}


def __dir__() -> list[str]:
    """Name the public names too, loaded or not: a shell completes them."""
    return sorted({*globals(), *__all__})
