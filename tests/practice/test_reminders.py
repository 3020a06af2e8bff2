from datetime import datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.practice import Weekly, in_order, is_due

BERLIN = ZoneInfo("Europe/Berlin")
SUNDAY_EVENING = Weekly((6,), 18, 30)
SUNDAY = datetime(2026, 3, 15, 18, 30, tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("minutes_before", "minutes_after", "expected"),
    [(1, 0, True), (1, 1, True), (0, 1, False), (2, -1, False), (60, 4, True), (60, 6, False)],
)
def test_it_rings_once_and_not_long_afterwards(
    minutes_before: int, minutes_after: int, expected: bool
) -> None:
    since = SUNDAY - timedelta(minutes=minutes_before)

    assert is_due([SUNDAY_EVENING], since, SUNDAY + timedelta(minutes=minutes_after)) is expected


def test_it_is_silent_on_other_days() -> None:
    monday = SUNDAY + timedelta(days=1)

    assert not is_due([SUNDAY_EVENING], monday - timedelta(minutes=1), monday)


def test_midnight_is_no_gap() -> None:
    midnight = Weekly((0,), 0)
    monday = datetime(2026, 3, 16, 0, 0, 10, tzinfo=BERLIN)

    assert is_due([midnight], monday - timedelta(seconds=20), monday)


@given(st.integers(0, 6), st.integers(0, 23), st.integers(0, 59))
def test_looking_every_twenty_seconds_finds_each_time_once(
    day: int, hour: int, minute: int
) -> None:
    one = Weekly((day,), hour, minute)
    week = [datetime(2026, 3, 16 + number, tzinfo=BERLIN) for number in range(7)]
    moment = next(found for day_of in week if (found := one.falls_on(day_of)))
    looks = [moment + timedelta(seconds=20 * number - 67) for number in range(8)]

    rings = [is_due([one], before, now) for before, now in pairwise(looks)]

    assert rings.count(True) == 1


def test_the_same_time_is_kept_once_and_by_the_clock() -> None:
    early = Weekly((0, 2), 7)

    assert in_order([SUNDAY_EVENING, early, SUNDAY_EVENING]) == (early, SUNDAY_EVENING)
