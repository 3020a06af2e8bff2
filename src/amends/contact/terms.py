"""What the other person asked for."""

from dataclasses import dataclass, field
from datetime import MAXYEAR, date, timedelta
from enum import StrEnum
from typing import Literal


class State(StrEnum):
    """How things stand between the two."""

    UNKNOWN = "unknown"
    TOGETHER = "together"
    SPACE = "space"
    LOGISTICS_ONLY = "logistics_only"
    OPEN = "open"
    NO_REPLY = "no_reply"
    SAID_NO = "said_no"
    BLOCKED = "blocked"
    MOVED_ON = "moved_on"
    LEGAL_ORDER = "legal_order"


REFUSALS = frozenset({State.SAID_NO, State.BLOCKED, State.MOVED_ON, State.LEGAL_ORDER})
"""The states that only the other person can end."""


@dataclass(frozen=True)
class Terms:
    """What was asked for, in their words.

    `until` is the last day of a time of `space`; without it the space has no end. `reopened_by`
    says who may write first after that day. `topics` are the matters that `logistics_only` leaves
    open. `channel` and `exceptions` are for people to read; the gate rests nothing on them.
    """

    state: State = State.UNKNOWN
    words: str = field(default="", repr=False)
    channel: str = field(default="", repr=False)
    topics: tuple[str, ...] = field(default=(), repr=False)
    until: date | None = None
    exceptions: str = field(default="", repr=False)
    reopened_by: Literal["them", "either"] = "them"

    @property
    def first_day_after(self) -> date | None:
        """Return the day on which the time of space is over, or None when it has no end."""
        # The calendar ends with MAXYEAR: a day in it stands for "never".
        if self.state != State.SPACE or self.until is None or self.until.year == MAXYEAR:
            return None
        return self.until + timedelta(days=1)

    @property
    def topic_keys(self) -> frozenset[str]:
        """Return the named topics in the form in which they are compared."""
        return frozenset(map(topic_key, self.topics))

    def names(self, topic: str) -> bool:
        """Say whether a topic is among the named ones; case and outer spaces do not matter."""
        return topic_key(topic) in self.topic_keys


def topic_key(topic: str) -> str:
    """Return a topic in the form in which it is compared."""
    return " ".join(topic.casefold().split())
