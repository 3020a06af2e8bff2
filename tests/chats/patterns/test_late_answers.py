from amends.chats.patterns import Episode, late_answers
from amends.chats.talk import THEM, Talk


def test_it_sees_an_answer_after_half_a_day(conversation: Talk) -> None:
    """
    1 09:00 Alice: did you book it?
    1 22:00 Bob: yes
    """
    assert list(late_answers.find(conversation)) == [Episode(THEM, 0, 1)]


def test_a_night_is_not_late(conversation: Talk) -> None:
    """
    1 22:00 Alice: did you book it?
    2 07:00 Bob: yes
    """
    assert list(late_answers.find(conversation)) == []


def test_it_tells_the_usual_waits_and_who_wrote_once_more(conversation: Talk) -> None:
    """
    1 08:00 Bob: morning
    1 08:10 Alice: morning
    1 09:00 Alice: did you book it?
    1 22:00 Bob: yes
    2 11:30 Alice: thank you
    2 13:30 Bob: and the train?
    2 13:50 Alice: I have it
    """
    late = late_answers.find(conversation)

    assert late_answers.facts(conversation, late.of(THEM)) == {
        "usual": 450,
        "their_usual": 20,
        "nudged": 1,
    }
