"""A line over days, and the sentence that says the same."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.web.charts.line import Value, line_chart

FIRST = date(2026, 3, 1)


def days(*values: float, step: int = 1) -> list[Value]:
    return [Value(FIRST + timedelta(days=step * n), value) for n, value in enumerate(values)]


def sentence(*values: float, unit: str = "") -> str:
    chart = line_chart("The pull", days(*values), 0, 10, unit)
    assert chart is not None
    return chart.sentence


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ((9, 8, 7, 5, 3, 2), "The pull, over 6 days: it fell from about 8.5 to about 2.5."),
        ((2, 3, 7, 8), "The pull, over 4 days: it rose from about 2 to about 8."),
        ((5, 6, 5, 6), "The pull, over 4 days: about 6, without much change."),
        ((1, 9), "The pull, over 2 days: it rose from about 1 to about 9."),
    ],
)
def test_it_says_where_a_line_goes(values: tuple[float, ...], said: str) -> None:
    assert sentence(*values).startswith(said)


def test_it_names_the_highest_day() -> None:
    assert "Highest: 9, on 2 March." in sentence(2, 9, 3)


def test_it_says_on_how_many_days_something_was_written_down() -> None:
    chart = line_chart("The pull", days(5, 5, 5, step=3), 0, 10)

    assert chart is not None
    assert chart.sentence.endswith("Written down on 3 days.")


def test_a_longer_silence_breaks_the_line() -> None:
    values = [
        *days(5, 6),
        Value(FIRST + timedelta(days=40), 2),
        Value(FIRST + timedelta(days=41), 2),
    ]

    chart = line_chart("The pull", values, 0, 10)

    assert chart is not None
    assert len(chart.strokes) == 2


@given(st.lists(st.integers(0, 10), min_size=2, max_size=60))
def test_sixty_days_are_told_as_they_were(values: list[int]) -> None:
    chart = line_chart("The pull", days(*values), 0, 10)
    assert chart is not None
    third = max(1, len(values) // 3)
    begin, end = sum(values[:third]) / third, sum(values[-third:]) / third

    assert ("it fell" in chart.sentence) <= (end < begin)
    assert ("it rose" in chart.sentence) <= (end > begin)
    assert f"Highest: {max(values)}," in chart.sentence
    assert [row.value for row in chart.rows] == values


@given(st.lists(st.integers(0, 10), min_size=2, max_size=60))
def test_every_dot_lies_inside_the_picture(values: list[int]) -> None:
    chart = line_chart("The pull", days(*values), 0, 10)
    assert chart is not None

    assert all(0 <= dot.x <= chart.width and 0 <= dot.y <= chart.height for dot in chart.dots)
