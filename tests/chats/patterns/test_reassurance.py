from amends.chats.patterns import Episode, reassurance
from amends.chats.talk import ME, THEM, Talk


def test_it_sees_the_first_ask_of_each_in_a_sitting(conversation: Talk) -> None:
    """
    1 21:00 Alice: are you mad at me?
    1 21:05 Alice: do you still love me
    1 21:06 Bob: yes. are we ok?
    2 09:00 Alice: are we good?
    """
    found = list(reassurance.find(conversation))

    assert found == [Episode(ME, 0, 0), Episode(THEM, 2, 2), Episode(ME, 3, 3)]


def test_other_questions_are_left_alone(conversation: Talk) -> None:
    """
    1 21:00 Alice: are you home?
    1 21:05 Alice: do you want soup
    1 21:06 Alice: are you mad? it's raining
    """
    assert list(reassurance.find(conversation)) == []
