"""What someone wrote in a conversation, counted: how much, who began, in which weeks and hours."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from amends.chats.message import EPOCH, Conversation
from amends.chats.talk import DAY, HOUR, ME, THEM, Talk, talk_of

PAUSE = 6 * HOUR
"""A night or a working day lies between; what follows is a new beginning, as in the pattern."""
_WEEK = 7
_THURSDAY = 3
"""1 January 1970 was one: weeks begin on Monday."""


@dataclass(frozen=True)
class Week:
    """One week by its Monday: how many messages were mine, and how many there were."""

    monday: date
    mine: int
    both: int


@dataclass(frozen=True)
class Counts:
    """The counts of one conversation.

    `hours` has my messages for each hour of the day; it is empty where the clock is not known.
    """

    mine: int
    theirs: int
    began: int
    they_began: int
    weeks: tuple[Week, ...]
    hours: tuple[int, ...]

    @property
    def busiest(self) -> int:
        """Return the hour that begins the two hours in which I wrote most."""
        return max(range(24), key=lambda hour: self.hours[hour] + self.hours[(hour + 1) % 24])

    @property
    def at_night(self) -> int:
        """Return how many of mine were sent between midnight and five."""
        return sum(self.hours[:5])


def counted(conversation: Conversation, me: str) -> Counts:
    """Return what `me` wrote, and what there was; everybody else counts as them."""
    talk = talk_of(conversation, me)
    mine = talk.who == ME
    began = talk.who[talk.gap >= PAUSE]
    hours = np.bincount(talk.hour[mine], minlength=24).tolist() if talk.knows_hours else []
    return Counts(
        int(mine.sum()),
        len(talk) - int(mine.sum()),
        int((began == ME).sum()),
        int((began == THEM).sum()),
        _weeks(talk, mine),
        tuple(hours),
    )


def _weeks(talk: Talk, mine: NDArray[np.bool_]) -> tuple[Week, ...]:
    """Return every week from the first to the last, also those without a message."""
    if not len(talk):
        return ()
    week = (talk.at // DAY + _THURSDAY) // _WEEK
    first = int(week.min())
    both = np.bincount(week - first)
    own = np.bincount(week[mine] - first, minlength=len(both))
    monday = EPOCH.date() + timedelta(days=first * _WEEK - _THURSDAY)
    pairs = zip(own.tolist(), both.tolist(), strict=True)
    return tuple(Week(monday + timedelta(weeks=number), *pair) for number, pair in enumerate(pairs))
