"""Bursts: four messages or more in a row by one person, none more than an hour after the last.

Four, because one thought is often sent in two or three lines; an hour, because a burst is one
sitting.
Held against turns of random length: who often adds a second line, adds a fourth by chance.
"""

import numpy as np

from amends.chats.episodes import NONE, Episodes
from amends.chats.talk import HOUR, Talk

NAME = "bursts"
FEWEST = 200
SHUFFLED = ("turns",)
IN_A_ROW = 4
WITHIN = HOUR


def find(talk: Talk) -> Episodes:
    """Return every burst."""
    if not len(talk):
        return NONE
    is_new = talk.is_new_turn | (talk.gap > WITHIN)
    is_new[0] = True
    starts = np.flatnonzero(is_new)
    ends = np.append(starts[1:], len(talk)) - 1
    is_long = ends - starts + 1 >= IN_A_ROW
    return Episodes(talk.who[starts[is_long]], starts[is_long], ends[is_long])
