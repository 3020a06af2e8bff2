"""What is kept and what comes later as one conversation, and what its owner says about it."""

from array import array
from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from amends.chats.dates import DAY_FIRST, MONTH_FIRST
from amends.chats.message import (
    NOBODY,
    OPEN,
    Conversation,
    Messages,
    Order,
    Source,
    moment,
    seconds,
)
from amends.chats.reading import merged

_DAY = 86400


def joined(
    conversations: Sequence[Conversation], same: Mapping[str, str] | None = None
) -> Conversation:
    """Return several conversations as one, doubles removed.

    An export that adds nothing is left out. `same` leads from a name to the one it should have.
    """
    exports = [rows for one in conversations for rows in _exports(one)]
    sources = [source for one in conversations for source in one.sources]
    return _joined(exports, sources, same or {})


def with_order(conversation: Conversation, *, month_first: bool) -> Conversation:
    """Return it with the open dates read as its owner says; all others stay.

    While it is open which number is the day, each date makes a day both ways: the file need not be
    read again.
    """
    order = Order(MONTH_FIRST if month_first else DAY_FIRST, "certain")
    exports, sources = _exports(conversation), list(conversation.sources)
    for place, (rows, source) in enumerate(zip(exports, conversation.sources, strict=True)):
        if source.order == OPEN:
            sources[place] = replace(source, order=order)
            rows.sent_at = _swapped(rows.sent_at) if month_first else rows.sent_at
    return _joined(exports, sources, {})


def _joined(
    exports: Sequence[Messages], sources: Sequence[Source], same: Mapping[str, str]
) -> Conversation:
    found = merged(exports, tuple(sources), same)
    used = sorted({*found.source})
    new = {old: place for place, old in enumerate(used)}
    kept = tuple(sources[place] for place in used)
    return replace(found, sources=kept, source=[new[place] for place in found.source])


def _swapped(moments: "array[int]") -> "array[int]":
    days = _swapped_days(moments)
    return array("q", (at + days[at // _DAY] * _DAY for at in moments))


def _swapped_days(moments: Iterable[int]) -> dict[int, int]:
    """Return for each day how many days later it is with day and month the other way round."""
    found = {}
    for day in {at // _DAY for at in moments}:
        shown = moment(day * _DAY)
        fits = shown.day <= 12 and shown.month <= monthrange(shown.year, shown.day)[1]  # noqa: PLR2004 - months
        other = shown.replace(day=shown.month, month=shown.day) if fits else shown
        found[day] = (seconds(other) - seconds(shown)) // _DAY
    return found


def _exports(conversation: Conversation) -> list[Messages]:
    """Return the rows of each export by itself."""
    rows, exports = conversation.messages, [Messages() for _ in conversation.sources]
    new: list[int] = []
    for row, source in enumerate(conversation.source):
        export, place = exports[source], rows.sender[row]
        new.append(len(export))
        export.sent_at.append(rows.sent_at[row])
        export.sender.append(export.place_of(rows.people[place] if place != NOBODY else ""))
        export.kind.append(rows.kind[row])
        export.text.append(rows.text[row])
    for row, answered in rows.reply_to.items():
        if conversation.source[answered] == conversation.source[row]:
            exports[conversation.source[row]].reply_to[new[row]] = new[answered]
    return exports
