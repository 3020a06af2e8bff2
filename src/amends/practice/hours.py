"""At which time of day urges come, once there are enough to tell."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

DAY = 24
"""Hours."""
WINDOW = 3
"""Hours: wide enough to plan for, narrow enough to mean an evening and not the whole day."""
FEWEST = 12
"""Urges. Of twelve at hours drawn by lot, half fall within three hours in one trial of thirty
(20,000 trials); of ten, in one of twelve."""
SHARE = 0.5
"""Of all urges, that lie within the window."""
PARTS = (("night", 0, 6), ("morning", 6, 12), ("afternoon", 12, 18), ("evening", 18, 24))
"""The parts of a day as the weekly plan names them, from an hour up to another."""


@dataclass(frozen=True)
class Peak:
    """The three hours in which most urges began: `count` of `of`, from the hour `first` on."""

    first: int
    count: int
    of: int

    @property
    def last(self) -> int:
        """Return the hour at which they end."""
        return (self.first + WINDOW) % DAY

    @property
    def part(self) -> str:
        """Return the part of the day in which their middle lies."""
        middle = (self.first + WINDOW // 2) % DAY
        return next(name for name, begins, ends in PARTS if begins <= middle < ends)


def peak_of(began: Iterable[datetime]) -> Peak | None:
    """Return when urges peak, or None while there are too few, or they are spread over the day.

    `began` is when each began, in the user's own time zone. Of windows that hold as many, the one
    whose middle hour holds most is taken, then the earlier one.
    """
    hours = Counter(moment.hour for moment in began)
    total = hours.total()
    if total < FEWEST:
        return None
    counts = [sum(hours[(first + hour) % DAY] for hour in range(WINDOW)) for first in range(DAY)]
    first = max(range(DAY), key=lambda at: (counts[at], hours[(at + WINDOW // 2) % DAY], -at))
    return Peak(first, counts[first], total) if counts[first] >= SHARE * total else None
