"""What the page of every site has: marks in a sentence, a list, a table and code, a marked link, and what comes of it.

Nothing of the package says what is expected, so that an error in it can't hide itself.
"""

from __future__ import annotations

import json

from tests.clean_environment import CHECKOUT
from tests.docs.readme import GENERATORS, site_page

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

TAG = "<script>var calls = []; function rtp() { calls.push(Array.from(arguments)); }</script>"
"""Stands in for Marketo's tag, and where a person puts that."""


def markdown_page() -> str:
    """A page in Markdown; it begins with what the README shows."""
    begin = site_page(GENERATORS, "markdown")
    link = f"[{LINK_LABEL}](#paper){{ data-rtp-event=two-values }}"
    again = f'[[rtp:{_FIRST} "{GIVEN_LABEL}"]]'
    return f"{begin}{_in_markdown('[[rtp:{}]]')}\n`` [[rtp:my-event]] ``\n\n{again}\n\n{link}\n\n    {_LINK}\n"


def rst_page() -> str:
    """A page in reStructuredText; it begins with a title, and what the README shows."""
    return f"""\
Page
====

{site_page("Sphinx", "rst")}
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
    """A page in Jinja, with the tag before what the README shows."""
    return layout(begin + _in_html('{{{{ rtp_button("{}") }}}}') + f"{_AGAIN_IN_JINJA}\n{_FILTERED_LINK}")


def django_page(begin: str) -> str:
    """A template of Django, with the tag before what the README shows."""
    return layout(f"{begin}{{% load rtp %}}" + _in_html('{{% rtp "{}" %}}'))


def page_below(front_matter: str, heading: str, mark: str) -> str:
    """A page in Markdown below a front matter; it begins with what the README shows below the heading."""
    return f"---\n{front_matter}---\n\n{site_page(heading, 'markdown')}{_in_markdown(mark)}"


def layout(content: str) -> str:
    """A layout around the content of a page."""
    return f'<!DOCTYPE html>\n<meta charset="utf-8">\n{TAG}\n{content}\n'


def _in_html(mark: str) -> str:
    """Marks of that form in a list and in a table."""
    return f"<ul><li>{mark.format('in-a-list')}</ul><table><tr><td>{mark.format('in-a-table')}</table>"


def _in_markdown(mark: str) -> str:
    """Marks of that form in a list and in a table."""
    return f"""
- item {mark.format("in-a-list")}

| a | b |
|---|---|
| {mark.format("in-a-table")} | x |
"""
