"""An urge: what was wanted, how strong it was as time went by, and what helped."""

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
    """

    KIND: ClassVar[str] = "urge"

    began: datetime
    want: str = ""
    trigger: str = field(default="", repr=False)
    levels: tuple[Level, ...] = ()
    ridden: bool | None = None
    helped: str = field(default="", repr=False)
    habit: str = ""

    @property
    def said(self) -> str:
        """Return the words that were written."""
        return f"{self.trigger}\n{self.helped}"

    def with_level(self, strength: int, at: datetime) -> "Urge":
        """Return the urge with one more reading; raises UrgeOffScale."""
        if not 0 <= strength <= STRONGEST:
            raise UrgeOffScale
        return replace(self, levels=(*self.levels, Level(at, strength)))


class UrgeOffScale(ValueError):
    """A strength that is not from 0 to 10."""

    def __init__(self) -> None:
        """Say what can be written."""
        super().__init__("an urge goes from 0 to 10")
