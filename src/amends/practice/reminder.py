"""Reminders: days and an hour, and no word of what they are for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import ClassVar

MOST = 7
"""More than one a day would be a nag."""
LATE = timedelta(minutes=5)
"""A machine that slept through the hour does not ring for it afterwards."""


@dataclass(frozen=True)
class Weekly:
    """An hour on some days of the week (Monday is 0), in the time of wherever one is."""

    days: tuple[int, ...]
    hour: int
    minute: int = 0

    def falls_on(self, day: datetime) -> datetime | None:
        """Return the moment on this day, or None when it is not one of the days."""
        if day.weekday() not in self.days:
            return None
        return day.replace(hour=self.hour, minute=self.minute, second=0, microsecond=0)


@dataclass(frozen=True)
class Reminders:
    """When someone wants to be reminded, and whether this computer may say so while amends runs."""

    KIND: ClassVar[str] = "reminders"

    times: tuple[Weekly, ...] = ()
    with_notices: bool = False


def is_due(times: Iterable[Weekly], since: datetime, now: datetime) -> bool:
    """Say whether one of the times lies after `since`, and at `now` or up to five minutes before.

    Both moments are aware, in the user's own time zone.
    """
    after = max(since, now - LATE)
    days = (after, now)
    moments = [moment for one in times for day in days if (moment := one.falls_on(day))]
    return any(after < moment <= now for moment in moments)


def in_order(times: Iterable[Weekly]) -> tuple[Weekly, ...]:
    """Return the times by the clock, each once."""
    return tuple(sorted({*times}, key=lambda one: (time(one.hour, one.minute), one.days)))
