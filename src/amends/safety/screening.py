"""What someone answered when asked, alone, whether they are safe and are safe to be around."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import ClassVar

from amends.safety.danger import Danger, Records

REST = timedelta(days=30)
"""How long a yes about one's own behaviour keeps the gate closed once it is gone (as a no does)."""
FRESH = timedelta(days=90)
"""How long answers count as lately given, before a shared space or a step towards each other."""


@dataclass(frozen=True)
class ScreeningAnswers:
    """The answers to one screening, by the ids of its questions; `about` is what it looks for.

    Only the latest are kept. What was skipped is in neither list.
    """

    KIND: ClassVar[str] = "screening"

    about: Danger
    at: datetime
    yes: tuple[str, ...] = field(default=(), repr=False)
    no: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class Rest:
    """After a yes about one's own behaviour is gone: the gate stays closed until this moment.

    Nothing else is in it: neither what was asked nor what was answered.
    """

    KIND: ClassVar[str] = "rest"

    until: datetime


def screening_says(records: Records, now: datetime) -> frozenset[Danger]:
    """Return the dangers that the answers name, and `OWN_HARM` while a rest lasts."""
    found = {one.about for one in records(ScreeningAnswers) if one.yes}
    return frozenset(found | ({Danger.OWN_HARM} if resting_until(records, now) else set()))


def resting_until(records: Records, now: datetime) -> datetime | None:
    """Return when the rest is over, or None when there is none."""
    return max((one.until for one in records(Rest) if one.until > now), default=None)


def rest_after(gone: Iterable[ScreeningAnswers], now: datetime) -> Rest | None:
    """Return the rest that begins when these answers are purged or replaced, if one begins."""
    closes = any(one.about == Danger.OWN_HARM and one.yes for one in gone)
    return Rest(now + REST) if closes else None


def screening_is_due(records: Records, now: datetime, within: timedelta = FRESH) -> bool:
    """Say whether one of the two screenings was not answered lately; to ask before two meet."""
    fresh = {one.about for one in records(ScreeningAnswers) if one.at > now - within}
    return not fresh >= {Danger.BEING_HURT, Danger.OWN_HARM}
