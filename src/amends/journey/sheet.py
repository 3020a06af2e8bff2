"""What content declares: phases, exercises, fields."""

from dataclasses import dataclass

TYPES = ("short", "long", "scale", "choice", "many", "date", "person", "rows")
"""What a field can be; `scale` is a whole number from 0 to 10, `rows` a small table."""
COLUMN_TYPES = ("short", "long", "choice", "date", "scale")
"""What a column of `rows` can be."""
SCALE = range(11)


@dataclass(frozen=True)
class Field:
    """One question of an exercise, or one column of a field of type `rows`.

    `source` is what stands after `from` in the file: the earlier answer that is shown beside it,
    as `phase/exercise.field` or `phase/exercise.field.column`.
    """

    name: str
    label: str
    type: str = "short"
    required: bool = False
    hint: str = ""
    low: str = ""
    middle: str = ""
    high: str = ""
    choices: tuple[str, ...] = ()
    columns: tuple["Field", ...] = ()
    source: str = ""
    min_rows: int = 0


@dataclass(frozen=True)
class Exercise:
    """A lesson, and the sheet that makes it real. `id` is `phase/name`, minutes are a guess."""

    id: str
    phase: str
    title: str
    features: tuple[int, ...]
    minutes: int
    fields: tuple[Field, ...]
    lesson: str
    needs: tuple[str, ...] = ()
    review_after_days: int = 0
    evidence: tuple[str, ...] = ()
    feature_note: str = ""


@dataclass(frozen=True)
class Phase:
    """A part of the way; `about` says in Markdown what it is for."""

    name: str
    title: str
    summary: str
    order: int
    always_open: bool
    about: str
    exercises: tuple[Exercise, ...] = ()
