import pytest

from amends.chats.patterns import Episode, sorry_again
from amends.chats.spoken import HARM
from amends.chats.talk import ME, THEM, Talk
from tests.chats.patterns.conftest import HARM as LATE
from tests.chats.patterns.conftest import talk

ABOUT = f"{HARM}{LATE}"


def test_it_sees_sorry_and_then_the_same_again(conversation: Talk) -> None:
    """
    1 21:00 Bob: late again
    1 21:10 Alice: I'm sorry
    4 21:00 Bob: you're late again
    """
    assert list(sorry_again.find(conversation, ABOUT)) == [Episode(ME, 1, 2)]


def test_a_promise_counts_too_whoever_names_the_harm(conversation: Talk) -> None:
    """
    1 21:10 Bob: late again, I know. It won't happen again
    9 21:00 Bob: late again, my train
    """
    assert list(sorry_again.find(conversation, ABOUT)) == [Episode(THEM, 0, 1)]


def test_the_same_evening_is_the_same_harm(conversation: Talk) -> None:
    """
    1 20:00 Bob: late again
    1 20:10 Alice: sorry
    1 21:30 Bob: late again, I can't believe it
    """
    assert list(sorry_again.find(conversation, ABOUT)) == []


def test_an_apology_for_something_else_is_left_alone(conversation: Talk) -> None:
    """
    1 21:10 Alice: sorry, wrong chat
    4 21:00 Bob: late again
    """
    assert list(sorry_again.find(conversation, ABOUT)) == []


@pytest.mark.parametrize(
    ("days", "trend"),
    [([1, 3, 6, 16, 40], "grow"), ([1, 20, 38, 41, 43], "shrink"), ([1, 8, 15, 22, 29], "even")],
)
def test_it_says_whether_the_days_grow(days: list[int], trend: str) -> None:
    one = talk("\n".join(f"{day} 21:00 Alice: late again, sorry" for day in days))

    assert sorry_again.facts(one, sorry_again.find(one, ABOUT))["trend"] == trend
