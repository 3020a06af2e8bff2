"""What keeps a small kindness small: less when they asked for less, none beside a serious talk."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from amends.together.surprises import APART, REST, Gesture, Surprise

AHEAD = 7
"""Days on which a surprise can be planned, today among them; our choice."""
MOST_PASSED = 2
"""Turned down on one day; after that there is nothing today, or it becomes a shop window."""


@dataclass(frozen=True)
class Restraint:
    """Whether they asked for less, and the day of the last serious talk."""

    KIND: ClassVar[str] = "restraint"

    asked_for_less: bool = False
    talked_on: date | None = None


@dataclass(frozen=True)
class Passed:
    """A suggestion that was not taken, and when; it rests like one that was."""

    KIND: ClassVar[str] = "passed-surprise"

    surprise: str
    on: date


def not_passed(
    surprises: Iterable[Surprise], passed: Sequence[Passed], today: date
) -> tuple[Surprise, ...]:
    """Return the surprises that were not turned down lately."""
    lately = {one.surprise for one in passed if abs(today - one.on) < REST}
    return tuple(one for one in surprises if one.id not in lately)


def is_enough(passed: Iterable[Passed], today: date) -> bool:
    """Say whether so many were turned down today that no other is shown."""
    return sum(one.on == today for one in passed) >= MOST_PASSED


def free_days(given: Iterable[Gesture], today: date) -> tuple[date, ...]:
    """Return the days from today on that are far enough from every gesture, planned or done."""
    taken = [one.on for one in given]
    days = (today + timedelta(days=number) for number in range(AHEAD))
    return tuple(day for day in days if all(abs(day - one) >= APART for one in taken))
