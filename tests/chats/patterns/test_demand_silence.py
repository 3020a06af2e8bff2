from amends.chats.patterns import Episode, demand_silence
from amends.chats.talk import ME, THEM, Talk


def test_it_sees_a_demand_and_hours_of_silence(conversation: Talk) -> None:
    """
    1 10:14 Alice: Can we talk about Sunday?
    1 10:40 Alice: Hello?
    1 15:05 Bob: busy
    """
    assert list(demand_silence.find(conversation)) == [Episode(ME, 0, 2)]


def test_it_is_the_same_the_other_way_round(conversation: Talk) -> None:
    """
    1 10:14 Bob: we need to talk
    1 15:05 Alice: not now
    """
    assert list(demand_silence.find(conversation)) == [Episode(THEM, 0, 1)]


def test_an_answer_before_the_hours_are_over_is_no_silence(conversation: Talk) -> None:
    """
    1 10:14 Alice: can we talk?
    1 12:40 Bob: tonight at eight
    """
    assert list(demand_silence.find(conversation)) == []


def test_an_export_that_ends_says_nothing(conversation: Talk) -> None:
    """
    1 10:14 Alice: can we talk?
    2 12:40 Alice: answer me please
    """
    assert list(demand_silence.find(conversation)) == []


def test_it_tells_how_long_it_usually_lasted(conversation: Talk) -> None:
    """
    1 10:00 Alice: talk to me
    1 15:30 Bob: busy
    """
    found = demand_silence.find(conversation)

    assert demand_silence.facts(conversation, found) == {"hours": 5}
