from amends.chats.patterns import Episode, escalation
from amends.chats.talk import BOTH, Talk


def test_it_sees_three_heated_messages_by_both(conversation: Talk) -> None:
    """
    1 20:58 Alice: did you call them?
    1 21:00 Alice: you never call
    1 21:01 Bob: not true
    1 21:05 Alice: forget it
    1 21:20 Bob: ok
    """
    assert list(escalation.find(conversation)) == [Episode(BOTH, 1, 4)]


def test_one_who_is_sharp_alone_is_no_argument(conversation: Talk) -> None:
    """
    1 21:00 Alice: you never call
    1 21:01 Bob: I was at work
    1 21:05 Alice: you always say that
    1 21:06 Alice: forget it
    """
    assert list(escalation.find(conversation)) == []


def test_sharp_words_in_fun_are_left_alone(conversation: Talk) -> None:
    """
    1 21:00 Alice: you never eat the crust haha
    1 21:01 Bob: shut up lol
    1 21:05 Alice: you always leave it, just kidding
    """
    assert list(escalation.find(conversation)) == []


def test_sharp_words_on_three_days_are_no_argument(conversation: Talk) -> None:
    """
    1 21:00 Alice: you never call
    2 21:01 Bob: not true
    3 21:05 Alice: forget it
    """
    assert list(escalation.find(conversation)) == []
