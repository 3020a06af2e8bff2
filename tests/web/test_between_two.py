"""What one of the two, or someone at the shared screen, might try, and what comes of it."""

import io
import json
import re
import zipfile
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from amends.practice import Promise, Saw
from amends.safety import Danger, ScreeningAnswers, Statement
from amends.store import accept, invite, narrow_session, space_of
from amends.store.membership import membership_of, own_pair
from amends.store.models import Invitation as InvitationRow
from amends.store.models import SharedItem
from amends.together import DateNote, Invitation, OwnIdea, OwnRule, Sitting, Start
from amends.vault import place_of, seal_letter
from amends.web.dangers import dangers_of
from amends.web.ours import START, tools
from amends.web.releasing import finish, release
from amends.web.screening import screenings
from amends.web.urls import page_names
from tests.web.conftest import NOW, Person, exported
from tests.web.couple import at_peace, couple, joined, space_for
from tests.web.kept import one_of_each
from tests.web.test_canary import everything_in
from tests.web.test_every_page import path_of

pytestmark = pytest.mark.django_db
CANARY = "canary-7f3a"
BOBS = "canary-7f3a of Bob"


@pytest.fixture
def two() -> tuple[Person, Person]:
    return couple(*(one.id for one in tools()))


def text(answer: Any) -> str:
    return str(answer.content.decode())


def at_one_screen(someone: Person) -> None:
    """Let two look at someone's window."""
    key = someone.client.cookies[settings.KEY_COOKIE].value
    narrow_session(key.partition(".")[0], "listening")


def listens(someone: Person, **form: str) -> None:
    sent = {"topic": "Sundays", "minutes": "3", "first": "me", **form}
    someone.post("/listening/", action="propose", **sent)


def hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found
    return found[1]


# At one screen.


@pytest.mark.parametrize(
    "record",
    [
        ScreeningAnswers(Danger.BEING_HURT, NOW, (screenings()[0].questions[0].id,), ()),
        Statement(NOW, Danger.CRISIS),
        Statement(NOW, Danger.HARM_TO_OTHERS),
    ],
    ids=["being hurt", "crisis", "harm to others"],
)
def test_at_one_screen_no_danger_of_its_owner_is_told(
    record: ScreeningAnswers | Statement, two: tuple[Person, Person]
) -> None:
    alice, bob = two
    at_one_screen(alice)
    bob.post("/ours/", action="want", tool="listening", wanted="no")
    without = [text(alice.get(path)) for path in ("/listening/", "/nowhere/")]

    alice.vault.put(record)

    found = [text(alice.get(path)) for path in ("/listening/", "/nowhere/")]
    assert [TOKEN.sub("", one) for one in found] == [TOKEN.sub("", one) for one in without]
    assert "A tool opens when both of you want it" in found[0]


TOKEN = re.compile(r'value="[\w-]{64}"')


def test_at_one_screen_nothing_is_asked_but_for_that_screen(two: tuple[Person, Person]) -> None:
    alice, bob = two
    at_one_screen(alice)

    listens(alice, topic="What I confess")

    assert [one.item.one_screen for one in space_for(bob).theirs(Sitting)] == [True]
    assert "Is the other beside you" in text(alice.get("/listening/"))


@pytest.mark.parametrize("act", ["agree", "enough", "agree other"])
def test_at_one_screen_nobody_answers_what_was_asked_elsewhere(
    act: str, two: tuple[Person, Person]
) -> None:
    alice, bob = two
    at_one_screen(alice)
    listens(bob, topic="Money")

    alice.post("/listening/", action=act)

    assert "Money" not in text(alice.get("/listening/"))
    assert "It begins when they say yes" in text(bob.get("/listening/"))


@pytest.mark.parametrize("path", ["/ours/", "/people/", "/journal/", "/compromise/", "/pass-on/"])
def test_at_one_screen_no_form_is_carried_to_the_notes_of_its_owner(
    path: str, two: tuple[Person, Person]
) -> None:
    alice, _ = two
    at_one_screen(alice)

    answer = alice.post(path, action="leave", words="Not hers at all.")

    assert answer.status_code == 401
    assert 'name="carried"' not in text(answer)
    assert space_of(alice.vault, NOW) is not None


# In the other's name.


