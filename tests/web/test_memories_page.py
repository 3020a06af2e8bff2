"""Memories: one's own until they are shown, one by one; pictures; what someone puts away."""

import re
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest

from amends.store.models import SharedItem
from amends.together import Act, HurtPlaces, Memory, Move, Picture, Sitting
from amends.web import remembering
from tests.web.conftest import NOW, Person
from tests.web.couple import couple, space_for
from tests.web.pictures import png

pytestmark = pytest.mark.django_db
WORDS = "canary-memory: the wrong bus, and the bread."


@pytest.fixture
def two() -> tuple[Person, Person]:
    return couple("memories")


def page(someone: Person, path: str = "/memories/") -> str:
    return str(someone.get(path).content.decode())


def keep(someone: Person, words: str = WORDS, **form: Any) -> Any:
    return someone.post("/memories/", action="keep", words=words, **form)


def picture(raw: bytes) -> BytesIO:
    file = BytesIO(raw)
    file.name = "bread.png"
    return file


def act(someone: Person, action: str) -> None:
    kept = someone.vault.all(Memory)[-1]
    someone.post("/memories/", action=action, memory=kept.id.hex())


def shown_picture(someone: Person) -> str:
    """Return the address of the picture on someone's page, or an empty text."""
    found = re.search(r'<img src="([^"]+)"', page(someone))
    return found[1] if found else ""


def test_a_memory_is_ones_own_until_it_is_shown(two: tuple[Person, Person]) -> None:
    alice, bob = two
    keep(alice, year="2019", month="7")

    assert "Only you see it." in page(alice)
    assert "July 2019." in page(alice)
    assert WORDS not in page(bob)
    act(alice, "show")
    assert WORDS in page(bob)
    assert "They showed it to you." in page(bob)
    assert "Both of you see it." in page(alice)


def test_what_was_shown_is_taken_back_with_its_picture(two: tuple[Person, Person]) -> None:
    alice, bob = two
    before = SharedItem.objects.count()
    keep(alice, picture=picture(png()))
    act(alice, "show")
    address = shown_picture(bob)
    assert bob.get(address).content == png()

    act(alice, "take-back")

    assert WORDS not in page(bob)
    assert bob.get(address).status_code == 404
    assert SharedItem.objects.count() == before


def test_a_change_stays_ones_own_until_it_is_shown_again(two: tuple[Person, Person]) -> None:
    alice, bob = two
    keep(alice, picture=picture(png()))
    act(alice, "show")
    kept = alice.vault.all(Memory)[-1]

    keep(alice, "Changed.", memory=kept.id.hex(), picture=picture(png(9)))

    assert "They see it as it was" in page(alice)
    assert WORDS in page(bob)
    assert bob.get(shown_picture(bob)).content == png()
    act(alice, "show")
    assert "Changed." in page(bob)
    assert bob.get(shown_picture(bob)).content == png(9)
    assert len(space_for(alice).all(Picture)) == 1
    assert len(alice.vault.all(Picture)) == 1


def test_a_picture_that_was_exchanged_is_gone(two: tuple[Person, Person]) -> None:
    alice, _ = two
    keep(alice, picture=picture(png()))
    kept = alice.vault.all(Memory)[-1]

    keep(alice, memory=kept.id.hex(), picture=picture(png(9)))

    assert [one.bytes for one in alice.vault.records(Picture)] == [png(9)]


def test_a_deleted_memory_is_gone_for_both(two: tuple[Person, Person]) -> None:
    alice, bob = two
    keep(alice, picture=picture(png()))
    act(alice, "show")

    act(alice, "delete")

    assert WORDS not in page(alice) + page(bob)
    assert not alice.vault.all(Picture)
    assert not space_for(bob).all(Picture)


def test_nobody_changes_what_the_other_has_shown(two: tuple[Person, Person]) -> None:
    alice, bob = two
    keep(alice)
    act(alice, "show")
    theirs = space_for(bob).theirs(Memory)[0].id.hex()

    for action in ("show", "take-back", "delete"):
        bob.post("/memories/", action=action, memory=theirs)
    keep(bob, "Mine.", memory=theirs)

    assert WORDS in page(alice)
    assert WORDS in page(bob)


