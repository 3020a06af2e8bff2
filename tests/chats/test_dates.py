from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.chats.dates import DAY_FIRST, MONTH_FIRST, Triple, day_of, order_of


def written(days: list[date], order: str) -> list[Triple]:
    """Return days as a file shows them."""
    if order == DAY_FIRST:
        return [(day.day, day.month, day.year) for day in days]
    return [(day.month, day.day, day.year) for day in days]


@given(st.dates(date(2012, 1, 1), date(2030, 1, 1)), st.lists(st.integers(0, 20), min_size=1))
@pytest.mark.parametrize("order", [DAY_FIRST, MONTH_FIRST])
def test_it_is_never_wrong_while_time_runs_on(order: str, first: date, steps: list[int]) -> None:
    days = [first]
    for step in steps:
        days.append(days[-1] + timedelta(days=step))

    assert order_of(written(days, order)).name in {order, "unknown"}


def test_a_value_over_twelve_decides() -> None:
    assert order_of([(3, 4, 26), (3, 14, 26)]).name == MONTH_FIRST


def test_time_that_runs_on_decides() -> None:
    days = [date(2026, 1, 9), date(2026, 1, 12), date(2026, 2, 1), date(2026, 2, 3)]

    assert order_of(written(days, DAY_FIRST)).name == DAY_FIRST


def test_one_day_stays_open() -> None:
    assert order_of([(3, 4, 26)] * 20).certainty == "open"


def test_a_day_that_is_none_is_none() -> None:
    assert day_of((31, 2, 26), DAY_FIRST) is None
