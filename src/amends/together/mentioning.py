"""Whether a text speaks of something: words are found at their beginning, whatever their case."""

import re
from collections.abc import Iterable

_SHORT = 4
"""Letters; a shorter word counts only as a whole, or `sea` would be heard in `season`."""


def mentions(text: str, words: Iterable[str]) -> bool:
    """Say whether one of some words or phrases stands in a text.

    >>> mentions("Swimming in the lake", ["swim", "harbour"])
    True
    """
    return any(_in(text, word.strip()) for word in words if word.strip())


def _in(text: str, word: str) -> bool:
    end = r"(?:s|es)?\b" if len(word) < _SHORT else ""
    return bool(re.search(rf"\b{re.escape(word)}{end}", text, re.IGNORECASE))
