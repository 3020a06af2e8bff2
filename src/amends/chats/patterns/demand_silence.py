"""Asked, and silence: a message that asks for a talk or an answer, and three hours without any.

Three hours, because a meeting or a drive is shorter. Of several in a row the first counts. It is
nobody's fault: to withdraw can protect, and to ask again can be fair. It belongs to whoever asked.
Held against each person's texts shuffled: some silence follows everything.
"""

import numpy as np

from amends.chats.episodes import NONE, Episodes
from amends.chats.talk import HOUR, Talk

NAME = "demand-silence"
FEWEST = 200
SHUFFLED = ("texts",)
FACTS = ("hours",)
SILENCE = 3 * HOUR


def find(talk: Talk) -> Episodes:
    """Return every time, from what was asked to the next message by the other."""
    asked = np.flatnonzero(talk.says("demands"))
    if not len(asked):
        return NONE
    asked = asked[np.diff(talk.turn[asked], prepend=-1) != 0]
    then = talk.next_turn[asked]
    came = then < len(talk)  # an export may end before the answer
    asked, then = asked[came], then[came]
    is_long = talk.at[then] - talk.at[asked] >= SILENCE
    return Episodes(talk.who[asked[is_long]], asked[is_long], then[is_long])


def facts(talk: Talk, episodes: Episodes) -> dict[str, object]:
    """Return the usual silence, in hours."""
    waited = talk.at[episodes.last] - talk.at[episodes.first]
    return {"hours": int(np.median(waited)) // HOUR}
