"""The strength of a habit as a line: day by day at first, later week by week."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amends.web.charts.line import LineChart, Value, line_chart

DAILY = 56
"""Days; what is longer is drawn by its weeks, so that years stay a line and not a smear."""
WEEK = 7
FULL = 100


def strength_chart(name: str, days: Sequence[tuple[date, float]]) -> LineChart | None:
    """Return the line of a habit's strength, from 0 to 100, or None before its second day."""
    thin = days if len(days) <= DAILY else days[::-1][::WEEK][::-1]
    values = [Value(day, round(FULL * strength)) for day, strength in thin]
    chart = line_chart(name, values, 0, FULL)
    return replace(chart, sentence=_told(name, values, days[0][0])) if chart else None


def _told(name: str, values: Sequence[Value], since: date) -> str:
    highest = max(values, key=lambda one: one.value)
    words = _(
        "%(name)s since %(since)s, from 0 to 100: about %(now)d now. Highest: %(high)d, on %(day)s."
    )
    return words % {
        "name": name,
        "since": date_format(since, "j F Y"),
        "now": values[-1].value,
        "high": highest.value,
        "day": date_format(highest.day, "j F"),
    }
