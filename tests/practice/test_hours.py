"""When urges peak, and when nothing can be said about it."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from amends.practice import Peak, peak_of

HOURS = st.lists(st.integers(min_value=0, max_value=23), max_size=60)


def at(*hours: int) -> list[datetime]:
    """Return one urge a day, at these hours."""
    first = datetime(2026, 3, 1, tzinfo=UTC)
    return [first + timedelta(days=day, hours=hour) for day, hour in enumerate(hours)]


def test_it_finds_three_hours_that_hold_most() -> None:
    began = at(21, 22, 22, 22, 22, 23, 23, 9, 13, 4, 18, 11)

    assert peak_of(began) == Peak(first=21, count=7, of=12)


def test_a_peak_may_lie_across_midnight() -> None:
    found = peak_of(at(23, 23, 23, 0, 0, 0, 0, 1, 1, 1, 10, 15))

    assert found == Peak(first=23, count=10, of=12)
    assert (found.last, found.part) == (2, "night")


def test_eleven_urges_say_nothing() -> None:
    assert peak_of(at(*[22] * 11)) is None
    assert peak_of(at(*[22] * 12)) == Peak(first=21, count=12, of=12)


def test_urges_all_over_the_day_have_no_peak() -> None:
    assert peak_of(at(*range(24))) is None


def test_each_part_of_the_day_is_named_as_in_the_weekly_plan() -> None:
    parts = [found.part for hour in (2, 8, 14, 20) if (found := peak_of(at(*[hour] * 12)))]

    assert parts == ["night", "morning", "afternoon", "evening"]


@given(HOURS)
def test_the_order_does_not_matter(hours: list[int]) -> None:
    assert peak_of(at(*hours)) == peak_of(at(*sorted(hours)))


@given(HOURS)
def test_a_peak_never_counts_more_than_there_are(hours: list[int]) -> None:
    found = peak_of(at(*hours))

    assert found is None or len(hours) / 2 <= found.count <= found.of == len(hours)
