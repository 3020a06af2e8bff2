"""Eight weeks as small marks, one for each day, and the sentence that says the same in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amends.contact import KeptDay

WEEKS = 8
"""Two months fit on a phone, and a single bad week stays small in them."""
STEP = 36
"""Units between two marks; the page scales them."""
SIDE = 56
"""Units at the left, for the names of the days."""
NAMED = 5
"""So many days are named one by one; more are told by their number."""
DAYS_OF_WEEK = 7


@dataclass(frozen=True)
class Mark:
    """One day in the picture: `kept`, `broken`, or `none` where nothing is counted."""

    x: int
    y: int
    shape: str


@dataclass(frozen=True)
class Week:
    """One row of the table: its Monday, how many days were kept, and those that were not."""

    first: date
    kept: int
    broken: tuple[date, ...]


@dataclass(frozen=True)
class WeeksChart:
    """The sentence, the marks in columns of a week each, the names of the days, and the rows."""

    sentence: str
    marks: tuple[Mark, ...]
    names: tuple[tuple[int, str], ...]
    rows: tuple[Week, ...]
    last: date
    width: int = SIDE + WEEKS * STEP
    height: int = DAYS_OF_WEEK * STEP


def weeks_chart(days: Sequence[KeptDay], today: date) -> WeeksChart | None:
    """Return the picture of the last eight weeks, or None while nothing is counted in them."""
    first = today - timedelta(days=today.weekday(), weeks=WEEKS - 1)
    known = {one.day: one.is_kept for one in days if first <= one.day <= today}
    if not known:
        return None
    rows = tuple(_week(first + timedelta(weeks=number), known) for number in range(WEEKS))
    names = tuple(
        (STEP // 2 + STEP * number, date_format(first + timedelta(days=number), "D"))
        for number in range(DAYS_OF_WEEK)
    )
    return WeeksChart(_told(known), tuple(_marks(first, today, known)), names, rows, today)


def _marks(first: date, today: date, known: dict[date, bool]) -> Iterator[Mark]:
    for number in range((today - first).days + 1):
        week, weekday = divmod(number, DAYS_OF_WEEK)
        kept = known.get(first + timedelta(days=number))
        shape = "none" if kept is None else "kept" if kept else "broken"
        yield Mark(SIDE + STEP * week + STEP // 2, STEP * weekday + STEP // 2, shape)


def _week(first: date, known: dict[date, bool]) -> Week:
    days = [first + timedelta(days=number) for number in range(DAYS_OF_WEEK)]
    broken = tuple(day for day in days if known.get(day) is False)
    return Week(first, sum(known.get(day, False) for day in days), broken)


def _told(known: dict[date, bool]) -> str:
    kept, broken = sum(known.values()), [day for day, is_kept in known.items() if not is_kept]
    sentence = ngettext(
        "In the last eight weeks, one day was kept.",
        "In the last eight weeks, %(n)d days were kept.",
        kept,
    ) % {"n": kept}
    if not broken:
        return sentence
    count = ngettext("One day was not", "%(n)d days were not", len(broken)) % {"n": len(broken)}
    if len(broken) > NAMED:
        return f"{sentence} {count}."
    named = ", ".join(date_format(day, _("l j F")) for day in sorted(broken))
    return f"{sentence} {count}: {named}."
