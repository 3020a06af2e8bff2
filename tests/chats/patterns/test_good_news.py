from amends.chats.patterns import Episode, good_news
from amends.chats.talk import ME, Talk


def test_it_sees_glad_words_after_good_news(conversation: Talk) -> None:
    """
    1 10:00 Bob: guess what
    1 10:01 Bob: I passed
    1 11:00 Alice: wait
    1 11:01 Alice: congratulations! tell me everything
    """
    found = good_news.find(conversation)

    assert list(found) == [Episode(ME, 0, 3)]
    assert good_news.facts(conversation, found) == {"told": 1}


def test_an_answer_about_something_else_is_none(conversation: Talk) -> None:
    """
    1 10:00 Bob: I got the job
    1 10:10 Alice: did you buy milk
    1 10:11 Bob: yes
    1 10:12 Alice: wonderful
    """
    assert list(good_news.find(conversation)) == []


def test_glad_words_a_day_later_are_none(conversation: Talk) -> None:
    """
    1 10:00 Bob: I got the job
    2 10:10 Alice: amazing
    """
    assert list(good_news.find(conversation)) == []
