"""Reassurance: asking whether the other still loves one, is angry, or will stay.

Counted once a sitting for each person, because the second ask in an evening is the same worry.
Held against shuffled authors and sides: what both ask alike is nobody's habit.
"""

from amends.chats.episodes import Episodes
from amends.chats.said_once import once_a_sitting
from amends.chats.talk import Talk

NAME = "reassurance"
FEWEST = 200
SHUFFLED = ("authors", "sides")


def find(talk: Talk) -> Episodes:
    """Return the first ask of each person in each sitting."""
    return once_a_sitting(talk, talk.says("reassurance"))
