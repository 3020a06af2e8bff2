"""A time of space: with an end or without, and who may write first after it."""

from datetime import date, datetime, timedelta, timezone

import pytest

from amends.contact import Reason, State, Terms, begin, change, verdict
from amends.safety import NO_DANGER
from tests.contact.scenes import (
    DAY,
    NOW,
    SAID,
    WORDS,
    agreed,
    answers,
    asked,
    day,
    mine,
    space,
    theirs,
)


def test_without_an_end_it_stays_closed_even_when_they_write() -> None:
    agreement = agreed(State.SPACE, reopened_by="either")

    assert answers(agreement, theirs(1), days=3000) == (State.SPACE, Reason.SPACE)


@pytest.mark.parametrize(
    ("reopened_by", "reason"),
    [("either", Reason.SPACE_UNTIL), ("them", Reason.SPACE_UNTIL_THEIRS)],
)
def test_until_the_last_day_is_over_nothing_leaves(reopened_by: str, reason: Reason) -> None:
    agreement = agreed(State.SPACE, until=day(9), reopened_by=reopened_by)

    answer = asked(agreement, theirs(1), days=9.49)

    assert (answer.state, answer.reason, answer.allowed) == (State.SPACE, reason, False)
    assert answer.opens == NOW + 9.5 * DAY


def test_after_the_last_day_either_may_write() -> None:
    agreement = agreed(State.SPACE, until=day(9), reopened_by="either")

    assert answers(agreement, days=9.5) == (State.OPEN, Reason.SPACE_ENDED)


@pytest.mark.parametrize("reopened_by", ["them", "a friend"])
def test_after_the_last_day_the_first_word_is_theirs(reopened_by: str) -> None:
    agreement = agreed(State.SPACE, until=day(9), reopened_by=reopened_by)

    assert answers(agreement, days=10) == (State.SPACE, Reason.SPACE_OVER)
    assert answers(agreement, theirs(-9.4), days=10) == (State.SPACE, Reason.SPACE_OVER)
    assert answers(agreement, theirs(-9.5), days=10) == (State.OPEN, Reason.OPEN)


def test_once_open_it_has_the_budget_and_the_rule_of_two() -> None:
    agreement = agreed(State.SPACE, until=day(-20), reopened_by="either")

    assert answers(agreement, mine(1)) == (State.OPEN, Reason.BUDGET)
    assert answers(agreement, mine(40), mine(20)) == (State.NO_REPLY, Reason.NO_REPLY)


def test_the_day_ends_where_the_user_is() -> None:
    agreement = agreed(State.SPACE, until=date(2026, 3, 10), reopened_by="either")
    honolulu = timezone(timedelta(hours=-10))

    late = datetime(2026, 3, 10, 23, tzinfo=honolulu)

    assert not verdict(agreement, [], late, dangers=NO_DANGER, heated=None).allowed
    assert verdict(agreement, [], late, dangers=NO_DANGER, heated=None).opens == late + timedelta(
        hours=1
    )
    assert verdict(agreement, [], late + timedelta(hours=1), dangers=NO_DANGER, heated=None).allowed


@pytest.mark.parametrize("last", [date.max, date(9999, 1, 1)])
def test_a_day_at_the_end_of_the_calendar_never_comes(last: date) -> None:
    agreement = agreed(State.SPACE, until=last, reopened_by="either")

    assert answers(agreement, days=1000) == (State.SPACE, Reason.SPACE)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (space(9), space(10)),
        (space(9), space()),
        (space(9, "either"), space(9, "them")),
        (space(9, "either"), space(20, "them")),
        (space(-5, "either"), space(3, "either")),
        (space(), Terms()),
    ],
)
def test_a_later_end_begins_at_once(old: Terms, new: Terms) -> None:
    agreement = change(begin(old, NOW - 10 * DAY), new, NOW)

    assert (agreement.terms, agreement.pending) == (new, None)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (space(20), space(9)),
        (space(20, "either"), space(9, "either")),
        (space(9, "them"), space(9, "either")),
        (space(), space(9)),
        (space(), space(-1, "either")),
        (space(20), Terms(State.OPEN, SAID)),
        (space(), Terms(State.TOGETHER, SAID)),
        (space(), Terms(State.LOGISTICS_ONLY, topics=("school",))),
        (space(), Terms(State.NO_REPLY)),
    ],
)
def test_anything_looser_begins_after_three_days(old: Terms, new: Terms) -> None:
    agreement = change(begin(old, NOW - 10 * DAY), new, NOW)

    assert (agreement.terms, agreement.pending) == (old, new)
    assert agreement.pending_from == NOW + 3 * DAY
    assert not asked(agreement, days=2.99, topic="school").allowed


def test_looser_terms_begin_when_their_wait_is_over() -> None:
    agreement = change(agreed(State.SPACE), Terms(State.OPEN, SAID), NOW)

    answer = asked(agreement, days=3)

    assert (answer.state, answer.allowed, answer.quote) == (State.OPEN, True, SAID)


def test_terms_that_are_stricter_and_looser_leave_open_only_what_both_do() -> None:
    """An earlier end that is theirs to reopen: meanwhile the later end, and theirs to reopen."""
    agreement = change(begin(space(20, "either"), NOW - DAY), space(2), NOW)

    assert (agreement.terms, agreement.pending) == (space(20), space(2))


def test_their_old_words_do_not_open_a_changed_agreement() -> None:
    agreement = change(agreed(State.OPEN), space(-3), NOW)

    assert not asked(agreement, theirs(1), days=1).allowed
    assert asked(agreement, theirs(-1), days=1).allowed


def test_the_words_are_quoted_in_every_answer() -> None:
    assert asked(begin(space(9), NOW)).quote == WORDS
