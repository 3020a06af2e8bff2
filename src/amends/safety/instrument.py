"""An instrument: a questionnaire as its authors published it, and how its points are read."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from amends.safety.answers import InstrumentAnswers

SHOWN = 6
"""So many of the latest points are shown."""
IN_A_ROW = 2
"""So many scores in a row that ask for help lead to it."""


@dataclass(frozen=True)
class Item:
    """One question, with the answers there are; `points` go with `choices`, one each."""

    text: str
    choices: tuple[str, ...]
    points: tuple[int, ...]


@dataclass(frozen=True)
class Level:
    """From so many points on, the score is spoken of in these words."""

    start: int
    words: str


@dataclass(frozen=True)
class Instrument:
    """One folder of `content/<language>/instruments`.

    `part` is `page` for those that anyone may answer at any time, `screening` for those that are
    asked as part of another. `seek_help_from` is None where no score does.
    """

    id: str
    name: str
    title: str
    asks: str
    stem: str
    items: tuple[Item, ...]
    levels: tuple[Level, ...]
    is_higher_better: bool
    seek_help_from: int | None
    order: int
    part: str
    licence: str
    credit: str
    url: str

    @property
    def most(self) -> int:
        """Return the highest score there can be."""
        return sum(max(item.points) for item in self.items)

    def words_for(self, score: int) -> str:
        """Return the level of a score, in words."""
        reached = [level for level in self.levels if level.start <= score]
        return (reached or self.levels)[-1].words

    def asks_for_help(self, answers: Sequence[InstrumentAnswers]) -> bool:
        """Say whether the last two scores, the oldest first, both lead to "when to get help"."""
        scores = [one.score for one in answers if one.score is not None][-IN_A_ROW:]
        limit = self.seek_help_from
        return limit is not None and len(scores) == IN_A_ROW and min(scores) >= limit


def hash_of(stem: str, items: Sequence[Item]) -> str:
    """Return the hash of everything that must stay word for word."""
    said = [stem]
    for item in items:
        said += [item.text, *item.choices, *map(str, item.points)]
    return sha256("\n".join(said).encode()).hexdigest()
