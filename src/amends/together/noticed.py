"""Kindnesses that I noticed: what the other did. Nobody counts them, and nobody owes any."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

SHOWN = 5


@dataclass(frozen=True)
class Noticed:
    """One thing that the other did and that I saw."""

    KIND: ClassVar[str] = "noticed"

    what: str = field(repr=False)
    on: date

    @property
    def said(self) -> str:
        """Return the words that were written."""
        return self.what


def latest_noticed(noticed: Iterable[Noticed], most: int = SHOWN) -> tuple[Noticed, ...]:
    """Return what was noticed, the newest first, and no more than fits on a page."""
    return tuple(sorted(noticed, key=lambda one: one.on, reverse=True)[:most])
