"""Dates of one's own: an idea that is in no list, a day asked of the other, and their answer."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import ClassVar

from amends.together.dates import ANY, COSTS, ENERGIES, PLACES, DateIdea

MINUTES = (10, 480)
"""The shortest and the longest, as in the list that ships; a night counts as 480."""


@dataclass(frozen=True)
class OwnIdea:
    """Something to do for two that one of them thought of.

    `is_theirs` says, in one's own vault, that the words are the other's: taken up with a yes.
    """

    KIND: ClassVar[str] = "own-date"

    title: str = field(repr=False)
    line: str = field(default="", repr=False)
    minutes: int = 60
    cost: int = 0
    energy: str = ENERGIES[0]
    place: str = PLACES[0]
    exciting: bool = False
    is_theirs: bool = False

    def __post_init__(self) -> None:
        if not MINUTES[0] <= self.minutes <= MINUTES[1] or self.cost not in COSTS:
            raise OwnIdeaOffScale

    @property
    def said(self) -> str:
        """Return the words that were written, if they are one's own."""
        return "" if self.is_theirs else f"{self.title}\n{self.line}".strip()

    def as_idea(self, id: str = "") -> DateIdea:  # noqa: A002 - its name everywhere
        """Return it as an idea like those of the list; new if it is exciting, else familiar."""
        return DateIdea(
            id=id,
            title=self.title,
            line=self.line,
            pull="new" if self.exciting else "familiar",
            exciting=self.exciting,
            minutes=self.minutes,
            cost=self.cost,
            energy=self.energy,
            place=self.place,
            seasons=(ANY,),
            interests=(),
            children="fine",
            body="easy",
        )


@dataclass(frozen=True)
class Invitation:
    """One date and its day, shown to the other: an idea of the list by its id, or one's own.

    `note` is the own record of the date, as hex; it stays in one's own vault.
    """

    KIND: ClassVar[str] = "date-invitation"

    on: date
    idea: str = ""
    own: OwnIdea | None = None
    note: str = ""


class Reply(StrEnum):
    """What can be answered; no answer asks for a reason."""

    YES = "yes"
    ANOTHER_DAY = "another-day"
    RATHER_NOT = "rather-not"


@dataclass(frozen=True)
class DateAnswer:
    """What its author answered to an invitation of the other, by the item's id, as hex."""

    KIND: ClassVar[str] = "date-answer"

    invitation: str
    reply: Reply


class OwnIdeaOffScale(ValueError):
    """An idea of no minutes or of far too many, or at a cost that is none of the four."""

    def __init__(self) -> None:
        """Say what an idea can hold."""
        super().__init__("an own idea has 10 to 480 minutes, and a cost from 0 to 3")
