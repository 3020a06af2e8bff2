"""Closer questions: hidden until both wrote, skipped without a reason, come back to later."""

import re
from datetime import timedelta

import pytest

from amends.store import Space
from amends.together import Opened, OwnAnswer
from amends.web.releasing import finish, release
from tests.web.conftest import NOW, Person
from tests.web.couple import couple, space_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def two() -> tuple[Person, Person]:
    return couple("questions")


def page(someone: Person) -> str:
    return str(someone.get("/closer/").content.decode())


def asked_in(text: str) -> str:
    found = re.search(r'<h2 id="question"><span[^>]*>(.+?)</span></h2>', text)
    return found[1] if found else ""


def write(someone: Person, words: str) -> None:
    someone.post("/closer/", action="write", words=words)


def test_one_takes_up_a_question_for_both(two: tuple[Person, Person]) -> None:
    alice, bob = two

    alice.post("/closer/", action="take", deck="")

    assert asked_in(page(alice))
    assert asked_in(page(alice)) == asked_in(page(bob))


def test_neither_reads_before_both_have_written(two: tuple[Person, Person]) -> None:
    alice, bob = two
    alice.post("/closer/", action="take")
    write(alice, "A quiet morning.")

    assert "A quiet morning." not in page(bob)
    assert "They have written theirs." in page(bob)
    write(bob, "Soup.")
    page(alice)

    assert "A quiet morning." in page(bob)
    assert "Soup." in page(alice)
    assert not asked_in(page(alice))


def test_an_answer_can_be_changed_until_the_other_has_written(two: tuple[Person, Person]) -> None:
    alice, bob = two
    alice.post("/closer/", action="take")
    write(alice, "First words.")
    write(alice, "Better words.")
    write(bob, "Soup.")
    page(alice)

    assert "Better words." in page(bob)
    assert "First words." not in page(bob)


def test_a_skipped_question_goes_for_both_and_names_nobody(two: tuple[Person, Person]) -> None:
    alice, bob = two
    alice.post("/closer/", action="take")
    first = asked_in(page(bob))

    bob.post("/closer/", action="skip")

    assert not asked_in(page(alice))
    alice.post("/closer/", action="take")
    assert asked_in(page(alice)) not in ("", first)


def test_an_empty_answer_is_told(two: tuple[Person, Person]) -> None:
    alice, _ = two
    alice.post("/closer/", action="take")

    answer = alice.post("/closer/", action="write", words="  ")

    assert answer.status_code == 422
    assert "Write a line, or skip the question." in answer.content.decode()


def test_months_later_a_question_can_be_asked_again(two: tuple[Person, Person]) -> None:
    alice, bob = two
    long_ago = (NOW - timedelta(days=100)).date()
    for someone in two:
        space = space_for(someone)
        old_answer(space, OwnAnswer("good-week/monday", "Coffee.", long_ago))
    space_for(alice).put(Opened("good-week/monday"))

    assert "Ask this again" in page(alice)
    alice.post("/closer/", action="take", again="good-week/monday")
    assert asked_in(page(bob)) == asked_in(page(alice)) != ""
    write(bob, "A later bus.")
    write(alice, "The same bus.")
    page(bob)

    assert "A later bus." in page(alice)
    assert "Coffee." in page(alice)


def old_answer(space: Space, answer: OwnAnswer) -> None:
    finish(space, f"closer/{answer.question}")
    release(space, space.vault.put(answer))


def test_a_deck_with_nothing_left_says_so(two: tuple[Person, Person]) -> None:
    alice, _ = two

    answer = alice.post("/closer/", action="take", deck="no-such-deck").content.decode()

    assert "There is no question left at this depth." in answer
