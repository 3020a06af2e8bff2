"""What could be asked about a promise that is long, vague, far away, or not to be seen."""

import re
from collections.abc import Collection
from enum import StrEnum

from amends.text import fold

LONGEST = 120
"""Characters: two lines, as much as fits on a note. What is longer tends to be several promises."""
FARTHEST = 14
"""Days. Two weekly talks lie in them; a longer wait is a hope. Our choice, as is `LONGEST`."""
RUNNING = 3
"""So many at a time are plenty (`rebuild/small-promises`); nothing is refused beyond them."""


class Ask(StrEnum):
    """Why a promise could be made smaller."""

    LONG = "long"
    VAGUE = "vague"
    FAR = "far"
    UNSEEN = "unseen"


def asks_of(what: str, shown_by: str, days: int, vague: Collection[str]) -> tuple[Ask, ...]:
    """Return what could be asked, in the order in which it is shown.

    >>> asks_of("I will never be late again", "", 1, ["never"])
    (<Ask.VAGUE: 'vague'>, <Ask.UNSEEN: 'unseen'>)
    """
    found = {
        Ask.LONG: len(what.strip()) > LONGEST,
        Ask.VAGUE: bool(vague_word(what, vague)),
        Ask.FAR: days > FARTHEST,
        Ask.UNSEEN: not shown_by.strip(),
    }
    return tuple(ask for ask, is_asked in found.items() if is_asked)


def vague_word(text: str, phrases: Collection[str]) -> str:
    """Return the first of some phrases that a text has as whole words, or an empty text.

    >>> vague_word("Never again.", ["always", "never"])
    'never'
    """
    found = (
        one for one in phrases if re.search(rf"(?<!\w){re.escape(fold(one))}(?!\w)", fold(text))
    )
    return next(found, "")
