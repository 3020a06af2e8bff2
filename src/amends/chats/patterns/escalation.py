"""Escalation: three heated messages or more in one sitting, and both have some.

Three, and by both, because one sharp word is not yet an argument. Heated is what is in the list of
such words, so it sees some arguments, and none that stay polite. It belongs to both.
Held against each person's texts shuffled: heated words fall together by chance, too.
"""

import numpy as np

from amends.chats.episodes import NONE, Episodes
from amends.chats.talk import BOTH, ME, THEM, Marks, Talk

NAME = "escalation"
FEWEST = 200
SHUFFLED = ("texts",)
IS_OURS = True
HEATED = 3


def find(talk: Talk) -> Episodes:
    """Return every such sitting, from its first heated message to its last message."""
    if not len(talk):
        return NONE
    sittings = np.flatnonzero(is_heated(talk))
    heat = np.flatnonzero(talk.says("heat"))
    first = heat[np.searchsorted(talk.sitting[heat], sittings)]
    return Episodes(np.full(len(sittings), BOTH), first, talk.edges[1][sittings])


def is_heated(talk: Talk) -> Marks:
    """Say of each sitting whether it escalated."""
    heat = talk.says("heat")
    mine, theirs = (talk.per_sitting(heat & (talk.who == one)) for one in (ME, THEM))
    return (mine + theirs >= HEATED) & (mine > 0) & (theirs > 0)
