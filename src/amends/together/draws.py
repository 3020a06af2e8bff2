"""What chance rests on for one person, so that a page says the same each time it is opened."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import ClassVar

from amends.together.planning import week_of


@dataclass(frozen=True)
class Draws:
    """A secret seed, and how often something else was asked for in the week of `monday`."""

    KIND: ClassVar[str] = "draws"

    seed: str = field(repr=False)
    monday: date | None = None
    turn: int = 0

    def seed_of(self, day: date) -> str:
        """Return the seed of a day's week; it changes when something else is asked for."""
        turn = self.turn if self.monday == week_of(day)[0] else 0
        return f"{self.seed}/{turn}"

    def moved_on(self, day: date) -> "Draws":
        """Return the draws after something else was asked for on a day."""
        monday = week_of(day)[0]
        turn = self.turn if self.monday == monday else 0
        return replace(self, monday=monday, turn=turn + 1)
