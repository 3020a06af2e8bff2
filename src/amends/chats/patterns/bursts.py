"""Bursts: four messages or more in a row by one person, none more than an hour after the last.

Four, because one thought is often sent in two or three lines; an hour, because a burst is one
sitting.
Held against the same talk with its authors shuffled: who writes much has runs by chance.
"""

from collections.abc import Iterator

import numpy as np

from amends.chats.patterns import Episode
from amends.chats.talk import HOUR, Talk

NAME = "bursts"
FEWEST = 200
SHUFFLED = ("authors",)
IN_A_ROW = 4
WITHIN = HOUR


def find(talk: Talk) -> Iterator[Episode]:
    """Yield every burst."""
    if not len(talk):
        return
    is_new = (np.diff(talk.who) != 0) | (np.diff(talk.at) > WITHIN)
    starts = np.concatenate(([0], np.flatnonzero(is_new) + 1))
    ends = np.concatenate((starts[1:], [len(talk)])) - 1
    for first, last in zip(starts.tolist(), ends.tolist(), strict=True):
        if last - first + 1 >= IN_A_ROW:
            yield Episode(int(talk.who[first]), first, last)
