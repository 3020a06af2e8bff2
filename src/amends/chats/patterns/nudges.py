"""Nudges: one more message within the day, while the last one has no answer.

From half an hour on, because what comes sooner is part of the same thought; up to six hours,
because what comes later is a start. It is what one does in the other's reply gap.
Held against shuffled authors and sides: two messages by one person meet by chance, too.
"""

import numpy as np

from amends.chats.episodes import Episodes
from amends.chats.talk import HOUR, MINUTE, Talk

NAME = "nudges"
FEWEST = 200
SHUFFLED = ("authors", "sides")
SOONEST = 30 * MINUTE
LATEST = 6 * HOUR


def find(talk: Talk) -> Episodes:
    """Return every nudge, with the message before it."""
    is_nudge = ~talk.is_new_turn & (talk.gap >= SOONEST) & (talk.gap < LATEST)
    places = np.flatnonzero(is_nudge)
    return Episodes(talk.who[places], places - 1, places)
