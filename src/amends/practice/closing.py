"""A closing: the day on which someone put it down, and what they chose to keep of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import ClassVar

REST = timedelta(hours=72)
"""How long letters stay once it is opened again: as looser terms wait (SAFETY, the gate)."""


@dataclass(frozen=True)
class ClosingLine:
    """One line of the closing page, under the title of its part."""

    part: str
    text: str = field(repr=False)


@dataclass(frozen=True)
class Closing:
    """It is closed since `at`, until it is opened again.

    `lines` are those that were chosen for the page, `who` the sentence that Today shows.
    """

    KIND: ClassVar[str] = "closing"

    at: datetime
    lines: tuple[ClosingLine, ...] = ()
    who: str = field(default="", repr=False)

    @property
    def said(self) -> str:
        """Return the words that were written."""
        return "\n".join([*(line.text for line in self.lines), self.who])

    def without_words(self) -> "Closing":
        """Return the closing with its day alone."""
        return replace(self, lines=(), who="")


@dataclass(frozen=True)
class Opening:
    """The moment at which a closing was opened again.

    A record of its own: a closing that is kept anew would look like words written today.
    """

    KIND: ClassVar[str] = "opening"

    at: datetime


def closed(closings: Iterable[Closing], openings: Iterable[Opening]) -> Closing | None:
    """Return the closing that stands, or None: the latest that was not opened since."""
    opened = max((one.at for one in openings), default=None)
    standing = [one for one in closings if opened is None or one.at > opened]
    return max(standing, key=lambda one: one.at, default=None)


@dataclass(frozen=True)
class PutDown:
    """It is closed, or was opened again not long ago; then `until` is when that is over."""

    until: datetime | None = None


def put_down(
    closings: Iterable[Closing], openings: Iterable[Opening], now: datetime
) -> PutDown | None:
    """Return that nothing personal is to leave now, and until when, or None."""
    known = tuple(openings)
    if closed(closings, known):
        return PutDown()
    opened = max((one.at for one in known), default=None)
    return PutDown(opened + REST) if opened and now < opened + REST else None
