"""Late answers: an answer twelve hours or more after the other's last message.

Twelve, because it is longer than a night. Only the last message before the answer is timed.
Held against shuffled authors and sides (is it one of the two?) and shuffled times (long pauses may
lie anywhere).
"""

import numpy as np

from amends.chats.episodes import Episodes
from amends.chats.patterns.nudges import SOONEST
from amends.chats.talk import HOUR, ME, MINUTE, THEM, Talk

NAME = "late-answers"
FEWEST = 200
SHUFFLED = ("authors", "sides", "times")
FACTS = ("usual", "their_usual", "nudged")
LATE = 12 * HOUR


def find(talk: Talk) -> Episodes:
    """Return every late answer, with the message that it answers."""
    places = np.flatnonzero(talk.is_new_turn & (talk.gap >= LATE))
    return Episodes(talk.who[places], places - 1, places)


def facts(talk: Talk, episodes: Episodes) -> dict[str, object]:
    """Return the usual wait of both in minutes, and how often the other nudged in these waits."""
    waited = [talk.gap[talk.is_new_turn & (talk.who == one)] for one in (ME, THEM)]
    usual = [int(np.median(gaps)) // MINUTE if len(gaps) else 0 for gaps in waited]
    own = int(episodes.who[0])
    before = episodes.first
    nudged = ~talk.is_new_turn[before] & (talk.gap[before] >= SOONEST)
    return {"usual": usual[own], "their_usual": usual[1 - own], "nudged": int(nudged.sum())}
