"""What the gate answers in each state."""

from datetime import timedelta

import pytest

from amends.contact import Contact, Reason, State
from amends.contact.reasons import INSTEAD
from tests.contact.scenes import SAID, WORDS, agreed, asked, mine, theirs

PRACTICAL = ("School", "the dog")
A_DAY, NOTHING = timedelta(hours=24), timedelta(0)
TWO_UNANSWERED = [mine(40), mine(20)]


@pytest.mark.parametrize(
    ("state", "reason", "allowed"),
    [
        (State.UNKNOWN, Reason.UNKNOWN, False),
        (State.TOGETHER, Reason.TOGETHER, True),
        (State.SPACE, Reason.SPACE, False),
        (State.OPEN, Reason.OPEN, True),
        (State.NO_REPLY, Reason.NO_REPLY, False),
        (State.SAID_NO, Reason.SAID_NO, False),
        (State.BLOCKED, Reason.BLOCKED, False),
        (State.MOVED_ON, Reason.MOVED_ON, False),
        (State.LEGAL_ORDER, Reason.LEGAL_ORDER, False),
    ],
)
def test_each_state_allows_or_holds(state: State, reason: Reason, allowed: bool) -> None:
    answer = asked(agreed(state))

    assert (answer.state, answer.reason, answer.allowed) == (state, reason, allowed)
    assert (answer.quote, answer.opens, answer.topics) == (WORDS, None, ())
    assert answer.hold == A_DAY


@pytest.mark.parametrize("state", [s for s in State if s not in {State.OPEN, State.NO_REPLY}])
@pytest.mark.parametrize("log", [[], [mine(1)], TWO_UNANSWERED, [theirs(1)]])
def test_the_log_decides_only_where_they_answered(state: State, log: list[Contact]) -> None:
    agreement = agreed(state, topics=("school",))

    assert asked(agreement, *log, topic="school") == asked(agreement, topic="school")


@pytest.mark.parametrize(
    ("topic", "personal", "reason"),
    [
        ("", False, Reason.CHOOSE_TOPIC),
        ("us", False, Reason.OTHER_TOPIC),
        (" school ", True, Reason.PERSONAL),
        (" school ", False, Reason.ON_TOPIC),
        ("The  Dog", False, Reason.ON_TOPIC),
    ],
)
def test_practical_matters_leave_without_a_wait(topic: str, personal: bool, reason: Reason) -> None:
    answer = asked(agreed(State.LOGISTICS_ONLY, topics=PRACTICAL), topic=topic, personal=personal)

    assert (answer.reason, answer.allowed) == (reason, reason == Reason.ON_TOPIC)
    assert (answer.hold, answer.topics) == (NOTHING, PRACTICAL)


def test_practical_matters_without_a_name_let_nothing_leave() -> None:
    assert not asked(agreed(State.LOGISTICS_ONLY)).allowed
    assert not asked(agreed(State.LOGISTICS_ONLY, topics=("", " ")), topic=" ").allowed


def test_a_legal_order_lets_no_topic_through() -> None:
    agreement = agreed(State.LEGAL_ORDER, topics=("school",), exceptions="school, by the app")

    assert not asked(agreement, topic="school").allowed
    assert asked(agreement, topic="school").topics == ()
    assert asked(agreement).instead[0] == "help"


def test_every_reason_offers_something_to_do() -> None:
    known = {"unsent", "understand", "own", "space", "work", "let-go", "help", "log", "wait"}
    known |= {"worth-knowing", "right-now", "nobody"}

    assert set(INSTEAD) == set(Reason)
    assert all(ids and known.issuperset(ids) for ids in INSTEAD.values())


def test_what_was_written_shows_in_no_repr() -> None:
    agreement = agreed(
        State.LOGISTICS_ONLY, topics=("school",), channel="by mail", exceptions="Mia"
    )
    shown = repr((agreement, asked(agreement, topic="school"), theirs(1), mine(1, "school")))

    assert not any(written in shown for written in (WORDS, SAID, "school", "by mail", "Mia"))
