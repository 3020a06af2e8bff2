"""Messages as columns: a row a message, the same for every app."""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import polars as pl

EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - exports give the time of some clock, seldom which
NOBODY = -1
"""In place of a sender, where a line was written by the app."""


class Kind(StrEnum):
    """What a row is; only `text` and `edited` are words of a person."""

    TEXT = "text"
    MEDIA = "media"
    SYSTEM = "system"
    CALL = "call"
    DELETED = "deleted"
    EDITED = "edited"


KINDS = tuple(Kind)
"""A row holds the place of its kind in here."""


@dataclass(frozen=True)
class Message:
    """One row, as a person would read it; `sent_at` is naive, by the clock of the export."""

    id: int
    sent_at: datetime
    sender: str
    text: str = field(repr=False)
    kind: Kind
    reply_to: int | None
    source: int


@dataclass(frozen=True)
class Unread:
    """A line that was not understood: its number in the file, counted from 1, and its text."""

    line: int
    text: str = field(repr=False)


@dataclass(frozen=True)
class Order:
    """How day, month and year stand in a file, and how sure that is.

    `name` is `day-month-year`, `month-day-year`, `year-month-day` or `unknown`; `certainty` is
    `certain`, `likely` or `open`. While it is open, the rows were read day first.
    """

    name: str
    certainty: str


GIVEN = Order("year-month-day", "certain")
"""The export itself says which day it was."""
OPEN = Order("unknown", "open")


@dataclass
class Messages:
    """Rows as columns, in the order of the export; they are filled by an importer.

    `sent_at` counts seconds since 1970 on the export's own clock, `sender` places in `people`
    (NOBODY for the app), `kind` places in KINDS. `reply_to` leads from a row to the row that it
    answers, `zone` names the clock's time zone where the export does. `order` tells how day and
    month were read, `unread` what was not understood.
    """

    people: list[str] = field(default_factory=list)
    sent_at: "array[int]" = field(default_factory=lambda: array("q"))
    sender: "array[int]" = field(default_factory=lambda: array("i"))
    kind: bytearray = field(default_factory=bytearray)
    text: list[str] = field(default_factory=list, repr=False)
    reply_to: dict[int, int] = field(default_factory=dict)
    zone: str = ""
    order: Order = GIVEN
    unread: list[Unread] = field(default_factory=list, repr=False)
    _places: dict[str, int] = field(default_factory=dict, repr=False)

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self.text)

    def place_of(self, person: str) -> int:
        """Return the place of a person, a new one if need be; the app has none."""
        if not person:
            return NOBODY
        if person not in self._places:
            self._places[person] = len(self.people)
            self.people.append(person)
        return self._places[person]

    def add(
        self,
        sent_at: int,
        sender: str,
        text: str,
        kind: Kind = Kind.TEXT,
        reply_to: int | None = None,
    ) -> int:
        """Add one row and return its number; `sent_at` as `seconds` gives it."""
        self.sent_at.append(sent_at)
        self.sender.append(self.place_of(sender))
        self.kind.append(KINDS.index(kind))
        self.text.append(text)
        if reply_to is not None:
            self.reply_to[len(self.text) - 1] = reply_to
        return len(self.text) - 1


@dataclass(frozen=True)
class Source:
    """One export that was read: its path, the app, how many rows, and what was assumed."""

    path: str
    format: str
    messages: int
    zone: str
    order: Order
    unread: tuple[Unread, ...] = field(repr=False)


@dataclass(frozen=True, repr=False)
class Conversation:
    """Messages of one relationship from one export or several, in the order of time.

    `source` holds for each row the place of its export in `sources`.
    """

    messages: Messages
    sources: tuple[Source, ...]
    source: Sequence[int]

    @property
    def people(self) -> Sequence[str]:
        """Return everyone who wrote, in the order in which they appear."""
        return self.messages.people

    def __len__(self) -> int:
        """Return how many messages there are."""
        return len(self.messages)

    def __getitem__(self, number: int) -> Message:
        """Return one message; its id is its number."""
        rows = self.messages
        place = rows.sender[number]
        return Message(
            number,
            moment(rows.sent_at[number]),
            rows.people[place] if place != NOBODY else "",
            rows.text[number],
            KINDS[rows.kind[number]],
            rows.reply_to.get(number),
            self.source[number],
        )

    def __iter__(self) -> Iterator[Message]:
        """Yield every message, the earliest first."""
        return (self[number] for number in range(len(self)))

    def __repr__(self) -> str:
        """Return how much there is and from when to when, without a name or a word of it."""
        count, people = len(self), len(self.people)
        if not count:
            return "<Conversation: no messages>"
        first, last = (moment(end(self.messages.sent_at)).date() for end in (min, max))
        return f"<Conversation: {count} messages of {people} people, {first} to {last}>"

    def to_polars(self) -> "pl.DataFrame":
        """Return the messages as a polars data frame; needs the extra `tables`."""
        from amends.chats.frames import polars_of  # noqa: PLC0415 - it imports this module

        return polars_of(self)

    def to_pandas(self) -> Any:  # noqa: ANN401 - pandas has no types
        """Return the messages as a pandas data frame; needs the extra `tables`."""
        from amends.chats.frames import pandas_of  # noqa: PLC0415 - it imports this module

        return pandas_of(self)


def seconds(at: datetime) -> int:
    """Return a moment as rows hold it: what its clock shows, whatever its zone."""
    shown = at.replace(tzinfo=None) - EPOCH
    return shown.days * 86400 + shown.seconds


def moment(sent_at: int) -> datetime:
    """Return what the clock showed."""
    return EPOCH + timedelta(seconds=sent_at)


def utc_seconds(stamp: float) -> int:
    """Return a time stamp (seconds since 1970, UTC) as rows hold it, on the clock of UTC."""
    return seconds(datetime.fromtimestamp(stamp, UTC))
