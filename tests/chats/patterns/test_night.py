from dataclasses import replace

from amends.chats.patterns import Episode, night
from amends.chats.talk import ME, Talk


def test_it_sees_a_message_that_opens_something_at_night(conversation: Talk) -> None:
    """
    1 22:00 Bob: good night
    2 02:10 Alice: are you awake?
    2 02:11 Alice: I miss you
    """
    assert list(night.find(conversation)) == [Episode(ME, 1, 1)]


def test_a_long_evening_is_left_alone(conversation: Talk) -> None:
    """
    1 23:50 Bob: that film
    2 00:20 Alice: I know
    2 00:50 Bob: the ending
    """
    assert list(night.find(conversation)) == []


def test_it_says_nothing_on_a_clock_that_may_be_elsewhere(conversation: Talk) -> None:
    """
    1 22:00 Bob: good night
    2 02:10 Alice: are you awake?
    """
    assert list(night.find(replace(conversation, knows_hours=False))) == []
