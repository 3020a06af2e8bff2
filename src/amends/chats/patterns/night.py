"""Night messages: a message between midnight and five, after an hour in which neither wrote.

It opens something at night; a talk that began in the evening and went on is none.
Held against shuffled authors and sides (is it one of the two?) and shuffled hours (is it the night,
or does this person open most talks anyway?). Nothing is said where the export's clock is UTC: its
midnight may be anyone's afternoon.
"""

import numpy as np

from amends.chats.episodes import NONE, Episodes
from amends.chats.talk import HOUR, Talk

NAME = "night"
FEWEST = 200
SHUFFLED = ("authors", "sides", "hours")
MORNING = 5
QUIET = HOUR


def find(talk: Talk) -> Episodes:
    """Return every opening at night."""
    if not talk.knows_hours:
        return NONE
    places = np.flatnonzero((talk.hour < MORNING) & (talk.gap >= QUIET))
    return Episodes(talk.who[places], places, places)
