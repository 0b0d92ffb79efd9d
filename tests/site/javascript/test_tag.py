"""The tag in a script, in all its forms."""

from __future__ import annotations

import pytest

from tests.site.javascript.known import A
from tests.site.javascript.tags import BROKEN_TAGS, NO_TAGS, TAG, TAGS
from tests.site.reading import read, sent


@pytest.mark.parametrize("code", TAGS)
def test_stub__of_every_shape_is_found(code: str) -> None:
    assert [(stub.is_broken, stub.is_later) for stub in read(code).stubs] == [(False, False)]
    assert read(code).calls == ()


@pytest.mark.parametrize("code", BROKEN_TAGS)
def test_stub__that_drops_its_arguments_is_broken(code: str) -> None:
    assert [stub.is_broken for stub in read(code).stubs] == [True]


@pytest.mark.parametrize("code", TAGS)
def test_stub__of_every_shape_is_found_in_long_code(code: str) -> None:
    (stub,) = read(code + "\n// long" * 5_000).stubs
    assert not stub.is_broken


@pytest.mark.parametrize("code", NO_TAGS)
def test_stub__what_only_looks_like_one_is_none(code: str) -> None:
    assert read(code).stubs == ()


def test_stub__has_a_span_and_may_be_in_a_function() -> None:
    code = f"function load() {{ {TAG} }} {A}"
    (stub,) = read(code).stubs
    assert stub.is_later
    assert code[stub.span.start :].startswith("c[a]=c[a]||function(){")
    assert sent(code) == ["a"]


def test_stub__twice_is_two() -> None:
    assert len(read(f"{TAG}\n{TAG}").stubs) == 2
