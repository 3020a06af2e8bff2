"""Twelve weeks of promises: what came of each, in the week in which its day lay."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from amends.practice.promise import Outcome, Promise

PROMISE_WEEKS = 12
"""A season (FEATURES.md, 52): long enough that one bad week stays small in it."""


@dataclass(frozen=True)
class PromiseWeek:
    """One week from its Monday: the promises of it by their days, to be told and not to be scored.

    Those whose day is over and about which nothing was said are in it, too.
    """

    first: date
    promises: tuple[Promise, ...] = ()

    @property
    def outcomes(self) -> tuple[Outcome | None, ...]:
        """Return what came of each; None where its author has not said."""
        return tuple(one.outcome for one in self.promises)


def promise_weeks(promises: Iterable[Promise], today: date) -> tuple[PromiseWeek, ...]:
    """Return the last twelve weeks, the oldest first; () while there is nothing in them."""
    first = _monday(today) - timedelta(weeks=PROMISE_WEEKS - 1)
    told = sorted(
        (one for one in promises if one.end or one.is_due(today)),
        key=lambda one: (one.by, one.made, one.what),
    )
    weeks = tuple(
        PromiseWeek(monday, tuple(one for one in told if _monday(_day_of(one)) == monday))
        for monday in (first + timedelta(weeks=number) for number in range(PROMISE_WEEKS))
    )
    return weeks if any(week.promises for week in weeks) else ()


def _day_of(promise: Promise) -> date:
    """Return the day of a promise, or the one on which it ended before that."""
    return min(promise.by, promise.end.on) if promise.end else promise.by


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
