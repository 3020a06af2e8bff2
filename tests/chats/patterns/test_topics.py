from amends.chats.patterns import Episode, topics
from amends.chats.spoken import TOPIC
from amends.chats.talk import BOTH, Talk
from tests.chats.patterns.conftest import talk

MONEY = f"{TOPIC}money"
ARGUMENT = """
{day} 21:00 Alice: you never look at the bills
{day} 21:01 Bob: not true
{day} 21:02 Alice: forget it
{day} 21:03 Bob: I paid the rent
"""


def test_it_sees_what_they_argue_about_again() -> None:
    one = talk("".join(ARGUMENT.format(day=day) for day in (1, 9, 17)))

    assert list(topics.find(one, MONEY)) == [Episode(BOTH, at, at + 3) for at in (0, 4, 8)]
    assert topics.facts(one, topics.find(one, MONEY)) == {"usual_days": 8}


def test_twice_is_not_yet_returning() -> None:
    one = talk("".join(ARGUMENT.format(day=day) for day in (1, 9)))

    assert list(topics.find(one, MONEY)) == []


def test_another_topic_is_not_theirs() -> None:
    one = talk("".join(ARGUMENT.format(day=day) for day in (1, 9, 17)))

    assert list(topics.find(one, f"{TOPIC}chores")) == []


def test_talking_of_money_in_peace_is_no_argument(conversation: Talk) -> None:
    """
    1 21:00 Alice: the rent is paid
    2 21:00 Bob: the bills came, I'll look at the bank account
    3 21:00 Alice: thanks, we can afford it
    """
    assert list(topics.find(conversation, MONEY)) == []
