r"""The fenced blocks of the README and the manual: what the examples are and where they are.

>>> [block.file_name for block in blocks_of('```toml title="a.toml"\n```')]
['a.toml']
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tests.clean_environment import CHECKOUT

README = CHECKOUT / "README.md"
DOCS = CHECKOUT / "docs"

INTEGRATIONS = "docs/integrations/"
"""The pages whose files belong to whole sites, which tests/sites builds."""

_TAG_PAGE = "docs/rtp-tag.md"
_FENCE = re.compile(r"( *)(`{3,}|~{3,})(\w[\w-]*)?(?: title=\"([^\"]+)\")?")
_FILE_NAME = re.compile(r"(?:# |<!-- )([\w./-]+\.\w+)(?: -->)?")


class Block(NamedTuple):
    """A fenced block: its page, the line of its fence, its language, its text, its title, and the heading above it."""

    page: str
    line: int
    language: str
    text: str
    title: str = ""
    heading: str = ""

    @property
    def file_name(self) -> str:
        """The file that the block shows, from its title or a comment in its first line; empty for other blocks."""
        found = _FILE_NAME.fullmatch(self.text.partition("\n")[0])
        return self.title or (found[1] if found else "")

    @property
    def is_of_a_site(self) -> bool:
        """Whether the block is part of a site, and not a session in the folder of the page's examples."""
        of_sites = self.page.startswith(INTEGRATIONS) or self.page == _TAG_PAGE
        return of_sites and not self.text.startswith((">>> ", "$ ", "pip install "))


def blocks_of(text: str, page: str = "README.md") -> Iterator[Block]:
    """Yield the fenced blocks of a page; raise `ValueError` for one without an end."""
    fence, indent, start, language, title, heading, lines = "", "", 0, "", "", "", list[str]()
    for number, line in enumerate(text.split("\n"), 1):
        if fence and line == indent + fence:
            text = textwrap.dedent("".join(f"{line}\n" for line in lines))
            yield Block(page, start, language, text, title, heading)
            fence = ""
        elif fence:
            lines.append(line)
        elif found := _FENCE.fullmatch(line):
            indent, fence, language, title, start, lines = (
                found[1],
                found[2],
                found[3] or "",
                found[4] or "",
                number,
                [],
            )
        elif line.startswith("#"):
            heading = line.lstrip("# ")
    if fence:
        raise ValueError(f"{page}:{start}: the block has no end")


@cache
def page_files() -> list[str]:
    """The paths of the README and of every page of the manual."""
    return ["README.md", *sorted(path.relative_to(CHECKOUT).as_posix() for path in DOCS.rglob("*.md"))]


def read_page(page: str) -> str:
    """The Markdown of a page."""
    return (CHECKOUT / page).read_text("utf-8")


_BLOCKS = [block for page in page_files() for block in blocks_of(read_page(page), page)]

EXAMPLES = [block for block in _BLOCKS if not block.is_of_a_site]
"""The blocks that run in one folder for each page, one after the other."""

SITE_BLOCKS = [block for block in _BLOCKS if block.is_of_a_site]
"""The blocks that are parts of whole sites."""


def page_text(page: str, file_name: str) -> str:
    """The text of the file that a page shows."""
    (text,) = [block.text for block in _BLOCKS if block.page == page and block.file_name == file_name]
    return text


def site_files(page: str) -> dict[str, str]:
    """The files of a site that a page of the integrations shows."""
    return {block.file_name: block.text for block in SITE_BLOCKS if block.page == page and block.file_name}


def tag_files(heading: str) -> dict[str, str]:
    """The files with a place for the RTP tag that the page about the tag shows below a heading."""
    blocks = [block for block in SITE_BLOCKS if block.page == _TAG_PAGE and block.heading == heading]
    return {block.file_name: block.text for block in blocks}


def site_page(page: str, language: str) -> str:
    """The content of a page of a site that a page of the integrations shows: the block without a file name."""
    (text,) = [
        block.text for block in SITE_BLOCKS if block.page == page and not block.file_name and block.language == language
    ]
    return text
