"""Day before month, or month before day? Told from a whole file, or said to be open.

Measured on days of made-up chats (tests/chats/test_dates.py: from sixty messages a day to one in
25 days, with silences up to three months), 9600 windows of each length, day first and month first
alike, years of four digits and of two:

| messages | settled | wrong |
|---|---|---|
| 20 | 90.2 % | 1 |
| 50 | 95.5 % | 3 |
| 100 | 98.2 % | 1 |
| 200 | 99.6 % | 2 |

What was wrong was called likely, never certain: two days with a silence of a month between them.
The rest was called open. A year of two digits in front (Korean phones that count to 24, Basque) is
only seen once a day has changed: of windows on few days 24 %, 12 %, 4 % and 0.6 % are taken for
day first, as likely.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby, pairwise

from amends.chats.message import OPEN, Order

Triple = tuple[int, int, int]
"""Three numbers as they stand in the file, from left to right."""
DAY_FIRST, MONTH_FIRST, YEAR_FIRST = "day-month-year", "month-day-year", "year-month-day"
_PLACES = {DAY_FIRST: (2, 1, 0), MONTH_FIRST: (2, 0, 1), YEAR_FIRST: (0, 1, 2)}
CLEARLY = 2
"""The widest gap under one order must be so many times that of the other to decide."""
DAYS, MESSAGES = 3, 10
"""Different days, or messages on two days, that a file must have for gaps to say anything: 5
January and 5 February look like 1 and 2 May, and a pair that is alone can be chance."""
BACKWARD = 1
"""Days by which a file may step back without saying anything: the order in exports is loose."""
_LONGEST = 31
"""Days of a month: what is more, is a year."""
_PASTED = 20
"""Days that one day may be interrupted by; what is more is no paste."""
_STRAY = 10
"""One date in so many, or one of a few, may be none in any order: pasted lines, damaged bytes."""


@dataclass(frozen=True)
class _Reading:
    """The days of a file under one order, how many dates make no day, and its messages."""

    name: str
    days: Sequence[int]
    none: int
    messages: int

    @property
    def backward(self) -> int:
        """Return how often it jumps back by more than a day."""
        return sum(later < earlier - BACKWARD for earlier, later in pairwise(self.days))

    @property
    def widest(self) -> int:
        """Return its widest gap in days, backward or forward."""
        gaps = (abs(later - earlier) for earlier, later in pairwise(self.days))
        return max(gaps, default=0)

    @property
    def says_enough(self) -> bool:
        """Say whether its gaps can be more than chance."""
        different = len({*self.days})
        return different >= DAYS or (different == DAYS - 1 and self.messages >= MESSAGES)


def day_of(triple: Triple, order: str) -> date | None:
    """Return the day that three numbers mean under an order, or None when there is none such.

    Years of Thailand's calendar (2569) and of Iran's (1405) become those of the common one.

    >>> day_of((14, 3, 26), DAY_FIRST), day_of((1404, 12, 23), YEAR_FIRST)
    (datetime.date(2026, 3, 14), datetime.date(2026, 3, 14))
    """
    year, month, day = (triple[place] for place in _PLACES[order])
    try:
        return _persian(year, month, day) if year in _PERSIAN else date(_common(year), month, day)
    except ValueError:
        return None


def order_of(
    triples: Sequence[Triple],
    allowed: Sequence[str] = (DAY_FIRST, MONTH_FIRST),
    since: int = 0,
) -> Order:
    """Return how day and month stand in a file; `triples` come in the order of the file.

    First what makes a day at all: a value over 12 decides. Then which order lets time run on. Then
    which leaves the smaller widest gap. Otherwise it is open: it is asked, and never guessed. A
    year of two digits in front is believed only where it alone lets the days follow each other.
    Where the app is younger than a day, that is none: `since` is its first year.

    >>> order_of([(13, 2, 26)]).name
    'day-month-year'
    >>> order_of([(3, 2, 26), (4, 2, 26)]).name
    'unknown'
    """
    if 2 * sum(first > _LONGEST for first, _, _ in triples) > len(triples):
        allowed = (YEAR_FIRST,)
    if len(allowed) == 1:
        only = _possible([_read(triples, allowed[0], triples, since)])
        return Order(allowed[0], "certain") if only else OPEN
    runs = _unbroken(triples)
    readings = [_read(triples, name, runs, since) for name in allowed]
    first = [one for one in readings if one.name == YEAR_FIRST]
    others = _possible([one for one in readings if one not in first])
    if first and _possible(first):
        return _beside(first[0], others)
    return _between(others)


def _unbroken(triples: Sequence[Triple]) -> list[Triple]:
    """Return the days one after another, without those that stand in the middle of another.

    A day that comes back after others was interrupted: by a chat from before that was pasted.
    """
    kept: list[Triple] = []
    places: dict[Triple, int] = {}
    for triple, _ in groupby(triples):
        place = places.get(triple)
        if place is not None and len(kept) - place <= _PASTED:
            for gone in kept[place + 1 :]:
                places.pop(gone, None)
            del kept[place + 1 :]
        else:
            places[triple] = len(kept)
            kept.append(triple)
    return kept


def _read(triples: Sequence[Triple], name: str, runs: Sequence[Triple], since: int) -> _Reading:
    days = ((triple, day_of(triple, name)) for triple in {*triples})
    known = {triple: day if day and day.year >= since else None for triple, day in days}
    none = sum(known[triple] is None for triple in triples)
    real = (day for triple in runs if (day := known[triple]))
    return _Reading(name, [day.toordinal() for day in real], none, len(triples))


def _possible(readings: Sequence[_Reading]) -> list[_Reading]:
    """Return those under which the fewest dates make no day, if these are few."""
    if not readings:
        return []
    messages, least = readings[0].messages, min(one.none for one in readings)
    few = max(1, messages // _STRAY) if messages > DAYS else 0
    return [one for one in readings if one.none == least <= few]


def _beside(first: _Reading, others: Sequence[_Reading]) -> Order:
    """Return the order where two digits in front may be a year, too."""
    if not others:
        return Order(YEAR_FIRST, "certain")
    far = all(one.widest >= max(_YEAR, _FAR * first.widest) for one in others)
    if far and all(one.backward >= first.backward for one in others):
        return Order(YEAR_FIRST, "likely")
    found = _between(others)
    sure = found.certainty == "certain" and first.widest >= _YEAR
    return found if sure or found == OPEN else Order(found.name, "likely")


def _between(readings: Sequence[_Reading]) -> Order:
    if len(readings) == 1:
        return Order(readings[0].name, "certain")
    if not readings or readings[0].days == readings[1].days:
        return OPEN
    on, back = sorted(readings, key=lambda one: one.backward)
    if on.backward == 0 and back.backward > 0:
        return Order(on.name, "certain")
    narrow, wide = sorted(readings, key=lambda one: one.widest)
    if narrow.says_enough and wide.widest >= CLEARLY * max(narrow.widest, 1):
        return Order(narrow.name, "likely")
    return OPEN


_YEAR = 360
"""Days by which days jump where a year is read as a day, and a day as a year."""
_FAR = 4
"""The widest gap must then be so many times that with the year in front: silences last months."""
_THAI, _THAI_AHEAD = 2400, 543
_THAI_SHORT = range(52, 100)
"""2552 to 2599 with two digits: WhatsApp came in 2009, and no chat is of 2052."""
_PERSIAN = range(1380, 1430)
"""2001 to 2051 of the common calendar."""
_PERSIAN_START = date(2001, 3, 21)
"""The first day of 1380."""


def _common(year: int) -> int:
    if year in _THAI_SHORT:
        year += 2500
    if year > _THAI:
        return year - _THAI_AHEAD
    return year if year > 99 else 2000 + year  # noqa: PLR2004 - two digits mean this century


def _persian(year: int, month: int, day: int) -> date:
    """Return a day of Iran's calendar: six months of 31 days, five of 30, one of 29 or 30."""
    longest = 31 if month <= 6 else 30 if month <= 11 or _is_long(year) else 29  # noqa: PLR2004
    if not (1 <= month <= 12 and 1 <= day <= longest):  # noqa: PLR2004
        raise ValueError
    years = sum(365 + _is_long(before) for before in range(_PERSIAN.start, year))
    return _PERSIAN_START + timedelta(years + 30 * (month - 1) + min(month - 1, 6) + day - 1)


def _is_long(year: int) -> bool:
    """Say whether a year of Iran's calendar has 366 days: eight in 33 years, right for these."""
    return (8 * year + 29) % 33 < 8  # noqa: PLR2004
