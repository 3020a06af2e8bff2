"""How day and month stand in a file: by its dates, and by the names of its pictures."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from amends.chats.dates import DAY_FIRST, MONTH_FIRST, YEAR_FIRST, Triple, day_of, order_of
from amends.chats.message import OPEN, Order
from amends.chats.whatsapp.days import DAY
from amends.chats.whatsapp.rows import Rows
from amends.chats.whatsapp.shape import Shape

_FIRST_YEAR = 2009
"""No message of WhatsApp is older."""
_FEW = 20_000
"""Rows of which each counts; in a longer file the different days in their order say the same."""
_NAMED = re.compile(r"[A-Z]{3}-(\d{4})(\d\d)(\d\d)-WA\d|-[A-Z]+-(\d{4})-(\d\d)-(\d\d)-")
"""IMG-20260314-WA0001.jpg on Android, 00000012-PHOTO-2026-03-14-21-05-12.jpg on iPhones."""


def first_guess(shape: Shape) -> str:
    """Return an order to begin with: a right guess saves moving every row to its day later.

    Hours up to twelve beside two digits of a year are mostly American.
    """
    found = order_of(shape.triples, shape.orders)
    is_american = shape.halved and {MONTH_FIRST, YEAR_FIRST} <= {*shape.orders}
    return MONTH_FIRST if found == OPEN and is_american else readable(found, shape)


def order_in(rows: Rows, shape: Shape) -> Order:
    """Return how day and month stand in a file, and how sure that is."""
    triples = _triples(rows)
    found = order_of(triples, shape.orders, _since(shape))
    if found.certainty != "certain":
        found = _witnessed(rows, shape.orders) or _korean(triples, shape) or found
    if found != OPEN:
        return found
    none = {order: sum(day_of(one, order) is None for one in triples) for order in shape.orders}
    best = min(shape.orders, key=none.__getitem__)
    return OPEN if none[best] == none[readable(OPEN, shape)] else Order(best, "likely")


def _since(shape: Shape) -> int:
    """Return the first year that counts: where two digits may be a year, the app's own first."""
    return _FIRST_YEAR if YEAR_FIRST in shape.orders else 0


def _korean(triples: Sequence[Triple], shape: Shape) -> Order | None:
    """Return that the year is first where a date looks so: 26. 3. 14., with a stop behind it."""
    possible = shape.stopped and all(day_of(one, YEAR_FIRST) for one in triples)
    return Order(YEAR_FIRST, "likely") if possible else None


def readable(order: Order, shape: Shape) -> str:
    """Return the order in which to read dates: day first where it is open."""
    if order != OPEN:
        return order.name
    return DAY_FIRST if DAY_FIRST in shape.orders else shape.orders[0]


def _triples(rows: Rows) -> list[Triple]:
    if len(rows.at) > _FEW:
        return list(rows.days.triples.values())
    written = _written(rows)
    return [written[at // DAY] for at in rows.at]


def _written(rows: Rows) -> dict[int, Triple]:
    return {at // DAY: rows.days.triples[shown] for shown, at in rows.days.items()}


def _witnessed(rows: Rows, orders: Sequence[str]) -> Order | None:
    """Return the one order under which some picture was sent on the day that its name tells."""
    votes = Counter(
        order
        for triple, day in {*_pictures(rows)}
        for order in orders
        if day_of(triple, order) == day
    )
    return Order(votes.popitem()[0], "certain") if len(votes) == 1 else None


def _pictures(rows: Rows) -> Iterator[tuple[Triple, date]]:
    written = _written(rows)
    for row in rows.odd:
        if found := _NAMED.search(rows.text[row]):
            year, month, day = (int(number) for number in found.groups() if number)
            try:
                yield written[rows.at[row] // DAY], date(year, month, day)
            except ValueError:
                continue
