"""Headers that are none: a chat, or a list of dates, that someone pasted in the file's own shape.

Time tells. The longest chain of rows in which it runs on is the chat. Rows beside the chain, with
the chain before and behind them, lie `inside` the message before them when their time is far from
both; or when they are nearer, but repeat rows from before, or are of people who are nowhere else in
a chat of two.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, pairwise
from operator import sub

from amends.chats.whatsapp.days import DAY, NO_DAY
from amends.chats.whatsapp.rows import Rows

HOUR = 3600
LOOSE = HOUR
"""Seconds by which a file may step back: the lines of a phone are in the order of arrival."""
FAR = 36 * HOUR
"""Seconds by which rows must lie apart to be no late arrivals; a journey moves a clock by 26 hours
at most."""
MOST = 200
"""Rows in one place that are believed to be pasted: what one marks on a phone, not an archive."""
_COUPLE = 2
_REAL = NO_DAY // 2 * DAY
"""Dates that make no day lie before this."""


@dataclass(frozen=True)
class Pasted:
    """Rows that are `inside` a message, and the first row of each place to be told about."""

    inside: frozenset[int]
    told: tuple[int, ...]


NOTHING = Pasted(frozenset(), ())


def pasted(rows: Rows, *, timed: bool) -> Pasted:
    """Return the rows that are none, and where time jumps back.

    Without `timed`, when day and month may be mixed up, only dates that make no day count.
    """
    if min(map(sub, islice(rows.at, 1, None), rows.at), default=0) >= -LOOSE and _is_real(rows):
        return NOTHING
    chain = _chain(rows.at) if timed else [row for row, at in enumerate(rows.at) if at > _REAL]
    judge = _Judge(rows, chain)
    inside: set[int] = set()
    told: list[int] = []
    for before, after in pairwise([-1, *chain, len(rows.at)]):
        if after - before > 1:
            lies, tells = judge.of(before, after)
            inside |= lies
            told += tells
    return Pasted(frozenset(inside), tuple(told))


def _is_real(rows: Rows) -> bool:
    return all(at > _REAL for at in rows.days.values())


def _chain(times: Sequence[int]) -> list[int]:
    """Return the rows of the longest chain in which time does not step back, small steps apart.

    The first row is no paste: if a chain with it is at least half as long, it is taken.
    """
    real = [row for row, at in enumerate(times) if at > _REAL]
    longest = _longest(times, real)
    if not real or longest[0] == real[0]:
        return longest
    first = times[real[0]] - LOOSE
    other = _longest(times, [row for row in real if times[row] >= first])
    return other if 2 * len(other) >= len(longest) else longest


def _longest(times: Sequence[int], rows: Sequence[int]) -> list[int]:
    """Return the longest such chain among some rows; of two, the one that begins earlier.

    It is looked for from the end: what is found later takes the place of what was found before.
    """
    ends: list[int] = []
    heads: list[int] = []
    following: dict[int, int] = {}
    last = 0
    for row in reversed(rows):
        at = -times[row]
        last = max(last, at) if following and last - at <= LOOSE else at
        place = bisect_right(ends, last)
        following[row] = heads[place - 1] if place else -1
        ends[place : place + 1], heads[place : place + 1] = [last], [row]
    found, row = [], heads[-1] if heads else -1
    while row >= 0:
        found.append(row)
        row = following[row]
    return found


class _Judge:
    """Says of rows beside the chain what they are."""

    def __init__(self, rows: Rows, chain: Sequence[int]) -> None:
        self._rows = rows
        self._chain = chain

    def of(self, before: int, after: int) -> tuple[set[int], list[int]]:
        """Return the rows between two of the chain that are none, and those to be told about."""
        place = range(before + 1, after)
        none = {row for row in place if self._rows.at[row] < _REAL}
        rest = [row for row in place if row not in none]
        if not rest:
            return none, [min(none)]
        apart = min(self._apart(row, before, after) for row in rest)
        held = before >= 0 and len(rest) <= MOST
        if held and ((apart > FAR and after < len(self._rows.at)) or self._is_copied(rest, apart)):
            return {*none, *rest}, [place[0]]
        jump = [rest[0] if before >= 0 else after] if apart > FAR else []
        return none, [*none, *jump]

    def _apart(self, row: int, before: int, after: int) -> int:
        """Return by how many seconds a row lies before its neighbours in the chain, or behind."""
        times = self._rows.at
        back = times[before] - times[row] if before >= 0 else 0
        return max(back, times[row] - times[after] if after < len(times) else 0)

    def _is_copied(self, rest: Sequence[int], apart: int) -> bool:
        return apart > LOOSE and (self._are_strangers(rest) or self._are_repeats(rest))

    @cached_property
    def _people(self) -> set[str]:
        names = self._rows.names
        return {
            name
            for place in {self._rows.name[row] for row in self._chain}
            if (name := names[place])
        }

    def _are_strangers(self, rest: Sequence[int]) -> bool:
        names = [self._rows.names[self._rows.name[row]] for row in rest]
        return len(self._people) <= _COUPLE and all(
            name is not None and name not in self._people for name in names
        )

    def _are_repeats(self, rest: Sequence[int]) -> bool:
        wanted = {self._rows.at[row] for row in rest}
        earlier = (row for row in range(rest[0]) if self._rows.at[row] in wanted)
        known = {self._line(row) for row in earlier}
        return all(self._line(row) in known for row in rest)

    def _line(self, row: int) -> tuple[int, int, str]:
        first = self._rows.text[row].partition("\n")[0]
        return self._rows.at[row], self._rows.name[row], first
