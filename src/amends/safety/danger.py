"""The dangers that close the gate, whatever was agreed, and the records that tell of them."""

from collections.abc import Iterable
from datetime import datetime
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


def dangers(records: Records, now: datetime) -> frozenset[Danger]:
    """Return every danger that stands now: what screening says, and what crisis says."""
    return screening_says(records, now) | crisis_says(records, now)


def screening_says(records: Records, now: datetime) -> frozenset[Danger]:  # noqa: ARG001
    """Return the dangers that the answers to the screening name."""
    return NO_DANGER


def crisis_says(records: Records, now: datetime) -> frozenset[Danger]:  # noqa: ARG001
    """Return the dangers that the answers about now name."""
    return NO_DANGER
