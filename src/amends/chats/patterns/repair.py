"""Repair attempts: after a heated message in a sitting, words that turn towards each other.

The first by each person in each sitting counts: "you are right", "that came out wrong", "can we
start over". Heat is whoever's it was.
Held against each person's texts shuffled: kind words fall after sharp ones by chance, too.
"""

import numpy as np

from amends.chats.episodes import NONE, Episodes
from amends.chats.talk import HOUR, Talk

NAME = "repair"
FEWEST = 200
SHUFFLED = ("texts",)
FACTS = ("answered",)
ANSWERED = HOUR
"""Within it, the other's words count as an answer to the attempt."""


def find(talk: Talk) -> Episodes:
    """Return every first attempt, with what was said since the heat began."""
    heat = np.flatnonzero(talk.says("heat"))
    tried = np.flatnonzero(talk.says("repair"))
    if not len(heat) or not len(tried):
        return NONE
    at = np.searchsorted(talk.sitting[heat], talk.sitting[tried])
    began = heat[np.minimum(at, len(heat) - 1)]
    is_after = (talk.sitting[began] == talk.sitting[tried]) & (began < tried)
    tried, began = tried[is_after], began[is_after]
    _, firsts = np.unique(talk.sitting[tried] * 2 + talk.who[tried], return_index=True)
    firsts.sort()
    return Episodes(talk.who[tried[firsts]], began[firsts], tried[firsts])


def facts(talk: Talk, episodes: Episodes) -> dict[str, object]:
    """Return how many attempts the other answered within an hour."""
    then = talk.next_turn[episodes.last]
    came = then < len(talk)
    waited = talk.at[then[came]] - talk.at[episodes.last[came]]
    return {"answered": int((waited <= ANSWERED).sum())}
