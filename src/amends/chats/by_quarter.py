"""Counts by quarter of a year: what changes over months, and is not lost in one bad week."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from amends.chats.talk import Places, Seconds

MOST_QUARTERS = 8
"""Two years; more are told by year, since nobody reads twenty numbers."""


@dataclass(frozen=True)
class Quarters:
    """How many there were in each quarter that has some: the year, the quarter from 0, the count.

    Sentences about patterns take it in the place of {quarters}.
    """

    counts: tuple[tuple[int, int, int], ...]

    @classmethod
    def of(cls, at: Seconds) -> "Quarters":
        """Count moments, such as those of messages."""
        numbers, counts = np.unique(quarter_of(at), return_counts=True)
        rows = zip(numbers.tolist(), counts.tolist(), strict=True)
        return cls(tuple((*divmod(number, 4), count) for number, count in rows))

    def told(self, names: Sequence[str]) -> str:
        """Return them in words, `names` being those of the four quarters; by year if many."""
        if len(self.counts) <= MOST_QUARTERS:
            return ", ".join(f"{names[part]} {year}: {count}" for year, part, count in self.counts)
        years: Counter[int] = Counter()
        for year, _, count in self.counts:
            years[year] += count
        return ", ".join(f"{year}: {count}" for year, count in sorted(years.items()))


def quarter_of(at: Seconds) -> Places:
    """Return the number of each moment's quarter, counted from the year 0."""
    months: NDArray[np.int64] = at.astype("datetime64[s]").astype("datetime64[M]").astype(np.int64)
    return months // 3 + 1970 * 4
