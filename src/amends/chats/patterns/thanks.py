"""Thanks: words of thanks or appreciation.

Counted once a sitting for each person, because "thanks, thank you" is one.
Held against shuffled authors and sides: what both say alike needs no word.
"""

from amends.chats.episodes import Episodes
from amends.chats.said_once import once_a_sitting
from amends.chats.talk import Talk

NAME = "thanks"
FEWEST = 200
SHUFFLED = ("authors", "sides")


def find(talk: Talk) -> Episodes:
    """Return the first thanks of each person in each sitting."""
    return once_a_sitting(talk, talk.says("thanks"))
