"""They answered willingly: one letter in two weeks, and two without an answer are enough."""

from dataclasses import replace
from datetime import timedelta

import pytest

from amends.contact import Contact, Reason, State, Terms, change
from tests.contact.scenes import DAY, NOW, SAID, agreed, answers, asked, mine, theirs

OPEN = agreed(State.OPEN, 100)
CLOSED = (State.NO_REPLY, Reason.NO_REPLY)


@pytest.mark.parametrize("channel", ["message", "in-person", "gift", ""])
def test_any_contact_of_mine_spends_the_budget(channel: str) -> None:
    answer = asked(OPEN, replace(mine(13.99), channel=channel))

    assert (answer.state, answer.reason, answer.allowed) == (State.OPEN, Reason.BUDGET, False)
    assert answer.opens == NOW + timedelta(days=0.01)


def test_after_fourteen_days_the_next_may_leave() -> None:
    assert asked(OPEN, mine(14)).allowed


def test_their_answer_does_not_refill_the_budget() -> None:
    assert answers(OPEN, mine(3), theirs(2)) == (State.OPEN, Reason.BUDGET)


def test_their_contacts_cost_nothing() -> None:
    assert asked(OPEN, theirs(3), theirs(1)).allowed


def test_two_without_an_answer_close_it() -> None:
    assert answers(OPEN, mine(90)) == (State.OPEN, Reason.OPEN)
    assert answers(OPEN, mine(90), mine(60)) == CLOSED
    assert answers(OPEN, mine(90), theirs(80), mine(60)) == (State.OPEN, Reason.OPEN)
    assert answers(OPEN, theirs(95), mine(90), mine(60), days=900) == CLOSED


def test_a_willing_reply_opens_it_again() -> None:
    assert asked(OPEN, mine(90), mine(60), theirs(1)).allowed


@pytest.mark.parametrize(
    "reply",
    [
        replace(theirs(1), note=" "),
        Contact(NOW - DAY, "them", note=SAID),
        replace(theirs(1), struck=True),
        theirs(-1),
        replace(mine(40), note=SAID),
        theirs(95),
    ],
    ids=["no words", "not willing", "struck", "not yet", "mine", "before"],
)
def test_nothing_else_counts_as_a_reply(reply: Contact) -> None:
    assert answers(OPEN, mine(90), mine(60), reply) == CLOSED


def test_the_log_may_come_in_any_order() -> None:
    assert answers(OPEN, theirs(1), mine(60), mine(90)) == (State.OPEN, Reason.OPEN)


def test_of_two_at_one_moment_the_one_written_down_later_is_later() -> None:
    assert answers(OPEN, mine(60), mine(50), theirs(50)) == (State.OPEN, Reason.OPEN)
    assert answers(OPEN, mine(60), theirs(50), mine(50), mine(40)) == CLOSED


def test_a_contact_of_mine_in_the_future_counts_all_the_same() -> None:
    assert answers(OPEN, mine(-1)) == (State.OPEN, Reason.BUDGET)


def test_writing_the_agreement_down_again_changes_no_count() -> None:
    again = change(OPEN, Terms(State.OPEN, SAID), NOW)

    assert answers(again, mine(90), mine(60)) == CLOSED
    assert answers(again, mine(1)) == (State.OPEN, Reason.BUDGET)


def test_no_reply_that_was_written_down_ends_with_their_next_words() -> None:
    agreement = change(OPEN, Terms(State.NO_REPLY), NOW - DAY)

    assert answers(agreement, theirs(2)) == CLOSED
    assert answers(agreement, theirs(1)) == CLOSED
    assert answers(agreement, theirs(0.5)) == (State.OPEN, Reason.OPEN)
    assert answers(agreement, theirs(0.5), mine(0.4)) == (State.OPEN, Reason.BUDGET)


def test_together_has_no_budget() -> None:
    assert asked(agreed(State.TOGETHER), mine(3), mine(2), mine(1)).allowed
