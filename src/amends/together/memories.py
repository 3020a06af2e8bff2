"""Memories of two: in the words of one, dated as well as they know, with a picture if they like."""

from base64 import b64decode
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

FIRST_YEAR = 1900
"""Before anyone who uses this was born."""


class NoSuchDay(ValueError):
    """A day that there is not, that has not come, or a part of one without what it is part of."""


YEAR_DIGITS = 4
"""No number of a day is longer."""


@dataclass(frozen=True)
class Roughly:
    """A day as well as someone knows it: all of it, the month, the year, or nothing (0)."""

    year: int = 0
    month: int = 0
    day: int = 0

    @classmethod
    def told(cls, year: str, month: str, day: str, today: date) -> "Roughly":
        """Return what was typed; raises NoSuchDay.

        >>> Roughly.told("2019", "7", "", date(2026, 3, 14))
        Roughly(year=2019, month=7, day=0)
        """
        typed = [part.strip() for part in (year, month, day)]
        if any(part and (not part.isdecimal() or len(part) > YEAR_DIGITS) for part in typed):
            raise NoSuchDay
        found = cls(*(int(part or 0) for part in typed))
        if not found._is_whole() or found.earliest > today:
            raise NoSuchDay
        return found

    def _is_whole(self) -> bool:
        """Say whether every part has what it is part of, and the day exists."""
        if not self.year:
            return not self.month and not self.day
        if self.year < FIRST_YEAR or (self.day and not self.month):
            return False
        try:
            date(self.year, self.month or 1, self.day or 1)
        except ValueError:
            return False
        return True

    @property
    def parts(self) -> tuple[int, int, int]:
        """Return year, month and day, 0 for each that is not known."""
        return self.year, self.month, self.day

    @property
    def earliest(self) -> date:
        """Return the first day that it can mean."""
        return date(self.year or FIRST_YEAR, self.month or 1, self.day or 1)


@dataclass(frozen=True)
class Memory:
    """One memory in one's own vault; a copy of it lies in the shared space once it is given.

    `name` is drawn by lot and the same in every copy. `picture` is the id of a `Picture` as 32
    hexadecimal digits, or empty: in the vault that of a record, in the space that of an item.
    """

    KIND: ClassVar[str] = "memory"

    name: str
    words: str = field(repr=False)
    on: Roughly = Roughly()
    picture: str = ""

    @property
    def said(self) -> str:
        """What was written."""
        return self.words


@dataclass(frozen=True)
class Picture:
    """A picture of a memory, as it came; `content` is its bytes in base64."""

    KIND: ClassVar[str] = "memory-picture"

    media: str
    content: str = field(repr=False)

    @property
    def bytes(self) -> bytes:
        """Return the picture itself."""
        return b64decode(self.content)


@dataclass(frozen=True)
class NotShown:
    """A memory that its keeper would rather not be shown, by its name; the other never learns."""

    KIND: ClassVar[str] = "memory-not-shown"

    name: str


def by_year(memories: Iterable[Memory]) -> tuple[tuple[int, tuple[Memory, ...]], ...]:
    """Return a timeline, the newest year first; what has no year (0) stands at its end.

    Days alone decide: no memory is better than another.
    """
    found = sorted(memories, key=lambda one: (*one.on.parts, one.name), reverse=True)
    years = dict.fromkeys(one.on.year for one in found)
    return tuple((year, tuple(one for one in found if one.on.year == year)) for year in years)
