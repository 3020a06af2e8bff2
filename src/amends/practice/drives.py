"""Three drives side by side: wanting them back, wanting to hurt them, wanting to let go."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from amends.practice.urge import STRONGEST

DRIVES = ("back", "hurt", "let_go")
"""In the order in which they are asked."""
FELT = 4
"""From here on a drive is named: 0 to 3 is the lowest third of the scale. No study sets this."""
HIGH = 7
"""From here on a wish to hurt holds every draft for a day: 7 to 10 is the highest third of the
scale, and 7 is where other pulls are called strong (`web/signs.py`). No study sets this number.
Lower, ordinary anger would close the drawer; higher, one would have to own up to the extreme."""


@dataclass(frozen=True)
class Drives:
    """How strong each drive was at a moment, from 0 to 10; none is reckoned against another."""

    KIND: ClassVar[str] = "drives"

    at: datetime
    back: int
    hurt: int
    let_go: int
    note: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        """Raise DriveOffScale for a value outside 0 to 10."""
        if not all(0 <= value <= STRONGEST for value in self.values):
            raise DriveOffScale

    @property
    def values(self) -> tuple[int, ...]:
        """Return the three values, in the order of `DRIVES`."""
        return (self.back, self.hurt, self.let_go)

    @property
    def felt(self) -> tuple[str, ...]:
        """Return which drives are strong enough to be named."""
        return tuple(name for name, value in zip(DRIVES, self.values, strict=True) if value >= FELT)

    @property
    def is_high(self) -> bool:
        """Say whether the wish to hurt is so strong that no draft may leave."""
        return self.hurt >= HIGH

    @property
    def said(self) -> str:
        """Return the words that were written."""
        return self.note


def heated(readings: Iterable[Drives]) -> datetime | None:
    """Return when a strong wish to hurt was last kept; a lower reading since changes nothing."""
    return max((one.at for one in readings if one.is_high), default=None)


class DriveOffScale(ValueError):
    """A drive that is not from 0 to 10."""

    def __init__(self) -> None:
        """Say what can be written."""
        super().__init__("each drive goes from 0 to 10")
