"""How much terms allow, today and on any later day; the measure of stricter and looser."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum

from amends.contact.terms import State, Terms


class Reach(IntEnum):
    """How far a message may go: each step holds the ones before it."""

    NOTHING = 0
    TOPICS = 1
    MEASURED = 2
    EVERYTHING = 3


@dataclass(frozen=True)
class Allowance:
    """What terms allow on one day; `topics` counts only where the reach is `TOPICS`."""

    reach: Reach
    topics: frozenset[str] = frozenset()

    def is_within(self, other: "Allowance") -> bool:
        """Say whether the other allows all of this."""
        if self.reach == other.reach == Reach.TOPICS:
            return self.topics <= other.topics
        return self.reach <= other.reach


def allowance(terms: Terms, day: date, *, they_wrote: bool) -> Allowance:
    """Return what terms allow on a day, if the other person has written since or has not."""
    if terms.state == State.LOGISTICS_ONLY:
        return Allowance(Reach.TOPICS, terms.topic_keys)
    if terms.state == State.TOGETHER:
        return Allowance(Reach.EVERYTHING)
    return Allowance(
        Reach.MEASURED if _is_open(terms, day, they_wrote=they_wrote) else Reach.NOTHING
    )


def _is_open(terms: Terms, day: date, *, they_wrote: bool) -> bool:
    if terms.state == State.SPACE:
        ended = terms.first_day_after is not None and terms.first_day_after <= day
        return ended and (they_wrote or terms.reopened_by == "either")
    return terms.state == State.OPEN or (terms.state == State.NO_REPLY and they_wrote)


def allows_more(new: Terms, old: Terms, today: date) -> bool:
    """Say whether new terms would ever allow what the old ones do not, from today on."""
    return any(
        not allowance(new, day, they_wrote=wrote).is_within(allowance(old, day, they_wrote=wrote))
        for day in _turning_days(new, old, today)
        for wrote in (False, True)
    )


def _turning_days(new: Terms, old: Terms, today: date) -> Iterator[date]:
    """Yield the days on which anything can change; between two of them nothing does."""
    yield today
    for terms in (new, old):
        if terms.first_day_after is not None and terms.first_day_after > today:
            yield terms.first_day_after


def opens_unasked(terms: Terms, today: date) -> bool:
    """Say whether a personal letter may leave, now or some day, although they never wrote."""
    day = terms.first_day_after or today
    return allowance(terms, day, they_wrote=False).reach >= Reach.MEASURED


def common_ground(old: Terms, new: Terms) -> Terms:
    """Return terms that allow no more than either, in the newer words."""
    if old.state == new.state == State.LOGISTICS_ONLY:
        return replace(new, topics=tuple(filter(old.names, new.topics)))
    space = replace(new, state=State.SPACE, topics=(), until=None, reopened_by="them")
    if old.first_day_after is None or new.first_day_after is None:
        return space
    both = old.reopened_by == new.reopened_by == "either"
    last = max(day for day in (old.until, new.until) if day is not None)
    return replace(space, until=last, reopened_by="either" if both else "them")
