"""The walk through every world, made once for all tests that look at it."""

from typing import NamedTuple

import pytest

from tests.contact.every_path import Search

DEPTH = 8


class Walk(NamedTuple):
    """A search that is over, and the path to a draft that left too early, if there was one."""

    search: Search
    leak: list[str] | None


@pytest.fixture(scope="session")
def walk() -> Walk:
    """Every world that eight events lead to from a no; its tests run in one group."""
    search = Search()
    leak = search.too_early(DEPTH)
    return Walk(search, leak)


@pytest.fixture(scope="session")
def walked(walk: Walk) -> Search:
    """The search alone."""
    return walk.search
