"""An urge: what was wanted, how strong it was as time went by, and what helped."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import ClassVar

WAVE = timedelta(minutes=20)
"""How long one waits with an urge, as counsellors teach it (grade D)."""
STRONGEST = 10


@dataclass(frozen=True)
class Level:
    """How strong an urge was at a moment, from 0 to 10."""

    at: datetime
    strength: int


@dataclass(frozen=True)
class Urge:
    """One urge from its beginning; `levels` are in the order of time.

    `want` is what it wanted, as the id of a choice; `trigger` what came before it. `ridden` is true
    when it passed without being followed, false when it was followed, and None while that is open.
    `helped` is one line on what helped. `habit` is the id of the habit that it belongs to, as hex.
    `person` is the name of the one to call that was shown.
    """

    KIND: ClassVar[str] = "urge"

    began: datetime
    want: str = ""
    trigger: str = field(default="", repr=False)
    levels: tuple[Level, ...] = ()
    ridden: bool | None = None
    helped: str = field(default="", repr=False)
    habit: str = ""
    person: str = field(default="", repr=False)

    @property
    def said(self) -> str:
        """Return the words that were written."""
        return f"{self.trigger}\n{self.helped}"

    @property
    def strength(self) -> int | None:
        """Return how strong it was at first, or None when no number was given."""
        return self.levels[0].strength if self.levels else None

    def is_going(self, now: datetime) -> bool:
        """Say whether its twenty minutes are not over, and nothing was said of its end."""
        return self.ridden is None and timedelta() <= now - self.began < WAVE

    def minutes_left(self, now: datetime) -> int:
        """Return how many of the twenty minutes are left, begun ones counted whole."""
        seconds = (self.began + WAVE - now).total_seconds()
        return max(0, -int(-seconds // 60))

    def with_level(self, strength: int, at: datetime) -> "Urge":
        """Return the urge with one more reading; raises UrgeOffScale."""
        if not 0 <= strength <= STRONGEST:
            raise UrgeOffScale
        return replace(self, levels=(*self.levels, Level(at, strength)))


def what_helped(urges: Iterable[Urge], most: int = 3) -> list[str]:
    """Return what helped before, each line once: the latest first."""
    lines: dict[str, str] = {}
    for urge in sorted(urges, key=lambda one: one.began, reverse=True):
        if urge.helped.strip():
            lines.setdefault(urge.helped.strip().casefold(), urge.helped.strip())
    return list(lines.values())[:most]


class UrgeOffScale(ValueError):
    """A strength that is not from 0 to 10."""

    def __init__(self) -> None:
        """Say what can be written."""
        super().__init__("an urge goes from 0 to 10")
