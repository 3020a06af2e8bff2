"""A lapse and what follows: its debrief, the way back, and the urges that passed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from statistics import median
from typing import ClassVar

from amends.practice.habit import HabitDays
from amends.practice.strength import Mark
from amends.practice.urge import Urge


@dataclass(frozen=True)
class Debrief:
    """What came before a lapse: `habit` is the id of its record as hex, `day` such as 2026-03-14.

    `access` is what made it easy, `story` what one told oneself, `barrier` what will stand in
    the way next time.
    """

    KIND: ClassVar[str] = "debrief"

    habit: str
    day: str
    at: datetime
    time: str = field(default="", repr=False)
    feeling: str = field(default="", repr=False)
    access: str = field(default="", repr=False)
    story: str = field(default="", repr=False)
    barrier: str = field(default="", repr=False)

    @property
    def said(self) -> str:
        """Return the words that were written."""
        return f"{self.time}\n{self.feeling}\n{self.access}\n{self.story}\n{self.barrier}"


@dataclass(frozen=True)
class Ridden:
    """Of the urges that belong to a habit: how many there were, how many passed unfollowed."""

    had: int
    ridden: int


def days_to_return(days: HabitDays, since: date, today: date) -> float | None:
    """Return the median days from the first lapse of each stretch to the next done day.

    Excused days in between are not counted. None while nobody has returned from a lapse yet.
    """
    found = list(_returns(days, since, today))
    return float(median(found)) if found else None


def _returns(days: HabitDays, since: date, today: date) -> Iterator[int]:
    away: int | None = None
    for number in range(since.toordinal(), today.toordinal() + 1):
        mark = days.on(date.fromordinal(number))
        if mark is Mark.DONE and away is not None:
            yield away + 1
            away = None
        elif mark is Mark.LAPSED and away is None:
            away = 0
        elif mark is not Mark.EXCUSED and away is not None:
            away += 1


def ridden(urges: Iterable[Urge], habit: str) -> Ridden:
    """Return how many urges of a habit were ridden; one whose end is open is not counted yet."""
    ends = [one.ridden for one in urges if one.habit == habit and one.ridden is not None]
    return Ridden(len(ends), sum(ends))
