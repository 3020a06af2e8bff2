"""Short exercises that need nothing: a breath to follow, or a few steps one after the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

LONGEST = 180
"""Seconds: what someone can do who wants to do something else."""


@dataclass(frozen=True)
class Breath:
    """One breath to follow, in seconds."""

    seconds_in: int
    seconds_out: int
    seconds_hold: int = 0

    @property
    def seconds(self) -> int:
        """Return how long one breath takes."""
        return self.seconds_in + self.seconds_hold + self.seconds_out


@dataclass(frozen=True)
class CalmStep:
    """One thing to do, and for how many seconds."""

    say: str
    seconds: int


@dataclass(frozen=True)
class Calm:
    """One exercise: a breath that is drawn, or steps; `name` is how its address calls it."""

    name: str
    title: str
    line: str
    text: str
    seconds: int
    breath: Breath | None = None
    steps: tuple[CalmStep, ...] = ()

    @property
    def kind(self) -> Literal["breath", "steps"]:
        """Return what there is to follow."""
        return "breath" if self.breath else "steps"

    @property
    def begins(self) -> tuple[int, ...]:
        """Return after how many seconds each step begins."""
        return tuple(sum(one.seconds for one in self.steps[:at]) for at in range(len(self.steps)))


@dataclass(frozen=True)
class CalmHelped:
    """Which exercises helped, the latest first, each once: one small record for all of them."""

    KIND: ClassVar[str] = "calm-helped"

    names: tuple[str, ...] = ()

    def with_one(self, name: str) -> "CalmHelped":
        """Return the record with one more that helped."""
        return CalmHelped((name, *(one for one in self.names if one != name)))

    def first(self, exercises: Sequence[Calm]) -> list[Calm]:
        """Return the exercises, those that helped before the others."""
        place = {name: at for at, name in enumerate(self.names)}
        return sorted(exercises, key=lambda one: place.get(one.name, len(place)))
