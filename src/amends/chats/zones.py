"""Times with an offset, as exports give them: onto one clock, with the name of its zone."""

from array import array
from collections.abc import Sequence
from datetime import MAXYEAR, MINYEAR, datetime

from amends.chats.message import Messages, seconds

UTC = "UTC"
LAST_SECOND = 253_402_300_800
"""After it the calendar of Python ends."""
MOST_DIGITS = 20
"""Of a number of 64 bits."""
WIDEST = 15 * 3600
"""No place on earth is further from UTC."""


def zone_name(offset: int) -> str:
    """Return how a clock so many seconds ahead of UTC is named.

    >>> zone_name(-12600)
    '-03:30'
    """
    if not offset:
        return UTC
    hours, minutes = divmod(abs(offset) // 60, 60)
    return f"{'-' if offset < 0 else '+'}{hours:02}:{minutes:02}"


def wall_time(written: object) -> tuple[int, int] | None:
    """Return what an ISO time shows, and how far its clock is ahead of UTC (0 where it is silent).

    >>> wall_time("1970-01-01T01:00:00+01:00")
    (3600, 3600)
    """
    try:
        moment = datetime.fromisoformat(written)  # type: ignore[arg-type]
    except (ValueError, TypeError):
        return None
    if moment.year in {MINYEAR, MAXYEAR}:  # in UTC it may lie outside the calendar
        return None
    offset = moment.utcoffset()
    return seconds(moment), offset.days * 86400 + offset.seconds if offset else 0


def stamp_seconds(stamp: object, unit: int = 1) -> int | None:
    """Return a time stamp in seconds, or so many parts of one, as rows hold it, on UTC's clock.

    It may be a number or a string. None is no stamp, or one after the year 9999.
    """
    if isinstance(stamp, str) and len(stamp) > MOST_DIGITS:
        return None
    try:
        whole = int(stamp) // unit  # type: ignore[call-overload]
    except (ValueError, TypeError, OverflowError):
        return None
    return whole if 0 <= whole < LAST_SECOND else None


def settle(rows: Messages, offsets: Sequence[int]) -> None:
    """Name the clock of rows whose offsets are known; rows on several clocks go to that of UTC.

    `offsets` has a place for each row, in seconds ahead of UTC.
    """
    clocks = {*offsets}
    if len(clocks) > 1:
        pairs = zip(rows.sent_at, offsets, strict=True)
        rows.sent_at = array("q", [sent_at - offset for sent_at, offset in pairs])
        clocks = {0}
    rows.zone = "".join(zone_name(offset) for offset in clocks)
