"""Rules and hours: each ticks alone, both see what both ticked, a signature can be taken back."""

import pytest

from amends.together import OwnRule
from tests.web.conftest import Person
from tests.web.couple import couple, space_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def two() -> tuple[Person, Person]:
    return couple("rules", "hours")


def page(someone: Person, path: str) -> str:
    return str(someone.get(path).content.decode())


def result(text: str) -> str:
    """What stands in the card with what both want."""
    return text.partition('<section class="card">')[2].partition("</section>")[0]


def test_only_what_suits_both_is_shown(two: tuple[Person, Person]) -> None:
    alice, bob = two
    alice.post("/hours/", action="tick", tick=["evenings-2", "evenings-3", "own-door"])
    assert "They have given their list" in page(bob, "/hours/")
    assert not result(page(bob, "/hours/"))

    bob.post("/hours/", action="tick", tick=["evenings-3", "evenings-4"])

    for someone in two:
        page(someone, "/hours/")
        both = result(page(someone, "/hours/"))
        assert "three" in both
        assert "four" not in both
        assert "a door that may be closed" not in both


def test_nothing_on_both_lists_is_told_kindly(two: tuple[Person, Person]) -> None:
    alice, bob = two
    alice.post("/hours/", action="tick", tick=["evenings-2"])
    bob.post("/hours/", action="tick", tick=["evenings-5"])
    page(alice, "/hours/")

    assert "Nothing is on both lists." in page(bob, "/hours/")


def test_an_unknown_tick_is_left_out(two: tuple[Person, Person]) -> None:
    alice, _ = two

    alice.post("/hours/", action="tick", tick=["no-such-option"])

    assert "Your list is given." in page(alice, "/hours/")


def test_a_rule_stands_when_both_signed(two: tuple[Person, Person]) -> None:
    alice, bob = two
    for someone in two:
        someone.post("/ground-rules/", action="tick", tick=["pause", "one-topic"])
    page(alice, "/ground-rules/")

    assert "One topic at a time." in result(page(bob, "/ground-rules/"))


def test_a_rule_of_ones_own_is_seen_by_both(two: tuple[Person, Person]) -> None:
    alice, bob = two
    alice.post("/ground-rules/", action="own", rule="Ten minutes of nothing after work.")
    (rule,) = space_for(alice).all(OwnRule)

    for someone in two:
        someone.post("/ground-rules/", action="tick", tick=[f"own-{rule.id.hex()}"])
    page(alice, "/ground-rules/")

    assert "Ten minutes of nothing" in result(page(bob, "/ground-rules/"))


def test_a_signature_is_taken_back_at_once(two: tuple[Person, Person]) -> None:
    alice, bob = two
    for someone in two:
        someone.post("/ground-rules/", action="tick", tick=["pause"])
    page(alice, "/ground-rules/")

    bob.post("/ground-rules/", action="take-back")

    assert not result(page(alice, "/ground-rules/"))
