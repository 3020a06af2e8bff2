"""A part of a text."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Span:
    """A part of a text, from `start` up to but without `end`, counted in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the part itself.

        >>> Span(2, 7).of("I lied to you")
        'lied '
        """
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Return whether at least one character is in both."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Return whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end
