"""Dates: what two can do together, what each noted afterwards, and what they wish for."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from amends.together.mentioning import mentions

COSTS = range(4)
HOWS = range(4)
ENERGIES = ("low", "middle", "high")
PLACES = ("home", "near", "out")
"""From the nearest to the farthest."""
SEASONS = ("spring", "summer", "autumn", "winter")
ANY = "any"
CHILDREN = ("fine", "asleep", "away")
"""Where children may be: with the two, in bed, or with someone else."""
PULLS = ("familiar", "new")
BODIES = ("easy", "moving")
EXCITING_MINUTES = 90
"""A week, as in the trial (novelty-2013)."""
_MONTHS_IN_A_SEASON = 3


@dataclass(frozen=True)
class DateIdea:
    """One thing that two can do; `line` says how, also for a body that moves badly.

    `cost` is 0 to 3. `seasons` holds `any` or some of the four. `interests` are ids.
    """

    id: str
    title: str
    line: str
    pull: str
    exciting: bool
    minutes: int
    cost: int
    energy: str
    place: str
    seasons: tuple[str, ...]
    interests: tuple[str, ...]
    children: str
    body: str

    def fits(self, wishes: "Wishes") -> bool:
        """Say whether an idea keeps within what was wished for."""
        return (
            self.cost <= wishes.budget
            and ENERGIES.index(self.energy) <= ENERGIES.index(wishes.energy)
            and PLACES.index(self.place) <= PLACES.index(wishes.place)
            and bool({ANY, wishes.season} & {*self.seasons})
            and CHILDREN.index(self.children) <= CHILDREN.index(wishes.children)
        )

    def is_tied_to(self, hurt: Collection[str]) -> bool:
        """Say whether an idea speaks of what hurts: ids of ideas or interests, or words."""
        said = (self.title, self.line, *self.interests)
        return self.id in hurt or any(mentions(one, hurt) for one in said)


@dataclass(frozen=True)
class Dates:
    """All ideas, and the words around them.

    `how` are the words of a first tap, `costs` what the four levels mean, `about` what is known
    of ninety minutes a week, `evidence` where it comes from; `words` are the rest, by name.
    """

    ideas: tuple[DateIdea, ...]
    how: tuple[str, ...]
    costs: tuple[str, ...]
    about: str
    evidence: tuple[str, ...]
    words: Mapping[str, str] = field(default_factory=dict)

    def get(self, id: str) -> DateIdea | None:  # noqa: A002 - its name everywhere
        """Return one idea, or None when there is none with this id."""
        return next((one for one in self.ideas if one.id == id), None)


@dataclass(frozen=True)
class DateNote:
    """A date that was chosen for a day; later, in two taps, how it was for me, and whether again.

    `idea` is an id, `how` 0 to 3, None until it was tapped. It belongs to one person alone.
    """

    KIND: ClassVar[str] = "date-note"

    idea: str
    on: date
    how: int | None = None
    again: bool | None = None

    def __post_init__(self) -> None:
        if self.how is not None and self.how not in HOWS:
            raise HowOffScale


@dataclass(frozen=True)
class Wishes:
    """What may be offered: at most so much money, energy and way, in this season.

    `place` is the farthest one, `children` where they are (`away` also for whoever has none),
    `minutes` how much of something exciting a week is to hold. `is_south` is for where January lies
    in summer.
    """

    KIND: ClassVar[str] = "date-wishes"

    budget: int = 1
    energy: str = "middle"
    place: str = "out"
    season: str = "spring"
    children: str = "away"
    minutes: int = EXCITING_MINUTES
    is_south: bool = False


def season_of(day: date, *, is_south: bool = False) -> str:
    """Return the season of a day by its month, north or south of the equator.

    >>> season_of(date(2026, 1, 5)), season_of(date(2026, 1, 5), is_south=True)
    ('winter', 'summer')
    """
    turned = day.month // _MONTHS_IN_A_SEASON - 1 + (2 if is_south else 0)
    return SEASONS[turned % len(SEASONS)]


class HowOffScale(ValueError):
    """A tap that is not from 0 to 3."""

    def __init__(self) -> None:
        """Say what can be noted."""
        super().__init__("how a date was goes from 0 to 3")
