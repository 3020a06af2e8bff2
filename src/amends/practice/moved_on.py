"""How someone learned that the other person's life goes on: said to them, seen, or guessed."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

HOWS = ("said", "seen", "guessed")


@dataclass(frozen=True)
class MovedOn:
    """What was said or seen, in a line; `how` is `said`, `seen` or `guessed`.

    A guess is kept as a guess, and changes nothing.
    """

    KIND: ClassVar[str] = "moved-on"

    at: datetime
    how: str
    words: str = field(default="", repr=False)

    @property
    def is_known(self) -> bool:
        """Say whether it is more than a guess."""
        return self.how != "guessed"

    @property
    def said(self) -> str:
        """Return the words that were written."""
        return self.words
