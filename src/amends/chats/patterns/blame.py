"""Blame: a message with a charge against the other as a person, such as "you always".

The coach's own rule marks it (`criticism`), so it sees some charges, and none that are put kindly.
The first by each person in each sitting counts, because one argument has many.
Held against shuffled authors and sides: what both do alike is nobody's habit.
"""

from amends.chats.by_quarter import Quarters
from amends.chats.episodes import Episodes
from amends.chats.ruled import BLAME
from amends.chats.said_once import once_a_sitting
from amends.chats.talk import Talk

NAME = "blame"
FEWEST = 200
SHUFFLED = ("authors", "sides")
FACTS = ("quarters",)


def find(talk: Talk) -> Episodes:
    """Return the first of each person in each sitting."""
    return once_a_sitting(talk, talk.says(BLAME))


def facts(talk: Talk, episodes: Episodes) -> dict[str, object]:
    """Return how many there were in each quarter."""
    return {"quarters": Quarters.of(talk.at[episodes.first])}
