"""What a form sent becomes answers, and sentences where it cannot."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from amends.journey.answers import Row, Value
from amends.journey.sentences import Sentences
from amends.journey.sheet import COUNTED, SCALE, Exercise, Field
from amends.journey.word_list import LONGEST, tidy

Typed = str | Sequence[str] | Sequence[Mapping[str, str]]
"""What a form sends for one field: a text, several texts, or rows."""


@dataclass(frozen=True)
class Parsed:
    """Answers by field name, a sentence for each field that has a problem, and what was typed.

    `missing` names those among the problems where an answer is not there yet.
    """

    values: dict[str, Value]
    problems: dict[str, str]
    missing: frozenset[str]
    typed: Mapping[str, Typed]

    @property
    def only_missing(self) -> bool:
        """Say whether nothing is wrong but what is not there yet: it can wait unfinished."""
        return bool(self.problems) and self.missing.issuperset(self.problems)


class _NotReadable(Exception):
    """An answer that cannot be kept as it is; holds the sentence that says why."""


def parse(
    exercise: Exercise, raw: Mapping[str, Typed], sentences: Sentences | None = None
) -> Parsed:
    """Return the answers of a form; a field left empty has none. English without `sentences`."""
    say = sentences or Sentences.load()
    values: dict[str, Value] = {}
    problems: dict[str, str] = {}
    for field in exercise.fields:
        try:
            value = _value(field, raw.get(field.name, ""), say)
        except _NotReadable as problem:
            problems[field.name] = str(problem)
            continue
        if value not in ("", []):
            values[field.name] = value
    missing = {field.name: _missing(field, say) for field in lacking(exercise, values)}
    absent = {name: told for name, told in missing.items() if name not in problems}
    return Parsed(values, absent | problems, frozenset(absent), raw)


def lacking(exercise: Exercise, values: Mapping[str, Value]) -> list[Field]:
    """Return the fields whose answer is required, or has too few rows, and is not there yet."""
    return [field for field in exercise.fields if _is_lacking(field, values.get(field.name))]


def _is_lacking(field: Field, value: Value | None) -> bool:
    if value is None:
        return field.required
    return isinstance(value, list) and len(value) < field.min_rows


def _missing(field: Field, say: Sentences) -> str:
    if field.min_rows > 1:
        return say.too_few_rows.replace("{least}", str(field.min_rows))
    return say.missing_choice if field.type in {"choice", "many", "scale"} else say.missing


def _value(field: Field, typed: Typed, say: Sentences) -> Value:
    if field.type == "many":
        return _many(field, typed, say)
    if field.type == "rows":
        return list(_rows(field, typed, say))
    return _single(field, typed, say)


def _single(field: Field, typed: object, say: Sentences) -> str | int:
    if not isinstance(typed, str):
        raise _NotReadable(say.unreadable)
    text = "\n".join(typed.splitlines()).strip()
    return _READERS[field.type](field, text, say) if text else ""


def _short(_field: Field, text: str, _say: Sentences) -> str:
    return " ".join(text.split("\n"))


def _long(_field: Field, text: str, _say: Sentences) -> str:
    return text


def _scale(_field: Field, text: str, say: Sentences) -> int:
    if not re.fullmatch(r"[0-9]{1,2}", text) or int(text) not in SCALE:
        raise _NotReadable(say.not_on_scale)
    return int(text)


def _number(_field: Field, text: str, say: Sentences) -> int:
    if not re.fullmatch(r"[0-9]{1,3}", text):
        raise _NotReadable(say.not_a_number.replace("{most}", str(COUNTED[-1])))
    return int(text)


def _choice(field: Field, text: str, say: Sentences) -> str:
    if field.word_list and len(text) <= LONGEST:  # a list has room for words of one's own
        return tidy(text, field.choices)
    if text not in field.choices:
        raise _NotReadable(say.not_a_choice)
    return text


def _date(_field: Field, text: str, say: Sentences) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise _NotReadable(say.not_a_day) from None


_READERS: Mapping[str, Callable[[Field, str, Sentences], str | int]] = {
    "short": _short,
    "person": _short,
    "long": _long,
    "scale": _scale,
    "number": _number,
    "choice": _choice,
    "date": _date,
}


def _many(field: Field, typed: Typed, say: Sentences) -> list[str]:
    chosen = [typed] if isinstance(typed, str) and typed else list(typed)
    told = [one for one in chosen if isinstance(one, str)]
    if len(told) < len(chosen):
        raise _NotReadable(say.unreadable)
    if field.word_list:
        return list(_named(field, told, say))
    if not all(one in field.choices for one in told):
        raise _NotReadable(say.not_a_choice)
    return [choice for choice in field.choices if choice in told]


def _named(field: Field, told: Sequence[str], say: Sentences) -> Iterator[str]:
    """Yield words of a list in its order, then words of one's own, each once."""
    words = dict.fromkeys(tidy(one, field.choices) for one in told if one.strip())
    if any(len(one) > LONGEST for one in words):
        raise _NotReadable(say.word_too_long)
    yield from (choice for choice in field.choices if choice in words)
    yield from (one for one in words if one not in field.choices)


def _rows(field: Field, typed: Typed, say: Sentences) -> Iterator[Row]:
    for number, line in enumerate(typed, 1):
        if not isinstance(line, Mapping):
            raise _NotReadable(say.unreadable)
        row = _row(field, line, number, say)
        if row:
            yield row


def _row(field: Field, line: Mapping[str, str], number: int, say: Sentences) -> Row:
    row: Row = {}
    for column in field.columns:
        try:
            cell = _single(column, line.get(column.name, ""), say)
        except _NotReadable as problem:
            told = say.in_row.replace("{line}", str(number)).replace("{label}", column.label)
            raise _NotReadable(told.replace("{problem}", str(problem))) from None
        if cell != "":
            row[column.name] = cell
    return row
