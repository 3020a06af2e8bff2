"""What the strength of a habit may do, and what it may not."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.practice import NEARLY_AFTER, Mark, Pause, strength, strengths

FIRST = date(2026, 3, 2)
MARKS = st.sampled_from([Mark.DONE, Mark.LAPSED, Mark.EXCUSED, None])
DAYS = st.lists(MARKS, max_size=120)
Told = frozenset[str]


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


def key(number: int) -> str:
    return day(number).isoformat()


def marked(days: list[Mark | None]) -> dict[str, Mark]:
    return {key(number): mark for number, mark in enumerate(days) if mark}


def reckoned(days: list[Mark | None], told: Told = frozenset()) -> float:
    """Return the strength on the day after the last of these days, which is not marked yet."""
    return strength(marked(days), FIRST, day(len(days)), (), told)


def test_sixty_six_done_days_in_a_row_give_ninety_five_percent() -> None:
    found = reckoned([Mark.DONE] * NEARLY_AFTER)

    assert found == pytest.approx(0.95)


def test_one_lapse_after_sixty_good_days_moves_it_by_under_a_tenth() -> None:
    before = reckoned([Mark.DONE] * 60)

    assert 0 < before - reckoned([*[Mark.DONE] * 60, Mark.LAPSED]) < 0.1


def test_a_lapse_on_any_one_of_sixty_days_moves_it_by_under_a_tenth() -> None:
    good = reckoned([Mark.DONE] * 60)

    worst = min(
        reckoned([*[Mark.DONE] * at, Mark.LAPSED, *[Mark.DONE] * (59 - at)]) for at in range(60)
    )

    assert good - worst < 0.1


@given(DAYS, DAYS)
def test_an_excused_day_changes_nothing(
    before: list[Mark | None], after: list[Mark | None]
) -> None:
    with_it = reckoned([*before, Mark.EXCUSED, *after])

    assert with_it == reckoned([*before, *after])


@given(DAYS, DAYS)
def test_an_excused_stretch_is_as_its_days_excused(
    before: list[Mark | None], after: list[Mark | None]
) -> None:
    one_by_one = reckoned([*before, *[Mark.EXCUSED] * 14, *after])
    pause = Pause(day(len(before)), day(len(before) + 13))

    days = [*before, *[None] * 14, *after]

    assert strength(marked(days), FIRST, day(len(days)), [pause]) == one_by_one


@given(DAYS, DAYS)
def test_what_was_marked_counts_inside_an_excused_stretch(
    before: list[Mark | None], after: list[Mark | None]
) -> None:
    days = [*before, Mark.DONE, *after]
    pause = Pause(day(len(before)), day(len(before)))

    assert strength(marked(days), FIRST, day(len(days)), [pause]) == reckoned(days)


@given(DAYS, DAYS)
def test_a_lapse_written_down_never_costs_more_than_a_blank_day(
    before: list[Mark | None], after: list[Mark | None]
) -> None:
    blank = reckoned([*before, None, *after])

    assert reckoned([*before, Mark.LAPSED, *after]) >= blank


@given(DAYS)
def test_a_lapse_with_its_debrief_costs_half(before: list[Mark | None]) -> None:
    stood = reckoned(before)
    lapsed = [*before, Mark.LAPSED]
    told = frozenset({key(len(before))})

    assert stood - reckoned(lapsed, told) == pytest.approx((stood - reckoned(lapsed)) / 2)


@given(DAYS)
def test_a_debrief_of_a_day_that_was_no_lapse_changes_nothing(days: list[Mark | None]) -> None:
    kept: list[Mark | None] = [None if mark is Mark.LAPSED else mark for mark in days]

    assert reckoned(kept, frozenset(map(key, range(len(kept))))) == reckoned(kept)


@given(DAYS)
def test_today_does_not_count_until_it_is_marked(days: list[Mark | None]) -> None:
    *before, (_, today) = strengths(marked(days), FIRST, day(len(days)))

    assert today == (before[-1][1] if before else 0)


@given(DAYS, st.randoms(use_true_random=False))
def test_the_order_of_marking_does_not_matter(days: list[Mark | None], dice: Random) -> None:
    written = list(marked(days).items())
    dice.shuffle(written)

    assert strength(dict(written), FIRST, day(len(days))) == reckoned(days)


@given(DAYS, st.sets(st.integers(0, 119).map(key)))
def test_it_stays_between_nothing_and_one(days: list[Mark | None], told: set[str]) -> None:
    found = [now for _, now in strengths(marked(days), FIRST, day(len(days)), (), told)]

    assert all(0 <= now < 1 for now in found)


@given(DAYS, MARKS)
def test_no_one_thing_brings_it_to_nothing(days: list[Mark | None], last: Mark | None) -> None:
    before = reckoned([*days, Mark.DONE])

    assert reckoned([*days, Mark.DONE, last]) >= 0.9 * before > 0


@given(DAYS, DAYS)
def test_a_day_done_never_leaves_it_lower_than_any_other_mark(
    before: list[Mark | None], after: list[Mark | None]
) -> None:
    done = reckoned([*before, Mark.DONE, *after])

    assert all(done >= reckoned([*before, mark, *after]) for mark in (*Mark, None))


@given(DAYS)
def test_the_same_days_always_give_the_same(days: list[Mark | None]) -> None:
    assert reckoned(days) == reckoned(list(days))


def test_days_before_the_first_and_after_today_do_not_count() -> None:
    outside = {day(-1).isoformat(): Mark.DONE, key(1): Mark.DONE}

    assert strength(outside, FIRST, FIRST) == 0


def test_each_done_day_closes_the_same_share_of_what_is_missing() -> None:
    missing = [1 - now for _, now in strengths(marked([Mark.DONE] * 30), FIRST, day(29))]

    shares = [after / before for before, after in pairwise(missing)]

    assert shares == pytest.approx([shares[0]] * 29)


class Counted(Mapping[str, Mark]):
    """Marks that count how often they are asked."""

    def __init__(self, marks: dict[str, Mark]) -> None:
        self.marks, self.asked = marks, 0

    def __getitem__(self, key: str) -> Mark:
        self.asked += 1
        return self.marks[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.marks)

    def __len__(self) -> int:
        return len(self.marks)


def test_ten_years_take_one_look_at_each_day() -> None:
    """Twice the days, twice the work: `python -m tests.practice.bench` says how long it takes."""
    years = Counted(marked([Mark.DONE] * 3650))

    strength(years, FIRST, day(3649), [Pause(FIRST, date.max)])

    assert years.asked == 3650
