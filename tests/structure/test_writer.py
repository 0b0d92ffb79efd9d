"""What in a source could change the disk: `test_packages.py` allows it in one module."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

import pytest

from tests.structure.modules import imports_of, last_name

_WRITING_NAMES = {
    *("write_text", "write_bytes", "touch", "mkdir", "unlink", "rmdir", "chmod", "lchmod", "rename"),
    *("symlink_to", "hardlink_to", "copy_into", "move_into"),
    *("open_file", "File", "LazyFile"),  # click's ways to open a file
}
"""Names that mean nothing but a change to the disk, whether called or handed on."""

_WRITING_MODULES = {"shutil", "tempfile", "fileinput", "subprocess", "sqlite3", "dbm", "shelve", "zipfile", "tarfile"}
_READING_NAMES = {
    # What `dup2` changes is where a stream leads, to a file that somebody must have opened.
    "os": {
        *("DirEntry", "O_RDONLY", "PathLike", "close", "cpu_count", "devnull", "dup2", "environ", "fsdecode"),
        *("fsencode", "fspath", "fstat", "open", "path", "scandir", "sched_getaffinity", "sep"),
    },
    "io": {"BytesIO", "StringIO", "TextIOWrapper"},
}
"""What may be used of modules whose other names mostly write."""

_READING_MODES = {"r", "rb", "rt"}


def writing_calls(source: str) -> Iterator[str]:
    """Complain about everything that could create, change, rename or remove a file."""
    for line, name in imports_of(source):
        owner, _, below = name.partition(".")
        if owner in _WRITING_MODULES or below == "open" or (below and _is_writing_name(owner, below)):
            yield f"line {line}: imports {name}"
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.alias(name="os" | "io" as name, asname=str()):
                yield f"line {node.lineno}: gives {name} another name"
            case ast.Attribute() if _is_writing_name(last_name(node.value), node.attr):
                yield f"line {node.lineno}: {ast.unparse(node)}"
            case ast.Call() if _is_writing_call(node):
                yield f"line {node.lineno}: {ast.unparse(node)}"


def _is_writing_name(owner: str, name: str) -> bool:
    return name in _WRITING_NAMES or name not in _READING_NAMES.get(owner, {name})


def _is_writing_call(node: ast.Call) -> bool:
    match node:
        case ast.Call(func=ast.Name(id="open")):
            return not _is_reading(node.args[1:2], node.keywords)
        case ast.Call(func=ast.Attribute(attr="open")) if ast.unparse(node.func) == "Path(os.devnull).open":
            pass  # what is written there is nowhere
        case ast.Call(func=ast.Attribute(attr="open"), args=[_, flags]) if ast.unparse(flags) == "os.O_RDONLY":
            pass
        case ast.Call(func=ast.Attribute(attr="open")):
            return not _is_reading(node.args[:1], node.keywords)
        # A path's takes the target; a string's takes two texts, a dataclass's the fields by their names.
        case ast.Call(func=ast.Attribute(attr="replace"), args=[_], keywords=[]):
            return True
        case ast.Call(func=ast.Attribute(attr="replace"), keywords=[ast.keyword(arg="target")]):
            return True
        # A path's again; those of a list and a dict take nothing.
        case ast.Call(func=ast.Attribute(attr="copy" | "move")):
            return bool(node.args or node.keywords)
    return False


def _is_reading(modes: Sequence[ast.expr], keywords: Sequence[ast.keyword]) -> bool:
    """Whether a file that is opened with these arguments can only be read."""
    given = [*modes, *(keyword.value for keyword in keywords if keyword.arg in {"mode", None})]
    return all(isinstance(mode, ast.Constant) and mode.value in _READING_MODES for mode in given)


@pytest.mark.parametrize(
    "source",
    [
        "open(path, 'w')",
        "open(path, mode='ab')",
        "open(path, mode)",
        "open(path, **options)",
        "open(mode='w', file=path)",
        "path.open('xb')",
        "path.open(mode='w')",
        "Path(os.devnull, name).open('w')",
        "io.open(path, 'w')",
        "click.open_file('-', 'w')",
        "from click import File",
        "path.write_text('x')",
        "for_each(Path.unlink, paths)",
        "path.replace(other)",
        "path.replace(target=other)",
        "path.copy(other)",
        "os.remove(path)",
        "os.open(path, flags)",
        "os.open(path, os.O_RDONLY | os.O_CREAT)",
        "from os import open",
        "from os import unlink",
        "from os import *",
        "import os as system",
        "import shutil",
        "from shutil import rmtree",
        "from io import open",
        "def f():\n    path.unlink()",
    ],
)
def test_writing_calls__complains(source: str) -> None:
    assert list(writing_calls(source))


def test_writing_calls__says_where_and_what() -> None:
    assert list(writing_calls("import os\n\nos.remove(path)")) == ["line 3: os.remove"]
    assert list(writing_calls("\npath.replace(other)")) == ["line 2: path.replace(other)"]
    assert list(writing_calls("from os import unlink")) == ["line 1: imports os.unlink"]


@pytest.mark.parametrize(
    "source",
    [
        "open(path)",
        "open(path, 'rb')",
        "open(path, mode='r')",
        "path.open()",
        "path.open('rb')",
        "Path(os.devnull).open('w')",
        "os.open(path, os.O_RDONLY)",
        "path.read_bytes()",
        "text.replace('a', 'b')",
        "replace(problem, file=name)",
        "items.copy()",
        "import os\nos.environ.get('NO_COLOR')",
        "from os import PathLike",
        "from io import TextIOWrapper",
        "import os.path",
    ],
)
def test_writing_calls__takes_what_only_reads(source: str) -> None:
    assert list(writing_calls(source)) == []
