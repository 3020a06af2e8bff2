"""Which closer question lies between two now, which were answered by both, which were skipped."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from amends.together.decks import Answered


@dataclass(frozen=True)
class Opened:
    """A question that one of the two took up, for both."""

    KIND: ClassVar[str] = "opened-question"

    question: str


@dataclass(frozen=True)
class Skipped:
    """A question that its author would rather leave; no reason is asked for, and none is kept."""

    KIND: ClassVar[str] = "skipped-question"

    question: str


@dataclass(frozen=True)
class OwnAnswer:
    """What one wrote to a question; in one's own vault until both have written."""

    KIND: ClassVar[str] = "own-answer"

    question: str
    words: str = field(repr=False)
    on: date

    @property
    def said(self) -> str:
        """What was written."""
        return self.words


@dataclass(frozen=True)
class Pair:
    """A question with both answers."""

    question: str
    mine: str = field(repr=False)
    theirs: str = field(repr=False)
    on: date


def pairs(mine: Iterable[OwnAnswer], theirs: Iterable[OwnAnswer]) -> tuple[Pair, ...]:
    """Return what both answered, the newest first."""
    others = {one.question: one for one in theirs}
    found = [
        Pair(one.question, one.words, other.words, max(one.on, other.on))
        for one in mine
        if (other := others.get(one.question))
    ]
    return tuple(sorted(found, key=lambda one: (one.on, one.question), reverse=True))


ROUND = "#"
"""Between a question and the number of its round, from the second on."""


def asked(name: str) -> str:
    """Return the question of a round.

    >>> asked("dreams/learn#2")
    'dreams/learn'
    """
    return name.partition(ROUND)[0]


def once_more(name: str) -> str:
    """Return the name of the next round of a question.

    >>> once_more("dreams/learn")
    'dreams/learn#2'
    """
    question, _, number = name.partition(ROUND)
    return f"{question}{ROUND}{int(number or 1) + 1}"


def answered(found: Iterable[Pair]) -> tuple[Answered, ...]:
    """Return the same as the decks want it: without the number of the round."""
    return tuple(Answered(asked(one.question), one.on) for one in found)


def open_now(opened: Iterable[Opened], skipped: Iterable[Skipped], done: Iterable[str]) -> str:
    """Return the question that lies between the two, the first taken up; or an empty text."""
    gone = {one.question for one in skipped} | set(done)
    return next((one.question for one in opened if one.question not in gone), "")
