"""Contempt: a message with words that look down on the other: mockery, a grand name, a sneer.

The coach's own rule marks it (`contempt`); with a laugh in it a message does not count. The first
by each person in each sitting counts, because one argument has many.
Held against shuffled authors and sides: what both do alike is nobody's habit.
"""

from amends.chats.by_quarter import Quarters
from amends.chats.episodes import Episodes
from amends.chats.ruled import CONTEMPT
from amends.chats.said_once import once_a_sitting
from amends.chats.talk import Talk

NAME = "contempt"
FEWEST = 200
SHUFFLED = ("authors", "sides")
FACTS = ("quarters",)


def find(talk: Talk) -> Episodes:
    """Return the first of each person in each sitting."""
    return once_a_sitting(talk, talk.says(CONTEMPT))


def facts(talk: Talk, episodes: Episodes) -> dict[str, object]:
    """Return how many there were in each quarter."""
    return {"quarters": Quarters.of(talk.at[episodes.first])}
