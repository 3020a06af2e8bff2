"""A contact about one of the named matters says which one."""

import pytest

from amends.contact import Contact, State
from tests.web.conftest import NOW, Person, settled

PATH = "/agreement/log/"
LINE = {"by": "me", "channel": "message", "day": NOW.date().isoformat()}
FIELD = b'<select name="topic"'


@pytest.fixture
def alice(db: None) -> Person:
    return settled(State.LOGISTICS_ONLY, topics=("school", "rent"))


def topics_of(someone: Person) -> list[str]:
    return [kept.record.topic for kept in someone.vault.all(Contact)]


def test_the_named_topics_and_something_else_can_be_chosen(alice: Person) -> None:
    page = alice.get(PATH).content.decode()

    assert '<option value="rent">rent</option>' in page
    assert "Something else" in page


def test_the_chosen_topic_is_kept_and_shown(alice: Person) -> None:
    alice.post(PATH, **LINE, topic="rent")

    assert topics_of(alice) == ["rent"]
    assert "· rent" in alice.get(PATH).content.decode()


def test_something_else_is_kept_without_a_topic(alice: Person) -> None:
    alice.post(PATH, **LINE, topic="")
    alice.post(PATH, **LINE)

    assert topics_of(alice) == ["", ""]


def test_a_topic_that_nobody_named_is_not_kept(alice: Person) -> None:
    page = alice.post(PATH, **LINE, topic="the summer").content.decode()

    assert topics_of(alice) == []
    assert "problem" in page


@pytest.mark.django_db
@pytest.mark.parametrize("state", [State.OPEN, State.SPACE, State.TOGETHER])
def test_where_no_topics_are_named_none_is_asked_for(state: State) -> None:
    someone = settled(state)

    someone.post(PATH, **LINE, topic="rent")

    assert FIELD not in someone.get(PATH).content
    assert topics_of(someone) == [""]
