"""Topics that return: sittings that escalated, in which two messages or more are about one topic.

Two, because one word may fall by the way. The words of each topic stand in content, and whoever
wants to adds their own. Returning means three days or more with it, since twice is not yet a
pattern. It belongs to both.
Held against each person's texts shuffled: heat and any topic meet by chance, too.
"""

import numpy as np

from amends.chats.episodes import NONE, Episodes
from amends.chats.patterns.escalation import is_heated
from amends.chats.spoken import TOPIC
from amends.chats.talk import BOTH, DAY, Talk

NAME = "topics"
FEWEST = 200
SHUFFLED = ("texts",)
IS_OURS = True
FACTS = ("usual_days",)
MESSAGES = 2
DAYS = 3


def abouts(talk: Talk) -> tuple[str, ...]:
    """Return the topics that are listened for."""
    return tuple(name for name in talk.families if name.startswith(TOPIC))


def find(talk: Talk, about: str) -> Episodes:
    """Return every sitting with the topic in which both grew heated."""
    marks = talk.says(about)
    if not marks.any():
        return NONE
    found = np.flatnonzero(is_heated(talk) & (talk.per_sitting(marks) >= MESSAGES))
    firsts, lasts = (edge[found] for edge in talk.edges)
    if len(np.unique(talk.at[firsts] // DAY)) < DAYS:
        return NONE
    return Episodes(np.full(len(found), BOTH), firsts, lasts)


def facts(talk: Talk, episodes: Episodes, *_about: str) -> dict[str, object]:
    """Return the usual number of days from one to the next."""
    between = np.diff(talk.at[episodes.first] // DAY)
    return {"usual_days": int(np.median(between))}
