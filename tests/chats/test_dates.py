import random
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.chats.dates import DAY_FIRST, MONTH_FIRST, YEAR_FIRST, Triple, day_of, order_of

PACES = (60, 20, 6, 1.5, 0.2, 0.04)
"""Messages a day: of a couple that never stops, to that of two who hardly write any more."""
SILENCES = (3, 7, 14, 30, 60, 90)
WINDOWS = 40
"""Of each length, pace and order; python -m tests.chats.test_dates takes four hundred."""


def written(days: Sequence[date], order: str, *, short: bool = False) -> list[Triple]:
    """Return days as a file shows them, with years of four digits or of two."""
    years = [day.year % 100 if short else day.year for day in days]
    pairs = zip(days, years, strict=True)
    if order == DAY_FIRST:
        return [(day.day, day.month, year) for day, year in pairs]
    if order == MONTH_FIRST:
        return [(day.month, day.day, year) for day, year in pairs]
    return [(year, day.month, day.day) for day, year in pairs]


def days_of_chat(dice: random.Random, number: int, pace: float) -> list[date]:
    """Return the days of so many messages: moods, days without a word, and silences."""
    day = date(2015, 1, 1) + timedelta(dice.randrange(3900))
    days: list[date] = []
    while len(days) < number:
        day += timedelta(1 if dice.random() > 0.01 else dice.choice(SILENCES))
        today = pace * dice.lognormvariate(0, 0.7)
        if today < 1:
            days += [day] * (dice.random() < today and 1 + int(dice.expovariate(0.5)))
        else:
            days += [day] * int(dice.gauss(today, today**0.5))
    return days[:number]


def outcomes(order: str, length: int, *, short: bool, windows: int) -> Counter[str]:
    """Return how often the order of a window was told right, wrong, or called open."""
    allowed = (DAY_FIRST, MONTH_FIRST, YEAR_FIRST) if short else (DAY_FIRST, MONTH_FIRST)
    found: Counter[str] = Counter()
    for pace in PACES:
        dice = random.Random(f"{order}{length}{pace}{short}")  # noqa: S311 - days of a chat
        for _ in range(windows):
            triples = written(days_of_chat(dice, length, pace), order, short=short)
            told = order_of(triples, allowed)
            right = "right" if told.name == order else f"wrong {told.certainty}"
            found["open" if told.certainty == "open" else right] += 1
    return found


@pytest.mark.parametrize("short", [False, True], ids=["2026", "26"])
@pytest.mark.parametrize("order", [DAY_FIRST, MONTH_FIRST])
@pytest.mark.parametrize(("length", "least"), [(20, 0.85), (50, 0.92), (100, 0.97), (200, 0.99)])
def test_it_settles_most_windows_and_is_hardly_ever_wrong(
    order: str, length: int, least: float, short: bool
) -> None:
    found = outcomes(order, length, short=short, windows=WINDOWS)

    assert found["right"] >= least * found.total()
    assert found["wrong likely"] <= found.total() / 200
    assert not found["wrong certain"]


def test_a_year_of_two_digits_in_front_is_seen_once_a_day_has_changed() -> None:
    found = outcomes(YEAR_FIRST, 200, short=True, windows=WINDOWS)

    assert found["right"] >= 0.97 * found.total()
    assert not found["wrong certain"]


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


def test_two_days_of_few_messages_stay_open() -> None:
    assert order_of([(3, 4, 2026)] * 4 + [(4, 4, 2026)] * 4).certainty == "open"


def test_days_that_are_the_same_either_way_stay_open() -> None:
    assert order_of([(4, 4, 2026), (5, 5, 2026), (6, 6, 2026)]).certainty == "open"


def test_a_damaged_date_changes_nothing() -> None:
    days = [date(2026, 3, 1) + timedelta(number) for number in range(60)]
    triples = written(days, MONTH_FIRST)
    triples[30] = (99, 99, 2026)

    assert order_of(triples).name == MONTH_FIRST


def test_dates_that_make_no_days_stay_open() -> None:
    assert order_of([(40, 40, 2026)] * 5).certainty == "open"


def test_a_single_day_with_a_short_year_is_likely_day_first() -> None:
    told = order_of([(14, 3, 26)] * 5, (DAY_FIRST, MONTH_FIRST, YEAR_FIRST))

    assert (told.name, told.certainty) == (DAY_FIRST, "likely")


def test_years_between_two_days_are_no_years_in_front() -> None:
    triples = [(26, 1, 11)] * 9 + [(24, 8, 20)]

    assert order_of(triples, (DAY_FIRST, MONTH_FIRST, YEAR_FIRST)).name == DAY_FIRST


def test_a_chat_from_before_inside_a_day_changes_nothing() -> None:
    days = [date(2026, 4, day) for day in (3, 4, 5, 6)]
    old = [date(2024, 2, 1), date(2024, 2, 2)]
    triples = written([*days[:2], days[1], *old, *days[1:]], MONTH_FIRST)

    assert order_of(triples).name == MONTH_FIRST


def test_a_day_that_is_none_is_none() -> None:
    assert day_of((31, 2, 26), DAY_FIRST) is None


@pytest.mark.parametrize(
    ("triple", "day"),
    [
        ((1403, 12, 30), date(2025, 3, 20)),
        ((1404, 1, 1), date(2025, 3, 21)),
        ((1404, 6, 31), date(2025, 9, 22)),
        ((1404, 7, 1), date(2025, 9, 23)),
        ((1404, 12, 29), date(2026, 3, 20)),
        ((1405, 1, 1), date(2026, 3, 21)),
        ((1404, 12, 30), None),
        ((1404, 7, 31), None),
        ((1404, 13, 1), None),
        ((2569, 3, 14), date(2026, 3, 14)),
        ((69, 3, 14), date(2026, 3, 14)),
    ],
)
def test_years_of_other_calendars_are_known(triple: Triple, day: date | None) -> None:
    assert day_of(triple, YEAR_FIRST) == day


def main() -> None:
    """Say what the docstring of `amends.chats.dates` says."""
    cases = [(order, short) for order in (DAY_FIRST, MONTH_FIRST) for short in (False, True)]
    for order, short in [*cases, (YEAR_FIRST, True)]:
        for length in (20, 50, 100, 200):
            found = outcomes(order, length, short=short, windows=10 * WINDOWS)
            print(order, "26" if short else "2026", length, dict(found))  # noqa: T201 - it tells


if __name__ == "__main__":
    main()
