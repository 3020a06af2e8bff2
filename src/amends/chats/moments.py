"""Dates with times as tables and transcripts have them, in whatever form, understood together."""

import re
from collections.abc import Sequence
from datetime import date

from amends.chats.dates import DAY_FIRST, MONTH_FIRST, Triple, day_of, order_of
from amends.chats.message import EPOCH, GIVEN, OPEN, Order
from amends.chats.wording import unmarked
from amends.chats.written import day_in, months_in, split_time
from amends.chats.zones import wall_time

_OFFSET = re.compile(r"(?:[Zz]|[+-]\d\d:?\d\d)$")

Moment = tuple[int, int | None] | None
"""Seconds as rows hold them, and how far the clock is ahead of UTC where the export says it."""


def times_of(whens: Sequence[str]) -> tuple[list[Moment], Order]:
    """Return the moment of each text, None where it is none, and how day and month stand.

    >>> times_of(["1/13/1970 0:00:01 AM", "yesterday"])
    ([(1036801, None), None], Order(name='month-day-year', certainty='certain'))
    """
    iso = [wall_time(one) for one in whens]
    if sum(one is not None for one in iso) * 2 > len(iso):
        pairs = zip(whens, iso, strict=True)
        return [(one[0], _offset(when, one[1])) if one else None for when, one in pairs], GIVEN
    folded = [split_time(unmarked(one)) for one in whens]
    months = months_in(day for day, _ in folded)
    days = [day_in(day, months) for day, _ in folded]
    triples = [one for one in days if isinstance(one, tuple)]
    order = order_of(triples) if triples else GIVEN
    clocks = (clock for _, clock in folded)
    return [_at(day, clock, order) for day, clock in zip(days, clocks, strict=True)], order


def _offset(when: str, offset: int) -> int | None:
    return offset if _OFFSET.search(when[10:]) else None


def _at(day: Triple | date | None, clock: int | None, order: Order) -> Moment:
    found = (
        day_of(day, DAY_FIRST if order == OPEN else order.name) if isinstance(day, tuple) else day
    )
    if found is None and isinstance(day, tuple) and order == OPEN:
        found = day_of(day, MONTH_FIRST)
    if found is None or clock is None:
        return None
    return (found - EPOCH.date()).days * 86400 + clock, None
