"""A day as well as someone knows it, and a timeline that goes by days alone."""

from datetime import date

import pytest

from amends.together import Memory, NoSuchDay, Roughly, by_year

TODAY = date(2026, 3, 14)


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        (("", "", ""), (0, 0, 0)),
        (("2019", "", ""), (2019, 0, 0)),
        (("2019", "7", ""), (2019, 7, 0)),
        ((" 2019 ", "07", "4"), (2019, 7, 4)),
        (("2024", "2", "29"), (2024, 2, 29)),
        (("2026", "3", "14"), (2026, 3, 14)),
    ],
)
def test_a_day_is_as_exact_as_it_is_known(
    typed: tuple[str, str, str], parts: tuple[int, int, int]
) -> None:
    assert Roughly.told(*typed, TODAY).parts == parts


@pytest.mark.parametrize(
    "typed",
    [
        ("", "7", ""),
        ("2019", "", "4"),
        ("2023", "2", "29"),
        ("2019", "13", ""),
        ("2026", "3", "15"),
        ("2027", "", ""),
        ("19", "", ""),
        ("last year", "", ""),
        ("-2019", "", ""),
        ("99999", "", ""),
    ],
)
def test_a_day_that_there_is_not_is_told(typed: tuple[str, str, str]) -> None:
    with pytest.raises(NoSuchDay):
        Roughly.told(*typed, TODAY)


def test_the_newest_year_comes_first_and_some_time_last() -> None:
    days = [(0, 0, 0), (2019, 0, 0), (2024, 5, 0), (2019, 7, 4), (2019, 7, 0)]
    memories = [Memory(f"{n}", "A line.", Roughly(*parts)) for n, parts in enumerate(days)]

    found = [(year, [one.on.parts for one in lines]) for year, lines in by_year(memories)]

    assert found == [
        (2024, [(2024, 5, 0)]),
        (2019, [(2019, 7, 4), (2019, 7, 0), (2019, 0, 0)]),
        (0, [(0, 0, 0)]),
    ]
