"""Drift: silent below its sample and for a steady person, found for a planted slide."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

import pytest

from amends.practice import Drift, SignWeeks, drift

NOW = date(2026, 3, 12)
THIS = date(2026, 3, 9)


def marked(days: Sequence[int | None], last: date = THIS) -> dict[str, int]:
    """Return weeks up to `last`; None where nothing was marked."""
    first = last - timedelta(weeks=len(days) - 1)
    weeks = ((first + timedelta(weeks=place), one) for place, one in enumerate(days))
    return {week.isoformat(): one for week, one in weeks if one is not None}


def test_a_slide_is_found_and_laid_beside_the_best_four_weeks() -> None:
    found = drift(marked([2, 1, 0, 0, 1, 0, 4, 5]), NOW)

    assert found == Drift(recent=9, best=1, first=date(2026, 2, 2))


@pytest.mark.parametrize("weeks", range(6))
def test_it_is_silent_below_six_weeks(weeks: int) -> None:
    assert drift(marked(([0] * 4 + [7] * 2)[6 - weeks :]), NOW) is None


def test_six_weeks_are_enough() -> None:
    assert drift(marked([0] * 4 + [7] * 2), NOW) is not None


def test_four_weeks_with_a_gap_are_not_in_a_row() -> None:
    assert drift(marked([0, 0, None, 0, 0, 7, 7]), NOW) is None


def test_one_bad_week_is_no_drift() -> None:
    assert drift(marked([0, 0, 0, 0, 0, 7]), NOW) is None


def test_one_day_a_week_more_is_no_drift() -> None:
    assert drift(marked([0, 0, 0, 0, 1, 1]), NOW) is None


def test_better_weeks_are_no_drift() -> None:
    assert drift(marked([5, 5, 4, 5, 0, 0]), NOW) is None


def test_what_was_marked_a_month_ago_says_nothing_of_now() -> None:
    slide = [0, 0, 0, 0, 5, 5]

    assert drift(marked(slide, THIS - timedelta(weeks=1)), NOW) is not None
    assert drift(marked(slide, THIS - timedelta(weeks=2)), NOW) is None


def test_a_week_to_come_does_not_count() -> None:
    weeks = marked([0, 0, 0, 0, 5, 5]) | marked([0], THIS + timedelta(weeks=1))

    assert drift(weeks, NOW) == drift(marked([0, 0, 0, 0, 5, 5]), NOW)


def test_it_goes_on_being_told_while_it_goes_on() -> None:
    weeks = [0, 1, 0, 0, 1, 0, 0, 0]

    assert all(drift(marked(weeks + [5] * more), NOW) for more in range(2, 20))


def told(rng: Random, chance: float, later: float, weeks: int) -> Drift | None:
    """Return the drift of someone whose every day has this chance, and another one lately."""
    chances = [chance] * (weeks - 2) + [later] * 2
    return drift(marked([sum(rng.random() < one for _ in range(7)) for one in chances]), NOW)


@pytest.mark.parametrize("chance", [0.0, 0.1, 0.3, 0.5, 0.7, 1.0])
@pytest.mark.parametrize("weeks", [6, 12, 52])
def test_a_steady_person_is_seldom_told_of_a_drift(chance: float, weeks: int) -> None:
    rng = Random(7)  # noqa: S311 - dice of a test

    found = sum(told(rng, chance, chance, weeks) is not None for _ in range(400))

    assert found <= 400 * 0.05


@pytest.mark.parametrize("weeks", [6, 12, 52])
def test_a_planted_slide_is_found(weeks: int) -> None:
    rng = Random(7)  # noqa: S311 - dice of a test

    found = sum(told(rng, 0.1, 0.7, weeks) is not None for _ in range(400))

    assert found >= 400 * 0.85


def test_a_week_can_be_marked_anew_and_left_out() -> None:
    weeks = SignWeeks("the post stays in the car").with_week(THIS, 3)

    assert weeks.with_week(THIS, 1).days == {"2026-03-09": 1}
    assert weeks.with_week(THIS, None).days == {}
