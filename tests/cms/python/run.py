"""Give the documents in a file to a sanitizer or CMS in Python, and print what it kept; see `tests.engines.runner`.

Usage: python -m tests.cms.python.run FILE
"""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

Keep = Callable[[str], str]


def _start_django() -> None:
    import django
    from django.conf import settings

    settings.configure(
        SECRET_KEY="x",  # noqa: S106 (nothing here is secret)
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        INSTALLED_APPS=[
            *("django.contrib.auth", "django.contrib.contenttypes", "modelcluster", "taggit"),
            *("wagtail", "wagtail.admin", "wagtail.documents", "wagtail.images", "wagtail.users"),
        ],
        STATIC_URL="/static/",
        TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}],
        USE_TZ=True,
        WAGTAILADMIN_BASE_URL="http://localhost",
        WAGTAIL_SITE_NAME="x",
    )
    django.setup()
    logging.disable()  # Wagtail logs each attribute that it does not know


def _bleach() -> Keep:
    import bleach

    return lambda source: str(bleach.clean(source))


def _django_cms() -> Keep:
    _start_django()
    from djangocms_text.html import clean_html

    return lambda source: str(clean_html(source))


def _html_sanitizer() -> Keep:
    from html_sanitizer import Sanitizer

    sanitizer = Sanitizer()
    return lambda source: str(sanitizer.sanitize(source))


def _lxml() -> Keep:
    from lxml_html_clean import clean_html

    # It returns one element, but not every document is one.
    return lambda source: str(clean_html(f"<div>{source}</div>"))


def _nh3() -> Keep:
    import nh3

    return nh3.clean


def _wagtail_rich_text() -> Keep:
    """The HTML after the editor stored and then showed it, with the default features of a field."""
    _start_django()
    from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
    from wagtail.rich_text import RichText, features

    converter = ContentstateConverter(features.get_default_features())
    return lambda source: str(RichText(converter.to_database_format(converter.from_database_format(source))))


def _wagtail_raw_html() -> Keep:
    """What a raw HTML block shows of the input of its form."""
    _start_django()
    from wagtail.blocks import RawHTMLBlock

    block = RawHTMLBlock()
    return lambda source: str(block.render(block.clean(block.value_from_form(source))))


TARGETS: Mapping[str, Callable[[], Keep]] = {
    "bleach": _bleach,
    "django-cms": _django_cms,
    "html-sanitizer": _html_sanitizer,
    "lxml": _lxml,
    "nh3": _nh3,
    "wagtail-raw-html": _wagtail_raw_html,
    "wagtail-rich-text": _wagtail_rich_text,
}
"""For each target, by name: returns the function that converts a document."""


def main(file: Path) -> None:
    """Print what is kept of the documents in `file`."""
    task = json.loads(file.read_text("ascii"))
    keep = TARGETS[task["engine"]]()
    sys.stdout.write(json.dumps([keep(document) for document in task["documents"]]))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
