from amends.chats.patterns import Episode, silences
from amends.chats.talk import ME, Talk


def test_it_sees_who_wrote_first_after_days(conversation: Talk) -> None:
    """
    1 09:00 Bob: morning
    1 22:00 Alice: good night
    2 09:00 Bob: morning
    5 10:00 Alice: how are you?
    """
    found = silences.find(conversation)

    assert list(found) == [Episode(ME, 2, 3)]
    assert silences.facts(conversation, found) == {"longest": 3, "had_last": 0}


def test_a_day_without_messages_is_left_alone(conversation: Talk) -> None:
    """
    1 09:00 Bob: morning
    1 22:00 Alice: good night
    3 19:00 Alice: morning
    """
    assert list(silences.find(conversation)) == []


def test_for_those_who_write_once_a_week_a_week_is_none(conversation: Talk) -> None:
    """
    1 09:00 Bob: dear Alice
    8 09:00 Alice: dear Bob
    15 09:00 Bob: dear Alice
    23 09:00 Alice: dear Bob
    """
    assert list(silences.find(conversation)) == []
