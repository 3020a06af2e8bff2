"""Listening in turns, by two members with a browser each, and by two at one screen."""

from datetime import timedelta
from typing import Any

import pytest

from amends.store import Space
from amends.together import Act, Move, Phase, Sitting
from amends.web.listening import latest
from tests.web.conftest import Person
from tests.web.couple import NOW, couple, space_for

pytestmark = pytest.mark.django_db
AGO = NOW - timedelta(minutes=30)


@pytest.fixture
def two() -> tuple[Person, Person]:
    return couple("listening")


def page(someone: Person) -> str:
    return str(someone.get("/listening/").content.decode())


def proposed(someone: Person, **form: Any) -> None:
    someone.post("/listening/", action="propose", topic="Sundays", minutes="3", first="me", **form)


def press(someone: Person, act: str) -> Any:
    return someone.post("/listening/", action=act)


def phase(someone: Person) -> Phase:
    session = latest(space_for(someone))
    assert session is not None
    return session.stand.phase


def at_answer(alice: Person, bob: Person) -> None:
    """Alice asked and spoke half an hour ago, so that no test has to wait for a breath."""
    hers, his = space_for(alice), space_for(bob)
    sitting = hers.put(Sitting(AGO, "Sundays", 3, author_first=True))
    moved(his, sitting.id, Act.AGREE, 1)
    moved(hers, sitting.id, Act.SPOKEN, 2)


def moved(space: Space, sitting: bytes, act: Act, minute: int) -> None:
    space.put(Move(sitting.hex(), act, AGO + timedelta(minutes=minute)))


def test_it_waits_for_a_yes(two: tuple[Person, Person]) -> None:
    alice, bob = two
    proposed(alice)

    assert "It begins when they say yes" in page(alice)
    assert "They ask whether you would like to talk about this now" in page(bob)
    press(bob, "agree")
    assert "You speak." in page(alice)
    assert "They speak. You listen." in page(bob)


def test_not_today_is_an_answer(two: tuple[Person, Person]) -> None:
    alice, bob = two
    proposed(alice)

    press(bob, "enough")

    assert phase(alice) == Phase.ENDED


def test_the_listener_waits_for_the_speaker(two: tuple[Person, Person]) -> None:
    alice, bob = two
    at_answer(alice, bob)
    press(bob, "mirrored")
    assert phase(bob) == Phase.CHECK

    press(bob, "got-it")

    assert phase(bob) == Phase.CHECK
    assert (
        "Yes, that is it" not in page(bob).partition('class="actions"')[2].partition("</form>")[0]
    )
    press(alice, "got-it")
    assert phase(bob) == Phase.SWAP
    assert "Heard and confirmed: once." in page(bob)


def test_an_answer_needs_a_breath(two: tuple[Person, Person]) -> None:
    alice, bob = two
    proposed(alice)
    press(bob, "agree")
    press(alice, "spoken")

    press(bob, "mirrored")

    assert phase(bob) == Phase.MIRROR


def test_a_pause_says_until_when(two: tuple[Person, Person]) -> None:
    alice, bob = two
    at_answer(alice, bob)

    bob.post("/listening/", action="pause", minutes="30")

    session = latest(space_for(alice))
    assert session is not None
    assert session.stand.phase == Phase.PAUSE
    assert session.stand.until is not None
    assert "A pause until" in page(alice)
    assert "I am back" in page(bob)
    assert ">I am back<" not in page(alice)


def test_a_full_person_is_told_of_the_pause_and_nobody_else(two: tuple[Person, Person]) -> None:
    alice, bob = two
    at_answer(alice, bob)

    full = bob.post("/listening/", action="full", full="8").content.decode()

    assert "A pause now is better" in full
    assert "A pause now is better" not in page(alice)
    assert "A pause now is better" not in page(bob)


def test_a_proposal_needs_a_topic(two: tuple[Person, Person]) -> None:
    alice, _ = two

    answer = alice.post("/listening/", action="propose", topic=" ", minutes="3", first="me")

    assert answer.status_code == 422
    assert "Say in a few words" in answer.content.decode()


def test_at_one_screen_nothing_else_is_open(two: tuple[Person, Person]) -> None:
    alice, _ = two
    proposed(alice, screen="on")

    press(alice, "agree other")

    assert phase(alice) == Phase.SPEAK
    assert alice.get("/journal/").headers["Location"] == "/unlock/"
    assert alice.get("/listening/").status_code == 200
    press(alice, "spoken")
    assert phase(alice) == Phase.MIRROR


def test_at_one_screen_the_window_of_who_was_asked_presses_for_nobody_else(
    two: tuple[Person, Person],
) -> None:
    alice, bob = two
    proposed(alice, screen="on")
    press(bob, "agree")

    press(bob, "spoken other")

    assert ' other"' not in page(bob)
    assert phase(alice) == Phase.SPEAK


def test_in_two_windows_nobody_presses_for_the_other(two: tuple[Person, Person]) -> None:
    alice, _ = two
    proposed(alice)

    press(alice, "agree other")

    assert phase(alice) == Phase.PROPOSED


def test_the_beat_changes_with_each_move(two: tuple[Person, Person]) -> None:
    alice, bob = two
    proposed(alice)
    before = bob.get("/listening/beat/").content

    press(bob, "agree")

    assert bob.get("/listening/beat/").content != before
    assert b"Sundays" not in before


def test_it_is_closed_when_one_takes_it_out(two: tuple[Person, Person]) -> None:
    alice, bob = two

    bob.post("/ours/", action="want", tool="listening", wanted="no")

    assert alice.get("/listening/").status_code == 403
    assert alice.post("/listening/", action="propose", topic="x").status_code == 403


def test_a_pause_can_be_put_into_a_calendar_in_one_word(two: tuple[Person, Person]) -> None:
    alice, bob = two
    at_answer(alice, bob)
    bob.post("/listening/", action="pause", minutes="30")

    answer = bob.post("/listening/", action="remind")

    text = answer.content.decode()
    assert answer["Content-Type"] == "text/calendar"
    assert text.count("SUMMARY:Reminder") == 1
    assert "Sundays" not in text
    session = latest(space_for(bob))
    assert session is not None
    assert session.stand.until is not None
    assert f"DTSTART:{session.stand.until:%Y%m%dT%H%M%SZ}" in text
