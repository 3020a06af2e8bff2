"""Exercises as forms: from what a browser sent to raw answers, and from answers to fields."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from amends.coach import Concern
from amends.journey import Exercise, Field
from amends.web.content import reviewed
from amends.web.word_lists import MORE, Choices, choices, split_words

Raw = dict[str, Any]
SPARE_ROWS = 1
FEWEST_ROWS = 1
MOST_ROWS = 60
_ROW = re.compile(r"^(?P<field>[\w-]+)\.(?P<row>\d{1,3})\.(?P<column>[\w-]+)$")


@dataclass(frozen=True)
class Cell:
    """One input on the page: its declaration, its name in the form, and what stands in it."""

    field: Any
    name: str
    value: Any
    problem: str = ""


@dataclass(frozen=True)
class FieldView:
    """One field as the page shows it.

    `rows` holds the cells of a table, row by row; `choices` the words of a list; `heard` what the
    coach marks in the answer, where the sheet asks it to read.
    """

    field: Field
    cell: Cell
    rows: tuple[tuple[Cell, ...], ...]
    earlier: tuple[str, ...]
    choices: Choices | None = None
    heard: tuple[Concern, ...] = ()


def read_form(exercise: Exercise, form: QueryDict) -> Raw:
    """Return what the form held, by field name: a string, a list of strings, or a list of rows."""
    return {field.name: _read(field, form) for field in exercise.fields}


def _read(field: Field, form: QueryDict) -> Any:  # noqa: ANN401 - one of three shapes
    if field.type == "many":
        return form.getlist(field.name) + split_words(form.get(field.name + MORE, ""))
    if field.type == "rows":
        return _read_rows(field, form)
    return form.get(field.name, "")


def _read_rows(field: Field, form: QueryDict) -> list[dict[str, str]]:
    rows: dict[int, dict[str, str]] = {}
    for name in form:
        found = _ROW.match(name)
        if found and found["field"] == field.name:
            rows.setdefault(int(found["row"]), {})[found["column"]] = form.get(name, "")
    return [rows[number] for number in sorted(rows) if any(rows[number].values())]


def views(
    exercise: Exercise,
    raw: Mapping[str, Any],
    problems: Mapping[str, str],
    earlier: Mapping[str, Sequence[Any]],
    more_rows: str = "",
) -> list[FieldView]:
    """Return the fields of an exercise, filled in; `more_rows` names one that gets rows more."""
    return [
        FieldView(
            field=field,
            cell=Cell(field, field.name, raw.get(field.name, ""), problems.get(field.name, "")),
            rows=_rows(field, raw.get(field.name) or [], 3 if field.name == more_rows else 0),
            earlier=tuple(_spoken(item) for item in earlier.get(field.name, ())),
            choices=_choices(field, raw.get(field.name) or []),
            heard=_heard(field, raw.get(field.name, "")),
        )
        for field in exercise.fields
    ]


def _choices(field: Field, chosen: Sequence[str]) -> Choices | None:
    return choices(field.words, chosen) if field.words and field.type == "many" else None


def _heard(field: Field, text: str) -> tuple[Concern, ...]:
    return reviewed(text, field.read_as).concerns if field.read_as and text else ()


def _rows(
    field: Field, filled: Sequence[Mapping[str, Any]], more: int
) -> tuple[tuple[Cell, ...], ...]:
    if field.type != "rows":
        return ()
    wanted = max(len(filled) + SPARE_ROWS, FEWEST_ROWS) + more
    rows = [*filled, *({} for _ in range(wanted - len(filled)))][:MOST_ROWS]
    return tuple(
        tuple(
            Cell(column, f"{field.name}.{number}.{column.name}", row.get(column.name, ""))
            for column in field.columns
        )
        for number, row in enumerate(rows)
    )


def _spoken(item: Any) -> str:  # noqa: ANN401 - an earlier answer of any type
    if isinstance(item, Mapping):
        return " · ".join(str(value) for value in item.values() if value not in ("", None))
    return str(item)
