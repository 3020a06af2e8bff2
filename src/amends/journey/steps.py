"""What could come next. Nothing here nags: a step is offered, and waits."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from amends.journey.answers import Answers
from amends.journey.parsing import lacking
from amends.journey.program import Program
from amends.journey.sheet import Exercise
from amends.safety import NO_DANGER, Danger

GO_ON = "go-on"
NEXT = "next"
REVIEW = "review"

_Records = Mapping[str, Answers]


@dataclass(frozen=True)
class Step:
    """An exercise, and why it is offered: `go-on` (begun), `next`, or `review` (time to look)."""

    exercise: Exercise
    reason: str


def next_steps(
    program: Program,
    answers: Iterable[Answers],
    now: datetime,
    dangers: frozenset[Danger] = NO_DANGER,
) -> list[Step]:
    """Return what is offered now, the first thing first; nothing that one of the dangers pauses.

    At most one exercise that was begun and lacks something, the one touched last; at most one that
    is new, the first on the way whose needs are met; then those that are due for another look, the
    longest due first.
    """
    records = {record.exercise: record for record in answers if record.versions}
    steps = [
        *_go_on(program, records),
        *_next(program, records, dangers),
        *_reviews(program, records, now),
    ]
    return [step for step in steps if not dangers.intersection(step.exercise.pauses)]


def on_the_way(program: Program, dangers: frozenset[Danger] = NO_DANGER) -> list[Exercise]:
    """Return the exercises in the order in which they are offered.

    Those of a phase that serves the most urgent danger come first while it stands, and not at all
    otherwise: someone who may be hurt is not led to what they did themselves. What repeats is no
    step: it is there whenever it is wanted.
    """
    urgent = next((danger for danger in Danger if danger in dangers), None)
    first = [one for one in program.phases if urgent in one.serves]
    others = [one for one in program.phases if not one.serves]
    all_of_them = (exercise for phase in (*first, *others) for exercise in phase.exercises)
    return [exercise for exercise in all_of_them if not exercise.repeats]


def is_finished(exercise: Exercise, answers: Answers | None) -> bool:
    """Say whether an exercise was answered, and nothing required is open."""
    if not answers or not answers.versions:
        return False
    return not lacking(exercise, answers.values)


def unmet(program: Program, exercise: Exercise, answers: Iterable[Answers]) -> list[Exercise]:
    """Return what has to be finished before an exercise, and is not."""
    return _unmet(program, exercise, {record.exercise: record for record in answers})


def _unmet(program: Program, exercise: Exercise, records: _Records) -> list[Exercise]:
    needed = [one for one in program.exercises if one.id in exercise.needs]
    return [one for one in needed if not is_finished(one, records.get(one.id))]


def _go_on(program: Program, records: _Records) -> list[Step]:
    begun = [
        (records[one.id].versions[-1].at, one)
        for one in program.exercises
        if one.id in records and not is_finished(one, records[one.id])
    ]
    latest = sorted(begun, key=lambda pair: pair[0])[-1:]
    return [Step(one, GO_ON) for _, one in latest]


def _next(program: Program, records: _Records, dangers: frozenset[Danger]) -> list[Step]:
    fresh = (one for one in on_the_way(program, dangers) if one.id not in records)
    fresh = (one for one in fresh if not dangers.intersection(one.pauses))
    first = next((one for one in fresh if not _unmet(program, one, records)), None)
    return [Step(first, NEXT)] if first else []


def _reviews(program: Program, records: _Records, now: datetime) -> list[Step]:
    due = sorted(_due(program, records, now), key=lambda pair: pair[0])
    return [Step(one, REVIEW) for _, one in due]


def _due(program: Program, records: _Records, now: datetime) -> Iterator[tuple[datetime, Exercise]]:
    for one in program.exercises:
        seen = records[one.id].seen if one.id in records else None
        if not seen or not one.review_after_days or not is_finished(one, records[one.id]):
            continue
        day = seen + timedelta(days=one.review_after_days)
        if day <= now:
            yield day, one
