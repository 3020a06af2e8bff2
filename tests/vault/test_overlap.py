"""Two lists, and what both have."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amends.vault import Damaged, blinded, common, new_power, raised
from amends.vault.overlap import PLACES

ENTRIES = st.frozensets(st.text(max_size=20), max_size=20)


def exchanged(mine: frozenset[str], theirs: frozenset[str], about: str = "hours") -> frozenset[str]:
    """What I am told when each did their part."""
    my_power, their_power = new_power(), new_power()
    my_list, their_list = blinded(mine, my_power, about), blinded(theirs, their_power, about)
    return common(mine, my_power, about, their_list, raised(my_list, their_power))


@given(ENTRIES, ENTRIES)
@settings(max_examples=15, deadline=None)
def test_both_learn_what_both_have_and_no_more(
    mine: frozenset[str], theirs: frozenset[str]
) -> None:
    assert exchanged(mine, theirs) == mine & theirs == exchanged(theirs, mine)


def test_a_list_looks_the_same_whatever_is_on_it() -> None:
    power = new_power()

    assert len(blinded([], power, "hours")) == len(blinded(["a", "b"], power, "hours")) == PLACES


def test_one_power_alone_matches_nothing() -> None:
    entries = ["sea", "trains"]
    mine, theirs = blinded(entries, new_power(), "x"), blinded(entries, new_power(), "x")

    assert not set(mine) & set(theirs)


def test_another_question_matches_nothing() -> None:
    mine, theirs = new_power(), new_power()
    of_hours, of_places = blinded(["a"], mine, "hours"), blinded(["a"], theirs, "places")

    assert common(["a"], mine, "hours", of_places, raised(of_hours, theirs)) == frozenset()


def test_more_than_the_places_is_refused() -> None:
    with pytest.raises(ValueError, match="129 entries"):
        blinded((str(number) for number in range(PLACES + 1)), new_power(), "x")


@pytest.mark.parametrize("point", [b"", bytes(32), bytes(31), b"\xff" * 32])
def test_what_is_no_point_is_refused(point: bytes) -> None:
    with pytest.raises(Damaged):
        raised([point], new_power())


def test_a_short_answer_is_refused() -> None:
    power = new_power()

    with pytest.raises(Damaged):
        common(["a"], power, "x", blinded(["a"], new_power(), "x"), ())
