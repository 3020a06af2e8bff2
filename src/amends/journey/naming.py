"""How often a word of a list was named in one's own answers."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, tzinfo
from itertools import pairwise

from amends.journey.answers import Answers, Value, Version
from amends.journey.program import Program
from amends.journey.sheet import Exercise

_BEFORE: Mapping[str, Value] = {}


@dataclass(frozen=True, order=True)
class Named:
    """A word that came into an answer on a day."""

    day: date
    word: str


def named(
    program: Program, answers: Iterable[Answers], word_list: str, zone: tzinfo
) -> list[Named]:
    """Return when each word of a list came into an answer, the oldest first.

    A word that stays in a later version is not named again; one answer names it once a day.
    """
    sheets = {one.id: one for one in program.exercises}
    found = [
        one
        for record in answers
        if record.exercise in sheets
        for one in set(_in_record(sheets[record.exercise], record, word_list, zone))
    ]
    return sorted(found)


def _in_record(
    exercise: Exercise, record: Answers, word_list: str, zone: tzinfo
) -> Iterator[Named]:
    versions = record.versions
    for before, version in pairwise(
        [Version(versions[0].at, _BEFORE), *versions] if versions else []
    ):
        day = version.at.astimezone(zone).date()
        known = set(_words(exercise, before.values, word_list))
        for word in _words(exercise, version.values, word_list):
            if word not in known:
                yield Named(day, word)


def _words(exercise: Exercise, values: Mapping[str, Value], word_list: str) -> Iterator[str]:
    for field in exercise.fields:
        value = values.get(field.name, "")
        if field.word_list == word_list:
            yield from _texts(value)
        for column in field.columns:
            if column.word_list == word_list and isinstance(value, list):
                yield from _texts(
                    [row.get(column.name) for row in value if isinstance(row, Mapping)]
                )


def _texts(value: object) -> Iterator[str]:
    items = value if isinstance(value, list) else [value]
    yield from (item for item in items if isinstance(item, str) and item)
