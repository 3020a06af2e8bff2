"""What the listener hears."""

from dataclasses import dataclass

from amends.text import Span


@dataclass(frozen=True)
class Heard:
    """A stretch in which a label was heard; `chance` is that of its surest word."""

    label: str
    span: Span
    chance: float
