"""All targets, in the order of the manual's table, and their destinations."""

from __future__ import annotations

from collections.abc import Mapping

from tests.cms.editors import EDITORS
from tests.cms.programs import PROGRAMS
from tests.cms.target import Target
from tests.cms.wordpress import WORDPRESS

TARGETS: tuple[Target, ...] = (*WORDPRESS, *EDITORS, *PROGRAMS)

BY_NAME: Mapping[str, Target] = {target.name: target for target in TARGETS}

PLACES: Mapping[str, tuple[str, ...]] = {
    "wordpress": (
        "WordPress, Custom HTML block, author",
        "WordPress, Custom HTML block, administrator",
        "WordPress, Classic editor, author",
        "WordPress, Classic editor, administrator",
        "WordPress, Classic editor after the Visual tab, author",
        "WordPress, Classic editor after the Visual tab, administrator",
        "WordPress, `wp_insert_post` without `wp_slash`",
    ),
    # The block is part of the text of a post.
    "wordpress-button": ("WordPress, Classic editor, author", "WordPress, Classic editor, administrator"),
    "tinymce": ("TinyMCE 8", "TinyMCE 7", "TinyMCE 5"),
    "ckeditor": ("CKEditor 5 with HTML embed", "CKEditor 5 with General HTML Support (`data-*`, classes)"),
    "froala": ("Froala",),
    "jodit": ("Jodit",),
    "summernote": ("Summernote",),
    "wagtail": ("Wagtail, `RawHTMLBlock`",),
    "ghost": ("Ghost, HTML card",),
    "django-cms": ("django CMS text, its sanitizer",),
    "plain-links": tuple(target.name for target in TARGETS if target.results["data link"] == "sends nothing"),
}
"""The targets of each destination, by name."""
