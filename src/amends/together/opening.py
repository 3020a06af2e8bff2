"""How far a shared space is open: a day, a phrase, three questions; then tool by tool."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import ClassVar

OPENING_DELAY = timedelta(hours=24)
"""From the acceptance on, always, so that no private answer can be told from it (SAFETY.md)."""


class Stage(StrEnum):
    """Where a shared space stands, as one member sees it."""

    ALONE = "alone"
    INVITED = "invited"
    WAITING = "waiting"
    COMPARING = "comparing"
    NOT_NOW = "not-now"
    STARTING = "starting"
    OPEN = "open"


@dataclass(frozen=True)
class Compared:
    """Its author heard the same six words from the other."""

    KIND: ClassVar[str] = "compared"

    at: datetime


@dataclass(frozen=True)
class Consents:
    """The tools that its author wants to use together; each of the two has one of these."""

    KIND: ClassVar[str] = "consents"

    tools: tuple[str, ...] = ()

    def with_tool(self, tool: str, *, wanted: bool) -> "Consents":
        """Return the choice with one tool taken in or out."""
        others = tuple(one for one in self.tools if one != tool)
        return Consents((*others, tool) if wanted else others)


@dataclass(frozen=True)
class Start:
    """Three answers before two try again: what caused it, what is different, how both will know.

    Kept in one's own vault, and given to the other when both have written.
    """

    KIND: ClassVar[str] = "start"

    cause: str = field(repr=False)
    different: str = field(repr=False)
    know: str = field(repr=False)

    @property
    def said(self) -> str:
        """What was written."""
        return f"{self.cause}\n{self.different}\n{self.know}"


@dataclass(frozen=True)
class Away:
    """Its author cannot use the space now; there are many reasons, and none is said."""

    KIND: ClassVar[str] = "away"


@dataclass(frozen=True)
class Signs:
    """What lies in a space about its own opening."""

    is_shared: bool
    joined: datetime | None
    is_invited: bool
    mine_compared: bool
    theirs_compared: bool
    anyone_away: bool
    both_started: bool


def stage(signs: Signs, now: datetime) -> Stage:
    """Return how far the space is open; waiting and being away look the same to the other."""
    if signs.joined is None:
        return Stage.INVITED if signs.is_invited else Stage.ALONE
    if now < signs.joined + OPENING_DELAY or not signs.is_shared:
        return Stage.WAITING
    if signs.anyone_away:
        return Stage.NOT_NOW
    if not signs.mine_compared:
        return Stage.COMPARING
    if not signs.theirs_compared:
        return Stage.NOT_NOW
    return Stage.OPEN if signs.both_started else Stage.STARTING


def open_tools(mine: Iterable[str], theirs: Iterable[str]) -> frozenset[str]:
    """Return the tools that both want."""
    return frozenset(mine) & frozenset(theirs)
