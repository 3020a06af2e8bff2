from amends.chats.patterns import Episode, nudges
from amends.chats.talk import ME, Talk


def test_it_sees_one_more_message_while_waiting(conversation: Talk) -> None:
    """
    1 10:00 Alice: did you book it?
    1 10:40 Alice: hello?
    1 11:00 Bob: yes
    """
    assert list(nudges.find(conversation)) == [Episode(ME, 0, 1)]


def test_a_thought_in_two_lines_is_no_nudge(conversation: Talk) -> None:
    """
    1 10:00 Alice: did you book it?
    1 10:05 Alice: the table I mean
    """
    assert list(nudges.find(conversation)) == []


def test_writing_the_next_day_is_no_nudge(conversation: Talk) -> None:
    """
    1 22:00 Alice: good night
    2 07:00 Alice: good morning
    """
    assert list(nudges.find(conversation)) == []
