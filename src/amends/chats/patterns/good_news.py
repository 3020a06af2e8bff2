"""Good news: one tells it, and the other's next words, within six hours, are glad.

Six hours, because a working day may lie between. Of several pieces of news in a row one counts. It
belongs to whoever answered.
Held against each person's texts shuffled: glad words follow anything by chance, too.
"""

import numpy as np

from amends.chats.episodes import NONE, Episodes
from amends.chats.talk import HOUR, Marks, Talk

NAME = "good-news"
FEWEST = 200
SHUFFLED = ("texts",)
FACTS = ("told",)
WITHIN = 6 * HOUR


def find(talk: Talk) -> Episodes:
    """Return every piece of good news that was met, with the glad words."""
    news = np.flatnonzero(talk.says("good_news"))
    if not len(news):
        return NONE
    news = news[np.diff(talk.turn[news], prepend=-1) != 0]
    then = talk.next_turn[news]
    came = then < len(talk)
    news, then = news[came], then[came]
    glad = _next_in_turn(talk, talk.says("gladness"), then)
    is_met = (talk.turn[np.minimum(glad, len(talk) - 1)] == talk.turn[then]) & (glad < len(talk))
    is_met &= talk.at[np.minimum(glad, len(talk) - 1)] - talk.at[news] <= WITHIN
    return Episodes(talk.who[then[is_met]], news[is_met], glad[is_met])


def facts(talk: Talk, episodes: Episodes) -> dict[str, object]:
    """Return how often the other told good news at all."""
    who = episodes.who[0]
    news = talk.says("good_news") & (talk.who != who)
    return {"told": len(np.unique(talk.turn[news]))}


def _next_in_turn(talk: Talk, marks: Marks, places: np.ndarray) -> np.ndarray:
    """Return the next marked place at or after each of these, the length where none comes."""
    marked = np.append(np.flatnonzero(marks), len(talk))
    return marked[np.searchsorted(marked, places)]
