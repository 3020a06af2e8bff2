"""The weekly check-in: what someone wrote for it, line by line, and how safe one felt."""

from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from amends.practice.urge import STRONGEST


def week_name(day: date) -> str:
    """Return the week of a day as ISO 8601 names it.

    >>> week_name(date(2026, 1, 1))
    '2026-W01'
    """
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def week_start(name: str) -> date:
    """Return the Monday of a week.

    >>> week_start("2026-W01")
    datetime.date(2025, 12, 29)
    """
    year, _, week = name.partition("-W")
    return date.fromisocalendar(int(year), int(week), 1)


@dataclass(frozen=True)
class CheckInLine:
    """What someone wrote for one part of a week's check-in; their own until they give it."""

    KIND: ClassVar[str] = "check-in-line"

    week: str
    part: str
    words: str = field(repr=False)

    @property
    def said(self) -> str:
        """Return the words that were written."""
        return self.words


@dataclass(frozen=True)
class SafeWeek:
    """How safe someone felt in a week, from 0 to 10; theirs alone, and nothing is made of it."""

    KIND: ClassVar[str] = "safe-week"

    week: str
    value: int

    def __post_init__(self) -> None:
        """Raise SafeOffScale for a value outside 0 to 10."""
        if not 0 <= self.value <= STRONGEST:
            raise SafeOffScale


class SafeOffScale(ValueError):
    """A value that is not on the scale."""

    def __init__(self) -> None:
        """Say what was wrong."""
        super().__init__(f"how safe one felt is told from 0 to {STRONGEST}")
