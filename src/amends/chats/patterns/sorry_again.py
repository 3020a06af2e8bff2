"""Sorry, then again: an apology or a promise where a harm is named, and the harm named once more.

The harm is in the user's own words ("late again"); without them nothing is looked for. Both have to
stand in one sitting, whoever names the harm. It came again when it is named in a later sitting, a
day later at the soonest, because the same evening is the same harm.
Held against each kind of words dealt anew: who often says sorry, says it near anything. Whole texts
would not do: "sorry I was late" carries both.
"""

import numpy as np

from amends.chats.episodes import NONE, Episodes
from amends.chats.said_once import first_of_each
from amends.chats.spoken import HARM
from amends.chats.talk import DAY, Talk

NAME = "sorry-again"
FEWEST = 200
SHUFFLED = ("words",)
FACTS = ("days", "usual_days", "trend")
AGAIN = DAY
GROWN = 1.5
"""The later half of the gaps against the earlier; less is told as about the same."""


def abouts(talk: Talk) -> tuple[str, ...]:
    """Return the harms that the user named."""
    return tuple(name for name in talk.families if name.startswith(HARM))


def find(talk: Talk, about: str) -> Episodes:
    """Return every time that it was said and came again, from the words to the harm."""
    if not len(talk):
        return NONE
    is_harm = talk.says(about)
    is_sorry = talk.says("apologies") | talk.says("promises")
    has_harm = talk.per_sitting(is_harm) > 0
    said = first_of_each(talk, np.flatnonzero(is_sorry & has_harm[talk.sitting]))
    harms = np.flatnonzero(is_harm)
    _, ends = talk.edges
    later = np.maximum(talk.at[said] + AGAIN, talk.at[ends[talk.sitting[said]]] + 1)
    found = np.searchsorted(talk.at[harms], later)
    came = found < len(harms)
    said, again = said[came], harms[found[came]]
    return Episodes(talk.who[said], said, again, are_ends=True)


def facts(talk: Talk, episodes: Episodes, *_about: str) -> dict[str, object]:
    """Return the days until it came again, and whether they grow."""
    days = (talk.at[episodes.last] - talk.at[episodes.first]) // DAY
    half = len(days) // 2
    early, late = float(np.median(days[:half])), float(np.median(days[half:]))
    grow = late >= GROWN * early
    shrink = early >= GROWN * late
    return {
        "days": ", ".join(map(str, days.tolist())),
        "usual_days": int(np.median(days)),
        "trend": "grow" if grow else "shrink" if shrink else "even",
    }
