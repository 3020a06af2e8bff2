"""Day before month, or month before day? Told from a whole file, or said to be open."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from amends.chats.message import OPEN, Order

Triple = tuple[int, int, int]
"""Three numbers as they stand in the file, from left to right."""
DAY_FIRST, MONTH_FIRST, YEAR_FIRST = "day-month-year", "month-day-year", "year-month-day"
_PLACES = {DAY_FIRST: (2, 1, 0), MONTH_FIRST: (2, 0, 1), YEAR_FIRST: (0, 1, 2)}
_CENTURY = 2000
"""Two digits mean this century: no chat app is older."""
CLEARLY = 2
"""The widest gap under one order must be so many times that of the other to decide."""
BACKWARD = 1
"""Days by which a file may step back without saying anything: the order in exports is loose."""


@dataclass(frozen=True)
class _Reading:
    """The days of a file under one order."""

    name: str
    days: Sequence[int]

    @property
    def backward(self) -> int:
        """Return how often it jumps back by more than a day."""
        pairs = zip(self.days, self.days[1:], strict=False)
        return sum(later < earlier - BACKWARD for earlier, later in pairs)

    @property
    def widest(self) -> int:
        """Return its widest gap in days, backward or forward."""
        pairs = zip(self.days, self.days[1:], strict=False)
        return max((abs(later - earlier) for earlier, later in pairs), default=0)


def day_of(triple: Triple, order: str) -> date | None:
    """Return the day that three numbers mean under an order, or None when there is none such."""
    year, month, day = (triple[place] for place in _PLACES[order])
    try:
        return date(year if year > 99 else _CENTURY + year, month, day)  # noqa: PLR2004 - two digits
    except ValueError:
        return None


def order_of(triples: Sequence[Triple], allowed: Sequence[str] = (DAY_FIRST, MONTH_FIRST)) -> Order:
    """Return how day and month stand in a file; `triples` come in the order of the file.

    First what makes a day at all: a value over 12 decides. Then which order lets time run on. Then
    which leaves the smaller widest gap. Otherwise it is open: it is asked, and never guessed.

    >>> order_of([(13, 2, 26)]).name
    'day-month-year'
    >>> order_of([(3, 2, 26), (4, 2, 26)]).name
    'unknown'
    """
    days = list(dict.fromkeys(triples))
    if any(first > 31 for first, _, _ in days):  # noqa: PLR2004 - no month is longer
        return Order(YEAR_FIRST, "certain")
    readings = [one for name in allowed if (one := _read(triples, name))]
    if not readings:
        return OPEN
    if len(readings) == 1:
        return Order(readings[0].name, "certain")
    return _more_even(readings)


def _read(triples: Sequence[Triple], name: str) -> _Reading | None:
    known = {triple: day_of(triple, name) for triple in {*triples}}
    days = [day.toordinal() for triple in triples if (day := known[triple])]
    return _Reading(name, days) if len(days) == len(triples) else None


def _more_even(readings: Sequence[_Reading]) -> Order:
    by_steps = sorted(readings, key=lambda one: one.backward)
    if by_steps[0].backward == 0 and by_steps[1].backward > 0:
        return Order(by_steps[0].name, "certain")
    if by_steps[0].days == by_steps[1].days:
        return OPEN
    by_gap = sorted(readings, key=lambda one: one.widest)
    if by_gap[1].widest >= CLEARLY * max(by_gap[0].widest, 1):
        return Order(by_gap[0].name, "likely")
    return OPEN
