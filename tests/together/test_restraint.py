"""Small kindnesses stay small: days apart, and no shop window."""

from datetime import date, timedelta

from amends.together import Gesture, Passed, free_days, is_enough, load_surprises, not_passed

TODAY = date(2026, 3, 2)
EVERY = load_surprises("en").every


def days(*numbers: int) -> tuple[date, ...]:
    return tuple(TODAY + timedelta(days=number) for number in numbers)


def test_without_any_a_whole_week_is_free() -> None:
    assert free_days([], TODAY) == days(*range(7))


def test_a_day_is_free_when_every_other_is_four_days_away() -> None:
    given = [Gesture("a", TODAY - timedelta(days=2)), Gesture("b", TODAY + timedelta(days=9))]

    assert free_days(given, TODAY) == days(2, 3, 4, 5)


def test_what_was_turned_down_rests() -> None:
    passed = [Passed(EVERY[0].id, TODAY)]

    assert EVERY[0] not in not_passed(EVERY, passed, TODAY + timedelta(weeks=7))
    assert EVERY[0] in not_passed(EVERY, passed, TODAY + timedelta(weeks=8))


def test_two_turned_down_on_one_day_are_enough() -> None:
    first, second = Passed("a", TODAY), Passed("b", TODAY)

    assert not is_enough([first], TODAY)
    assert is_enough([first, second], TODAY)
    assert not is_enough([first, second], TODAY + timedelta(days=1))
