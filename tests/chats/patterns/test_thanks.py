from amends.chats.patterns import Episode, thanks
from amends.chats.talk import ME, THEM, Talk


def test_it_counts_thanks_once_a_sitting(conversation: Talk) -> None:
    """
    1 21:00 Alice: thank you for the soup
    1 21:05 Alice: thanks
    1 21:06 Bob: I noticed that you fixed the lamp
    """
    assert list(thanks.find(conversation)) == [Episode(ME, 0, 0), Episode(THEM, 2, 2)]


def test_thanks_for_nothing_is_none(conversation: Talk) -> None:
    """
    1 21:00 Alice: thanks for nothing
    """
    assert list(thanks.find(conversation)) == []
