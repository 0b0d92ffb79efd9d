"""What `rtpsnippets` offers is there when it is asked for, with a docstring."""

from __future__ import annotations

import pytest

import rtpsnippets


@pytest.mark.parametrize("name", rtpsnippets.__all__)
def test_public_name__is_there_and_says_what_it_is_for(name: str) -> None:
    docstring = getattr(rtpsnippets, name).__doc__
    assert docstring
    assert not docstring.startswith(f"{name}("), "that is the docstring that a dataclass makes up"


def test_public_names__are_offered_by_dir() -> None:
    assert set(rtpsnippets.__all__) <= set(dir(rtpsnippets))


def test_public_names__an_unknown_one_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match=r"^module 'rtpsnippets' has no attribute 'rendre'$"):
        getattr(rtpsnippets, "rendre")  # noqa: B009 (the type checker knows that it isn't there)
