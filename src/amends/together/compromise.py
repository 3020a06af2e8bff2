"""A fair compromise: both needs, ways that both could live with, two weeks, and a look."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import ClassVar

TRIAL = timedelta(days=14)
"""Long enough for two ordinary weeks, short enough to say yes to; FEATURES.md, 33."""


class Step(StrEnum):
    """What comes next for one of the two."""

    NEED = "need"
    WAYS = "ways"
    TICK = "tick"
    CHOOSE = "choose"
    AGREE = "agree"
    TRIAL = "trial"
    LOOK = "look"
    OVER = "over"


class After(StrEnum):
    """What one wants after the trial."""

    KEEP = "keep"
    CHANGE = "change"
    DROP = "drop"


@dataclass(frozen=True)
class Matter:
    """What it is about, and whether it can be solved or will stay a difference to live with."""

    KIND: ClassVar[str] = "matter"

    about: str = field(repr=False)
    is_lasting: bool
    on: date


@dataclass(frozen=True)
class Need:
    """What one needs in it, and why; read by the other when both have written."""

    KIND: ClassVar[str] = "need"

    matter: str
    words: str = field(repr=False)

    @property
    def said(self) -> str:
        """What was written."""
        return self.words


@dataclass(frozen=True)
class Ways:
    """Ways that one can think of, one in each line; read by the other when both have written."""

    KIND: ClassVar[str] = "ways"

    matter: str
    ways: tuple[str, ...] = field(repr=False)

    @property
    def said(self) -> str:
        """What was written."""
        return "\n".join(self.ways)


@dataclass(frozen=True)
class Trial:
    """One way that both could live with, put forward for two weeks."""

    KIND: ClassVar[str] = "trial"

    matter: str
    way: str = field(repr=False)
    until: date


@dataclass(frozen=True)
class PutDown:
    """Its author leaves a matter; no reason is asked for."""

    KIND: ClassVar[str] = "put-down"

    matter: str


@dataclass(frozen=True)
class Agreed:
    """Its author agrees to the trial of a matter."""

    KIND: ClassVar[str] = "agreed-trial"

    matter: str


@dataclass(frozen=True)
class Look:
    """What one saw in the two weeks, and what one wants now; read when both have written."""

    KIND: ClassVar[str] = "look"

    matter: str
    words: str = field(repr=False)
    after: After

    @property
    def said(self) -> str:
        """What was written."""
        return self.words


@dataclass(frozen=True)
class MatterSigns:
    """How far a matter has come."""

    needs: bool = False
    ways: bool = False
    overlap: frozenset[str] | None = None
    trial: Trial | None = None
    is_agreed: bool = False
    looked: bool = False


def step(signs: MatterSigns, today: date) -> Step:
    """Return what comes next; each part begins when both have done the one before."""
    if signs.trial is not None:
        return _in_trial(signs, signs.trial, today)
    for is_done, waiting in (
        (signs.needs, Step.NEED),
        (signs.ways, Step.WAYS),
        (signs.overlap is not None, Step.TICK),
    ):
        if not is_done:
            return waiting
    return Step.CHOOSE


def _in_trial(signs: MatterSigns, trial: Trial, today: date) -> Step:
    if signs.looked:
        return Step.OVER
    if not signs.is_agreed:
        return Step.AGREE
    return Step.LOOK if today >= trial.until else Step.TRIAL


def lines(text: str, most: int = 8) -> tuple[str, ...]:
    r"""Return the lines of a text that say something, each once, no more than `most`.

    >>> lines("by turns\n\n by turns \nout")
    ('by turns', 'out')
    """
    said = (line.strip(" -•\t") for line in text.splitlines())
    return tuple(dict.fromkeys(line for line in said if line))[:most]


def every_way(both: Iterable[Ways]) -> tuple[str, ...]:
    """Return the ways of both as one list, in an order that does not tell whose they are."""
    return tuple(sorted({way for one in both for way in one.ways}, key=str.casefold))
