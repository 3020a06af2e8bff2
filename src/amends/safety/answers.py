"""What someone answered to an instrument, as it is kept."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar


@dataclass(frozen=True)
class InstrumentAnswers:
    """The answers to one instrument: points for each item, in their order; None where skipped.

    `instrument` is the name of its folder, such as `phq-9`, whose ninth item (`answers[8]`) asks
    about ending one's life: a point or more there is a trigger of `CRISIS`.
    """

    KIND: ClassVar[str] = "instrument"

    instrument: str
    at: datetime
    answers: tuple[int | None, ...] = field(repr=False)

    @property
    def score(self) -> int | None:
        """Return the sum of the points, or None when an item was skipped."""
        given = [points for points in self.answers if points is not None]
        return sum(given) if len(given) == len(self.answers) else None
