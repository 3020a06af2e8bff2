"""Would chance alone show as much? The same count with authors, texts or times shuffled."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from amends.chats.talk import DAY, Talk

SHUFFLES = 20
"""Of each sort; a pattern has to be seen more often than in every one of them."""
CLEARLY = 1.25
"""And so many times the most that chance showed: with a dozen patterns one would else stand out in
random talk now and then."""
MORE = 3
"""And so many more, since small numbers jump."""
LOOKED_AT = 20_000
"""Messages of a long talk in which chance is tried, its middle: more would tell the same."""
SEED = 20260314
"""The same talk gives the same answer."""

Count = Callable[[Talk], int]


def shuffled_authors(talk: Talk, random: np.random.Generator) -> Talk:
    """Return the talk with the same shares of both people, in random order."""
    return talk.by(random.permutation(talk.who))


def shuffled_texts(talk: Talk, random: np.random.Generator) -> Talk:
    """Return the talk with its texts in random order; who and when stay."""
    return talk.saying([talk.texts[place] for place in random.permutation(len(talk)).tolist()])


def shuffled_times(talk: Talk, random: np.random.Generator) -> Talk:
    """Return the talk with its gaps in random order, and each day's hours moved at random."""
    if not len(talk):
        return talk
    gaps = random.permutation(talk.gap[1:])
    first = talk.at[0] + random.integers(DAY)
    return talk.when(first + np.concatenate(([0], np.cumsum(gaps))))


SORTS: dict[str, Callable[[Talk, np.random.Generator], Talk]] = {
    "authors": shuffled_authors,
    "texts": shuffled_texts,
    "times": shuffled_times,
}


@dataclass(frozen=True)
class Chance:
    """How often a pattern was seen in a stretch of the talk, and at most when it was shuffled."""

    seen: int
    by_chance: int

    @property
    def stands_out(self) -> bool:
        """Say whether chance does not explain it."""
        return self.seen >= max(CLEARLY * self.by_chance, self.by_chance + MORE)


def chance_of(talk: Talk, count: Count, sorts: Sequence[str]) -> Chance:
    """Return what chance explains of a count; `sorts` are names in SORTS."""
    stretch = middle(talk, LOOKED_AT)
    random = np.random.default_rng(SEED)
    tries = [count(SORTS[sort](stretch, random)) for sort in sorts for _ in range(SHUFFLES)]
    return Chance(count(stretch), max(tries, default=0))


def middle(talk: Talk, most: int) -> Talk:
    """Return the middle of a talk, at most so many messages in a row."""
    if len(talk) <= most:
        return talk
    first = (len(talk) - most) // 2
    here = slice(first, first + most)
    return Talk(talk.at[here], talk.who[here], talk.row[here], talk.texts[here])
