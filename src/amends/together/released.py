"""What someone gave out of their own notes, and that their part is written."""

from dataclasses import dataclass
from typing import ClassVar, Protocol


class Written(Protocol):
    """An own record that holds words."""

    KIND: ClassVar[str]

    @property
    def said(self) -> str:
        """What was written."""
        ...


@dataclass(frozen=True)
class Release:
    """Which item is a copy of which own record, both in hexadecimal; kept in the own vault."""

    KIND: ClassVar[str] = "release"

    record: str
    item: str


@dataclass(frozen=True)
class Finished:
    """Its author has written their part; what it says is shown when both have."""

    KIND: ClassVar[str] = "finished"

    about: str
