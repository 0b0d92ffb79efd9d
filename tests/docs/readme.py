r"""The fenced blocks of the README: what its examples are, and where they stand.

>>> list(blocks_of("## A\n### B\n```sh\nls\n```"))
[Block(line=3, language='sh', text='ls\n', section='A', heading='B')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tests.clean_environment import CHECKOUT

README = CHECKOUT / "README.md"

GENERATORS = "In a site generator"
"""The section whose files are those of whole sites, which have tests of their own."""

_FENCE = re.compile(r"(?:`{3,}|~{3,})")
_HEADING = re.compile(r"(#{1,6}) (.+)")
_FILE_NAME = re.compile(
    r"(?:# |\{# |// |<!-- |\{\{- /\* |\{%- comment -%\} )([\w./-]+\.\w+)"
    r"(?: -?#\}| -->| \*/ -\}\}| \{%- endcomment -%\})?"
)


class Block(NamedTuple):
    """A fenced block: the line of its fence, its language, the text between the fences, the headings above it.

    `section` is the nearest heading of the second level, `heading` the nearest of any.
    """

    line: int
    language: str
    text: str
    section: str = ""
    heading: str = ""

    @property
    def file_name(self) -> str | None:
        """The file that the block shows: its first line is a comment with the name."""
        found = _FILE_NAME.fullmatch(self.text.partition("\n")[0])
        return found[1] if found else None

    @property
    def is_of_a_site(self) -> bool:
        """Whether it is a part of a site, and not a session in the folder of the README's examples."""
        return self.section == GENERATORS and not self.text.startswith((">>> ", "$ "))


def blocks_of(text: str) -> Iterator[Block]:
    """Yield the fenced blocks of Markdown; raise `ValueError` for one that would be overlooked."""
    fence, start, language, lines = "", 0, "", list[str]()
    section = heading = ""
    for number, line in enumerate(text.split("\n"), 1):
        if fence and line == fence:
            yield Block(start, language, "".join(f"{line}\n" for line in lines), section, heading)
            fence = ""
        elif fence:
            lines.append(line)
        elif found := _FENCE.match(line):
            fence, start, language, lines = found[0], number, line[found.end() :], []
        elif found := _HEADING.fullmatch(line):
            heading = found[2]
            section = heading if found[1] == "##" else section
        elif _FENCE.match(line.lstrip(" >")) or line.startswith(("    ", "\t")):
            raise ValueError(f"line {number}: an example stands in a fence at the start of the line")
    if fence:
        raise ValueError(f"line {start}: the block has no end")


_BLOCKS = list(blocks_of(README.read_text("utf-8")))

EXAMPLES = [block for block in _BLOCKS if not block.is_of_a_site]
"""The blocks that run in one folder, one after the other."""

SITE_BLOCKS = [block for block in _BLOCKS if block.is_of_a_site]
"""The blocks that are parts of whole sites."""


def site_files(heading: str) -> dict[str, str]:
    """The files of a site that the README shows below that heading."""
    return {block.file_name: block.text for block in SITE_BLOCKS if block.heading == heading and block.file_name}


def site_page(heading: str, language: str) -> str:
    """What the README shows there of a page: the block without a file name."""
    pages = [block for block in SITE_BLOCKS if block.heading == heading and not block.file_name]
    (text,) = [block.text for block in pages if block.language == language]
    return text
