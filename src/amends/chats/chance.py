"""Would chance alone show as much? The same count with authors, texts or times shuffled.

Each sort leaves alone what a pattern is not about, and breaks the one tie that it is about:

- authors, where the question is *whose* it is: an opening, a silence that ends;
- sides, where it is whether it is one of the two *more than the other*: whoever writes few, long
  messages opens half of all talks with a third of the messages, and that is even;
- turns, where it is *how long* one person goes on: people take turns more than dice do, and bursts
  would drown in a talk shuffled message by message;
- texts, where it is whether words come *where* they do: a demand before a silence, heat by heat;
- words, where two kinds of words in one message make it: sorry, and what for;
- sittings, where it is *when* in months and years someone says a kind of words: whole sittings are
  dealt, because such words come many to an argument, and the longer one is, the likelier it gets
  some;
- times, where it is whether *long* pauses come before these messages;
- hours, where it is whether it comes at *night* rather than by day.

A pattern has to stand out of every sort that it names.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from amends.chats.ruled import RULED
from amends.chats.talk import DAY, ME, SITTING, THEM, Talk, objects

SHUFFLES = 20
"""Of each sort; a pattern has to be seen more often than in every one of them. More would cost time
and change nothing, since the bar lies far above the most of twenty."""
CLEARLY = 1.25
"""And so many times what chance shows on average: with two hundred thousand messages every small
unevenness is beyond chance, and worth no word."""
SPREADS = 4
"""And so many standard deviations above the mean, of one message at least: some forty questions are
asked of one talk, and all together may be wrong once in twenty talks. Measured on 600 random ones,
they are once in eighty at most."""
FEW = 3
"""And one more where chance shows fewer on average: what it shows once, it shows five times in one
talk of 270, oftener than deviations say, and six times in one of 1,700 (Poisson)."""
LOOKED_AT = 300_000
"""Messages of a long talk in which chance is tried, its middle: the whole of nearly any."""
SEED = 20260314
"""The same talk gives the same answer."""

Count = Callable[[Talk], int]
Shuffle = Callable[[Talk, np.random.Generator], Talk]


def shuffled_authors(talk: Talk, random: np.random.Generator) -> Talk:
    """Return the talk with the same shares of both people, in random order."""
    return talk.by(random.permutation(talk.who))


def shuffled_sides(talk: Talk, random: np.random.Generator) -> Talk:
    """Return the talk with the two having changed places in every other sitting, at random."""
    changed = random.integers(2, size=talk.sittings, dtype=np.int8)
    return talk.by(talk.who ^ changed[talk.sitting])


def shuffled_turns(talk: Talk, random: np.random.Generator) -> Talk:
    """Return the talk in turns of random length, as often of one message as each person's are now.

    From how often somebody adds a second line follows how often a third, a fourth would come if
    going on were chance; the long turns themselves must not raise what they are held against.
    """
    if not talk.is_new_turn.any():
        return talk
    lengths = np.bincount(talk.turn)
    dealt = np.empty(2 * len(talk), np.int64)
    for half in (slice(0, None, 2), slice(1, None, 2)):
        turns = len(lengths[half])
        alone = max(int((lengths[half] == 1).sum()), 1) / turns
        dealt[half] = random.geometric(alone, len(talk))
    enough = int(np.searchsorted(np.cumsum(dealt), len(talk))) + 1
    owners = (np.arange(enough) + int(talk.who[0])) % 2
    return talk.by(np.repeat(owners, dealt[:enough])[: len(talk)].astype(np.int8))


def shuffled_texts(talk: Talk, random: np.random.Generator) -> Talk:
    """Return the talk with each person's texts in random order; who and when stay.

    Within each person: who asks more than the other would else stand out wherever it is asked.
    """
    places = np.arange(len(talk))
    for one in (ME, THEM):
        own = np.flatnonzero(talk.who == one)
        places[own] = random.permutation(own)
    return talk.saying(places)


def shuffled_words(talk: Talk, random: np.random.Generator) -> Talk:
    """Return the talk with each family of words dealt anew among the messages of whoever said it.

    What stands in one message is parted, too; the texts themselves stay.
    """
    heard = np.zeros(len(talk), np.uint64)
    for name, bit in talk.families.items():
        says = talk.says(name)
        for one in (ME, THEM):
            own = np.flatnonzero(talk.who == one)
            dealt = random.choice(own, int(says[own].sum()), replace=False)
            heard[dealt] |= np.uint64(1 << bit)
    return replace(talk, heard=heard)


def shuffled_sittings(talk: Talk, random: np.random.Generator) -> Talk:
    """Return the talk with what the coach's rules mark in each person's sittings dealt anew.

    A mark falls on the person's first message of a sitting; the texts themselves stay.
    """
    heard = np.zeros(len(talk), np.uint64)
    length = np.log(talk.per_sitting(np.ones(len(talk), np.bool_)))
    for one in (ME, THEM):
        own = np.flatnonzero(talk.who == one)
        _, firsts = np.unique(talk.sitting[own], return_index=True)
        firsts = own[firsts]
        for name in (name for name in RULED if name in talk.families):
            said = len(np.unique(talk.sitting[own[talk.says(name)[own]]]))
            order = length[talk.sitting[firsts]] + random.gumbel(size=len(firsts))
            dealt = firsts[np.argsort(-order)[:said]]
            heard[dealt] |= np.uint64(1 << talk.families[name])
    return replace(talk, heard=heard)


def shuffled_times(talk: Talk, random: np.random.Generator) -> Talk:
    """Return the talk with the pauses between its sittings in random order.

    Gaps within a sitting stay: people answer faster than they go on, and short gaps dealt among the
    long ones would hide every long one.
    """
    if not len(talk):
        return talk
    gaps = talk.gap.copy()
    is_pause = gaps > SITTING
    gaps[is_pause] = random.permutation(gaps[is_pause])
    return talk.when(talk.at[0] + np.cumsum(gaps))


def shuffled_hours(talk: Talk, random: np.random.Generator) -> Talk:
    """Return the talk with each sitting on its day, at the hour of some other sitting.

    So the nights stay as quiet as they are: hours drawn evenly would fill them as nobody does.
    """
    if not len(talk):
        return talk
    firsts, _ = talk.edges
    opened = talk.at[firsts]
    moved = opened // DAY * DAY + random.permutation(opened % DAY)
    at = talk.at + (moved - opened)[talk.sitting]
    return talk.when(at).at_places(np.argsort(at, kind="stable"))


SORTS: dict[str, Shuffle] = {
    "authors": shuffled_authors,
    "sides": shuffled_sides,
    "turns": shuffled_turns,
    "texts": shuffled_texts,
    "words": shuffled_words,
    "sittings": shuffled_sittings,
    "times": shuffled_times,
    "hours": shuffled_hours,
}


@dataclass(frozen=True)
class Chance:
    """How often a pattern was seen in a stretch of the talk, at most when shuffled, and the bar."""

    seen: int
    by_chance: int
    needed: float

    @property
    def stands_out(self) -> bool:
        """Say whether chance does not explain it."""
        return self.seen >= self.needed


def chance(seen: int, tries: Sequence[NDArray[np.int64]]) -> Chance:
    """Return what chance explains; `tries` are the counts of each sort of shuffling."""
    bars = [_bar(counts) for counts in tries]
    return Chance(seen, int(max(counts.max() for counts in tries)), max(bars))


def _bar(counts: NDArray[np.int64]) -> float:
    mean, spread = float(counts.mean()), max(float(counts.std(ddof=1)), 1.0)
    return max(float(counts.max()) + 1, CLEARLY * mean, mean + SPREADS * spread + (mean < FEW))


def shuffles(talk: Talk, sort: str) -> Iterator[Talk]:
    """Yield the talk shuffled in one way, again and again; the same each time it is asked."""
    random = np.random.default_rng([SEED, list(SORTS).index(sort)])
    talk = replace(talk, texts=objects(talk.texts))  # once, not at each shuffle
    for _ in range(SHUFFLES):
        yield SORTS[sort](talk, random)


def chance_of(talk: Talk, count: Count, sorts: Sequence[str]) -> Chance:
    """Return what chance explains of one count; `sorts` are names in SORTS."""
    stretch = middle(talk, LOOKED_AT)
    tries = [np.array([count(one) for one in shuffles(stretch, sort)]) for sort in sorts]
    return chance(count(stretch), tries)


def middle(talk: Talk, most: int) -> Talk:
    """Return the middle of a talk, at most so many messages in a row."""
    if len(talk) <= most:
        return talk
    first = (len(talk) - most) // 2
    return talk.at_places(slice(first, first + most))
