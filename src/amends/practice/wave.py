"""How urges went over twenty minutes: the course of one, and what many have in common."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import mean

from amends.practice.urge import WAVE, Urge

EARLIEST, LATEST = timedelta(minutes=15), timedelta(minutes=60)
"""A number given in between counts as one after about twenty minutes: nobody looks at the clock to
the minute, and an hour later something else has begun. Our own choice."""
HALFWAY = 9.0
"""Minutes after which a drawn wave has lost half of what it loses. Our own choice: it stands for a
while before it falls."""
STEEPNESS = 3
REST = 0.15
"""Of the beginning: what a drawn wave never loses; an urge ebbs away and is seldom gone."""


@dataclass(frozen=True)
class Fall:
    """One urge of which two numbers are known: at its beginning, and about twenty minutes later."""

    began: datetime
    before: int
    after: int


@dataclass(frozen=True)
class Waves:
    """What several urges have in common."""

    falls: tuple[Fall, ...]

    @property
    def lower(self) -> int:
        """Return how many were lower afterwards."""
        return sum(one.after < one.before for one in self.falls)

    @property
    def before(self) -> float:
        """Return the mean at the beginning; 0 without any."""
        return round(mean(one.before for one in self.falls), 1) if self.falls else 0.0

    @property
    def after(self) -> float:
        """Return the mean about twenty minutes later; 0 without any."""
        return round(mean(one.after for one in self.falls), 1) if self.falls else 0.0


def waves_of(urges: Iterable[Urge]) -> Waves:
    """Return the urges with two numbers, in the order of time."""
    found = (fall_of(urge) for urge in sorted(urges, key=lambda one: one.began))
    return Waves(tuple(one for one in found if one))


def fall_of(urge: Urge) -> Fall | None:
    """Return the first number and the one nearest to twenty minutes later, if there is one."""
    first, *later = urge.levels or (None,)
    near = [one for one in later if one and EARLIEST <= one.at - urge.began <= LATEST]
    if first is None or not near:
        return None
    nearest = min(near, key=lambda one: abs(one.at - urge.began - WAVE))
    return Fall(urge.began, first.strength, nearest.strength)


def wave_height(strength: float, minutes: float) -> float:
    """Return how high a drawn wave stands after some minutes: it begins at `strength` and falls.

    It is a picture of what counsellors describe (grade D), and no forecast.
    """
    lost = 1 - 1 / (1 + (max(0.0, minutes) / HALFWAY) ** STEEPNESS)
    return strength * (1 - (1 - REST) * lost)
