"""The definitions and the parts of pages that the tests of the audit share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

DEFINITIONS = """\
[events.download]
value = "Download"
[events.interests]
value = ["Pricing", "Security", "APIs", "Case studies", "Webinars"]
[events.menu]
value = "Menu"
carrier = "data"
[events.quiet]
value = "Quiet"
carrier = "data"
guard = true
"""

OTHERS = ("unused-event",)
"""What small sites always have, and what most tests aren't about."""

TAG = (
    "<script>(function(c,h,a,f,i){c[a]=c[a]||function(){(c[a].q=c[a].q||[]).push(arguments)};c[a].a=i;"
    "var g=h.createElement('script');g.src=f;h.head.appendChild(g)})(window,document,'rtp','/rtp.js','abc');"
    "rtp('send','view');</script>"
)
BROKEN_TAG = TAG.replace(".push(arguments)", "")
CALL = "rtp('send', 'event', { value: 'Download' });"
BUTTON = f'<button onclick="{CALL}">x</button>'
SCRIPT = f"<script>{CALL}</script>"
STUB = TAG.removeprefix("<script>").removesuffix("</script>")


class Audited(NamedTuple):
    """What a test looks at of a finding; the place is in the site."""

    kind: str
    place: str
    what: str
    hint: str


Audit = Callable[..., list[Audited]]
Kinds = Callable[..., list[str]]


def calling(*values: str) -> str:
    """A page with the tag and a call on each line."""
    return "\n".join([TAG, *(f"<script>rtp('send', 'event', {{ value: {value} }});</script>" for value in values)])


def write_site(files: Mapping[str, str]) -> None:
    """Write these files into the folder `site` of the current folder, beside what is there."""
    for name, text in files.items():
        path = Path("site", name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
