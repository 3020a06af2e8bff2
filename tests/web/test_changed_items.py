"""Someone with the database changes the shared space: it is told plainly, and one can leave."""

from collections.abc import Callable

import pytest
from django.db.models import F

from amends.store import space_of
from amends.store.models import SharedItem
from tests.web.conftest import NOW, Person
from tests.web.couple import couple, space_for

pytestmark = pytest.mark.django_db
TOLD = "Something in the shared space was changed by nobody of you two, and was not opened."
Change = Callable[[int], object]


@pytest.fixture
def two() -> tuple[Person, Person]:
    """Two with something of every kind that opening and listening leave in a space."""
    alice, bob = couple("listening")
    alice.post("/listening/", action="propose", topic="canary-topic", minutes="3", first="me")
    bob.post("/listening/", action="agree")
    return alice, bob


def cut(number: int) -> object:
    sealed = bytes(SharedItem.objects.get(number=number).sealed)
    return SharedItem.objects.filter(number=number).update(sealed=sealed[:-1] + b"\0")


def swap(number: int) -> object:
    """Put what another item holds in the place of this one."""
    other = SharedItem.objects.exclude(number=number).order_by("number").first()
    assert other is not None
    return SharedItem.objects.filter(number=number).update(sealed=other.sealed)


def renumber(number: int) -> object:
    return SharedItem.objects.filter(number=number).update(revision=F("revision") + 1)


def numbers() -> list[int]:
    return list(SharedItem.objects.order_by("number").values_list("number", flat=True))


def opened(someone: Person, page: str) -> tuple[int, str]:
    answer = someone.get(page)
    return answer.status_code, str(answer.content.decode())


CHANGES = pytest.mark.parametrize("change", [cut, swap, renumber])


@CHANGES
@pytest.mark.parametrize("place", range(10))
def test_every_changed_item_closes_listening_with_one_clear_sentence(
    change: Change, place: int, two: tuple[Person, Person]
) -> None:
    alice, _ = two
    change(numbers()[place])

    status, said = opened(alice, "/listening/")

    assert status == 409
    assert TOLD in said
    assert "canary-topic" not in said


@CHANGES
@pytest.mark.parametrize("place", range(10))
def test_whatever_was_changed_one_can_leave_and_the_other_is_told(
    change: Change, place: int, two: tuple[Person, Person]
) -> None:
    alice, bob = two
    change(numbers()[place])
    assert 'value="leave"' in opened(alice, "/ours/")[1]

    alice.post("/ours/", action="leave", taking="on")

    assert space_of(alice.vault, NOW) is None
    assert space_for(bob).membership.ended
    assert "The shared space was closed for one of you." in opened(bob, "/ours/")[1]


def test_there_are_ten_items_to_change(two: tuple[Person, Person]) -> None:
    assert len(numbers()) == 10


def test_what_hides_the_end_keeps_nobody_in(two: tuple[Person, Person]) -> None:
    """The last item of who left is changed too: the other sees that, and the way out."""
    alice, bob = two
    bob.post("/ours/", action="leave")
    cut(numbers()[-1])

    status, said = opened(alice, "/ours/")

    assert (status, TOLD in said) == (409, True)
    alice.post("/ours/", action="leave")
    assert space_of(alice.vault, NOW) is None
