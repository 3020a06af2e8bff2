from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.practice import Level, Urge, fall_of, wave_height, waves_of

BEGAN = datetime(2026, 11, 20, 23, 14, tzinfo=UTC)
STRENGTH = st.integers(0, 10)


def urge(*readings: tuple[float, int], began: datetime = BEGAN) -> Urge:
    """Return an urge with numbers after so many minutes."""
    levels = tuple(Level(began + timedelta(minutes=at), how) for at, how in readings)
    return Urge(began, levels=levels)


def test_the_number_nearest_to_twenty_minutes_counts() -> None:
    found = fall_of(urge((0, 8), (5, 9), (16, 6), (22, 4), (50, 2)))

    assert found is not None
    assert (found.before, found.after) == (8, 4)


@pytest.mark.parametrize("minutes", [0.1, 14.9, 60.1, 900])
def test_a_number_too_early_or_too_late_says_nothing_about_the_wave(minutes: float) -> None:
    assert fall_of(urge((0, 8), (minutes, 2))) is None


def test_an_urge_without_a_number_counts_nowhere() -> None:
    assert fall_of(urge()) is None
    assert waves_of([urge(), urge((0, 3))]).falls == ()


def test_waves_are_summed_up() -> None:
    waves = waves_of([urge((0, 8), (20, 4)), urge((0, 6), (20, 7)), urge((0, 7), (20, 7))])

    assert (len(waves.falls), waves.lower, waves.before, waves.after) == (3, 1, 7.0, 6.0)


@given(st.lists(st.tuples(st.floats(0, 120), STRENGTH), max_size=8))
def test_a_fall_is_made_of_numbers_that_were_given(readings: list[tuple[float, int]]) -> None:
    found = fall_of(urge(*readings))

    given = [how for _, how in readings]
    assert found is None or (found.before == given[0] and found.after in given[1:])


@given(STRENGTH, st.floats(0, 60), st.floats(0, 60))
def test_a_drawn_wave_begins_where_it_was_named_and_never_rises(
    strength: int, one: float, other: float
) -> None:
    early, late = sorted((one, other))

    assert wave_height(strength, 0) == strength
    assert 0 <= wave_height(strength, late) <= wave_height(strength, early) + 1e-9
