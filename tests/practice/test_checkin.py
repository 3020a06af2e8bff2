"""The weekly check-in: its weeks, its lines, and a number that goes in no export by itself."""

from datetime import date

import pytest

from amends.practice import (
    WRITTEN,
    CheckInLine,
    SafeOffScale,
    SafeWeek,
    is_inner,
    week_name,
    week_start,
)


@pytest.mark.parametrize("day", [date(2026, 1, 1), date(2026, 3, 12), date(2027, 1, 3)])
def test_a_week_is_found_again_by_its_name(day: date) -> None:
    monday = week_start(week_name(day))

    assert monday.weekday() == 0
    assert 0 <= (day - monday).days < 7


@pytest.mark.parametrize("value", [-1, 11])
def test_a_number_off_the_scale_is_refused(value: int) -> None:
    with pytest.raises(SafeOffScale, match="from 0 to 10"):
        SafeWeek("2026-W11", value)


def test_the_number_goes_only_where_private_answers_go() -> None:
    assert is_inner(SafeWeek.KIND)


def test_a_line_is_looked_at_for_danger() -> None:
    assert CheckInLine in WRITTEN
    assert CheckInLine("2026-W11", "worry", "That we only talk of the flat.").said.startswith(
        "That"
    )
