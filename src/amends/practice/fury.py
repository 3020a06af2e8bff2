"""Fury: what one would like to do, what it would cost, and what lies under it. It goes nowhere."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import ClassVar

KEPT_DAYS = 7
"""By default: long enough to read it once more in calm, and soon gone. A choice of ours."""


@dataclass(frozen=True)
class Fury:
    """One fury, as it was written.

    `kind` is what sort of thing one would like to do and `value` what lies under it, each as the
    id of a choice. `in_a_day` and `in_a_year` are what it would cost by then, `safer` is an act
    that harms nobody. `until` is when it is deleted, or None when it is kept; `closed` is when it
    was closed.
    """

    KIND: ClassVar[str] = "fury"

    at: datetime
    text: str = field(repr=False)
    kind: str = ""
    in_a_day: str = field(default="", repr=False)
    in_a_year: str = field(default="", repr=False)
    value: str = ""
    safer: str = field(default="", repr=False)
    until: datetime | None = None
    closed: datetime | None = None

    @property
    def said(self) -> str:
        """Return the words that were written."""
        return f"{self.text}\n{self.in_a_day}\n{self.in_a_year}\n{self.safer}"

    def kept_for(self, days: int | None, now: datetime) -> "Fury":
        """Return the fury with the moment from which on it is deleted; None keeps it."""
        return replace(self, until=None if days is None else now + timedelta(days=days))

    def is_over(self, now: datetime) -> bool:
        """Say whether it is to be deleted by now."""
        return self.until is not None and now >= self.until
