"""What someone said about being in danger now, and how long a danger stands."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar

from amends.safety.answers import InstrumentAnswers
from amends.safety.danger import Danger, Records

HOLD = timedelta(hours=24)
"""How long a danger stands at least; the question whether one is safe comes after that."""
LOOK_BACK = timedelta(days=14)
"""How old a text may be and still be read for signs: as far back as item 9 of the PHQ-9 asks."""
ITEM_9 = {"phq-9": 8}
"""Where an instrument asks about ending one's life, counted from 0."""

Written = Callable[[datetime], Iterable[datetime]]
"""Tells when texts with a sign were saved, the newest first; takes the moment since when."""


@dataclass(frozen=True)
class Statement:
    """A yes to the question about now, or "I am safe for now"; only the latest of a danger is kept.

    What was meant by it, and what led to it, is not in it.
    """

    KIND: ClassVar[str] = "statement"

    at: datetime
    danger: Danger
    is_over: bool = False


@dataclass(frozen=True)
class Standing:
    """A danger that stands since its newest sign."""

    danger: Danger
    since: datetime

    @property
    def asks_at(self) -> datetime:
        """Return from when on someone is asked whether they are safe for now."""
        return self.since + HOLD

    def may_end(self, now: datetime) -> bool:
        """Say whether "I am safe for now" ends it."""
        return now >= self.asks_at


def crisis_says(records: Records, now: datetime, written: Written) -> frozenset[Danger]:
    """Return the dangers that stand by what was said, answered and written."""
    return frozenset(one.danger for one in standings(records, now, written))


def standings(records: Records, now: datetime, written: Written) -> tuple[Standing, ...]:
    """Return the dangers that stand, the most urgent first.

    A danger stands from its newest sign until someone says that they are safe. Signs are a yes, a
    point or more in item 9, and texts of the last fourteen days, which are read anew each time.
    """
    said = list(records(Statement))
    both = (
        (Danger.CRISIS, _crisis_signs(records, said, now, written)),
        (Danger.HARM_TO_OTHERS, _said(said, Danger.HARM_TO_OTHERS)),
    )
    found = ((danger, max(signs, default=None)) for danger, signs in both)
    return tuple(Standing(danger, since) for danger, since in found if since)


def _crisis_signs(
    records: Records, said: Iterable[Statement], now: datetime, written: Written
) -> Iterator[datetime]:
    over = _over(said, Danger.CRISIS)
    yield from _said(said, Danger.CRISIS)
    yield from (at for at in _item_9(records) if over is None or at > over)
    since = max(now - LOOK_BACK, over) if over else now - LOOK_BACK
    newest = next(iter(written(since)), None)
    if newest:
        yield newest


def _over(said: Iterable[Statement], danger: Danger) -> datetime | None:
    return max((one.at for one in said if one.danger == danger and one.is_over), default=None)


def _said(said: Iterable[Statement], danger: Danger) -> list[datetime]:
    over = _over(said, danger)
    yes = [one.at for one in said if one.danger == danger and not one.is_over]
    return [at for at in yes if over is None or at > over]


def _item_9(records: Records) -> Iterator[datetime]:
    for one in records(InstrumentAnswers):
        asked = ITEM_9.get(one.instrument)
        if asked is not None and len(one.answers) > asked and one.answers[asked]:
            yield one.at
