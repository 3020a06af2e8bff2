"""The strength of a habit as a line: day by day in its first two weeks, later week by week."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amends.web.charts.line import LineChart, Value, line_chart

WEEK = 7
DAILY = 2 * WEEK
"""Days; what is longer is drawn by its weeks: a line to be read, not a day to be worried about."""
FULL = 100


def strength_chart(name: str, days: Sequence[tuple[date, float]]) -> LineChart | None:
    """Return the line of a habit's strength, from 0 to 100, or None before its second day."""
    thin = days if len(days) <= DAILY else days[::-1][::WEEK][::-1]
    chart = line_chart(name, [_value(*one) for one in thin], 0, FULL)
    return replace(chart, sentence=_told(name, [_value(*one) for one in days])) if chart else None


def _value(day: date, strength: float) -> Value:
    return Value(day, round(FULL * strength))


def _told(name: str, values: Sequence[Value]) -> str:
    """Return where it stands, and where it was highest if that was higher."""
    now, highest = values[-1], max(values, key=lambda one: one.value)
    since = date_format(values[0].day, "j F Y")
    told = {"name": name, "since": since, "now": now.value}
    said = _("%(name)s since %(since)s, from 0 to 100: about %(now)d now.") % told
    if highest.value <= now.value:
        return said
    high = {"high": highest.value, "day": date_format(highest.day, "j F")}
    return said + " " + _("Highest: %(high)d, on %(day)s.") % high
