"""A hard day, place or sound: what brings it back for someone, what helps then, what does not."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import ClassVar

NEAR = timedelta(days=7)
"""So long before its day a hard day is near: a week, in which plans can still be changed."""
LINES = ("day", "what", "helps", "helps_not")
"""What can be shown to the other, each for itself."""
_LEAP = (2, 29)


class HardKind(StrEnum):
    """What it is that is hard."""

    DAY = "day"
    PLACE = "place"
    SOUND = "sound"


@dataclass(frozen=True)
class HardDay:
    """What someone wrote into their own calendar; only `kind` and one more line have to be there.

    A day may come back each year. `last` is the end of a stretch of days.
    """

    KIND: ClassVar[str] = "hard-day"

    kind: HardKind
    what: str = field(default="", repr=False)
    helps: str = field(default="", repr=False)
    helps_not: str = field(default="", repr=False)
    first: date | None = None
    last: date | None = None
    is_yearly: bool = False

    @property
    def said(self) -> str:
        """Return the words that were written."""
        return f"{self.what}\n{self.helps}\n{self.helps_not}"

    @property
    def lines(self) -> tuple[str, ...]:
        """Return which lines there are to show."""
        there = (self.first, self.what, self.helps, self.helps_not)
        return tuple(name for name, value in zip(LINES, there, strict=True) if value)

    def only(self, lines: Collection[str]) -> "HardDay":
        """Return a copy with nothing but these lines."""
        bare = self if "day" in lines else replace(self, first=None, last=None, is_yearly=False)
        return replace(
            bare,
            what=self.what if "what" in lines else "",
            helps=self.helps if "helps" in lines else "",
            helps_not=self.helps_not if "helps_not" in lines else "",
        )

    def comes(self, today: date) -> tuple[date, date] | None:
        """Return its first and last day when it comes next or is here; None when it is over."""
        if self.first is None:
            return None
        length = (self.last or self.first) - self.first
        years = range(today.year - 1, today.year + 2) if self.is_yearly else [self.first.year]
        found = ((day, day + length) for year in years if (day := _in_year(self.first, year)))
        return next((one for one in found if one[1] >= today), None)

    def is_near(self, today: date) -> bool:
        """Say whether it is here, or comes within a week."""
        found = self.comes(today)
        return found is not None and found[0] - today <= NEAR


def _in_year(day: date, year: int) -> date:
    """Return the same day in another year; 29 February is 28 February in most."""
    if (day.month, day.day) == _LEAP:
        return date(year, 3, 1) - timedelta(days=1)
    return day.replace(year=year)