def test_a_yes_is_to_the_topic_that_was_shown(two: tuple[Person, Person]) -> None:
    alice, bob = two
    listens(alice, topic="Sundays")
    shown = hidden(text(bob.get("/listening/")), "session")
    listens(alice, topic="What Bob confesses")

    bob.post("/listening/", action="agree", session=shown)

    assert "They ask whether you would like" in text(bob.get("/listening/"))


def test_nobody_says_in_a_window_of_their_own_that_the_other_was_heard(
    two: tuple[Person, Person],
) -> None:
    alice, bob = two
    listens(alice, screen="on")
    bob.post("/listening/", action="agree")

    for act in ("spoken", "mirrored", "got-it"):
        bob.post("/listening/", action=f"{act} other")

    assert "Heard and confirmed" not in text(alice.get("/listening/"))
    assert "Alice" not in text(bob.get("/listening/"))


def test_an_answer_is_never_read_as_one_to_another_question(two: tuple[Person, Person]) -> None:
    alice, bob = two
    alice.post("/closer/", action="take")
    shown = hidden(text(bob.get("/closer/")), "question")
    alice.post("/closer/", action="skip")
    alice.post("/closer/", action="take")
    alice.post("/closer/", action="write", words="Soup.")

    answer = bob.post("/closer/", action="write", question=shown, words="A quiet morning.")

    assert answer.status_code == 409
    assert "A quiet morning." in text(answer)
    assert "A quiet morning." not in text(alice.get("/closer/"))


def test_a_stale_page_skips_no_other_question(two: tuple[Person, Person]) -> None:
    alice, bob = two
    alice.post("/closer/", action="take")
    shown = hidden(text(bob.get("/closer/")), "question")
    alice.post("/closer/", action="skip")
    alice.post("/closer/", action="take")

    bob.post("/closer/", action="skip", question=shown)

    assert hidden(text(alice.get("/closer/")), "question") != shown


def test_a_need_is_never_read_as_one_in_another_matter(two: tuple[Person, Person]) -> None:
    alice, bob = two
    alice.post("/compromise/", action="matter", words="Sundays")
    shown = hidden(text(bob.get("/compromise/")), "matter")
    alice.post("/compromise/", action="put-down")
    alice.post("/compromise/", action="matter", words="My brother")
    alice.post("/compromise/", action="need", words="Rest.")

    answer = bob.post("/compromise/", action="need", matter=shown, words="That she is not alone.")

    assert answer.status_code == 409
    assert "That she is not alone." in text(answer)
    assert "That she is not alone." not in text(alice.get("/compromise/"))


def test_a_number_that_nobody_chose_breaks_nothing(two: tuple[Person, Person]) -> None:
    alice, _ = two

    assert alice.post("/listening/", action="full", full="9" * 5000).status_code == 200


def test_nobody_spoils_the_list_of_rules_by_adding_to_it(two: tuple[Person, Person]) -> None:
    alice, bob = two
    space = space_for(bob)
    for number in range(60):
        space.put(OwnRule(f"Rule {number}."))
    bob.post("/ground-rules/", action="own", rule="One more.")
    ids = re.findall(r'name="tick" value="([^"]+)"', text(alice.get("/ground-rules/")))

    answer = alice.post("/ground-rules/", action="tick", tick=ids)

    assert answer.status_code == 302
    assert "One more." not in text(alice.get("/ground-rules/"))


# While one is away.


def test_nothing_is_given_while_one_is_away() -> None:
    alice, bob = at_peace(), at_peace()
    joined(alice, bob)
    for someone in (alice, bob):
        someone.post("/ours/", action="compared")
    answers = {"different": "The post is open.", "know": "In May."}
    alice.post("/ours/", action="start", cause=CANARY, **answers)
    finish(space_for(bob), START)
    alice.post("/crisis/", said="yes")

    alice.get("/ours/")
    alice.get("/dates/")

    assert space_for(bob).theirs(Start) == []


# Inviting.


def test_an_answer_cannot_shorten_the_day_of_delay() -> None:
    alice, bob = at_peace(), at_peace()
    code = invite(alice.vault, NOW)
    accept(bob.vault, code, NOW)
    kept = membership_of(bob.vault)
    assert kept is not None
    letter = {"space": kept.record.space, "keys": own_keys(bob), "at": "2020-01-01T00:00:00Z"}
    sealed = seal_letter(code, "answer", json.dumps(letter).encode())
    InvitationRow.objects.filter(place=place_of(code)).update(answer=sealed)

    assert "Not available right now." in text(alice.get("/ours/"))
    assert "Compare six words" not in text(alice.get("/ours/"))


