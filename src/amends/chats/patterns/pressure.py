"""Pressure: a message that presses for an answer or a yes: a deadline, a debt, others who agree.

The coach's own rules mark it (`demanding-reply`, `guilt-trip`, `ignoring-no`, `ultimatum`,
`third-party-pressure`). The first by each person in each sitting counts.
Held against shuffled authors and sides: what both do alike is nobody's habit.
"""

from amends.chats.by_quarter import Quarters
from amends.chats.episodes import Episodes
from amends.chats.ruled import PRESSURE
from amends.chats.said_once import once_a_sitting
from amends.chats.talk import Talk

NAME = "pressure"
FEWEST = 200
SHUFFLED = ("authors", "sides")
FACTS = ("quarters",)


def find(talk: Talk) -> Episodes:
    """Return the first of each person in each sitting."""
    return once_a_sitting(talk, talk.says(PRESSURE))


def facts(talk: Talk, episodes: Episodes) -> dict[str, object]:
    """Return how many there were in each quarter."""
    return {"quarters": Quarters.of(talk.at[episodes.first])}
