"""Starts: the first message after six hours or more in which neither wrote.

Six hours, because a night or a working day lies between; what follows is a new beginning.
Held against shuffled authors and sides: who writes more, starts more often by chance.
"""

import numpy as np

from amends.chats.episodes import Episodes
from amends.chats.talk import HOUR, Talk

NAME = "starts"
FEWEST = 200
SHUFFLED = ("authors", "sides")
QUIET = 6 * HOUR


def find(talk: Talk) -> Episodes:
    """Return every start."""
    places = np.flatnonzero(talk.gap >= QUIET)
    return Episodes(talk.who[places], places, places)
