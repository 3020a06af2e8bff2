"""Which days were kept as they were asked for, and which were not."""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from amends.contact import (
    Agreement,
    Contact,
    State,
    Terms,
    change,
    kept_days,
    make_exception,
    strike,
)
from tests.contact.scenes import DAY, HOUR, NOW, agreed, asked, day, mine, space, theirs


def kept(agreement: Agreement, *log: Contact) -> tuple[int, list[int]]:
    """Return how many days were kept, and on which, counted from today, they were not."""
    days = kept_days(agreement, log, NOW)
    broken = [(one.day - NOW.date()).days for one in days if not one.is_kept]
    return sum(one.is_kept for one in days), broken


def test_every_day_without_a_contact_of_mine_is_kept() -> None:
    assert kept(agreed(State.SPACE, 10)) == (10, [])


def test_today_is_not_over() -> None:
    assert kept(agreed(State.SAID_NO, 0)) == (0, [])


def test_today_counts_once_it_was_not_kept() -> None:
    assert kept(agreed(State.SAID_NO, 3), mine(0)) == (3, [0])


def test_a_lapse_takes_its_own_day_and_no_other() -> None:
    assert kept(agreed(State.SPACE, 30), mine(12), mine(12.1)) == (29, [-12])


def test_what_they_did_breaks_nothing() -> None:
    assert kept(agreed(State.SPACE, 10), theirs(5), strike(theirs(4))) == (10, [])


def test_what_was_before_the_agreement_does_not_count() -> None:
    assert kept(agreed(State.SPACE, 5), mine(9)) == (5, [])


def test_an_exception_that_they_named_is_kept() -> None:
    lease = make_exception(mine(4), excepted=True)

    assert kept(agreed(State.SPACE, 10, exceptions="the lease"), lease) == (10, [])
    assert make_exception(lease, excepted=False) == mine(4)


def test_the_gate_rests_nothing_on_an_exception() -> None:
    log = [mine(60), make_exception(mine(50), excepted=True)]

    assert not asked(agreed(State.OPEN, 90), *log).allowed


def test_a_practical_message_on_a_named_topic_is_kept() -> None:
    agreement = agreed(State.LOGISTICS_ONLY, 10, topics=("school",))

    assert kept(agreement, mine(5, "School"), mine(4)) == (10, [])
    assert kept(agreement, mine(5, "the summer")) == (9, [-5])


def test_nothing_is_kept_where_nothing_was_asked_for() -> None:
    for state in (State.UNKNOWN, State.TOGETHER, State.OPEN):
        assert kept(agreed(state), mine(3)) == (0, [])


def test_space_that_is_over_for_either_asks_for_nothing_more() -> None:
    agreement = agreed(State.SPACE, 10, until=day(-4), reopened_by="either")

    assert kept(agreement, mine(2)) == (7, [])


def test_space_that_is_theirs_to_end_lasts_until_they_write() -> None:
    agreement = agreed(State.SPACE, 10, until=day(-6))

    assert kept(agreement, mine(5)) == (9, [-5])
    assert kept(agreement, theirs(4), mine(2)) == (7, [])


def test_a_reply_during_the_space_does_not_end_it() -> None:
    agreement = agreed(State.SPACE, 10, until=day(3))

    assert kept(agreement, theirs(6), mine(5)) == (9, [-5])


def test_earlier_terms_are_remembered() -> None:
    first = agreed(State.SPACE, 20)
    then = change(first, Terms(State.SAID_NO, words="No."), NOW - 8 * DAY)

    assert kept(then, mine(15), mine(3)) == (18, [-15, -3])


def test_terms_that_ended_their_wait_are_in_force() -> None:
    together = Terms(State.TOGETHER, words="Come home.")
    waiting = change(agreed(State.SPACE, 10), together, NOW - 5 * DAY)

    assert kept(waiting, mine(1)) == (9, [])


def test_days_end_where_the_person_is() -> None:
    now = NOW.astimezone(ZoneInfo("Pacific/Auckland"))
    late = replace(mine(0), at=NOW - 26 * HOUR)

    days = kept_days(agreed(State.SPACE, 10), [late], now)

    assert [one.day for one in days if not one.is_kept] == [late.at.astimezone(now.tzinfo).date()]


def test_my_contact_of_tomorrow_has_not_happened() -> None:
    assert kept(agreed(State.SPACE, 3), mine(-1)) == (3, [])


def test_a_later_end_of_space_keeps_what_was_kept() -> None:
    longer = change(agreed(State.SPACE, 10, until=day(2)), space(until=20), NOW - 1 * DAY)

    assert kept(longer) == (10, [])


@given(st.lists(st.integers(min_value=1, max_value=400), max_size=40))
def test_each_lapse_costs_one_day_at_most(days_ago: list[int]) -> None:
    log = [mine(number) for number in days_ago]

    found, broken = kept(agreed(State.SPACE, 400), *log)

    assert found + len(broken) == 400
    assert len(broken) == len(set(days_ago))


def test_ten_years_are_read_at_once() -> None:
    log = [mine(number) for number in range(1, 3650, 7)]

    days = kept_days(agreed(State.SPACE, 3650), log, NOW + timedelta(minutes=1))

    assert sum(not one.is_kept for one in days) == len(log)
