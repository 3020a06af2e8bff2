"""Weeks of the body beside weeks of urges."""

from datetime import date, timedelta

import pytest

from amends.practice import BodyDay, Week, compared, is_low, weeks_of

MONDAY = date(2026, 3, 2)
TODAY = date(2026, 6, 3)


def week(number: int, **told: int | bool) -> list[BodyDay]:
    """Return a week in which the same was written down on its first four days."""
    first = MONDAY + timedelta(weeks=number)
    return [BodyDay(first + timedelta(days=day), **told) for day in range(4)]  # type: ignore[arg-type]


def urges(*counts: int) -> list[date]:
    """Return so many urges in each week, from the first on."""
    return [MONDAY + timedelta(weeks=number) for number, n in enumerate(counts) for _ in range(n)]


def in_weeks(days: list[BodyDay], urged: list[date], today: date = TODAY) -> list[Week]:
    return weeks_of(days, urged, [], today)


def test_weeks_of_short_nights_stand_beside_the_others() -> None:
    days = [day for n in range(6) for day in week(n, sleep=5 if n < 3 else 8)]

    (found,) = compared(in_weeks(days, urges(5, 6, 4, 2, 1, 3)))

    assert found.what == "sleep"
    assert (found.so.weeks, found.so.urges) == (3, 5.0)
    assert (found.otherwise.weeks, found.otherwise.urges) == (3, 2.0)


def test_two_weeks_of_one_kind_are_too_few_to_compare() -> None:
    days = [day for n in range(6) for day in week(n, sleep=5 if n < 2 else 8)]

    assert compared(in_weeks(days, urges(5, 6, 4, 2, 1, 3))) == []


def test_six_hours_are_not_under_six() -> None:
    (found,) = in_weeks(week(0, sleep=6), urges(1))

    assert found.sleep == 6
    assert compared([found] * 6) == []


@pytest.mark.parametrize(
    ("what", "so", "otherwise"),
    [
        ("food", {"went_hungry": True}, {"went_hungry": False}),
        ("still", {"moved": False}, {"moved": True}),
        ("alcohol", {"took_some": True}, {"took_some": False}),
    ],
)
def test_each_of_the_others_is_compared_too(
    what: str, so: dict[str, bool], otherwise: dict[str, bool]
) -> None:
    days = [day for n in range(6) for day in week(n, **(so if n % 2 else otherwise))]

    (found,) = compared(in_weeks(days, urges(1, 3, 1, 3, 1, 3)))

    assert found.what == what
    assert (found.so.urges, found.otherwise.urges) == (3.0, 1.0)


def test_what_was_left_out_counts_on_no_side() -> None:
    days = [day for n in range(6) for day in week(n, sleep=5 if n < 3 else 8)]

    assert [one.what for one in compared(in_weeks(days, urges(1, 1, 1, 1, 1, 1)))] == ["sleep"]


def test_a_week_with_two_days_does_not_count() -> None:
    assert in_weeks(week(0, sleep=5)[:2], urges(3)) == []


def test_the_week_that_is_not_over_does_not_count() -> None:
    assert in_weeks(week(0, sleep=5), urges(3), today=MONDAY + timedelta(days=6)) == []


def test_weeks_before_the_first_urge_do_not_count_as_calm() -> None:
    days = [day for n in range(3) for day in week(n, sleep=5)]

    assert [one.monday for one in in_weeks(days, urges(0, 2))] == [
        MONDAY + timedelta(weeks=1),
        MONDAY + timedelta(weeks=2),
    ]


def test_without_urges_there_is_nothing_to_lay_beside() -> None:
    assert in_weeks(week(0, sleep=5), []) == []


def test_what_is_written_later_on_a_day_adds_to_it() -> None:
    days = [*week(0, sleep=5), BodyDay(MONDAY, took_some=True)]

    (found,) = in_weeks(days, urges(1))

    assert found.days[0] == BodyDay(MONDAY, sleep=5, took_some=True)


def test_slips_are_counted_in_their_week() -> None:
    days = [day for n in range(6) for day in week(n, sleep=5 if n < 3 else 8)]

    (found,) = compared(weeks_of(days, urges(1, 1, 1, 1, 1, 1), urges(1, 1, 1), TODAY))

    assert (found.so.slips, found.otherwise.slips) == (1.0, 0.0)


@pytest.mark.parametrize(
    ("moods", "low"),
    [
        ([3, 3, 3, 3, 3, 3], True),
        ([1, 2, 3, 3, 9, 9], True),
        ([3, 3, 3, 4, 4, 4], False),
        ([0, 0, 0, 0, 0], False),
    ],
)
def test_a_low_mood_is_the_middle_of_six_or_more(moods: list[int], *, low: bool) -> None:
    days = [(TODAY - timedelta(days=number), mood) for number, mood in enumerate(moods)]

    assert is_low(days, TODAY) is low


def test_moods_older_than_two_weeks_are_not_asked() -> None:
    days = [(TODAY - timedelta(days=14 + number), 0) for number in range(9)]

    assert not is_low(days, TODAY)
