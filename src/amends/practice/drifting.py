"""Early signs of an old habit by weeks, and whether they come more than in one's best weeks."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import pairwise
from statistics import mean
from typing import ClassVar

WEEK = timedelta(weeks=1)
LATEST, BEST = 2, 4
"""Weeks that are laid beside each other. One bad week is no drift, so two; four are a month, with
its paydays and visits (FEATURES.md, 53)."""
LEAST = 2.0
"""Days a week that have to be more: one day could be a cold. Our choice."""
SPREADS = 2.5
"""Of one's own week-to-week spread that have to be more. The best four weeks are picked out of all,
so they look better than they were; below 2 a steady person was told of a drift in 9 weeks of 100,
with 2.5 in at most 4 (docs/promises.md has the figures)."""
STEP_TO_SPREAD = 1.128
"""The mean step between two neighbours, in spreads of one: a constant of control charts. Steps are
taken, since a slide that goes on must not count as one's own spread."""


@dataclass(frozen=True)
class SignWeeks:
    """On how many days of each week an early sign was noticed, by the week's Monday.

    `sign` is how its owner wrote it down; those words are kept with their sheet.
    """

    KIND: ClassVar[str] = "sign-weeks"

    sign: str = field(repr=False)
    days: Mapping[str, int] = field(default_factory=dict)

    def with_week(self, monday: date, days: int | None) -> "SignWeeks":
        """Return the weeks with one told anew, or left out again."""
        rest = {key: kept for key, kept in self.days.items() if key != monday.isoformat()}
        return replace(self, days=rest | ({} if days is None else {monday.isoformat(): days}))


@dataclass(frozen=True)
class Drift:
    """A sign comes more often: its days in the last two weeks, and in the four from `first` on."""

    recent: int
    best: int
    first: date


def drift(marks: Mapping[str, int], now: date) -> Drift | None:
    """Return how the last two weeks differ from one's own best four in a row, or None.

    `marks` has days from 0 to 7 by Mondays such as 2026-03-09. There is nothing to tell before six
    weeks are marked, four of them in a row before the last two; nor when this week and the one
    before it are both open. Each of the two has to be worse than any of the four.
    """
    weeks = {day: days for key, days in marks.items() if (day := date.fromisoformat(key)) <= now}
    lately = _lately(weeks, now)
    before = {day: days for day, days in weeks.items() if not lately or day < lately[0]}
    best = _best(before)
    if not lately or best is None:
        return None
    recent, least = [weeks[day] for day in lately], [weeks[day] for day in best]
    gap = mean(recent) - mean(least)
    if min(recent) <= max(least) or gap < max(LEAST, SPREADS * _spread(before)):
        return None
    return Drift(sum(recent), sum(least), best[0])


def _lately(weeks: Mapping[date, int], now: date) -> list[date]:
    """Return the last two weeks, the newer of them this one or the one before; or nothing."""
    this = now - timedelta(days=now.weekday())
    for newest in (this, this - WEEK):
        found = _in_a_row(newest - (LATEST - 1) * WEEK, LATEST)
        if newest in weeks:
            return found if all(day in weeks for day in found) else []
    return []


def _best(weeks: Mapping[date, int]) -> list[date] | None:
    """Return the four weeks in a row with the fewest days, of several the newest; or None."""
    rows = [_in_a_row(day, BEST) for day in sorted(weeks, reverse=True)]
    whole = [row for row in rows if all(day in weeks for day in row)]
    return min(whole, key=lambda row: sum(weeks[day] for day in row), default=None)


def _in_a_row(first: date, number: int) -> list[date]:
    return [first + place * WEEK for place in range(number)]


def _spread(weeks: Mapping[date, int]) -> float:
    """Return how much weeks differ by themselves, from the steps between neighbours."""
    steps = [
        abs(weeks[later] - weeks[day])
        for day, later in pairwise(sorted(weeks))
        if later - day == WEEK
    ]
    return mean(steps) / STEP_TO_SPREAD if steps else 0.0
