"""Twelve weeks of promises: a row of shapes for each week, and the sentence that says the same."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format

from amends.practice import Outcome, Promise, PromiseWeek

STEP = 32
"""Units from one shape to the next; the page scales the picture."""
LEFT = 72
"""Units for the day with which a week begins."""
FEWEST = 7
"""Places in a row, so that one or two shapes do not fill a phone's width."""
OPEN = "open"
"""The state of a promise whose day is over and about which nothing was said."""
STATES = (*Outcome, OPEN)


@dataclass(frozen=True)
class Shape:
    """One promise in the picture: what came of it, and the middle of its place."""

    state: str
    x: int
    y: int


@dataclass(frozen=True)
class Label:
    """The day with which a week begins, at the edge of the picture."""

    text: str
    y: int


@dataclass(frozen=True)
class Row:
    """One week in words."""

    first: date
    told: tuple[str, ...]


@dataclass(frozen=True)
class PromisesChart:
    """The sentence, the shapes by weeks, and the weeks in words, the newest first."""

    sentence: str
    shapes: tuple[Shape, ...]
    labels: tuple[Label, ...]
    rows: tuple[Row, ...]
    key: tuple[tuple[str, str], ...]
    width: int
    height: int


def promises_chart(
    weeks: Sequence[PromiseWeek], text: Mapping[str, Mapping[str, str]]
) -> PromisesChart | None:
    """Return the picture of some weeks, or None where there are none; `text` has its words."""
    if not weeks:
        return None
    names = {**text["outcome"], "late": text["weeks"]["late"]}
    counts = Counter(one or OPEN for week in weeks for one in week.outcomes)
    told = ", ".join(f"{counts[state]} {names[state]}" for state in STATES if counts[state])
    most = max(FEWEST, *(len(week.promises) for week in weeks))
    return PromisesChart(
        sentence=f"{text['weeks']['lead']} {told}.",
        shapes=tuple(_shapes(weeks)),
        labels=tuple(
            Label(date_format(week.first, "j M"), STEP * row + STEP // 2)
            for row, week in enumerate(weeks)
        ),
        rows=tuple(_row(week, text["outcome"]) for week in reversed(weeks)),
        key=tuple((state, names[state]) for state in STATES if counts[state]),
        width=LEFT + STEP * most,
        height=STEP * len(weeks),
    )


def outcome_word(promise: Promise, names: Mapping[str, str]) -> str:
    """Return in words what came of a promise, and how late it was."""
    if promise.outcome is Outcome.LATE:
        days = promise.days_late
        return names["late_one"] if days == 1 else names["late_many"].format(n=days)
    return names[promise.outcome or OPEN]


def _shapes(weeks: Sequence[PromiseWeek]) -> Iterator[Shape]:
    for row, week in enumerate(weeks):
        for place, outcome in enumerate(week.outcomes):
            yield Shape(outcome or OPEN, LEFT + STEP * place + STEP // 2, STEP * row + STEP // 2)


def _row(week: PromiseWeek, names: Mapping[str, str]) -> Row:
    return Row(week.first, tuple(outcome_word(one, names) for one in week.promises))
