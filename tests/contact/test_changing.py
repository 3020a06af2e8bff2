"""Changing what was agreed: stricter at once, looser later, and never by small steps."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from amends.contact import (
    Agreement,
    NeedsTheirWords,
    Reason,
    State,
    Terms,
    begin,
    change,
    in_force,
    withdraw,
)
from tests.contact.scenes import DAY, NOW, SAID, agreed, answers, asked, mine, space, theirs

PRACTICAL = Terms(State.LOGISTICS_ONLY, topics=("school", "rent"))
OPEN = Terms(State.OPEN, SAID)
NOES = (State.SAID_NO, State.BLOCKED, State.MOVED_ON, State.LEGAL_ORDER)


def waiting() -> Agreement:
    return change(agreed(State.SPACE), OPEN, NOW)


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("no", NOES)
def test_a_no_begins_at_once(state: State, no: State) -> None:
    agreement = change(agreed(state), Terms(no), NOW)

    assert (agreement.terms.state, agreement.since, agreement.pending) == (no, NOW, None)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (Terms(State.TOGETHER), Terms(State.OPEN)),
        (Terms(State.TOGETHER), PRACTICAL),
        (OPEN, PRACTICAL),
        (OPEN, Terms(State.NO_REPLY)),
        (OPEN, space(9, "either")),
        (PRACTICAL, replace(PRACTICAL, topics=("Rent",))),
        (PRACTICAL, space()),
        (PRACTICAL, Terms()),
        (Terms(State.NO_REPLY), space()),
    ],
)
def test_stricter_begins_at_once(old: Terms, new: Terms) -> None:
    agreement = change(begin(old, NOW - 10 * DAY), new, NOW)

    assert (agreement.terms, agreement.pending) == (new, None)
    assert [earlier.terms for earlier in agreement.before] == [old]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (OPEN, Terms(State.TOGETHER, SAID)),
        (PRACTICAL, OPEN),
        (PRACTICAL, replace(PRACTICAL, topics=("school", "rent", "us"))),
        (Terms(), OPEN),
        (Terms(), Terms(State.TOGETHER, SAID)),
    ],
)
def test_looser_waits_three_days(old: Terms, new: Terms) -> None:
    agreement = change(begin(old, NOW - 10 * DAY), new, NOW)

    assert (agreement.terms, agreement.pending) == (old, new)
    assert in_force(agreement, NOW + 2.99 * DAY).terms == old
    assert in_force(agreement, NOW + 3 * DAY).terms == new


@pytest.mark.parametrize("state", [State.OPEN, State.TOGETHER])
@pytest.mark.parametrize("old", [Terms(), space(), space(9, "either"), PRACTICAL])
def test_nobody_is_together_or_open_without_their_words(state: State, old: Terms) -> None:
    agreement = begin(old, NOW - DAY)

    with pytest.raises(NeedsTheirWords):
        change(agreement, Terms(state, words=" "), NOW, reopening_words="\n")


def test_open_becomes_together_only_with_their_words() -> None:
    with pytest.raises(NeedsTheirWords):
        change(begin(OPEN, NOW - DAY), Terms(State.TOGETHER), NOW)


def test_an_end_that_opens_by_itself_is_something_they_said() -> None:
    with pytest.raises(NeedsTheirWords):
        change(agreed(State.SPACE), replace(space(9, "either"), words=""), NOW)


def test_open_cannot_even_begin_without_their_words() -> None:
    with pytest.raises(NeedsTheirWords):
        begin(Terms(State.OPEN), NOW)


def test_reopening_words_become_the_words_of_terms_without_any() -> None:
    agreement = change(agreed(State.SAID_NO), Terms(State.OPEN), NOW, reopening_words=SAID)

    assert asked(agreement, days=30).quote == SAID
    assert in_force(agreement, NOW + 30 * DAY).reopening_words == SAID


@pytest.mark.parametrize(
    "new", [space(), space(1), space(9, "either"), PRACTICAL, Terms(State.SAID_NO)]
)
def test_the_first_answer_to_not_sure_begins_at_once(new: Terms) -> None:
    agreement = change(begin(Terms(), NOW - DAY), new, NOW)

    assert agreement.terms == new


def test_a_first_answer_that_opens_soon_waits_too() -> None:
    agreement = change(begin(Terms(), NOW - DAY), space(2, "either"), NOW)

    assert agreement.pending_from == NOW + 3 * DAY


@pytest.mark.parametrize("old", [space(40, "either"), PRACTICAL, OPEN])
def test_not_sure_after_an_answer_is_no_first_answer(old: Terms) -> None:
    unsure = change(begin(old, NOW - DAY), Terms(), NOW)
    agreement = change(unsure, replace(PRACTICAL, topics=("us",)), NOW)

    assert agreement.terms == Terms()
    assert agreement.pending_from == NOW + 3 * DAY


def test_a_second_change_begins_its_wait_anew() -> None:
    agreement = change(waiting(), OPEN, NOW + 2 * DAY)

    assert agreement.pending_from == NOW + 5 * DAY


def test_a_stricter_change_takes_back_what_waits() -> None:
    agreement = change(waiting(), space(), NOW + DAY)

    assert (agreement.pending, agreement.pending_from) == (None, None)
    assert not asked(agreement, days=60).allowed


def test_terms_are_in_force_from_the_end_of_their_wait_on() -> None:
    agreement = in_force(waiting(), NOW + 9 * DAY)

    assert agreement.since == NOW + 3 * DAY
    assert [(one.since, one.ended) for one in agreement.before] == [(NOW - 10 * DAY, NOW + 3 * DAY)]


def test_what_waits_can_be_taken_back_at_any_time() -> None:
    agreement = withdraw(waiting(), NOW + 2.99 * DAY)

    assert agreement == agreed(State.SPACE)
    assert withdraw(agreement, NOW + 9 * DAY) == agreement


def test_what_has_begun_is_not_taken_back() -> None:
    agreement = withdraw(waiting(), NOW + 3 * DAY)

    assert agreement.terms == OPEN


def test_practical_matters_close_at_once_for_a_time_of_space() -> None:
    """Space with an end is looser later, so the end waits; nothing leaves meanwhile."""
    agreement = change(begin(PRACTICAL, NOW - DAY), space(9, "either"), NOW)

    assert answers(agreement) == (State.SPACE, Reason.SPACE)
    assert agreement.pending == space(9, "either")


def test_other_topics_leave_only_the_common_ones_at_once() -> None:
    agreement = change(begin(PRACTICAL, NOW - DAY), replace(PRACTICAL, topics=("rent", "us")), NOW)

    assert asked(agreement, topic="rent").allowed
    assert not asked(agreement, topic="school").allowed
    assert not asked(agreement, topic="us").allowed
    assert asked(agreement, topic="us", days=3).allowed


def test_a_silence_outlives_a_change_of_terms() -> None:
    silent = change(agreed(State.NO_REPLY), space(), NOW)
    agreement = change(silent, PRACTICAL, NOW)

    assert answers(agreement, days=4) == (State.NO_REPLY, Reason.NO_REPLY)
    assert asked(agreement, theirs(-1), days=4, topic="rent").allowed


def test_their_words_end_a_silence() -> None:
    agreement = change(agreed(State.NO_REPLY), PRACTICAL, NOW, reopening_words=SAID)

    assert not asked(agreement, days=2.99, topic="rent").allowed
    assert asked(agreement, days=6, topic="rent").allowed


def test_practical_matters_are_no_way_around_two_unanswered() -> None:
    agreement = change(agreed(State.OPEN, 60), PRACTICAL, NOW)

    assert answers(agreement, mine(40), mine(20), days=90) == (State.NO_REPLY, Reason.NO_REPLY)
    assert asked(agreement, mine(40), mine(20), theirs(-5), days=90, topic="rent").allowed


def test_a_time_of_space_between_is_no_way_around_two_unanswered() -> None:
    agreement = change(change(agreed(State.OPEN, 60), space(), NOW), PRACTICAL, NOW)

    assert answers(agreement, mine(40), mine(20), days=90) == (State.NO_REPLY, Reason.NO_REPLY)


def test_practical_matters_are_no_way_around_the_budget_and_the_wait() -> None:
    agreement = change(agreed(State.OPEN), PRACTICAL, NOW)

    early = asked(agreement, mine(1), days=2.99, topic="rent")

    assert (early.state, early.reason) == (State.LOGISTICS_ONLY, Reason.BUDGET)
    assert early.opens == NOW + 3 * DAY
    assert asked(agreement, mine(13), topic="rent").opens == NOW + DAY
    assert asked(agreement, days=2.99, topic="rent").hold == DAY
    assert asked(agreement, mine(1), days=3, topic="rent").hold == 0 * DAY


def test_what_is_sent_about_practical_matters_needs_no_answer() -> None:
    agreement = change(agreed(State.OPEN), PRACTICAL, NOW)
    log = [mine(number, "rent") for number in (-4, -5, -6)]

    assert asked(agreement, *log, days=7, topic="rent").allowed


def test_a_wait_counts_real_hours_when_the_clocks_change() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    friday = datetime(2026, 3, 27, 12, tzinfo=berlin)
    agreement = change(agreed(State.SPACE), OPEN, friday)

    assert in_force(agreement, datetime(2026, 3, 30, 12, 59, tzinfo=berlin)) == agreement
    assert in_force(agreement, datetime(2026, 3, 30, 13, tzinfo=berlin)).terms == OPEN
