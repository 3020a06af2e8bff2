"""What both like: each ticks alone, what both ticked is shown, and what hurts is in neither."""

import pytest

from amends.together import HurtPlaces, load_interests
from amends.web.overlap import overlap_of
from tests.web.conftest import Person
from tests.web.couple import couple, space_for

pytestmark = pytest.mark.django_db
EVERY = [one.id for one in load_interests("en")]


@pytest.fixture
def two() -> tuple[Person, Person]:
    return couple("interests")


def page(someone: Person) -> str:
    return str(someone.get("/interests/").content.decode())


def ticked(someone: Person, *names: str) -> None:
    someone.post("/interests/", action="tick", tick=names)


def test_it_says_what_ticking_everything_gives_away(two: tuple[Person, Person]) -> None:
    alice, _ = two

    assert "Someone who ticks everything learns everything that you ticked." in page(alice)


def test_only_what_both_ticked_is_shown(two: tuple[Person, Person]) -> None:
    alice, bob = two
    ticked(alice, "swimming", "cycling")
    assert "Your list is given." in page(alice)
    assert "They have given their list." in page(bob)
    assert "Both of you like this" not in page(bob)

    ticked(bob, "swimming", "hiking")

    for each in two:
        both = page(each).partition("Both of you like this")[2].partition("</section>")[0]
        assert "Swimming" in both
        assert "Cycling" not in both
        assert "Hiking" not in both


def test_the_other_never_reads_the_list(two: tuple[Person, Person]) -> None:
    alice, bob = two

    ticked(alice, "swimming", "hiking")

    assert "checked" not in page(bob)
    assert page(alice).count("checked") == 2


def test_what_hurts_is_neither_asked_nor_given(two: tuple[Person, Person]) -> None:
    alice, bob = two
    alice.vault.put(HurtPlaces(("swim",)))
    assert 'value="swimming"' not in page(alice)
    assert "not in this list" in page(alice)
    assert "not in this list" not in page(bob)

    ticked(alice, *EVERY)
    ticked(bob, *EVERY)
    page(alice)

    both = overlap_of(space_for(bob), "interests").both or frozenset()
    assert "hiking" in both
    assert "swimming" not in both


def test_what_hurts_later_leaves_ones_own_page_alone(two: tuple[Person, Person]) -> None:
    alice, bob = two
    ticked(alice, "swimming", "hiking")
    ticked(bob, "swimming", "hiking")

    alice.vault.put(HurtPlaces(("swim",)))

    assert "Swimming" not in page(alice)
    assert "Swimming" in page(bob)


def test_nothing_in_common_is_said_kindly(two: tuple[Person, Person]) -> None:
    alice, bob = two
    ticked(alice, "swimming")

    ticked(bob, "hiking")

    assert "Nothing is on both lists." in page(alice)


def test_it_is_closed_when_one_takes_it_out(two: tuple[Person, Person]) -> None:
    alice, bob = two

    bob.post("/ours/", action="want", tool="interests", wanted="no")

    assert alice.get("/interests/").status_code == 403
    assert alice.post("/interests/", action="tick", tick=["swimming"]).status_code == 403
