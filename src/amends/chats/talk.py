"""A conversation as arrays, as seen by one of its two people: what patterns look at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from amends.chats.message import KINDS, NOBODY, Conversation, Kind
from amends.chats.zones import UTC

ME, THEM, BOTH = 0, 1, 2
"""In the column `who`; no message is by both, but an argument is."""
TALK = frozenset({Kind.TEXT, Kind.EDITED, Kind.MEDIA})
"""What counts as something that a person sent; what was deleted, was sent too, but says nothing."""
DAY, HOUR, MINUTE = 86400, 3600, 60
SITTING = 3 * HOUR
"""Messages no further apart are one sitting: a meeting, a film or a drive fits in, a night not."""

Seconds = NDArray[np.int64]
Places = NDArray[np.int64]
Marks = NDArray[np.bool_]
Heard = NDArray[np.uint64]


@dataclass(frozen=True)
class Talk:
    """The messages of two people in the order of time, a place in each array for one of them.

    `at` counts seconds on the export's clock, `who` is ME or THEM, `row` leads back to the row of
    the conversation. `texts` has the words, "" for a picture. `heard` has a bit for each family of
    words that a message says, `families` the bit of each name. `knows_hours` is False where the
    clock is UTC, as in exports that do not say where the phone was.
    """

    at: Seconds
    who: NDArray[np.int8]
    row: Places
    texts: Sequence[str] = field(repr=False)
    heard: Heard | None = None
    families: Mapping[str, int] = field(default_factory=dict)
    knows_hours: bool = True

    def __len__(self) -> int:
        """Return how many messages there are."""
        return len(self.at)

    @property
    def day(self) -> Places:
        """Return the day of each message, counted since 1970."""
        return self.at // DAY

    @property
    def hour(self) -> Places:
        """Return the hour of the day of each message."""
        return self.at % DAY // HOUR

    @cached_property
    def gap(self) -> Seconds:
        """Return how long each message came after the one before; the first after nothing."""
        return np.diff(self.at, prepend=self.at[:1])

    @cached_property
    def is_new_turn(self) -> Marks:
        """Say of each message whether somebody else wrote before it."""
        changed: Marks = np.diff(self.who, prepend=self.who[:1]) != 0
        return changed

    @cached_property
    def turn(self) -> Places:
        """Return the number of each message's turn: messages in a row by one person are one."""
        return np.cumsum(self.is_new_turn)

    @cached_property
    def sitting(self) -> Places:
        """Return the number of each message's sitting."""
        return np.cumsum(self.gap > SITTING)

    @cached_property
    def next_turn(self) -> Places:
        """Return the place of the next message by the other; the length where none comes."""
        starts = np.append(np.flatnonzero(self.is_new_turn), len(self))
        return starts[self.turn]

    def says(self, family: str) -> Marks:
        """Say of each message whether it has words of a family; one that is unknown is not said."""
        if self.heard is None or family not in self.families:
            return np.zeros(len(self), np.bool_)
        said: Marks = self.heard & np.uint64(1 << self.families[family]) != 0
        return said

    def per_sitting(self, marks: Marks) -> Places:
        """Return how many marks each sitting has."""
        return np.bincount(self.sitting[marks], minlength=self.sittings)

    @property
    def sittings(self) -> int:
        """Return how many sittings there are."""
        return int(self.sitting[-1]) + 1 if len(self) else 0

    @cached_property
    def edges(self) -> tuple[Places, Places]:
        """Return the first and the last place of every sitting."""
        firsts = np.flatnonzero(np.diff(self.sitting, prepend=-1))
        return firsts, np.append(firsts[1:], len(self)) - 1

    def by(self, who: NDArray[np.int8]) -> "Talk":
        """Return the same talk as if others had written it."""
        return replace(self, who=who)

    def when(self, at: Seconds) -> "Talk":
        """Return the same talk at other times."""
        return replace(self, at=at)

    def at_places(self, places: Places | slice) -> "Talk":
        """Return only these messages, or the same in another order."""
        texts = self.texts[places] if isinstance(places, slice) else _picked(self.texts, places)
        heard = None if self.heard is None else self.heard[places]
        return replace(
            self,
            at=self.at[places],
            who=self.who[places],
            row=self.row[places],
            texts=texts,
            heard=heard,
        )

    def saying(self, places: Places) -> "Talk":
        """Return the same talk, each message with the words of the one at its place in here."""
        heard = None if self.heard is None else self.heard[places]
        return replace(self, texts=_picked(self.texts, places), heard=heard)


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
    knows_hours = all(source.zone != UTC for source in conversation.sources)
    return Talk(at, who, row, texts, knows_hours=knows_hours)


def objects(texts: Sequence[str]) -> Sequence[str]:
    """Return texts as an array of objects, which can be put in another order at once."""
    return np.asarray(texts, dtype=object)  # type: ignore[return-value]


def _picked(texts: Sequence[str], places: Places) -> Sequence[str]:
    return objects(texts)[places]  # type: ignore[call-overload,no-any-return]
