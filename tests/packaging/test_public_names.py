"""Every public name of `rtpsnippets` can be imported and has a docstring."""

from __future__ import annotations

from typing import get_args

import pytest

import rtpsnippets
from rtpsnippets.events.event import CARRIERS
from rtpsnippets.snippets.formats import FORMATS
from rtpsnippets.version import VERSION

TYPES = ("Carrier", "FormatName", "Trigger")
"""The public names for types of arguments, which can't have a docstring."""


@pytest.mark.parametrize("name", [name for name in rtpsnippets.__all__ if name not in TYPES])
def test_public_name__exists_and_has_a_docstring(name: str) -> None:
    docstring = getattr(rtpsnippets, name).__doc__
    assert docstring
    assert not docstring.startswith(f"{name}("), "that is the docstring that a dataclass makes up"


def test_types_of_arguments__name_the_allowed_values() -> None:
    names, text = get_args(rtpsnippets.FormatName)
    assert (get_args(names), text) == (tuple(FORMATS), str)
    assert get_args(rtpsnippets.Carrier) == CARRIERS == ("inline", "data")
    triggers, text = get_args(rtpsnippets.Trigger)
    assert (get_args(triggers), text) == (("click", "load", "submit", "visible"), str)


def test_version__is_that_of_the_package() -> None:
    assert rtpsnippets.__version__ == VERSION


def test_public_names__are_listed_by_dir() -> None:
    assert set(rtpsnippets.__all__) <= set(dir(rtpsnippets))


def test_public_names__an_unknown_one_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match=r"^module 'rtpsnippets' has no attribute 'rendre'$"):
        getattr(rtpsnippets, "rendre")  # noqa: B009 (the type checker knows that it isn't there)
