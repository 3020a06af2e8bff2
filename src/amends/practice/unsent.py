"""A letter that is never sent: written, closed with two questions, then kept, folded or let go."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import ClassVar, Self


@dataclass(frozen=True)
class UnsentLetter:
    """A letter that stays; no state of the gate lets it out, and no export takes it along.

    `addressed` is the writer's own word: a name, “me at nineteen”, or nothing. `told` and `needed`
    close it: what it told its writer, and what they need now. `folded` is the day until which it
    lies folded away, or None.
    """

    KIND: ClassVar[str] = "unsent-letter"

    written: datetime
    addressed: str = field(default="", repr=False)
    text: str = field(default="", repr=False)
    told: str = field(default="", repr=False)
    needed: str = field(default="", repr=False)
    closed: datetime | None = None
    folded: date | None = None

    @property
    def said(self) -> str:
        """Return the words that were written."""
        return f"{self.addressed}\n{self.text}\n{self.told}\n{self.needed}"

    def write_on(self, more: str) -> Self:
        """Return the letter with more below what stands there; what stands is not changed."""
        return replace(self, text="\n\n".join(part for part in (self.text, more) if part))

    def is_folded(self, today: date) -> bool:
        """Say whether it lies folded away on a day."""
        return self.folded is not None and today < self.folded

    def close(self, told: str, needed: str, now: datetime) -> Self:
        """Return the letter with what it told, and what is needed now."""
        return replace(self, told=told, needed=needed, closed=now)

    def fold(self, until: date | None) -> Self:
        """Return the letter folded away until a day, or unfolded."""
        return replace(self, folded=until)
