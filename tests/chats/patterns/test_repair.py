from amends.chats.patterns import Episode, repair
from amends.chats.talk import ME, THEM, Talk


def test_it_sees_the_first_attempt_of_each(conversation: Talk) -> None:
    """
    1 21:00 Bob: you never call
    1 21:01 Alice: you're right
    1 21:02 Alice: I didn't mean to worry you
    1 21:05 Bob: that came out wrong
    """
    found = repair.find(conversation)

    assert list(found) == [Episode(ME, 0, 1), Episode(THEM, 0, 3)]
    assert repair.facts(conversation, found.of(ME)) == {"answered": 1}


def test_kind_words_before_the_heat_are_none(conversation: Talk) -> None:
    """
    1 21:00 Alice: you're right, it rains
    1 21:01 Bob: you never call
    """
    assert list(repair.find(conversation)) == []


def test_the_next_day_is_another_sitting(conversation: Talk) -> None:
    """
    1 21:00 Bob: you never call
    2 08:01 Alice: you're right
    """
    assert list(repair.find(conversation)) == []
