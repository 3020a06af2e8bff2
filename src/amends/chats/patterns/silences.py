"""Silences: two days or more in which neither wrote, and who ended them.

Two days, because one without messages happens; and four times as long as this couple's usual
overnight pause, because some people write once a week. It belongs to whoever wrote first again.
Held against shuffled authors and sides: who writes more, ends more silences by chance.
"""

import numpy as np

from amends.chats.episodes import NONE, Episodes
from amends.chats.talk import DAY, HOUR, Talk

NAME = "silences"
FEWEST = 200
SHUFFLED = ("authors", "sides")
FACTS = ("longest", "had_last")
SHORTEST = 2 * DAY
PAUSE = 6 * HOUR
TIMES_USUAL = 4


def find(talk: Talk) -> Episodes:
    """Return every silence: the message before it, and the one that ended it."""
    pauses = talk.gap[talk.gap >= PAUSE]
    if not len(pauses):
        return NONE
    longer = max(SHORTEST, TIMES_USUAL * float(np.median(pauses)))
    places = np.flatnonzero(talk.gap >= longer)
    return Episodes(talk.who[places], places - 1, places)


def facts(talk: Talk, episodes: Episodes) -> dict[str, object]:
    """Return the longest, in days, and how often the same person had written last before it."""
    days = talk.gap[episodes.last] // DAY
    same = talk.who[episodes.first] == talk.who[episodes.last]
    return {"longest": int(days.max()), "had_last": int(same.sum())}