def own_keys(someone: Person) -> str:
    return own_pair(someone.vault).public.to_bytes().hex()


# Leaving.


@pytest.mark.parametrize("taking", [{"taking": "on"}, {}], ids=["taking", "leaving it there"])
def test_when_both_have_left_nothing_stays_behind(
    taking: dict[str, str], two: tuple[Person, Person]
) -> None:
    for someone in two:
        someone.post("/ours/", action="leave", **taking)

    assert SharedItem.objects.count() == 0


# What one takes along, and where the other's words may stand.


def gave(bob: Person) -> None:
    """Give what can be given one by one, all of it with the same word in it."""
    space, today = space_for(bob), timezone.localdate()
    promise = Promise(BOBS, today + timedelta(days=3), today)
    release(space, bob.vault.put(promise))
    idea = bob.vault.put(OwnIdea(BOBS, BOBS))
    note = bob.vault.put(DateNote(f"own-{idea.id.hex()}", today))
    bob.post("/dates/", action="show", note=note.id.hex())
    bob.post("/check-in/", action="show thanks", thanks=BOBS)
    bob.post("/hard-days/", action="add", kind="place", what=BOBS)
    one = hidden(text(bob.get("/hard-days/")), "one")
    bob.post("/hard-days/", action="show", one=one, line=["what"])
    bob.post("/ground-rules/", action="own", rule=BOBS)
    listens(bob, topic=BOBS)


def took_up(alice: Person) -> None:
    """Say yes to the date, and say how one saw the promise."""
    invitation = hidden(text(alice.get("/dates/")), "invitation")
    alice.post("/dates/", action="answer", invitation=invitation, reply="yes")
    promise = space_for(alice).theirs(Promise)[0].id.hex()
    alice.post("/promises/", action="saw", one=promise, saw=Saw.SO, words="I saw it.")


FOR_TWO = {
    "check-in",
    "dates",
    "ground-rules",
    "hard-days",
    "listening",
    "ours",
    "promises",
}
"""Where it may stand, by the first part of the address."""


def test_what_the_other_gave_stands_on_the_pages_for_two_and_nowhere_else(
    two: tuple[Person, Person],
) -> None:
    alice, bob = two
    alice.ids |= one_of_each(alice.vault, NOW)
    gave(bob)
    took_up(alice)

    found = {
        path_of(name, alice.ids).strip("/").partition("/")[0]
        for name in page_names()
        if CANARY.encode() in alice.get(path_of(name, alice.ids)).content
    }

    assert found == FOR_TWO - {"ours"}


def test_an_export_has_none_of_the_other_s_words(two: tuple[Person, Person]) -> None:
    alice, bob = two
    gave(bob)
    took_up(alice)
    note = alice.vault.all(DateNote)[-1].id.hex()
    alice.post("/dates/", action="show", note=note)

    archive = zipfile.ZipFile(io.BytesIO(exported(alice, answers="yes").content))

    files = " ".join(archive.read(name).decode() for name in archive.namelist())
    assert "I saw it." in files
    assert CANARY not in files


def test_no_word_of_the_other_is_taken_for_a_sign_of_one_s_own(
    two: tuple[Person, Person],
) -> None:
    alice, bob = two
    idea = OwnIdea("I want to kill myself")
    space_for(bob).put(Invitation(timezone.localdate(), own=idea))
    invitation = hidden(text(alice.get("/dates/")), "invitation")

    alice.post("/dates/", action="answer", invitation=invitation, reply="yes")

    assert alice.vault.all(OwnIdea)
    assert dangers_of(alice.vault, timezone.now()) == frozenset()


def test_what_is_shown_lies_sealed_and_in_no_address(two: tuple[Person, Person]) -> None:
    alice, bob = two
    gave(bob)
    took_up(alice)
    sent = bob.post("/compromise/", action="matter", words=CANARY)
    sent_on = bob.post("/compromise/", action="need", words=CANARY)

    assert CANARY not in "".join(map(everything_in, connection.introspection.table_names()))
    assert CANARY not in sent["Location"] + sent_on["Location"]
    assert CANARY not in alice.client.cookies.output() + bob.client.cookies.output()
