"""The days of a habit over eight weeks: a column for each week, a shape for each kind of day."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

WEEKS, DAYS = 8, 7
STEP = 32
"""Units from one day to the next; the page scales the picture."""
LEFT, FOOT = 48, 24
"""Units for the names of the days, and for the dates below."""
NAMED = 4
"""So many lapses are named by their days in the sentence; more are counted alone."""
DONE, LAPSED, EXCUSED, BLANK = "done", "lapsed", "excused", "blank"
"""What a day can be; each has a shape and a word of its own."""


@dataclass(frozen=True)
class Cell:
    """One day in the picture: what it was, and the middle of its place."""

    day: date
    state: str
    x: int
    y: int


@dataclass(frozen=True)
class Label:
    """A word at the edge of the picture."""

    text: str
    x: int
    y: int


@dataclass(frozen=True)
class HabitDaysChart:
    """Eight weeks: the sentence, the days, what stands at the edge, and the days as rows."""

    name: str
    sentence: str
    cells: tuple[Cell, ...]
    labels: tuple[Label, ...]
    width: int = LEFT + WEEKS * STEP
    height: int = DAYS * STEP + FOOT

    @property
    def rows(self) -> tuple[Cell, ...]:
        """Return the days, the newest first."""
        return self.cells[::-1]


def first_day(today: date) -> date:
    """Return the Monday with which the eight weeks begin."""
    return today - timedelta(days=today.weekday() + DAYS * (WEEKS - 1))


def habit_days_chart(name: str, states: Mapping[date, str], today: date) -> HabitDaysChart | None:
    """Return the picture of the eight weeks up to `today`, or None when no day of them is known.

    `states` says what each day was; a day that is not in it has no place in the picture.
    """
    begins = first_day(today)
    known = [day for day in sorted(states) if begins <= day <= today]
    if not known:
        return None
    cells = tuple(_cell(day, states[day], begins) for day in known)
    return HabitDaysChart(name, told(name, cells), cells, tuple(_labels(begins)))


def told(name: str, cells: Sequence[Cell]) -> str:
    """Return what the picture shows, in words: how many days of each kind, and when it lapsed."""
    counts = {state: sum(cell.state == state for cell in cells) for state in _COUNTED}
    parts = [_COUNTED[state](n) for state, n in counts.items() if n or state == DONE]
    said = {
        "name": name,
        "day": date_format(cells[0].day, "j F"),
        "parts": ", ".join(parts),
    }
    lapses = [cell.day for cell in cells if cell.state == LAPSED]
    return _("%(name)s since %(day)s: %(parts)s.") % said + _named(lapses)


def _named(lapses: Sequence[date]) -> str:
    if not 0 < len(lapses) <= NAMED:
        return ""
    *earlier, last = [date_format(day, "j F") for day in lapses]
    if not earlier:
        return " " + _("The lapse was on %(day)s.") % {"day": last}
    said = {"days": ", ".join(earlier), "last": last}
    return " " + _("The lapses were on %(days)s and %(last)s.") % said


def _done(n: int) -> str:
    return ngettext("%(n)d day done", "%(n)d days done", n) % {"n": n}


def _lapsed(n: int) -> str:
    return ngettext("%(n)d lapse", "%(n)d lapses", n) % {"n": n}


def _excused(n: int) -> str:
    words = ngettext("%(n)d day when it did not come up", "%(n)d days when it did not come up", n)
    return words % {"n": n}


def _blank(n: int) -> str:
    words = ngettext("%(n)d day with nothing written", "%(n)d days with nothing written", n)
    return words % {"n": n}


_COUNTED = {DONE: _done, LAPSED: _lapsed, EXCUSED: _excused, BLANK: _blank}


def _cell(day: date, state: str, begins: date) -> Cell:
    week, weekday = divmod((day - begins).days, DAYS)
    return Cell(day, state, LEFT + week * STEP + STEP // 2, weekday * STEP + STEP // 2)


def _labels(begins: date) -> Iterator[Label]:
    """Yield the name of every second day, and the date of every second Monday."""
    for number in range(0, DAYS, 2):
        day = begins + timedelta(days=number)
        yield Label(date_format(day, "D"), 0, number * STEP + STEP // 2)
    for week in range(0, WEEKS, 2):
        monday = begins + timedelta(days=week * DAYS)
        yield Label(date_format(monday, "j M"), LEFT + week * STEP + 4, DAYS * STEP + FOOT // 2)
