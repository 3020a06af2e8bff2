from amends.chats.chance import chance_of
from amends.chats.patterns import Episode, bursts
from amends.chats.talk import ME, Talk
from tests.chats.patterns.conftest import talk


def mine(one: Talk) -> int:
    return int(bursts.find(one).counts()[ME])


def test_it_sees_four_in_a_row(conversation: Talk) -> None:
    """
    1 21:00 Bob: hi
    1 21:05 Alice: where are you
    1 21:06 Alice: hello?
    1 21:10 Alice: I can see that you read this
    1 21:50 Alice: fine
    """
    assert list(bursts.find(conversation)) == [Episode(ME, 1, 4)]


def test_it_leaves_three_lines_of_one_thought_alone(conversation: Talk) -> None:
    """
    1 21:05 Alice: I'm home
    1 21:05 Alice: the train was late
    1 21:06 Alice: see you tomorrow
    1 21:09 Bob: good
    """
    assert list(bursts.find(conversation)) == []


def test_an_hour_of_silence_ends_it(conversation: Talk) -> None:
    """
    1 18:00 Alice: one
    1 18:10 Alice: two
    1 19:20 Alice: three
    1 19:25 Alice: four
    """
    assert list(bursts.find(conversation)) == []


def test_it_stands_out_where_it_is_planted() -> None:
    lines = []
    for day in range(60):
        lines += [f"{day} 10:{n:02} {'Bob' if n % 2 else 'Alice'}: so" for n in range(12)]
        lines += [f"{day} 22:{n:02} Alice: hello?" for n in range(6)]

    found = chance_of(talk("\n".join(lines)), mine, bursts.SHUFFLED)

    assert (found.seen, found.stands_out) == (60, True)
