"""The dangers that close the gate, whatever was agreed, and how records are read."""

from collections.abc import Iterable
from enum import StrEnum
from typing import ClassVar, Protocol, TypeVar


class Danger(StrEnum):
    """Who could be hurt, the most urgent first."""

    CRISIS = "crisis"
    HARM_TO_OTHERS = "harm_to_others"
    BEING_HURT = "being_hurt"
    OWN_HARM = "own_harm"


NO_DANGER: frozenset[Danger] = frozenset()
"""Nothing was said that closes the gate."""


class Record(Protocol):
    """What a vault keeps."""

    KIND: ClassVar[str]


R = TypeVar("R", bound=Record)


class Records(Protocol):
    """Reads what is kept: `records(Kind)` gives every record of a kind, the oldest first."""

    def __call__(self, kind: type[R], /) -> Iterable[R]:
        """Return every record of one kind."""
        ...
