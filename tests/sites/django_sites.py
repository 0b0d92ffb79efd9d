"""The sites of Django and Wagtail: projects as their own commands begin them, and the template tag of the manual."""

from __future__ import annotations

from tests.sites.pages import TAG, UNKNOWN_ID, django_page
from tests.sites.site import Change, Environment, Site

_DOCS = "docs/integrations/django.md"
_ENVIRONMENT = Environment(packages=("wagtail",))  # which needs Django

_PAGE = {"home/templates/home/page.html": django_page("{% include 'home/whitepaper.html' %}")}
# The test client asks for the page as a browser does; what fails in a template ends the command.
_BUILD = """\
from pathlib import Path
from django.test import Client

Path("out").mkdir(exist_ok=True)
Path("out/index.html").write_bytes(Client(SERVER_NAME="localhost").get("/").content)
"""
_COMMAND = ("bash", "-c", "python manage.py migrate -v 0 && python manage.py shell -c 'import build'")

_BINDING = "{% load static %}<script src=\"{% static 'js/rtp-events.js' %}\" defer></script>"

_DJANGO_URLS = """
from django.views.generic import TemplateView

urlpatterns += [path("", TemplateView.as_view(template_name="home/page.html"))]
"""

DJANGO_SITES = (
    Site(
        "Django",
        _DOCS,
        "Django",
        _ENVIRONMENT,
        {
            **_PAGE,
            "build.py": _BUILD,
            "mysite/settings.py": 'INSTALLED_APPS += ["home"]\nSTATIC_ROOT = "out/static"\n',
            "mysite/urls.py": _DJANGO_URLS,
        },
        ("bash", "-c", f"python manage.py collectstatic --no-input -v 0 && {_COMMAND[-1]}"),
        "out",
        start=("bash", "-c", "django-admin startproject mysite . && python manage.py startapp home"),
        binding=Change("home/templates/home/base.html", TAG, TAG + _BINDING, "home/static/js"),
        unknown=f"KeyError: '{UNKNOWN_ID}'",
        reads_shortcodes=False,
    ),
    Site(
        "Wagtail",
        _DOCS,
        "Django",
        _ENVIRONMENT,
        {**_PAGE, "build.py": _BUILD, "home/models.py": '\n\nHomePage.template = "home/page.html"\n'},
        _COMMAND,
        "out",
        start=("wagtail", "start", "mysite", "."),
        unknown=f"KeyError: '{UNKNOWN_ID}'",
        reads_shortcodes=False,
    ),
)
