"""One module for each pattern; the folder is the list.

A module's docstring is the definition. It has `NAME`; `FEWEST`, the smallest number of messages in
which it says anything; `SHUFFLED`, the sorts of chance that it is held against; and `find(talk)`,
which yields an Episode for each time. Its sentences stand in content, by NAME. It is neutral about
who: one definition, counted for both.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol

from amends.chats.chance import Chance, chance_of
from amends.chats.message import Conversation
from amends.chats.talk import ME, THEM, Talk, talk_of

SIDES = {ME: "mine", THEM: "theirs"}


@dataclass(frozen=True)
class Episode:
    """One time: who did it (ME or THEM), and the places in the talk from the first to the last."""

    who: int
    first: int
    last: int


class PatternModule(Protocol):
    """What each module of this folder has."""

    NAME: str
    FEWEST: int
    SHUFFLED: Sequence[str]

    def find(self, talk: Talk) -> Iterator[Episode]:
        """Yield every episode, in the order of time."""


@dataclass(frozen=True)
class Seen:
    """An episode in the rows of the conversation: `rows` are its messages, for the quotes."""

    start: int
    end: int
    rows: tuple[int, ...]


@dataclass(frozen=True)
class Pattern:
    """What was found of one pattern on one side, with what chance would show."""

    name: str
    side: str
    episodes: tuple[Seen, ...]
    chance: Chance
    summary: str = ""

    @property
    def count(self) -> int:
        """Return how often it was seen."""
        return len(self.episodes)


@cache
def modules() -> tuple[PatternModule, ...]:
    """Return every pattern, by name."""
    names = sorted(module.name for module in iter_modules(__path__))
    return tuple(import_module(f"{__name__}.{name}") for name in names)


def find(conversation: Conversation, me: str) -> list[Pattern]:
    """Return the patterns that stand out of chance, mine first."""
    talk = talk_of(conversation, me)
    found = [one for module in modules() for one in _find(module, talk)]
    return sorted(found, key=lambda one: one.side != SIDES[ME])


def _find(module: PatternModule, talk: Talk) -> Iterator[Pattern]:
    if len(talk) < module.FEWEST:
        return
    episodes = list(module.find(talk))
    for who, side in SIDES.items():
        own = [one for one in episodes if one.who == who]
        if not own:
            continue
        chance = chance_of(talk, partial(_count, module, who), module.SHUFFLED)
        if chance.stands_out:
            yield Pattern(module.NAME, side, tuple(_seen(one, talk) for one in own), chance)


def _count(module: PatternModule, who: int, talk: Talk) -> int:
    return sum(one.who == who for one in module.find(talk))


def _seen(episode: Episode, talk: Talk) -> Seen:
    rows = tuple(talk.row[episode.first : episode.last + 1].tolist())
    return Seen(rows[0], rows[-1], rows)
