"""What content declares: phases, exercises, fields."""

from dataclasses import dataclass, replace

from amends.journey.word_list import WordList, WordLists
from amends.safety import Danger

TYPES = ("short", "long", "scale", "number", "choice", "many", "date", "person", "rows")
"""What a field can be; `scale` is a whole number from 0 to 10, `number` one from 0 to 999, `rows` a
small table."""
COLUMN_TYPES = ("short", "long", "choice", "date", "scale")
"""What a column of `rows` can be."""
SCALE = range(11)
COUNTED = range(1000)
"""What a `number` can be: looks, minutes, hours, days."""


@dataclass(frozen=True)
class Field:
    """One question of an exercise, or one column of a field of type `rows`.

    `source` is what stands after `from` in the file: the earlier answer that is shown beside it,
    as `phase/exercise.field` or `phase/exercise.field.column`. `word_list` names the list whose
    words are the choices, and `words` is that list once `offering` has put it there. `marked` are
    labels of the coach: lines of one's own with such a mark are offered. `read_as` is the kind of
    draft as which the coach reads the answer. `theirs` says that it holds what the other person
    said or did. What is `drawn` becomes a line over time, on a sheet that repeats; `unit` is what a
    number counts.
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
    word_list: str = ""
    words: WordList | None = None
    marked: tuple[str, ...] = ()
    read_as: str = ""
    theirs: bool = False
    drawn: bool = False
    unit: str = ""

    def offering(self, lists: WordLists) -> "Field":
        """Return the field with the words of its list, and of its columns' lists, as choices."""
        columns = tuple(column.offering(lists) for column in self.columns)
        words = lists.get(self.word_list)
        choices = words.words if words else self.choices
        return replace(self, columns=columns, words=words, choices=choices)


@dataclass(frozen=True)
class Exercise:
    """A lesson, and the sheet that makes it real. `id` is `phase/name`, minutes are a guess.

    With `each`, the sheet is answered anew for every line; it names the field that holds the line.
    `page` names a page of its own on which it is answered. One that `repeats` is answered anew each
    time: it is kept as entries, and is never a next step.
    `addressed` says that it holds words meant for the other person: none of it goes on paper.
    While one of the dangers in `pauses` stands, the sheet is neither offered nor shown.
    With `safety_first`, the questions about safety are offered before it, if they are due.
    """

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
    each: str = ""
    repeats: bool = False
    page: str = ""
    addressed: bool = False
    pauses: tuple[Danger, ...] = ()
    safety_first: bool = False

    @property
    def line(self) -> Field | None:
        """Return the field for which the sheet is answered anew, or None."""
        return next((field for field in self.fields if field.name == self.each), None)

    def offering(self, lists: WordLists) -> "Exercise":
        """Return the exercise with the words of its lists as choices."""
        return replace(self, fields=tuple(field.offering(lists) for field in self.fields))


@dataclass(frozen=True)
class Tool:
    """A page of its own that belongs to a phase: the name of the page, a title, and a line."""

    page: str
    title: str
    line: str


@dataclass(frozen=True)
class Phase:
    """A part of the way; `about` says in Markdown what it is for, `tools` what it opens.

    One that `serves` a danger is open to everyone, but offered only while that danger stands, and
    then before all others. `opens_in` names the states of the agreement in which it is open; none
    named is all of them.
    """

    name: str
    title: str
    summary: str
    order: int
    always_open: bool
    about: str
    exercises: tuple[Exercise, ...] = ()
    tools: tuple[Tool, ...] = ()
    serves: tuple[Danger, ...] = ()
    opens_in: frozenset[str] = frozenset()

    def is_open(self, state: str) -> bool:
        """Say whether it is open while things stand like this."""
        return not self.opens_in or state in self.opens_in
