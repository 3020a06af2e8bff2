"""What both wrote of gladly stands beside an interest: for one alone, never ticked by itself."""

import pytest

from amends.chats import Conversation
from amends.store import (
    conversations,
    forget_conversation,
    hide_conversation,
    keep_conversation,
    keep_gladly,
    kept_gladly,
)
from amends.store.models import SharedItem
from amends.together import HurtPlaces
from amends.web.spoken_of import spoken_of
from tests.chats.patterns.conftest import everyday, filled, said
from tests.web.conftest import Person
from tests.web.couple import couple

pytestmark = pytest.mark.django_db
LINE = "You both wrote about this."
GLAD = "A: I loved our hike\nB: so did i"


@pytest.fixture
def two() -> tuple[Person, Person]:
    return couple("interests")


def chat(lines: str = GLAD, names: tuple[str, ...] = ("Alice", "Bob")) -> Conversation:
    """Return four months; these lines come every twelve days, the last name has the last word."""
    rows = everyday(120, 1) + [row for day in range(3, 120, 12) for row in said(day, 15, lines)]
    rows.sort(key=lambda row: row[0])
    messages = [(at, names[who], text) for at, who, text in rows]
    messages.append((rows[-1][0] + 60, names[-1], "bye"))
    return Conversation(filled(messages), (), bytes(len(messages)))


def page(someone: Person) -> str:
    return str(someone.get("/interests/").content.decode())


def marked(someone: Person) -> list[str]:
    """Return the interests beside which it stands, in the order of the page."""
    labels = page(someone).split('<label class="choice">')[1:]
    return [one.partition('value="')[2].partition('"')[0] for one in labels if LINE in one]


def test_it_stands_beside_what_both_were_glad_of(two: tuple[Person, Person]) -> None:
    alice, _ = two

    keep_conversation(alice.vault, chat(), "Alice")

    assert marked(alice) == ["hiking"]
    assert "checked" not in page(alice)


def test_the_other_learns_nothing_of_it(two: tuple[Person, Person]) -> None:
    alice, bob = two
    shared = SharedItem.objects.count()
    keep_conversation(alice.vault, chat(), "Alice")
    page(alice)

    assert LINE not in page(bob)
    assert SharedItem.objects.count() == shared


def test_what_is_tied_to_a_hurt_is_not_named(two: tuple[Person, Person]) -> None:
    alice, _ = two
    keep_conversation(alice.vault, chat(), "Alice")

    alice.vault.put(HurtPlaces(("hike",)))

    assert "hiking" not in page(alice)
    assert marked(alice) == []


def test_without_a_conversation_nothing_is_said_or_kept(two: tuple[Person, Person]) -> None:
    alice, _ = two

    assert LINE not in page(alice)
    assert alice.vault.records(conversations.ChatGladly) == []


NOTHING = {
    "only one was glad": (chat("A: I loved our hike\nB: so"), "Alice"),
    "nobody said who I am": (chat(), ""),
    "a group": (chat(names=("Alice", "Bob", "Carol")), "Alice"),
}


@pytest.mark.parametrize(("conversation", "me"), NOTHING.values(), ids=NOTHING.keys())
def test_it_is_not_said_where_it_cannot_be_known(
    two: tuple[Person, Person], conversation: Conversation, me: str
) -> None:
    alice, _ = two

    keep_conversation(alice.vault, conversation, me)

    assert marked(alice) == []


def test_out_of_sight_it_is_silent_and_forgotten_it_is_gone(two: tuple[Person, Person]) -> None:
    alice, _ = two
    keep_conversation(alice.vault, chat(), "Alice")
    assert marked(alice) == ["hiking"]

    hide_conversation(alice.vault, hidden=True)
    assert marked(alice) == []
    forget_conversation(alice.vault)

    assert marked(alice) == []
    assert alice.vault.records(conversations.ChatGladly) == []


def test_the_messages_are_opened_once(
    two: tuple[Person, Person],
) -> None:
    alice, _ = two
    keep_conversation(alice.vault, chat(), "Alice")
    assert spoken_of(alice.vault) == {"hiking"}

    for piece in alice.vault.all(conversations.ChatPiece):
        alice.vault.delete(piece.id)

    assert marked(alice) == ["hiking"]


def test_it_is_looked_for_anew_with_other_words_or_other_messages(
    two: tuple[Person, Person],
) -> None:
    alice, _ = two
    keep_conversation(alice.vault, chat(), "Alice")
    keep_gladly(alice.vault, ("chess",), "with the words of last year")
    assert marked(alice) == ["hiking"]

    keep_conversation(alice.vault, chat(GLAD.replace("hike", "swim")), "Alice")

    assert marked(alice) == ["swimming"]
    assert kept_gladly(alice.vault, "with the words of last year") is None
