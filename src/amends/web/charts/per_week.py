"""Messages a week as a line, with the sentence that says the same."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from statistics import median
from typing import Any

from django.utils.formats import date_format

from amends.web.charts.line import LineChart, Value, line_chart

DOTTED = 60
"""Weeks; in a longer line the dots would cover it."""


def per_week(
    name: str, weeks: Sequence[tuple[date, int]], told: Mapping[str, Any]
) -> LineChart | None:
    """Return the line of messages a week by their Mondays, or None before the second week."""
    values = [Value(monday, float(count)) for monday, count in weeks]
    most = max(values, key=lambda one: one.value, default=None)
    chart = line_chart(name, values, 0, most.value if most else 1)
    if chart is None or most is None:
        return None
    sentence = told["weeks_told"].format(
        name=name,
        usual=round(median(one.value for one in values)),
        most=int(most.value),
        monday=date_format(most.day, "j F Y"),
    )
    dots = chart.dots if len(values) <= DOTTED else ()
    return replace(chart, sentence=sentence, dots=dots)
