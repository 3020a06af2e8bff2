"""What is given is read by the other; what is not is not; both first, where both have to write."""

from dataclasses import dataclass
from typing import ClassVar

import pytest

from amends.store import Space
from amends.web.releasing import (
    both_finished,
    finish,
    follow,
    given,
    release,
    release_when_both,
    take_back,
)
from tests.web.couple import couple, space_for

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Line:
    """A record for these tests."""

    KIND: ClassVar[str] = "line"
    words: str


@pytest.fixture
def spaces() -> tuple[Space, Space]:
    alice, bob = couple()
    return space_for(alice), space_for(bob)


def read(space: Space) -> list[str]:
    return [one.item.words for one in space.theirs(Line)]


def test_only_what_is_given_is_read(spaces: tuple[Space, Space]) -> None:
    hers, his = spaces
    hers.vault.put(Line("kept"))
    release(hers, hers.vault.put(Line("given")))

    assert read(his) == ["given"]


def test_a_change_is_read_when_it_is_given_again(spaces: tuple[Space, Space]) -> None:
    hers, his = spaces
    kept = hers.vault.put(Line("one"))
    release(hers, kept)
    changed = hers.vault.put(Line("two"), id=kept.id)
    assert read(his) == ["one"]

    release(hers, changed)

    assert read(his) == ["two"]


def test_what_is_taken_back_is_gone(spaces: tuple[Space, Space]) -> None:
    hers, his = spaces
    kept = hers.vault.put(Line("given"))
    release(hers, kept)

    take_back(hers, kept)

    assert read(his) == []
    assert kept.id.hex() not in given(hers.vault)
    assert hers.vault.records(Line) == [Line("given")]


def test_both_write_before_either_reads(spaces: tuple[Space, Space]) -> None:
    hers, his = spaces
    mine, theirs = hers.vault.put(Line("hers")), his.vault.put(Line("his"))

    finish(hers, "sunday")
    assert not release_when_both(hers, "sunday", [mine])
    assert read(his) == []
    finish(his, "sunday")
    assert release_when_both(his, "sunday", [theirs])
    assert read(hers) == ["his"]
    release_when_both(hers, "sunday", [mine])

    assert read(his) == ["hers"]
    assert both_finished(hers, "sunday")
    assert not both_finished(hers, "monday")


def test_what_is_burned_is_taken_back_too(spaces: tuple[Space, Space]) -> None:
    hers, his = spaces
    kept = hers.vault.put(Line("given"))
    stays = hers.vault.put(Line("stays"))
    release(hers, kept)
    release(hers, stays)

    hers.vault.delete(kept.id)
    follow(hers)

    assert read(his) == ["stays"]
    assert kept.id.hex() not in given(hers.vault)
