"""A hard day: when it is near, and that a copy holds the chosen lines and nothing else."""

from datetime import date, timedelta

import pytest

from amends.practice import WRITTEN, HardDay, HardKind

FIRST = date(2024, 3, 12)
FULL = HardDay(
    HardKind.DAY, "the day I found it", "Come home on time.", "A present.", FIRST, None, True
)


def test_a_copy_holds_the_chosen_lines_and_nothing_else() -> None:
    copy = FULL.only({"day", "helps"})

    assert copy == HardDay(HardKind.DAY, helps="Come home on time.", first=FIRST, is_yearly=True)
    assert FULL.only(()) == HardDay(HardKind.DAY)


def test_it_names_the_lines_that_there_are() -> None:
    assert FULL.lines == ("day", "what", "helps", "helps_not")
    assert HardDay(HardKind.SOUND, "the ringtone").lines == ("what",)


def test_a_yearly_day_comes_back() -> None:
    assert FULL.comes(date(2026, 3, 13)) == (date(2027, 3, 12), date(2027, 3, 12))
    assert FULL.comes(date(2026, 3, 12)) == (date(2026, 3, 12), date(2026, 3, 12))


def test_a_stretch_over_new_year_is_here_until_its_last_day() -> None:
    stretch = HardDay(HardKind.DAY, first=date(2020, 12, 24), last=date(2021, 1, 2), is_yearly=True)

    assert stretch.comes(date(2026, 1, 2)) == (date(2025, 12, 24), date(2026, 1, 2))
    assert stretch.is_near(date(2026, 1, 2))
    assert not stretch.is_near(date(2026, 1, 3))


def test_the_29th_of_february_comes_each_year() -> None:
    leap = HardDay(HardKind.DAY, first=date(2024, 2, 29), is_yearly=True)

    assert leap.comes(date(2026, 2, 1)) == (date(2026, 2, 28), date(2026, 2, 28))
    assert leap.comes(date(2028, 2, 1)) == (date(2028, 2, 29), date(2028, 2, 29))


def test_a_day_that_was_once_is_over() -> None:
    once = HardDay(HardKind.DAY, "the exam", first=FIRST)

    assert once.comes(FIRST + timedelta(days=1)) is None


@pytest.mark.parametrize(("before", "near"), [(0, True), (7, True), (8, False)])
def test_it_is_near_for_a_week(before: int, near: bool) -> None:
    assert FULL.is_near(date(2026, 3, 12) - timedelta(days=before)) is near


def test_a_place_is_never_near() -> None:
    assert not HardDay(HardKind.PLACE, "the harbour").is_near(FIRST)


def test_its_words_are_looked_at_for_danger() -> None:
    assert HardDay in WRITTEN
    assert FULL.said == "the day I found it\nCome home on time.\nA present."
