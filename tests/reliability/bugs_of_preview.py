"""The bugs in the preview: a click that leaves it, a copy of something else, a file that is lost."""

from __future__ import annotations

from tests.reliability.bug import Bug

COMMAND = ("tests/cli/commands/test_preview.py",)
CLICKS = ("tests/pages/preview/test_preview_clicks.py",)
COPYING = ("tests/pages/preview/test_preview_copying.py",)
TEXT = ("tests/snippets/test_preview.py",)

PREVIEW_BUGS = (
    Bug(
        "a click on a link leaves the preview",
        "templates/preview.js",
        "if (link) { event.preventDefault(); }",
        "",
        CLICKS,
    ),
    Bug(
        "snippets are copied in another order than they are shown",
        "rtpsnippets/snippets/preview.py",
        "*(snippets[name] for name in _ordered(snippets))",
        "*snippets.values()",
        COPYING,
    ),
    Bug(
        "the preview takes the place of the definitions",
        "rtpsnippets/cli/commands/preview.py",
        "any(_is_same(output, file) for file in named)",
        "False",
        COMMAND,
    ),
    Bug(
        "the preview says nothing of what is odd",
        "rtpsnippets/snippets/preview.py",
        "found.setdefault(str(event_id), []).append(warning)",
        "pass",
        TEXT,
    ),
)