def test_a_picture_of_the_other_is_there_once_it_is_shown(two: tuple[Person, Person]) -> None:
    alice, bob = two
    keep(alice, picture=picture(png()))
    own = shown_picture(alice)

    assert alice.get(own).headers["Content-Type"] == "image/png"
    assert bob.get(own).status_code == 404
    assert bob.get("/memories/picture/?of=x").status_code == 404
    assert bob.get("/memories/picture/").status_code == 404


def test_what_one_puts_away_the_other_still_sees(two: tuple[Person, Person]) -> None:
    alice, bob = two
    keep(alice)
    act(alice, "show")
    name = alice.vault.all(Memory)[0].record.name
    before = page(alice)

    bob.post("/memories/", action="put-away", name=name)

    assert "One is put away" in page(bob)
    assert WORDS not in page(bob).partition("One is put away")[0]
    assert without_tokens(page(alice)) == without_tokens(before)
    act(alice, "show")
    assert WORDS not in page(bob).partition("One is put away")[0]
    bob.post("/memories/", action="back", name=name)
    assert "put away<" not in page(bob)


def without_tokens(text: str) -> str:
    return re.sub(r'value="[\w-]{64}"', "", text)


def test_what_speaks_of_a_hurt_is_put_away_by_itself(two: tuple[Person, Person]) -> None:
    alice, bob = two
    bob.vault.put(HurtPlaces(("wrong bus",)))
    keep(alice)
    act(alice, "show")

    assert WORDS not in page(bob).partition("One is put away")[0]
    assert "It speaks of something that you named" in page(bob)
    assert "put away<" not in page(alice)


def test_a_day_with_a_pause_is_no_ordinary_day(two: tuple[Person, Person]) -> None:
    alice, bob = two
    keep(alice)
    sitting = space_for(alice).put(Sitting(NOW - timedelta(hours=2), "Sundays", 3, True))
    moves = ((Act.AGREE, 119), (Act.PAUSE, 118), (Act.ENOUGH, 117))
    for move, minutes in moves:
        at = NOW - timedelta(minutes=minutes)
        until = at + timedelta(minutes=20) if move == Act.PAUSE else None
        space_for(bob).put(Move(sitting.id.hex(), move, at, until))

    assert "Not on every day." in page(alice)
    assert WORDS not in page(alice)
    assert WORDS in page(alice, "/memories/?all=yes")
    answer = alice.post("/memories/?all=yes", action="keep", words="One more.")
    assert answer.headers["Location"] == "/memories/?all=yes"
    assert remembering.is_ordinary(space_for(alice), NOW + timedelta(days=1))


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"words": " "}, "Write a line first."),
        ({"day": "4"}, "There is no such day"),
        ({"year": "2100"}, "There is no such day"),
        ({"picture": b"no picture"}, "This file is not a JPEG"),
        ({"picture": png() + bytes(remembering.LARGEST)}, "larger than 2 MB"),
    ],
)
def test_a_mistake_is_told_and_nothing_typed_is_lost(
    form: dict[str, Any], said: str, two: tuple[Person, Person]
) -> None:
    alice, _ = two
    if "picture" in form:
        form = form | {"picture": picture(form["picture"])}

    answer = keep(alice, **{"words": WORDS, "year": "", **form})

    text = answer.content.decode()
    assert answer.status_code == 422
    assert said in text
    assert WORDS in text or form["words"] == " "
    assert not alice.vault.all(Memory)


def test_all_pictures_together_have_a_limit(
    two: tuple[Person, Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    alice, _ = two
    monkeypatch.setattr(remembering, "MOST_TOGETHER", 2 * len(png()))
    for _number in range(2):
        keep(alice, picture=picture(png()))

    answer = keep(alice, picture=picture(png()))

    assert "no more room for pictures" in answer.content.decode()
    assert len(alice.vault.all(Memory)) == 2


def test_no_name_of_the_other_takes_the_place_of_ones_own(two: tuple[Person, Person]) -> None:
    alice, bob = two
    keep(alice)
    name = alice.vault.all(Memory)[0].record.name

    space_for(bob).put(Memory(name, "Something else."))

    assert WORDS in page(alice)
