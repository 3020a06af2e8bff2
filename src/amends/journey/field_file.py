"""Fields as a sheet writes them: `[[field]]` tables, and the columns of `rows`."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from amends.journey.sheet import COLUMN_TYPES, TYPES, Field
from amends.safety import FLAG, NUMBER, TABLES, TEXT, TEXTS, Key, Kind, check_keys, one_of
from amends.text import ContentError, ContentFile

Table = Mapping[str, Any]

_NAME = Kind(
    "a name for the machine",
    lambda value: isinstance(value, str) and bool(re.fullmatch(r"[a-z][a-z0-9_]*", value)),
    'write small letters, digits and _, such as "their_words"',
)
_KEYS = {
    "name": Key(_NAME, is_required=True),
    "label": Key(TEXT, is_required=True),
    "type": Key(one_of(TYPES), is_required=True),
    "required": Key(FLAG),
    "hint": Key(TEXT),
    "low": Key(TEXT),
    "middle": Key(TEXT),
    "high": Key(TEXT),
    "choices": Key(TEXTS),
    "list": Key(TEXT),
    "columns": Key(TABLES),
    "min_rows": Key(NUMBER),
    "from": Key(TEXT),
    "marked": Key(TEXTS),
    "read_as": Key(TEXT),
    "theirs": Key(FLAG),
    "drawn": Key(FLAG),
    "unit": Key(TEXT),
}
_COLUMN_KEYS = {
    "name": Key(_NAME, is_required=True),
    "label": Key(TEXT),
    "type": Key(one_of(COLUMN_TYPES), is_required=True),
    "choices": Key(TEXTS),
    "list": Key(TEXT),
}
_BELONGS = {
    "low": ("scale",),
    "middle": ("scale",),
    "high": ("scale",),
    "choices": ("choice", "many"),
    "list": ("choice", "many"),
    "columns": ("rows",),
    "min_rows": ("rows",),
    "marked": ("long",),
    "read_as": ("short", "long"),
    "drawn": ("scale", "number"),
    "unit": ("number",),
}
"""Keys that belong to some types only."""
_NEEDED = {
    "scale": ("low", "middle", "high"),
    "number": ("unit",),
    "choice": ("choices",),
    "many": ("choices",),
    "rows": ("columns",),
}
"""Keys that a type cannot do without; a column of type `scale` has no room for words."""
_IN_PLACE_OF = {"choices": "list"}
"""A word list serves as choices."""


def check_fields(file: ContentFile, sheet_keys: Mapping[str, object]) -> Iterator[ContentError]:
    """Yield every mistake in the fields of a sheet."""
    tables = file.header.get("field", [])
    if not TABLES.accepts(tables):
        return
    for number, table in enumerate(tables):
        yield from _check_field(file, table, f"field.{number}", sheet_keys)
    yield from _check_names(file, tables, "field", "field")


def _check_field(
    file: ContentFile, table: Table, at: str, sheet_keys: Mapping[str, object]
) -> Iterator[ContentError]:
    strayed = [key for key in table if key in sheet_keys and key not in _KEYS]
    for key in strayed:
        hint = "keys of the whole sheet stand above the first [[field]]"
        yield file.mistake(f"{at}.{key}", f"`{key}` stands inside a field", hint)
    own = {key: value for key, value in table.items() if key not in strayed}
    yield from check_keys(file, _KEYS, own, at)
    yield from _check_type(file, own, at)
    columns = table.get("columns")
    if TABLES.accepts(columns):
        yield from _check_columns(file, columns or [], f"{at}.columns")


def _check_columns(file: ContentFile, columns: Sequence[Table], at: str) -> Iterator[ContentError]:
    for number, column in enumerate(columns):
        yield from check_keys(file, _COLUMN_KEYS, column, f"{at}.{number}")
        if column.get("type") != "scale":
            yield from _check_type(file, column, f"{at}.{number}")
    yield from _check_names(file, columns, at, "column")


def _check_type(file: ContentFile, table: Table, at: str) -> Iterator[ContentError]:
    type_ = table.get("type")
    if type_ not in TYPES:
        return
    for key, types in _BELONGS.items():
        if key in table and type_ not in types:
            hint = f"take it out, or make the type {' or '.join(types)}"
            yield file.mistake(f"{at}.{key}", f"`{key}` does not belong to {type_}", hint)
    for key in _NEEDED.get(type_, ()):
        if key not in table and _IN_PLACE_OF.get(key) not in table:
            hint = f"add a line `{key} = …`: {_KEYS[key].kind.words}"
            yield file.mistake(f"{at}.type", f"a field of type {type_} needs `{key}`", hint)
    yield from _check_choices(file, table, at)


def _check_choices(file: ContentFile, table: Table, at: str) -> Iterator[ContentError]:
    choices = table.get("choices")
    if choices and "list" in table:
        hint = "take one of the two out"
        yield file.mistake(f"{at}.list", "`choices` and `list` stand in one field", hint)
    if TEXTS.accepts(choices) and len(set(choices or [])) < len(choices or []):
        yield file.mistake(f"{at}.choices", "a choice is there twice", "take one of them out")


def _check_names(
    file: ContentFile, tables: Sequence[Table], at: str, word: str
) -> Iterator[ContentError]:
    seen: set[str] = set()
    for number, table in enumerate(tables):
        name = table.get("name")
        if isinstance(name, str) and name in seen:
            problem = f"there are two {word}s with the name `{name}`"
            yield file.mistake(f"{at}.{number}.name", problem, "give one of them another name")
        seen.add(str(name))


def fields_of(file: ContentFile) -> tuple[Field, ...]:
    """Return the fields of a sheet without mistakes."""
    return tuple(_field(table) for table in file.header["field"])


def _field(table: Table) -> Field:
    values = dict(table)
    source = values.pop("from", "")
    values["word_list"] = values.pop("list", "")
    for key in ("choices", "marked"):
        values[key] = tuple(values.pop(key, ()))
    columns = tuple(_field(column) for column in values.pop("columns", ()))
    values.setdefault("label", values["name"].replace("_", " ").capitalize())
    return Field(**values, source=source, columns=columns)
