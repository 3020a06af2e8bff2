"""What two tick each for themselves, so that only what both ticked is ever shown."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import ClassVar


@dataclass(frozen=True)
class Ticks:
    """One own list for one round, and the secret power; kept in the own vault alone."""

    KIND: ClassVar[str] = "ticks"

    about: str
    entries: tuple[str, ...] = field(repr=False)
    power: str = field(repr=False)


@dataclass(frozen=True)
class Blinded:
    """The same list as points that tell nothing, in hexadecimal; it lies in the shared space."""

    KIND: ClassVar[str] = "blinded"

    about: str
    points: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True)
class Raised:
    """The other's points with one's own power on them, in their order."""

    KIND: ClassVar[str] = "raised"

    about: str
    points: tuple[str, ...] = field(repr=False)


def about(question: str, number: int) -> str:
    """Return the name of one round of a question.

    >>> about("hours", 2)
    'hours/2'
    """
    return f"{question}/{number}"


def rounds(lists: Iterable[Blinded], question: str) -> list[int]:
    """Return the rounds in which someone gave a list, in order."""
    found = [one.about.rpartition("/") for one in lists]
    return sorted(int(number) for asked, _, number in found if asked == question)


def next_round(mine: Iterable[int], theirs: Iterable[int]) -> int:
    """Return the round that one's next list is for: the one the other waits in, or a new one."""
    last_mine, last_theirs = max(mine, default=0), max(theirs, default=0)
    return last_theirs if last_theirs > last_mine else last_mine + 1
