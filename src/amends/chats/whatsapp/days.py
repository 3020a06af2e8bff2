"""Dates as headers write them, in seconds, under an order that may turn out to be wrong."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from amends.chats.dates import Triple, day_of
from amends.chats.message import EPOCH
from amends.chats.whatsapp.marks import plain
from amends.chats.whatsapp.months import month_in

DAY = 86400
_FIRST = EPOCH.toordinal()
NO_DAY = -1_000_000
"""Dates that make no day are numbered down from here, so that each can be told from the others."""


NONE: Mapping[str, int] = MappingProxyType({})


def triple_of(written: str, month: int, months: Mapping[str, int]) -> Triple:
    """Return the three numbers of a date; that of the month may be a word at some place.

    >>> triple_of("Mar 13, 2026", 0, {"mar": 3})
    (3, 13, 2026)
    """
    numbers = [int(number) for number in re.findall(r"\d+", plain(written))]
    if month >= 0:
        numbers.insert(month, month_in(plain(written), months))
    a, b, c = numbers
    return a, b, c


class Days(dict[str, int]):
    """Seconds from 1970 to a date as it is written; each is worked out once.

    The order of day and month is a guess at first; `month` is the place of a month that is written
    out, with one of the names in `months`. `moved` leads from the days under that guess to
    the days under the right one.
    """

    def __init__(self, order: str, month: int = -1, months: Mapping[str, int] = NONE) -> None:
        super().__init__()
        self._month, self._months = month, months
        self.order = order
        self.triples: dict[str, Triple] = {}

    def __missing__(self, written: str) -> int:
        """Work out one that was not seen before."""
        triple = triple_of(written, self._month, self._months)
        self.triples[written] = triple
        self[written] = self._seconds(triple, self.order, len(self)) * DAY
        return self[written]

    def moved(self, order: str) -> dict[int, int]:
        """Return from day to day, both counted from 1970, where they differ under another order."""
        days = {
            at // DAY: self._seconds(self.triples[written], order, number)
            for number, (written, at) in enumerate(self.items())
        }
        self.order = order
        return {} if all(old == new for old, new in days.items()) else days

    @staticmethod
    def _seconds(triple: Triple, order: str, number: int) -> int:
        day = day_of(triple, order)
        return day.toordinal() - _FIRST if day else NO_DAY - number
