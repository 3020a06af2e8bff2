"""What someone answers with one tap on a hard day; it goes away by itself after a day."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar

FRESH_FOR = timedelta(days=1)
"""What helps now says nothing about tomorrow."""


@dataclass(frozen=True)
class HardAnswer:
    """One answer out of a list, by its id, for the other to read."""

    KIND: ClassVar[str] = "hard-day-answer"

    answer: str
    at: datetime

    def is_over(self, now: datetime) -> bool:
        """Say whether its day is over."""
        return now - self.at >= FRESH_FOR
