"""A promise: one small act, with a day and a sign that both can see, and how it ended."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import ClassVar

from amends.practice.promise_size import Ask, asks_of


class PromiseHow(StrEnum):
    """How its author says that a promise ended."""

    DONE = "done"
    TOLD = "told"
    MISSED = "missed"


class Outcome(StrEnum):
    """What came of a promise, as it follows from the days that its author gave."""

    KEPT = "kept"
    LATE = "late"
    MISSED = "missed"
    TOLD = "told"


@dataclass(frozen=True)
class PromiseEnd:
    """How a promise ended and on which day; `instead` is what its author does in its place."""

    how: PromiseHow
    on: date
    instead: str = field(default="", repr=False)


@dataclass(frozen=True)
class Promise:
    """What someone promises, by when, and how both can see it; `end` is None while it runs.

    Its words do not change once it stands: another wording is another promise.
    """

    KIND: ClassVar[str] = "promise"

    what: str = field(repr=False)
    by: date
    made: date
    shown_by: str = field(default="", repr=False)
    end: PromiseEnd | None = None

    @property
    def said(self) -> str:
        """Return the words that were written."""
        return f"{self.what}\n{self.shown_by}\n{self.end.instead if self.end else ''}"

    @property
    def outcome(self) -> Outcome | None:
        """Return what came of it; None until its author says.

        What was told after the day was over was not told beforehand: it was missed.
        """
        if self.end is None:
            return None
        if self.end.how is PromiseHow.DONE:
            return Outcome.LATE if self.days_late else Outcome.KEPT
        is_before = self.end.how is PromiseHow.TOLD and self.end.on <= self.by
        return Outcome.TOLD if is_before else Outcome.MISSED

    @property
    def days_late(self) -> int:
        """Return how many days after its day it was done; 0 where it was not done late."""
        is_done = self.end is not None and self.end.how is PromiseHow.DONE
        return max(0, (self.end.on - self.by).days) if self.end and is_done else 0

    def is_due(self, today: date) -> bool:
        """Say whether its day is over and nothing was said about it yet."""
        return self.end is None and self.by < today

    def asks(self, vague: Collection[str]) -> tuple[Ask, ...]:
        """Return what could be asked to make it smaller; `vague` holds the words that promise all.

        It is asked, and no promise is refused for it.
        """
        return asks_of(self.what, self.shown_by, (self.by - self.made).days, vague)

    def ended(self, how: PromiseHow, on: date, instead: str = "") -> "Promise":
        """Return the promise with how it ended."""
        return replace(self, end=PromiseEnd(how, on, instead))


@dataclass(frozen=True)
class Untruth:
    """Something that one said and that was not true: a kind of its own, counted with nothing."""

    KIND: ClassVar[str] = "untruth"

    on: date
    words: str = field(repr=False)
    true: str = field(default="", repr=False)

    @property
    def said(self) -> str:
        """Return the words that were written."""
        return f"{self.words}\n{self.true}"


class Saw(StrEnum):
    """Whether someone saw the other's promise as its author tells it."""

    SO = "so"
    NOT_SO = "not-so"
    NOT_SURE = "not-sure"


@dataclass(frozen=True)
class AsSeen:
    """How someone saw a promise of the other; theirs alone, and laid beside nothing.

    The promise is known by its words and its day, so that this stays when the other takes it back.
    """

    KIND: ClassVar[str] = "promise-as-seen"

    what: str = field(repr=False)
    by: date
    saw: Saw
    words: str = field(default="", repr=False)

    @property
    def said(self) -> str:
        """Return the words that were written; those of the promise are the other's."""
        return self.words

    def is_of(self, promise: Promise) -> bool:
        """Say whether it is about this promise."""
        return (self.what, self.by) == (promise.what, promise.by)
