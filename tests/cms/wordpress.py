"""WordPress from Debian: its filters for saving and showing, and the Visual tab of the Classic editor."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from tests.cms.editors import Editor
from tests.cms.installed import node_packages
from tests.cms.programs import whole
from tests.cms.target import ALL, Target, Workshop, target
from tests.engines.debian_engines import convert_by_wordpress, find_wordpress

_JQUERY = "jquery/dist/jquery.min.js"
"""Debian has moved WordPress's own to a package that isn't installed."""

_BODY = f"""<textarea id="content"></textarea>
<script src="/{_JQUERY}"></script>
<script>var userSettings = {{ url: "/", uid: "1", time: "1", secure: "" }}, quicktagsL10n = {{}};</script>
<script src="/wp-includes/js/utils.js"></script>
<script src="/wp-includes/js/quicktags.js"></script>
<script src="/wp-admin/js/editor.js"></script>
"""


def _keep(engine: str, documents: Sequence[str], workshop: Workshop) -> list[str]:
    return whole(convert_by_wordpress(engine, documents, workshop.new_folder()))


def _keep_after_visual_tab(engine: str, documents: Sequence[str], workshop: Workshop) -> list[str]:
    (settings,) = _keep("wordpress-editor", [""], workshop)
    return _keep(engine, Editor("wordpress", _BODY + settings, _find).keep(documents, workshop), workshop)


def _find(path: str) -> Path:
    return (node_packages() if path == _JQUERY else find_wordpress()) / path


def _row(name: str, engine: str, results: str) -> Target:
    return target(f"WordPress, {name}", _VERSION, partial(_keep, engine), results)


def _visual(name: str, engine: str, results: str) -> Target:
    return target(f"WordPress, {name}", _VERSION, partial(_keep_after_visual_tab, engine), results)


_VERSION = "6.1"
_AUTHOR = "nothing nothing text exact exact exact exact"

WORDPRESS = (
    _row("Custom HTML block, administrator", "wordpress-block", ALL),
    _row("Custom HTML block, author", "wordpress-kses-block", _AUTHOR),
    _row("Classic editor, administrator", "wordpress-post", ALL),
    _row("Classic editor, author", "wordpress-kses", _AUTHOR),
    _visual(
        "Classic editor after the Visual tab, administrator",
        "wordpress-post",
        "nothing nothing exact exact exact exact exact",
    ),
    _visual("Classic editor after the Visual tab, author", "wordpress-kses", _AUTHOR),
    _row("`wp_insert_post` without `wp_slash`", "wordpress-unslashed", "other other other exact exact exact exact"),
)
