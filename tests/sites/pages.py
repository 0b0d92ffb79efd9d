"""The page of every site: shortcodes in a sentence, a list, a table and code, a marked link; and what comes of it.

Nothing of the package says what is expected, so that an error in it can't hide itself.
"""

from __future__ import annotations

import json
import re

from tests.clean_environment import CHECKOUT
from tests.docs.pages import site_page

LABEL = "Download"
CHANGED_LABEL = "Get it"
UNKNOWN_ID = "downlod-whitepaper"

HOSTILE = """It's "x" | {y} {% z %} [[w]] <b> </script> & \\ ``` -- ... *e* _f_ :g: #h @i $j 資料 😀"""

EVENTS = f"""\
{(CHECKOUT / "templates" / "events.toml").read_text("utf-8")}
[events.in-a-list]
value = {json.dumps(HOSTILE, ensure_ascii=False)}
button = "In a list"
ignore = ["wildcard"]

[events.in-a-table]
value = ["1", "2", "3", "4", "5"]
button = {json.dumps(HOSTILE, ensure_ascii=False)}
"""
"""What `rtpsnippets init` writes, and two hostile events."""

LABELS = [LABEL, "In a list", HOSTILE]

GIVEN_LABEL = f"Jetzt: {HOSTILE}"
"""The label that the page gives to the first button where it is there again; its value is the same."""

LINK_LABEL = "Paper"
"""The label of the link that is marked, if the generator puts handlers on such elements."""

LINK_CALL = ["Pricing", "Security"]
"""The value that is sent by the click on it."""

FIRST_CALL = "download - example whitepaper"
"""The value that the first button sends."""

CALLS = [*("MyEvent", FIRST_CALL, HOSTILE), *(["1", "2", "3", "4"], ["5"])]
"""The values that are sent: by the script when the page is opened, then by each button in turn."""

_FIRST = "download-whitepaper"
_LINK = f'<a href="#paper" data-rtp-event="two-values">{LINK_LABEL}</a>'
_FILTERED_LINK = f"{{% filter rtp_handlers %}}{_LINK}{{% endfilter %}}"

_AGAIN_IN_JINJA = f"{{{{ rtp_button('{_FIRST}', label={GIVEN_LABEL!r}) }}}}"

_STUB = (CHECKOUT / "tests" / "pages" / "tag.js").read_text("utf-8")

TAG = f"<script type='text/javascript'>\n{_STUB[_STUB.index('(function') :]}</script>"
"""Stands in for Marketo's tag: it has the documented shape, with quotes of both kinds and several lines."""

TAG_PLACE = "<!-- Paste the RTP tag of your account here. -->"
"""What the manual shows where you paste the tag."""


def tag_is_first(page: str) -> bool:
    """Whether a page has the tag once, in its head, as the first script, and below the character set."""
    before, *after = re.sub(r"<!--.*?-->", "", page, flags=re.DOTALL).split('"account");')  # as the tag ends
    begin = re.findall(r"<head>|<meta charset|<script", before)
    return begin == ["<head>", "<meta charset", "<script"] and len(after) == 1 and "</head>" in after[0]


def markdown_page() -> str:
    """A page in Markdown; it begins with what the manual shows."""
    begin = site_page("docs/integrations/index.md", "markdown")
    link = f"[{LINK_LABEL}](#paper){{ data-rtp-event=two-values }}"
    again = f'[[rtp:{_FIRST} "{GIVEN_LABEL}"]]'
    return f"{begin}{_in_markdown('[[rtp:{}]]')}\n`` [[rtp:my-event]] ``\n\n{again}\n\n{link}\n\n    {_LINK}\n"


def rst_page() -> str:
    """A page in reStructuredText; it begins with a title, and what the manual shows."""
    return f"""\
Page
====

{site_page("docs/integrations/sphinx.md", "rst")}
- item :rtp:`in-a-list`

================== =
:rtp:`in-a-table`  x
================== =

``:rtp:`my-event```

:rtp:`{_escaped(GIVEN_LABEL)} <{_FIRST}>`

.. raw:: html

   {_LINK}

.. code-block:: html

   {_LINK}
"""


def _escaped(text: str) -> str:
    """A text as reStructuredText has it in a role."""
    return text.replace("\\", r"\\").replace("`", r"\`")


def myst_page() -> str:
    """A page in MyST."""
    return f"""\
# Page

Read our paper: {{rtp}}`download-whitepaper` (PDF).

{{rtp}}`my-event script`
{_in_markdown("{{rtp}}`{}`")}
`` {{rtp}}`my-event` ``

{{rtp}}````{GIVEN_LABEL} <{_FIRST}>````

{_LINK} ``{_LINK}``
"""


def macros_page() -> str:
    """A page in Markdown with functions of Jinja."""
    return f"""\
Read our paper: {{{{ rtp_button("download-whitepaper") }}}} (PDF).

{{{{ rtp_script("my-event") }}}}
{_in_markdown('{{{{ rtp_button("{}") }}}}')}
{_AGAIN_IN_JINJA}

{_FILTERED_LINK}
"""


def jinja_page(begin: str) -> str:
    """A page in Jinja; it begins with what the manual shows."""
    content = _in_html('{{{{ rtp_button("{}") }}}}') + f"{_AGAIN_IN_JINJA}\n{_FILTERED_LINK}"
    return extending("base.html", begin + content)


def django_page(begin: str) -> str:
    """A template of Django; it begins with what the manual shows."""
    return extending("home/base.html", f"{begin}{{% load rtp %}}" + _in_html('{{% rtp "{}" %}}'))


def page_below(front_matter: str, page: str, ask: str) -> str:
    """A page in Markdown below a front matter; it begins with what a page of the manual shows."""
    return f"---\n{front_matter}---\n\n{site_page(page, 'markdown')}{_in_markdown(ask)}"


def extending(layout: str, content: str) -> str:
    """A template that puts its content into a layout."""
    return f'{{% extends "{layout}" %}}{{% block content %}}{content}{{% endblock %}}\n'


def _in_html(ask: str) -> str:
    """Snippets in a list and in a table, as `ask` asks for them."""
    return f"<ul><li>{ask.format('in-a-list')}</ul><table><tr><td>{ask.format('in-a-table')}</table>"


def _in_markdown(ask: str) -> str:
    """Snippets in a list and in a table, as `ask` asks for them."""
    return f"""
- item {ask.format("in-a-list")}

| a | b |
|---|---|
| {ask.format("in-a-table")} | x |
"""
