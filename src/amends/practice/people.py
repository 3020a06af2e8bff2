"""Whose turn it is to be asked: a support map wears nobody out."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

SPARED = 2
"""How many urges someone is left in peace for after being named."""
_NUMBER = re.compile(r"\+?\(?\d[\d ()/.\-]{3,}\d")
"""As people write a phone number: five digits at least, an extension or a word may follow."""


@dataclass(frozen=True)
class Supporter:
    """Someone on the support map: for what, how to reach them, when they were last asked."""

    name: str
    for_what: str = ""
    reach: str = ""
    last: date | None = None

    @property
    def dialled(self) -> str:
        """Return their number as a `tel:` link needs it, or an empty text when there is none."""
        found = _NUMBER.search(self.reach)
        return re.sub(r"[^\d+]", "", found[0]) if found else ""


def supporters(rows: Sequence[Mapping[str, object]], left_out: str = "") -> list[Supporter]:
    """Return the people in the rows of a support map; whoever is called `left_out` is none."""
    found = (_supporter(row) for row in rows)
    return [one for one in found if one.name and _key(one.name) != _key(left_out)]


def _supporter(row: Mapping[str, object]) -> Supporter:
    name, for_what, reach, last = (
        str(row.get(key, "")).strip() for key in ("name", "for_what", "reach", "last")
    )
    try:
        day = date.fromisoformat(last)
    except ValueError:
        day = None
    return Supporter(name, for_what, reach, day)


def whose_turn(
    people: Sequence[Supporter], named: Sequence[tuple[str, date]] = ()
) -> Supporter | None:
    """Return the person who was not asked for longest, or None when there is nobody.

    `named` are those whom earlier urges named and when, in the order of time; being named counts as
    being asked. Whoever the last two named is spared, as long as there is someone else.
    """
    spared = {_key(name) for name, _ in named[-SPARED:]}
    rested = [one for one in people if _key(one.name) not in spared]
    order = {_key(name): (day, at) for at, (name, day) in enumerate(named)}

    def asked(one: Supporter) -> tuple[date, int]:
        day, at = order.get(_key(one.name), (date.min, -1))
        return max(one.last or date.min, day), at

    return min(rested or people, key=asked, default=None)


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()
