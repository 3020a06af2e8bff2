"""A value over days as a line, with the sentence that says the same to whoever cannot see it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import mean

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

WIDTH, HEIGHT = 600, 160
"""The units of the picture; the page scales it."""
EDGE = 12
"""Units that stay free above and below, so that no line is cut."""
GAP = timedelta(days=7)
"""A longer silence breaks the line: nothing is known of the days between."""
SAME = 0.1
"""Of the scale: a change no larger between the first and the last third is told as none."""


@dataclass(frozen=True)
class Value:
    """What was kept on a day."""

    day: date
    value: float


@dataclass(frozen=True)
class Dot:
    """One value in the picture."""

    x: float
    y: float


@dataclass(frozen=True)
class LineChart:
    """A line: its name, the sentence, the strokes as points, the dots, and the values as rows."""

    name: str
    sentence: str
    strokes: tuple[str, ...]
    dots: tuple[Dot, ...]
    rows: tuple[Value, ...]
    first: date
    last: date
    low: float
    high: float
    width: int = WIDTH
    height: int = HEIGHT


def line_chart(
    name: str, values: Sequence[Value], low: float, high: float, unit: str = ""
) -> LineChart | None:
    """Return the picture of some values, or None while there are fewer than two days.

    Several values of one day become their mean. `low` and `high` are the ends of the scale,
    `unit` what is counted.
    """
    rows = by_day(values)
    if len(rows) < 2:  # noqa: PLR2004 - a line has two ends
        return None
    first, last = rows[0].day, rows[-1].day
    days = (last - first).days
    dots = [
        Dot(
            round(EDGE + (WIDTH - 2 * EDGE) * (one.day - first).days / days, 1),
            _height(one, low, high),
        )
        for one in rows
    ]
    sentence = told(name, rows, high - low, unit)
    strokes = tuple(_strokes(rows, dots))
    return LineChart(name, sentence, strokes, tuple(dots), tuple(rows), first, last, low, high)


def by_day(values: Sequence[Value]) -> list[Value]:
    """Return one value for each day, the earliest first: the mean of what was kept on it."""
    days: dict[date, list[float]] = {}
    for one in values:
        days.setdefault(one.day, []).append(one.value)
    return [Value(day, round(mean(found), 1)) for day, found in sorted(days.items())]


def _height(one: Value, low: float, high: float) -> float:
    share = (one.value - low) / ((high - low) or 1)
    return round(HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * min(1.0, max(0.0, share)), 1)


def _strokes(rows: Sequence[Value], dots: Sequence[Dot]) -> list[str]:
    runs: list[list[Dot]] = [[dots[0]]]
    for number in range(1, len(rows)):
        if rows[number].day - rows[number - 1].day > GAP:
            runs.append([])
        runs[-1].append(dots[number])
    return [" ".join(f"{dot.x},{dot.y}" for dot in run) for run in runs]


def told(name: str, rows: Sequence[Value], reach: float, unit: str = "") -> str:
    """Return what a line shows, in words: how long, from where to where, the highest day."""
    days = (rows[-1].day - rows[0].day).days + 1
    over = ngettext("over %(n)d day", "over %(n)d days", days) % {"n": days}
    highest = max(rows, key=lambda one: one.value)
    said = {
        "name": name,
        "over": over,
        "unit": f" {unit}" if unit else "",
        "high": _number(highest.value),
        "day": date_format(highest.day, "j F"),
    }
    return _course(rows, reach, said) + _kept(rows, days)


def _course(rows: Sequence[Value], reach: float, said: dict[str, str]) -> str:
    third = max(1, len(rows) // 3)
    begin, end = (mean(one.value for one in part) for part in (rows[:third], rows[-third:]))
    said |= {"begin": _number(begin), "end": _number(end)}
    if abs(end - begin) <= SAME * reach:
        course = _("about %(end)s%(unit)s, without much change")
    elif end < begin:
        course = _("it fell from about %(begin)s to about %(end)s%(unit)s")
    else:
        course = _("it rose from about %(begin)s to about %(end)s%(unit)s")
    return _("%(name)s, %(over)s: %(course)s. Highest: %(high)s, on %(day)s.") % {
        **said,
        "course": course % said,
    }


def _kept(rows: Sequence[Value], days: int) -> str:
    if len(rows) == days:
        return ""
    kept = ngettext("Written down on %(n)d day.", "Written down on %(n)d days.", len(rows))
    return " " + kept % {"n": len(rows)}


def _number(value: float) -> str:
    rounded = round(value, 1)
    return str(int(rounded)) if rounded == int(rounded) else str(rounded)
