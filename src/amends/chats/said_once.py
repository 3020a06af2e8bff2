"""What one person says in one sitting, taken once."""

import numpy as np

from amends.chats.episodes import Episodes
from amends.chats.talk import Marks, Places, Talk


def once_a_sitting(talk: Talk, marks: Marks) -> Episodes:
    """Return the first marked message of each person in each sitting, as episodes."""
    places = first_of_each(talk, np.flatnonzero(marks))
    return Episodes(talk.who[places], places, places)


def first_of_each(talk: Talk, places: Places) -> Places:
    """Return the first of these places by each person in each sitting."""
    key = talk.sitting[places] * 2 + talk.who[places]
    _, firsts = np.unique(key, return_index=True)
    firsts.sort()
    return places[firsts]
