from amends.chats.patterns import Episode, starts
from amends.chats.talk import ME, THEM, Talk


def test_it_sees_who_writes_first_after_a_pause(conversation: Talk) -> None:
    """
    1 22:00 Bob: good night
    2 07:30 Alice: good morning
    2 07:40 Bob: morning
    2 14:00 Bob: are you free at six?
    """
    assert list(starts.find(conversation)) == [Episode(ME, 1, 1), Episode(THEM, 3, 3)]


def test_a_pause_of_some_hours_is_no_new_start(conversation: Talk) -> None:
    """
    1 12:00 Bob: lunch
    1 17:50 Alice: on my way
    """
    assert list(starts.find(conversation)) == []
