"""Words and places that are tied to a hurt: nothing that speaks of them is offered."""

from dataclasses import dataclass, field
from typing import ClassVar


@dataclass(frozen=True)
class HurtPlaces:
    """The words of one person, who alone ever sees them."""

    KIND: ClassVar[str] = "hurt-places"

    words: tuple[str, ...] = field(default=(), repr=False)

    @property
    def said(self) -> str:
        """Return the words, one in each line, as they are written and shown."""
        return "\n".join(self.words)

    @classmethod
    def told(cls, text: str) -> "HurtPlaces":
        """Return the words of a text that has one in each line, without repeats.

        >>> HurtPlaces.told("the old harbour ").words
        ('the old harbour',)
        """
        lines = (line.strip() for line in text.splitlines())
        return cls(tuple(dict.fromkeys(line for line in lines if line)))
