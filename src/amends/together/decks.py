"""Closer questions: light ones first, skipped without a reason, come back to after months."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum
from typing import ClassVar

from amends.together.lots import lot

BEFORE_NEXT = 5
"""So many of a grade both answer before the next grade opens; our choice."""
WORTH_RETURNING = timedelta(days=90)
"""After a season an answer may have changed; our choice."""


class Grade(IntEnum):
    """How near a question goes."""

    LIGHT = 1
    NEARER = 2
    DEEP = 3


@dataclass(frozen=True)
class Question:
    """One question; `id` is the name of its deck and its own, such as `dreams/learn`."""

    id: str
    deck: str
    grade: Grade
    ask: str


@dataclass(frozen=True)
class Deck:
    """Questions about one thing."""

    name: str
    title: str
    line: str
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Answered:
    """A question that both answered, by its id, and the day on which the second one did.

    What was answered is kept elsewhere.
    """

    KIND: ClassVar[str] = "answered-question"

    question: str
    on: date


@dataclass(frozen=True)
class Asking:
    """What was asked so far: answered by both, still open, and skipped, the last two by id.

    `most` is the highest grade that both want now. With `with_skipped` skipped ones may return.
    """

    answered: Sequence[Answered] = ()
    opened: frozenset[str] = frozenset()
    skipped: frozenset[str] = frozenset()
    most: Grade = Grade.DEEP
    with_skipped: bool = False


def grade_reached(decks: Iterable[Deck], answered: Iterable[Answered]) -> Grade:
    """Return the highest grade that is open: the next opens after five that both answered."""
    done = {one.question for one in answered}
    grades = [one.grade for deck in decks for one in deck.questions if one.id in done]
    reached = Grade.LIGHT
    for grade in (Grade.LIGHT, Grade.NEARER):
        if grades.count(grade) < BEFORE_NEXT:
            break
        reached = Grade(grade + 1)
    return reached


def next_question(
    decks: Sequence[Deck], asking: Asking, seed: str = "", deck: str = ""
) -> Question | None:
    """Return the next question, or None when there is none left that may be asked.

    Of one deck if it is named, else of all. No grade is above what was reached and what both want;
    within that the grades are mixed. The same for the same arguments.
    """
    reached = min(grade_reached(decks, asking.answered), asking.most)
    gone = {one.question for one in asking.answered} | asking.opened
    if not asking.with_skipped:
        gone |= asking.skipped
    offered = [
        question
        for one in decks
        if deck in ("", one.name)
        for question in one.questions
        if question.grade <= reached and question.id not in gone
    ]
    return min(offered, key=lambda one: lot(seed, "question", one.id), default=None)


def worth_returning(answered: Iterable[Answered], today: date) -> tuple[Answered, ...]:
    """Return what both answered ninety days ago or longer, the oldest first, each question once."""
    latest: dict[str, Answered] = {}
    for one in sorted(answered, key=lambda one: one.on):
        latest[one.question] = one
    old = [one for one in latest.values() if today - one.on >= WORTH_RETURNING]
    return tuple(sorted(old, key=lambda one: (one.on, one.question)))
