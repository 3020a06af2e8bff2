"""Names reduced to first letters."""

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from amends.text import fold

_BETWEEN = re.compile(r"[\s-]+")
_FEWEST = 2
"""Letters; a shorter name is an initial already."""


def initials(text: str, names: Iterable[str], common: AbstractSet[str] = frozenset()) -> str:
    """Return a text in which every name, and every part of one, is its first letter.

    Small and capital letters are one. A name that is a `common` word when it is written small, such
    as Will, is left alone where it is written small.

    >>> initials("Anna's sister saw ANNA and Jo.", ["Anna Lee", "Jo"])
    "A.'s sister saw A. and J."
    """
    known = _letters(names)
    if not known:
        return text
    told = "|".join(_pattern(name) for name in sorted(known, key=len, reverse=True))
    found = list(re.finditer(rf"(?<!\w)(?:{told})(?!\w)", fold(text)))
    for one in reversed(found):
        written = text[one.start() : one.end()]
        if written.islower() and written in common:
            continue
        short = known[" ".join(_BETWEEN.split(one[0]))]
        rest = text[one.end() :]
        text = text[: one.start()] + (short[:-1] if rest.startswith(".") else short) + rest
    return text


def _letters(names: Iterable[str]) -> dict[str, str]:
    """Return the first letters for each folded name, whole and in parts."""
    known: dict[str, str] = {}
    for name in names:
        parts = [part for part in _BETWEEN.split(fold(name)) if len(part) >= _FEWEST]
        known |= {part: f"{part[0].upper()}." for part in parts}
        if parts:
            known[" ".join(parts)] = " ".join(f"{part[0].upper()}." for part in parts)
    return known


def _pattern(name: str) -> str:
    return r"[\s-]+".join(map(re.escape, name.split()))
