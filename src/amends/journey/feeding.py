"""Earlier answers, shown where a field asks for them."""

from collections.abc import Iterable, Mapping
from typing import Any

from amends.journey.answers import Answers
from amends.journey.links import split_source
from amends.journey.sheet import Exercise


def feeds(exercise: Exercise, answers: Iterable[Answers]) -> dict[str, list[Any]]:
    """Return what was answered earlier, by the name of the field that shows it.

    A list holds texts, numbers, or rows as mappings; a field without earlier answers is left out.
    """
    latest = {record.exercise: record.values for record in answers}
    found = {field.name: _earlier(field.source, latest) for field in exercise.fields}
    return {name: items for name, items in found.items() if items}


def _earlier(source: str, latest: Mapping[str, Mapping[str, Any]]) -> list[Any]:
    exercise, field, column = split_source(source)
    value = latest.get(exercise, {}).get(field, "")
    items = value if isinstance(value, list) else [value]
    if column:
        items = [item.get(column, "") for item in items if isinstance(item, Mapping)]
    return [item for item in items if item not in ("", {})]
