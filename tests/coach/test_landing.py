"""What reading a draft asks of the other person."""

from datetime import datetime

import pytest

from amends.coach import odd_hour, review, seconds_aloud


def test_a_draft_that_asks_nothing_leaves_them_free() -> None:
    landing = review("I read your letters on Sunday. That was my choice.", "apology").landing

    assert landing.free_to_do_nothing
    assert (landing.questions, landing.asks, landing.decisions) == (0, 0, 0)


def test_a_question_wants_an_answer() -> None:
    landing = review("How was it for you when I left?", "message").landing

    assert landing.questions == 1
    assert not landing.free_to_do_nothing


def test_an_offer_is_a_decision_to_make() -> None:
    landing = review("I'm sorry I broke the lamp. I can pay for a new one.", "apology").landing

    assert landing.decisions == 1
    assert landing.asks == 0


def test_self_abasement_hands_over_a_feeling() -> None:
    landing = review("I'm the worst person alive.", "apology").landing

    assert landing.feelings_to_manage == 1
    assert not landing.free_to_do_nothing


def test_reading_takes_time() -> None:
    assert review("word " * 238, "message").landing.seconds_to_read == 60


def test_saying_it_takes_longer_than_reading_it() -> None:
    assert seconds_aloud(225) == 90
    assert seconds_aloud(225) > review("word " * 225, "apology").landing.seconds_to_read


@pytest.mark.parametrize(
    ("hour", "heard"),
    [(21, ""), (22, "night"), (0, "night"), (4, "night"), (5, "early"), (6, "early"), (7, "")],
)
def test_only_a_late_or_early_hour_is_said(hour: int, heard: str) -> None:
    assert odd_hour(datetime(2026, 3, 1, hour, 59)) == heard  # noqa: DTZ001 - local time as given
