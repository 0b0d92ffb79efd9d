"""Write the parts of the manual that are made by programs: tables, and what commands print.

Usage: python -m tests.docs.update [PAGE...], then read the difference with git.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from rtpsnippets.definitions.schema import schema
from rtpsnippets.events.library_attributes import LIBRARY_ATTRIBUTES
from rtpsnippets.events.warning_names import WARNINGS
from rtpsnippets.site.audit.kinds import KINDS
from tests.clean_environment import CHECKOUT
from tests.cms.rows import PLACES, TARGETS
from tests.cms.table import table as target_table
from tests.docs.examples import problems_of, run_step, steps_of
from tests.docs.pages import Block, blocks_of, page_files, read_page
from tests.engines.rows import ENGINES
from tests.engines.table import table as engine_table
from tests.pages.views import table as view_table


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return "".join(f"| {' | '.join(row)} |\n" for row in (header, ["---"] * len(header), *rows))


def _warnings() -> str:
    return _table(("Warning", "Meaning"), ((f"`{name}`", what) for name, what in WARNINGS.items()))


def _findings() -> str:
    rows = ((f"`{name}`", kind.level, kind.what) for name, kind in KINDS.items())
    return _table(("Finding", "Level", "Meaning"), rows)


def _library_attributes() -> str:
    header = ("Where", "Refused", "Library", "What the library does")
    rows = ((_names(row.names), row.shown or "anything", row.library, row.does) for row in LIBRARY_ATTRIBUTES)
    return _table(header, rows)


def _names(names: str) -> str:
    return "a label, any attribute" if names == "*" else ", ".join(f"`{name}`" for name in names.split(", "))


def _keys(*path: str) -> str:
    """The keys of a table of the schema, with their descriptions."""
    table = schema()
    for key in path:
        table = table[key]
    rows = [(f"`{name}`", key["description"]) for name, key in table["properties"].items()]
    patterns = table.get("patternProperties", {})
    rows += [("`data-*`, `aria-*`", key["description"]) for name, key in patterns.items() if "(?:aria-" in name]
    return _table(("Key", "Meaning"), rows)


_EVENT = ("properties", "events", "additionalProperties")

PARTS: Mapping[str, Callable[[], str]] = {
    "event keys": partial(_keys, *_EVENT),
    "button keys": partial(_keys, *_EVENT, "properties", "button"),
    "link keys": partial(_keys, *_EVENT, "properties", "link"),
    "default keys": partial(_keys, "properties", "defaults"),
    "build keys": partial(_keys, "properties", "build"),
    "audit keys": partial(_keys, "properties", "audit"),
    "warnings": _warnings,
    "findings": _findings,
    "library attributes": _library_attributes,
    "supported places": partial(engine_table, ENGINES),
    "CMS targets": partial(target_table, TARGETS, PLACES),
    "page views": view_table,
}
"""The generated parts by their names, each between two comments in one page."""

_PART = re.compile(r"(?s)<!-- Generated: ([\w ]+) -->\n(.*?)<!-- End of \1 -->")


def parts_in(text: str) -> dict[str, str]:
    """Return the generated parts of a page, as they are."""
    return {found[1]: found[2].strip("\n") + "\n" for found in _PART.finditer(text)}


def with_parts(text: str) -> str:
    """Return a page with each generated part as it should be."""
    return _PART.sub(lambda found: _part(found[1]), text)


def _part(name: str) -> str:
    return f"<!-- Generated: {name} -->\n\n{PARTS[name]()}\n<!-- End of {name} -->"


def with_output(text: str, page: str) -> str:
    """Return a page with the output that its commands print when it is played in an empty folder."""
    lines = text.splitlines(keepends=True)
    changes = list[tuple[Block, str]]()
    with TemporaryDirectory() as folder:
        for block in blocks_of(text, page):
            if not block.is_of_a_site:
                if block.language == "console":
                    changes.append((block, "".join(_recorded(block, Path(folder)))))
                else:
                    list(problems_of(block, Path(folder)))
    for block, new in reversed(changes):  # from the end, so that the numbers of lines above stay right
        fence = lines[block.line - 1]
        indent = fence[: len(fence) - len(fence.lstrip(" "))]
        end = block.line + block.text.count("\n")
        lines[block.line : end] = [indent * bool(line.strip()) + line for line in new.splitlines(keepends=True)]
    return "".join(lines)


def _recorded(block: Block, folder: Path) -> Iterator[str]:
    for step in steps_of(block):
        yield f"$ {step.command}\n{run_step(step, folder).output}"


if __name__ == "__main__":
    for name in sys.argv[1:] or page_files():
        before = read_page(name)
        after = with_output(with_parts(before), name)
        if after != before:
            (CHECKOUT / name).write_text(after, "utf-8", newline="\n")
            print(f"changed {name}")
