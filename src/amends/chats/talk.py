"""A conversation as arrays, as seen by one of its two people: what patterns look at."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from amends.chats.message import KINDS, NOBODY, Conversation, Kind

ME, THEM = 0, 1
"""In the column `who`."""
TALK = frozenset({Kind.TEXT, Kind.EDITED, Kind.MEDIA})
"""What counts as something that a person sent; what was deleted, was sent too, but says nothing."""
DAY, HOUR, MINUTE = 86400, 3600, 60

Seconds = NDArray[np.int64]


@dataclass(frozen=True)
class Talk:
    """The messages of two people in the order of time, a place in each array for one of them.

    `at` counts seconds on the export's clock, `who` is ME or THEM, `row` leads back to the row of
    the conversation. `texts` has the words, "" for a picture.
    """

    at: Seconds
    who: NDArray[np.int8]
    row: NDArray[np.int64]
    texts: Sequence[str] = field(repr=False)

    def __len__(self) -> int:
        """Return how many messages there are."""
        return len(self.at)

    @property
    def day(self) -> NDArray[np.int64]:
        """Return the day of each message, counted since 1970."""
        return self.at // DAY

    @property
    def hour(self) -> NDArray[np.int64]:
        """Return the hour of the day of each message."""
        return self.at % DAY // HOUR

    @property
    def gap(self) -> Seconds:
        """Return how long each message came after the one before; the first after nothing."""
        return np.diff(self.at, prepend=self.at[:1])

    @property
    def turn(self) -> NDArray[np.int64]:
        """Return the number of each message's turn: messages in a row by one person are one."""
        return np.cumsum(np.diff(self.who, prepend=self.who[:1]) != 0)

    def by(self, who: NDArray[np.int8]) -> "Talk":
        """Return the same talk as if others had written it."""
        return replace(self, who=who)

    def when(self, at: Seconds) -> "Talk":
        """Return the same talk at other times."""
        return replace(self, at=at)

    def saying(self, texts: Sequence[str]) -> "Talk":
        """Return the same talk with other words."""
        return replace(self, texts=texts)


def talk_of(conversation: Conversation, me: str) -> Talk:
    """Return what two people wrote, as `me` sees it; whoever else wrote counts as them.

    Steps back in time are put in order: nothing can be learnt from a negative gap.
    """
    rows = conversation.messages
    mine = rows.people.index(me) if me in rows.people else NOBODY - 1
    sender = np.frombuffer(rows.sender, dtype=np.int32) if len(rows) else np.empty(0, np.int32)
    kind = np.frombuffer(bytes(rows.kind), dtype=np.uint8)
    is_talk = np.isin(kind, [number for number, one in enumerate(KINDS) if one in TALK])
    row = np.flatnonzero(is_talk & (sender != NOBODY))
    at = np.frombuffer(rows.sent_at, dtype=np.int64)[row] if len(rows) else np.empty(0, np.int64)
    order = np.argsort(at, kind="stable")
    row, at = row[order], at[order]
    who = np.where(sender[row] == mine, ME, THEM).astype(np.int8)
    media = KINDS.index(Kind.MEDIA)
    texts = ["" if rows.kind[place] == media else rows.text[place] for place in row.tolist()]
    return Talk(at, who, row, texts)
