"""The command that installs an extra: it can be copied, and uses the origin of the installed package."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from shlex import quote

import pytest

from rtpsnippets.extras import needs_extra

HINT = "reading YAML needs an extra that is not installed\n    "

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows quotes arguments in another way")


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[object], None]:
    """Let Python find an installation with the origin that pip recorded, and a pip."""
    info = tmp_path / "rtpsnippets-0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Name: rtpsnippets\nVersion: 0\n")
    (tmp_path / "pip.py").touch()
    monkeypatch.syspath_prepend(tmp_path)

    def install(origin: object) -> None:
        if origin:
            (info / "direct_url.json").write_text(json.dumps(origin))

    return install


def hint() -> str:
    return str(needs_extra("reading YAML", "yaml")).removeprefix(HINT)


def with_this(arguments: str) -> str:
    return f"{quote(sys.executable)} {arguments}"


@pytest.mark.parametrize(
    ("origin", "requirement"),
    [
        (None, "'rtpsnippets[yaml]'"),
        ({"url": "{here}", "dir_info": {}}, "'{path}[yaml]'"),
        ({"url": "{here}", "dir_info": {"editable": True}}, "--editable '{path}[yaml]'"),
        ({"url": "{here}/a%20b.whl", "archive_info": {}}, "'{path}/a b.whl[yaml]'"),
        ({"url": "{here}/removed", "dir_info": {"editable": True}}, "'rtpsnippets[yaml]'"),
        ({"url": "https://example.com/r.zip", "archive_info": {}}, "'rtpsnippets[yaml] @ https://example.com/r.zip'"),
        (
            {"url": "https://example.com/r", "vcs_info": {"vcs": "git", "commit_id": "c0ffee"}},
            "'rtpsnippets[yaml] @ git+https://example.com/r@c0ffee'",
        ),
        ({"url": "{here}", "vcs_info": {"vcs": "hg", "commit_id": "1"}}, "'rtpsnippets[yaml] @ hg+{here}@1'"),
    ],
)
def test_needs_extra__names_the_package_where_it_was_installed_from(
    origin: dict[str, object] | None, requirement: str, installed: Callable[[object], None], tmp_path: Path
) -> None:
    (tmp_path / "a b.whl").touch()
    here = {"here": tmp_path.as_uri(), "path": str(tmp_path)}
    installed(origin and {**origin, "url": str(origin["url"]).format(**here)})
    assert hint() == with_this(f"-m pip install {requirement.format(**here)}")


def test_needs_extra__of_a_folder_on_the_path_of_python_names_the_index(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [])
    assert hint().endswith(" install 'rtpsnippets[yaml]'")


def test_needs_extra__lets_another_pip_install_into_an_environment_without_one(
    installed: Callable[[object], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    installed(None)
    monkeypatch.setattr(sys, "executable", "/my env/python")
    assert hint() == "'/my env/python' -m pip install 'rtpsnippets[yaml]'"
    monkeypatch.setitem(sys.modules, "pip", None)
    assert hint() == "pip --python '/my env/python' install 'rtpsnippets[yaml]'"
