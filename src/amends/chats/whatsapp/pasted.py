"""Headers that are none: a chat, or a list of dates, that someone pasted in the file's own shape.

Time tells. Where it jumps back, either the rows behind the jump are pasted, until time is where it
was (a chat from before), or the rows in front of it, back to where time goes on (a list of days to
come). Rows lie `inside` the message before them when their time is far off; or when it is nearer,
but they repeat rows from before, or are of people who are nowhere else in a chat of two. Where time
jumps back for good, nothing is taken for pasted.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, takewhile
from operator import sub

from amends.chats.whatsapp.days import DAY, NO_DAY
from amends.chats.whatsapp.rows import Rows

HOUR = 3600
LOOSE = HOUR
"""Seconds by which a file may step back: the lines of a phone are in the order of arrival."""
FAR = 36 * HOUR
"""Seconds by which rows must lie apart to be no late arrivals; a journey moves a clock by 26 hours
at most."""
MOST = 100
"""Rows in one place that are believed to be pasted: what one marks on a phone, not an archive."""
_AFTER = 10
"""Rows that must stand before each row of the end for that to be pasted into the last message."""
_JUST_NOW = 50
"""Rows before that are looked at for words that come once more."""
_LETTERS = 12
"""So many letters are not written twice by chance: "ok" is."""
_COUPLE = 2
_REAL = NO_DAY // 2 * DAY
"""Dates that make no day lie before this."""


@dataclass(frozen=True)
class Pasted:
    """Rows that are `inside` a message, and the rows where someone should look."""

    inside: frozenset[int]
    told: tuple[int, ...]


NOTHING = Pasted(frozenset(), ())


def pasted(rows: Rows, *, timed: bool) -> Pasted:
    """Return the rows that are none, and where time jumps back.

    Without `timed`, when day and month may be mixed up, only dates that make no day count.
    """
    none = (
        frozenset(row for row, at in enumerate(rows.at) if at < _REAL)
        if _has_none(rows)
        else frozenset()
    )
    steps = map(sub, islice(rows.at, 1, None), rows.at)
    if not none and min(steps, default=0) >= 0:
        return NOTHING
    look = _Look(rows)
    real = [row for row in range(len(rows.at)) if row not in none]
    if timed and real:
        look.along(real)
    starts = [row for row in none if row - 1 not in none]
    return Pasted(frozenset({*look.inside, *none}), tuple(sorted({*look.told, *starts})))


def _has_none(rows: Rows) -> bool:
    return any(at < _REAL for at in rows.days.values())


class _Look:
    """Goes along the rows of a file, and notes those that lie inside a message."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._times = rows.at
        self.inside: set[int] = set()
        self.told: list[int] = []

    def along(self, rows: Sequence[int]) -> None:
        """Look at rows in their order; `kept` are those that are messages so far."""
        kept: list[int] = []
        high, place = self._times[rows[0]], 0
        while place < len(rows):
            row = rows[place]
            jump = high - self._times[row]
            if jump > 0 and (lines := self._said_just_now(rows, place, kept)):
                self._note(lines)
                place += len(lines)
            elif jump <= LOOSE:
                kept.append(row)
                high, place = max(high, self._times[row]), place + 1
            elif days := self._days_to_come(kept, row):
                self._note(days)
                del kept[-len(days) :]
                high = self._times[kept[-1]]
            elif chat := self._chat_from_before(rows, place, high, kept[-1]):
                self._note(chat)
                place += len(chat)
            else:
                place, high = self._left(rows, place, high, kept)

    def _note(self, block: Sequence[int]) -> None:
        self.inside.update(block)
        self.told.append(block[0])

    def _left(self, rows: Sequence[int], place: int, high: int, kept: list[int]) -> tuple[int, int]:
        """Keep rows behind a jump: late ones as they are, those behind a jump for good as new."""
        if high - self._times[rows[place]] > FAR:
            self.told.append(rows[place])
        block = self._until(rows, place, high)
        if place + len(block) < len(rows) and len(block) <= MOST:
            kept += block
            return place + len(block), high
        kept.append(rows[place])
        return place + 1, self._times[rows[place]]

    def _until(self, rows: Sequence[int], place: int, high: int) -> list[int]:
        """Return the rows from a place on until time is where it was, at most one too many."""
        some = islice(rows, place, place + MOST + 1)
        return list(takewhile(lambda row: self._times[row] < high - LOOSE, some))

    def _days_to_come(self, kept: Sequence[int], row: int) -> list[int]:
        """Return the rows before a jump that are a list: days later, without names."""
        at = self._times[row]
        later = takewhile(lambda one: self._times[one] > at + LOOSE, reversed(kept))
        block = list(islice(later, MOST + 1))[::-1]
        if not block or len(block) > MOST or len(block) == len(kept):
            return []
        said = self._name(kept[-len(block) - 1]) is not None
        far = max(self._times[one] for one in block) > at + FAR
        return block if said and far and all(self._name(one) is None for one in block) else []

    def _chat_from_before(self, rows: Sequence[int], place: int, high: int, last: int) -> list[int]:
        """Return the rows behind a jump that are pasted, if they are, into what a person said."""
        block = self._until(rows, place, high)
        said = self._name(last) is not None and any(self._name(row) is not None for row in block)
        if not said or len(block) > MOST:
            return []
        comes_back = place + len(block) < len(rows) or len(block) * _AFTER <= place
        far = comes_back and all(high - self._times[row] > FAR for row in block)
        return block if far or self._are_strangers(block) or self._are_repeats(block) else []

    def _said_just_now(self, rows: Sequence[int], place: int, kept: Sequence[int]) -> list[int]:
        """Return rows that say word for word what a few rows before say, and not by chance."""
        before = kept[-_JUST_NOW:]
        at, name = self._times[rows[place]], self._rows.name[rows[place]]
        if not any(self._times[row] == at and self._rows.name[row] == name for row in before):
            return []
        said = {self._line(row) for row in before}
        some = islice(rows, place, place + _JUST_NOW)
        block = list(takewhile(lambda row: self._line(row) in said, some))
        enough = sum(len(self._rows.text[row]) for row in block) >= _LETTERS
        return block if enough and self._name(kept[-1]) is not None else []

    def _name(self, row: int) -> str | None:
        return self._rows.names[self._rows.name[row]]

    @cached_property
    def _people(self) -> set[str | None]:
        """Return those who say something where time runs on."""
        people: set[str | None] = {None}
        high = self._times[0]
        for row, at in enumerate(self._times):
            if at >= high - LOOSE:
                people.add(self._name(row))
                high = max(high, at)
        return people

    def _are_strangers(self, block: Sequence[int]) -> bool:
        couple = len(self._people) <= _COUPLE + 1  # and nobody, who is the app
        return couple and all(self._name(row) not in self._people for row in block)

    @cached_property
    def _said(self) -> dict[tuple[int, int, str], int]:
        """Return each line and the row where it comes first."""
        return {self._line(row): row for row in reversed(range(len(self._times)))}

    def _are_repeats(self, block: Sequence[int]) -> bool:
        return all(self._said[self._line(row)] < block[0] for row in block)

    def _line(self, row: int) -> tuple[int, int, str]:
        return self._times[row], self._rows.name[row], self._rows.text[row].partition("\n")[0]
