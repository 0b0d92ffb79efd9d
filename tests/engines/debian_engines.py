"""The engines from Debian: PHP with Smarty and WordPress, and pandoc, each with its runner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from tests import clean_environment
from tests.engines.engine import Engine, Failure, Reads
from tests.engines.label_changes import made_by, single_spaces, text_made
from tests.engines.places import handlers_of, links_of
from tests.engines.prepared import WORDPRESS_DATABASE, installed, prepared
from tests.engines.programs import skip_or_fail
from tests.engines.runner import run

_HERE = Path(__file__).parent
_SMARTY = Path("/usr/share/php/smarty4/Autoloader.php")


def _convert_by_php(engine: str, documents: Sequence[str], folder: Path, **variables: str) -> list[str | Failure]:
    # The usual settings of a server: `<?` alone also starts code.
    command = (installed("php"), "-d", "short_open_tag=1", _HERE / "php" / "convert.php")
    return run(command, engine, documents, folder, **variables)


def _find_smarty() -> None:
    installed("php")
    if not _SMARTY.exists():
        skip_or_fail("this test needs Smarty: bash .ci/engines installs it")


def _convert_by_smarty(documents: Sequence[str], folder: Path) -> list[str | Failure]:
    _find_smarty()
    return _convert_by_php("smarty", documents, folder)


def find_wordpress() -> Path:
    """Return WordPress's folder; skip the test (in CI: fail it) if it or PHP isn't installed."""
    installed("php")
    return prepared("wordpress", WORDPRESS_DATABASE) / "usr" / "share" / "wordpress"


def convert_by_wordpress(engine: str, documents: Sequence[str], folder: Path, **variables: str) -> list[str | Failure]:
    """What WordPress shows for each document; `engine` is one that `wordpress.php` supports."""
    return _convert_by_php(engine, documents, folder, WORDPRESS=str(find_wordpress()), **variables)


def _wordpress(name: str, engine: str) -> Engine:
    convert = partial(convert_by_wordpress, engine)
    return Engine(f"WordPress ({name})", "wordpress", convert, find=find_wordpress)


def _convert_by_pandoc(format: str, documents: Sequence[str], folder: Path) -> list[str]:
    for number, document in enumerate(documents):
        (folder / f"{number}.in").write_text(document, "utf-8", newline="\n")
    given = (f"--metadata=format={format}", f"--metadata=count={len(documents)}")
    command = (installed("pandoc"), f"--lua-filter={_HERE / 'pandoc' / 'convert.lua'}", *given)
    ran = clean_environment.run(command, folder)
    assert ran.code == 0, ran.output
    return [(folder / f"{number}.out").read_bytes().decode() for number in range(len(documents))]


def _pandoc(name: str, reads: Reads, format: str) -> Engine:
    convert = partial(_convert_by_pandoc, format)
    return Engine(f"pandoc ({name}, `--wrap=none`)", reads, convert, find=partial(installed, "pandoc"))


_PANDOC_MARKDOWN = _pandoc("Markdown", "markdown", "markdown")
_PANDOC_BLOCK = text_made(
    "pandoc adds line breaks around the label of a button that is a block: let it read GFM instead.",
    made_by("\n{}\n".format),
)
_PANDOC_HTML = _pandoc("HTML, `raw_html`", "html", "html+raw_html")
_PANDOC_HTML_BLOCK = text_made(
    "pandoc adds line breaks around the label of a button that is a block or alone in a table cell, "
    "and collapses and trims spaces.",
    made_by(lambda label: f"\n{single_spaces(label).strip(' ')}\n".replace("\n\n", "\n")),
)
_PANDOC_ADDRESS = "pandoc encodes the address of a link in HTML again: `{` becomes `%7B`."
_PANDOC_HTML_SPACES = text_made("pandoc collapses spaces in a label in HTML.", made_by(single_spaces))

_KSES = _wordpress("a post, without `unfiltered_html`", "wordpress-kses")
_KSES_CODE = (
    "WordPress removes scripts and handlers if the author lacks the capability `unfiltered_html`: "
    'set `carrier = "data"`, and load the binding from the theme.'
)

DEBIAN_ENGINES = (
    Engine("PHP", "template", partial(_convert_by_php, "php"), find=partial(installed, "php")),
    Engine("Smarty", "template", _convert_by_smarty, find=_find_smarty),
    _wordpress("a block of HTML", "wordpress-block"),
    _wordpress("a classic post", "wordpress-post"),
    replace(_KSES, not_promised=dict.fromkeys(("js", "script", *handlers_of("wordpress")), _KSES_CODE)),
    replace(_PANDOC_MARKDOWN, label_not_promised={"button": _PANDOC_BLOCK}),
    _pandoc("GFM", "markdown", "gfm"),
    _pandoc("CommonMark with extensions", "markdown", "commonmark_x"),
    replace(
        _PANDOC_HTML,
        not_promised=dict.fromkeys(links_of("html"), _PANDOC_ADDRESS),
        label_not_promised={
            "button": _PANDOC_HTML_BLOCK,
            "button in a sentence": _PANDOC_HTML_SPACES,
            "button in a table cell": _PANDOC_HTML_BLOCK,
            "marked button in a table cell": _PANDOC_HTML_BLOCK,
        },
    ),
)
