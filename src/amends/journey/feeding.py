"""Earlier answers, shown where a field asks for them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from amends.journey.answers import Answers
from amends.journey.links import split_source
from amends.journey.sheet import Exercise


def feeds(exercise: Exercise, answers: Iterable[Answers]) -> dict[str, list[Any]]:
    """Return what was answered earlier, by the name of the field that shows it.

    A list holds texts, numbers, or rows as mappings; a field without earlier answers is left out.
    """
    latest: dict[str, list[Mapping[str, Any]]] = {}
    for record in answers:
        latest.setdefault(record.exercise, []).append(record.values)
    found = {field.name: _earlier(field.source, latest) for field in exercise.fields}
    return {name: items for name, items in found.items() if items}


def _earlier(source: str, latest: Mapping[str, Sequence[Mapping[str, Any]]]) -> list[Any]:
    exercise, field, column = split_source(source)
    told = [values.get(field, "") for values in latest.get(exercise, ())]
    items = [one for value in told for one in (value if isinstance(value, list) else [value])]
    if column:
        items = [item.get(column, "") for item in items if isinstance(item, Mapping)]
    return [item for item in items if item not in ("", {})]
