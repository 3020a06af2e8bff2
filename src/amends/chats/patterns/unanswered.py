"""Unanswered: a run of three messages or more by one person, each an hour or more after the last.

Three, because one more message may be a correction; an hour, because what comes sooner belongs to
the same sitting. What was sent in between, in the same sitting, counts as one with it.
Held against shuffled authors and sides: who writes much, writes in a row by chance.
"""

import numpy as np

from amends.chats.episodes import NONE, Episodes
from amends.chats.talk import HOUR, Talk

NAME = "unanswered"
FEWEST = 200
SHUFFLED = ("authors", "sides")
APART = HOUR
TIMES = 3


def find(talk: Talk) -> Episodes:
    """Return every run."""
    if not len(talk):
        return NONE
    again = (talk.gap >= APART) & ~talk.is_new_turn
    again[0] = False
    times = np.bincount(talk.turn[again], minlength=int(talk.turn[-1]) + 1) + 1
    starts = np.flatnonzero(np.diff(talk.turn, prepend=-1))
    ends = np.append(starts[1:], len(talk)) - 1
    is_run = times >= TIMES
    return Episodes(talk.who[starts[is_run]], starts[is_run], ends[is_run])
