"""A page of the journal: a prompt, what was written, and one act; and how long an evening was."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import ClassVar, Self

DAY_ENDS = timedelta(hours=5)
"""What is written before five in the morning belongs to the evening before."""
LONGEST_SITTING = timedelta(hours=1)
"""A page that was left open counts as an hour at most; our choice."""
ENOUGH_MINUTES = 15
"""From here on an evening offers to stop; about as long as one sitting in trials of writing."""
ENOUGH_PAGES = 3
"""The third page of an evening offers to stop; our choice."""
OUTCOMES = ("done", "not-yet", "dropped")
ASKED_WITHIN = timedelta(days=14)
"""An act is asked about for two weeks, as long as the guard looks back."""


@dataclass(frozen=True)
class Sitting:
    """The text as it was kept at `at`, after sitting over it since `opened`; both in local time."""

    at: datetime
    opened: datetime
    text: str = field(repr=False)

    @property
    def lasted(self) -> timedelta:
        """Return how long it took, an hour at most."""
        return min(max(self.at - self.opened, timedelta()), LONGEST_SITTING)


@dataclass(frozen=True)
class JournalPage:
    """One page; every text that it ever held stays in it.

    `prompt` is the id of what was asked, `act` one thing to do.
    """

    KIND: ClassVar[str] = "journal-page"

    prompt: str
    sittings: tuple[Sitting, ...]
    act: str = field(default="", repr=False)

    @property
    def at(self) -> datetime:
        """Return when it was first kept."""
        return self.sittings[0].at

    @property
    def text(self) -> str:
        """Return the text as it stands now."""
        return self.sittings[-1].text

    @property
    def words(self) -> int:
        """Return how many words it has."""
        return len(self.text.split())

    @property
    def said(self) -> str:
        """Return all that was ever written on it, what was written over too."""
        return "\n".join([*(one.text for one in self.sittings), self.act])

    @property
    def evening(self) -> date:
        """Return the day to which it belongs; the night belongs to the day before."""
        return evening_of(self.at)

    def go_on(self, sitting: Sitting, act: str, prompt: str = "") -> Self:
        """Return the page after one more sitting; one that changes nothing is not counted."""
        is_new = sitting.text != self.text
        return replace(
            self,
            prompt=prompt or self.prompt,
            sittings=(*self.sittings, sitting) if is_new else self.sittings,
            act=act,
        )

    def asks(self, now: datetime, told: "ActTold | None" = None) -> bool:
        """Say whether to ask about its act: on a later day, once a day, for two weeks."""
        latest = told.at if told else self.at
        is_open = bool(self.act) and (told is None or told.outcome == "not-yet")
        return is_open and evening_of(latest) < evening_of(now) and now - self.at < ASKED_WITHIN


@dataclass(frozen=True)
class ActTold:
    """What became of the act of a page: one of OUTCOMES; raises NoSuchOutcome.

    It is a record of its own, so that an answer does not make an old text look newly written.
    """

    KIND: ClassVar[str] = "journal-act"

    page: str
    outcome: str
    at: datetime

    def __post_init__(self) -> None:
        if self.outcome not in OUTCOMES:
            raise NoSuchOutcome


@dataclass(frozen=True)
class Evening:
    """What was written in one evening so far."""

    pages: int
    words: int
    minutes: int

    @property
    def is_long(self) -> bool:
        """Say whether it is time to offer to stop."""
        return self.pages >= ENOUGH_PAGES or self.minutes >= ENOUGH_MINUTES


class NoSuchOutcome(ValueError):
    """What became of an act is one of three."""

    def __init__(self) -> None:
        """Say what can be told."""
        super().__init__(f"what became of it is one of: {', '.join(OUTCOMES)}")


def evening_of(at: datetime) -> date:
    """Return the day to which a local time belongs.

    >>> evening_of(datetime.fromisoformat("2026-03-06T01:30"))
    datetime.date(2026, 3, 5)
    """
    return (at - DAY_ENDS).date()


def evening(pages: Iterable[JournalPage], now: datetime) -> Evening:
    """Return what was written in the evening of this moment, by local time."""
    every = list(pages)
    day = evening_of(now)
    mine = [one for one in every if one.evening == day]
    sat = [one for page in every for one in page.sittings if evening_of(one.at) == day]
    lasted = sum((one.lasted for one in sat), timedelta())
    return Evening(len(mine), sum(one.words for one in mine), int(lasted.total_seconds() // 60))
