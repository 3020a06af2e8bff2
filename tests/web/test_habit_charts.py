"""The pictures of a habit: eight weeks of days, and its strength as a line."""

from datetime import date, timedelta

from amends.web.charts.habit_days import first_day, habit_days_chart
from amends.web.charts.habit_strength import strength_chart

TODAY = date(2026, 4, 23)


def test_eight_weeks_begin_on_a_monday_and_hold_today() -> None:
    assert first_day(TODAY) == date(2026, 3, 2)
    assert first_day(date(2026, 4, 20)) == date(2026, 3, 2)


def test_a_day_stands_in_the_column_of_its_week() -> None:
    chart = habit_days_chart("Days", {date(2026, 3, 3): "done", TODAY: "done"}, TODAY)

    assert chart
    assert [(cell.x, cell.y) for cell in chart.cells] == [(64, 48), (288, 112)]


def test_what_is_older_than_eight_weeks_has_no_place() -> None:
    assert habit_days_chart("Days", {date(2026, 3, 1): "done"}, TODAY) is None


def test_kinds_of_days_that_were_not_there_are_not_told() -> None:
    chart = habit_days_chart("Days", {TODAY: "lapsed"}, TODAY)

    assert chart
    assert chart.sentence == "Days since 23 April: 0 days done, 1 lapse. The lapse was on 23 April."


def test_many_lapses_are_counted_and_not_named() -> None:
    states = {TODAY - timedelta(days=number): "lapsed" for number in range(5)}

    chart = habit_days_chart("Days", states, TODAY)

    assert chart
    assert chart.sentence == "Days since 19 April: 0 days done, 5 lapses."


def test_a_first_day_has_no_line() -> None:
    assert strength_chart("Strength", [(TODAY, 0.04)]) is None


def test_a_line_at_its_highest_does_not_say_so_twice() -> None:
    chart = strength_chart("Strength", [(date(2026, 3, 2), 0.1), (date(2026, 3, 3), 0.14)])

    assert chart
    assert chart.sentence == "Strength since 2 March 2026, from 0 to 100: about 14 now."


def test_years_are_drawn_by_their_weeks_and_end_today() -> None:
    days = [(TODAY - timedelta(days=number), 0.5) for number in range(3650)][::-1]

    chart = strength_chart("Strength", days)

    assert chart
    assert len(chart.rows) == 522
    assert chart.rows[-1].day == TODAY


def test_the_line_is_told_by_where_it_stands_and_where_it_was_highest() -> None:
    days = [(date(2026, 3, 2), 0.1), (date(2026, 3, 3), 0.3), (date(2026, 3, 4), 0.286)]

    chart = strength_chart("Strength", days)

    assert chart
    assert chart.sentence == (
        "Strength since 2 March 2026, from 0 to 100: about 29 now. Highest: 30, on 3 March."
    )
