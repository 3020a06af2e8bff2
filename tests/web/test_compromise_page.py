"""A fair compromise: blind where it has to be, nothing chosen that one could not live with."""

from datetime import timedelta

import pytest

from amends.together import TRIAL, Trial
from tests.web.conftest import NOW, Person
from tests.web.couple import couple, space_for

pytestmark = pytest.mark.django_db
PATH = "/compromise/"


@pytest.fixture
def two() -> tuple[Person, Person]:
    return couple("compromise")


def page(someone: Person) -> str:
    return str(someone.get(PATH).content.decode())


def both_give(two: tuple[Person, Person], action: str, hers: str, his: str, **more: str) -> None:
    alice, bob = two
    alice.post(PATH, action=action, words=hers, **more)
    bob.post(PATH, action=action, words=his, **more)
    page(alice)


def up_to_ticking(two: tuple[Person, Person]) -> None:
    two[0].post(PATH, action="matter", words="Sundays with my mother")
    both_give(two, "need", "One day without plans.", "That she is not alone.")
    both_give(two, "ways", "every second Sunday\nshe comes to us", "by phone\nevery second Sunday")


def test_needs_are_read_when_both_have_written(two: tuple[Person, Person]) -> None:
    alice, bob = two
    alice.post(PATH, action="matter", words="Sundays with my mother")
    alice.post(PATH, action="need", words="One day without plans.")

    assert "Sundays with my mother" in page(bob)
    assert "One day without plans." not in page(bob)
    assert "They have given theirs." in page(bob)
    bob.post(PATH, action="need", words="That she is not alone.")
    page(alice)
    assert "One day without plans." in page(bob)
    assert "That she is not alone." in page(alice)


def test_both_lists_of_ways_become_one(two: tuple[Person, Person]) -> None:
    up_to_ticking(two)

    for someone in two:
        text = page(someone)
        assert text.index("by phone") < text.index("every second Sunday") < text.index("she comes")


def test_nothing_is_ticked_before_both_lists_are_there(two: tuple[Person, Person]) -> None:
    alice, bob = two
    alice.post(PATH, action="matter", words="Sundays with my mother")
    both_give(two, "need", "One day without plans.", "That she is not alone.")
    alice.post(PATH, action="ways", words="every second Sunday")
    bob.post(PATH, action="ways", words="by phone")

    assert "Which could you live with?" not in page(bob)
    assert "whoever was first has looked in here again" in page(bob)
    page(alice)
    assert "every second Sunday" in page(bob)


def test_only_what_both_ticked_can_be_chosen(two: tuple[Person, Person]) -> None:
    alice, bob = two
    up_to_ticking(two)
    alice.post(PATH, action="tick", way=["every second Sunday", "she comes to us"])
    bob.post(PATH, action="tick", way=["every second Sunday", "by phone"])
    page(alice)

    bob.post(PATH, action="choose", way="by phone")
    assert not space_for(bob).all(Trial)
    bob.post(PATH, action="choose", way="every second Sunday")
    (trial,) = space_for(bob).all(Trial)
    assert trial.item.until == NOW.astimezone().date() + TRIAL


def test_who_put_it_forward_cannot_agree_for_both(two: tuple[Person, Person]) -> None:
    alice, bob = two
    up_to_ticking(two)
    for someone in two:
        someone.post(PATH, action="tick", way=["by phone"])
    page(alice)
    bob.post(PATH, action="choose", way="by phone")

    bob.post(PATH, action="agree")
    assert "It begins when they say yes." in page(bob)
    alice.post(PATH, action="agree")
    assert "You are trying" in page(bob)


def test_after_two_weeks_each_looks_alone(two: tuple[Person, Person]) -> None:
    alice, bob = two
    up_to_ticking(two)
    for someone in two:
        someone.post(PATH, action="tick", way=["by phone"])
    page(alice)
    bob.post(PATH, action="choose", way="by phone")
    (trial,) = space_for(bob).all(Trial)
    over = Trial(trial.item.matter, trial.item.way, trial.item.until - timedelta(days=15))
    space_for(bob).put(over, id=trial.id, revision=trial.revision)
    alice.post(PATH, action="agree")

    alice.post(PATH, action="look", words="It was quiet.", after="keep")
    assert "It was quiet." not in page(bob)
    bob.post(PATH, action="look", words="She missed us.", after="change")
    page(alice)

    assert "It was quiet." in page(bob)
    assert "She missed us." in page(alice)
    assert "change something" in page(alice)


def test_nothing_in_common_leads_on(two: tuple[Person, Person]) -> None:
    alice, bob = two
    up_to_ticking(two)
    alice.post(PATH, action="tick", way=["by phone"])
    bob.post(PATH, action="tick", way=["she comes to us"])
    page(alice)

    assert "There is nothing yet that both of you ticked." in page(bob)
    assert "Tick once more" in page(bob)


@pytest.mark.parametrize("action", ["need", "ways"])
def test_an_empty_part_is_told(two: tuple[Person, Person], action: str) -> None:
    alice, _ = two
    alice.post(PATH, action="matter", words="Sundays")

    assert alice.post(PATH, action=action, words=" ").status_code == 422


def test_either_puts_it_down(two: tuple[Person, Person]) -> None:
    alice, bob = two
    alice.post(PATH, action="matter", words="Sundays")

    bob.post(PATH, action="put-down")

    assert "Take this up together" in page(alice)
