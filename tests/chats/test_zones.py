"""Times with offsets come onto one clock."""

import pytest

from amends.chats import Messages
from amends.chats.zones import settle, stamp_seconds, wall_time

HOUR = 3600


def rows(*sent_at: int) -> Messages:
    found = Messages()
    for at in sent_at:
        found.add(at, "Alice", "hello")
    return found


def test_one_clock_is_kept_and_named() -> None:
    kept = rows(5 * HOUR, 6 * HOUR)
    settle(kept, [HOUR, HOUR])

    assert (list(kept.sent_at), kept.zone) == ([5 * HOUR, 6 * HOUR], "+01:00")


def test_two_clocks_become_that_of_utc() -> None:
    moved = rows(5 * HOUR, 6 * HOUR)
    settle(moved, [HOUR, 2 * HOUR])

    assert (list(moved.sent_at), moved.zone) == ([4 * HOUR, 4 * HOUR], "UTC")


@pytest.mark.parametrize(
    "written", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:00:00-10:00", "soon", "", None, 5, []]
)
def test_what_may_lie_outside_the_calendar_is_no_time(written: object) -> None:
    assert wall_time(written) is None


@pytest.mark.parametrize(
    "stamp", [None, "", "x", -1, 1e400, float("nan"), 10**30, "9" * 5000, {}, 253402300800]
)
def test_what_is_no_stamp_is_none(stamp: object) -> None:
    assert stamp_seconds(stamp) is None


def test_a_stamp_may_be_a_string_in_thousandths() -> None:
    assert stamp_seconds("1772460000999", 1000) == 1772460000
