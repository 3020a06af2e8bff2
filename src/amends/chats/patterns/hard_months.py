"""Hard months: a quarter in which someone's blame, contempt or pressure is far above their usual.

Counted in sittings, because one argument has many such messages. Far above: in seven sittings at
least, twice as many as that person's rate in all other months would bring, and five standard
deviations above an even share, since among many quarters one is always the worst. A quarter,
because in a month there are too few to tell; rate and share go by how many messages the two of you
wrote. Three quarters at least are needed to compare.
It belongs to whoever wrote them.
Held against each person's sittings with such words dealt anew among all sittings.
"""

import numpy as np

from amends.chats.by_quarter import Quarters, quarter_of
from amends.chats.episodes import NONE, Episodes
from amends.chats.ruled import RULED
from amends.chats.said_once import first_of_each
from amends.chats.talk import ME, THEM, Marks, Places, Talk

NAME = "hard-months"
FEWEST = 200
SHUFFLED = ("sittings",)
FACTS = ("quarters",)
SITTINGS = 7
TIMES_USUAL = 2
SPREADS = 5
QUARTERS = 3


def abouts(talk: Talk) -> tuple[str, ...]:
    """Return what is looked for, one after the other."""
    return tuple(name for name in RULED if name in talk.families)


def find(talk: Talk, about: str) -> Episodes:
    """Return the first such message of each sitting in such a quarter."""
    if not len(talk):
        return NONE
    quarter = quarter_of(talk.at)
    _, number, written = np.unique(quarter, return_inverse=True, return_counts=True)
    if len(written) < QUARTERS:
        return NONE
    firsts = first_of_each(talk, np.flatnonzero(talk.says(about)))
    is_hard = np.zeros(len(firsts), np.bool_)
    for one in (ME, THEM):
        own = talk.who[firsts] == one
        is_hard[own] = _is_hard(number[firsts[own]], written)
    places = firsts[is_hard]
    return Episodes(talk.who[places], places, places)


def facts(talk: Talk, episodes: Episodes, *_about: str) -> dict[str, object]:
    """Return these quarters with their counts."""
    return {"quarters": Quarters.of(talk.at[episodes.first])}


def _is_hard(numbers: Places, written: Places) -> Marks:
    """Say of each sitting, given its quarter, whether that quarter is far above the usual."""
    counts, share = np.bincount(numbers, minlength=len(written)), written / written.sum()
    usual = (len(numbers) - counts) * share / (1 - share)
    even = len(numbers) * share
    far = np.maximum(TIMES_USUAL * usual, even + SPREADS * np.sqrt(even * (1 - share)))
    is_hard: Marks = (counts >= SITTINGS) & (counts >= far)
    return is_hard[numbers]
