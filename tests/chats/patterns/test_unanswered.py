from amends.chats.patterns import Episode, unanswered
from amends.chats.talk import ME, Talk


def test_it_sees_a_run_of_three_without_an_answer(conversation: Talk) -> None:
    """
    1 09:00 Bob: bye
    1 10:00 Alice: how is it going
    1 12:00 Alice: call me when you can
    1 12:01 Alice: no hurry
    2 08:00 Alice: did you see this
    2 09:00 Bob: yes
    """
    assert list(unanswered.find(conversation)) == [Episode(ME, 1, 4)]


def test_one_more_message_is_left_alone(conversation: Talk) -> None:
    """
    1 10:00 Alice: how is it going
    1 12:00 Alice: I mean the exam
    1 12:01 Alice: sorry
    1 13:00 Bob: fine
    """
    assert list(unanswered.find(conversation)) == []


def test_an_answer_ends_the_run(conversation: Talk) -> None:
    """
    1 10:00 Alice: how is it going
    1 12:00 Alice: call me
    1 13:00 Bob: later
    1 15:00 Alice: now?
    """
    assert list(unanswered.find(conversation)) == []
