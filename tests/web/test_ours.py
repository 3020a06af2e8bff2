"""The shared space, page by page: how it opens, what closes it, and how one leaves."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client

from amends.contact import State, Terms, begin
from amends.practice import Urge
from amends.safety import Danger, ScreeningAnswers, Statement
from amends.store import narrow_session, open_sessions, space_of
from amends.together import Away, Consents
from amends.web.people import People, named
from amends.web.screening import screenings
from amends.web.urls import page_names
from tests.web.conftest import NOW, Person, person, settled
from tests.web.couple import at_peace, couple, in_danger, joined, long_ago, space_for
from tests.web.kept import one_of_each
from tests.web.test_every_page import is_open, path_of

pytestmark = pytest.mark.django_db

CODE = re.compile(r'<p class="code">([\w-]+)</p>')


def page(someone: Person) -> str:
    return str(someone.get("/ours/").content.decode())


def invited(someone: Person) -> str:
    found = CODE.search(someone.post("/ours/", action="invite").content.decode())
    assert found
    return found[1]


def test_a_code_from_one_lets_the_other_in() -> None:
    alice, bob = at_peace(), at_peace()

    bob.post("/ours/", action="accept", code=invited(alice).lower())

    assert "Not available right now." in page(bob)
    assert "Not available right now." in page(alice)


def test_the_code_is_shown_once() -> None:
    alice = at_peace()
    code = invited(alice)

    assert code not in page(alice)
    assert "The code is under way." in page(alice)


def test_a_wrong_code_is_told_and_nothing_is_kept() -> None:
    bob = at_peace()

    answer = bob.post("/ours/", action="accept", code="not a code")

    assert answer.status_code == 409
    assert "This code opens no invitation." in answer.content.decode()
    assert space_of(bob.vault, NOW) is None


def test_the_questions_about_safety_come_first() -> None:
    alice = settled(State.TOGETHER)

    assert alice.post("/ours/", action="invite").headers["Location"] == "/questions/"
    assert alice.post("/ours/", action="accept", code="x").headers["Location"] == "/questions/"
    assert space_of(alice.vault, NOW) is None


def test_the_words_are_compared_by_both() -> None:
    alice, bob = at_peace(), at_peace()
    joined(alice, bob)
    words = re.findall(r"<li><strong>(\w+)</strong>", page(alice))

    assert len(words) == 6
    assert words == re.findall(r"<li><strong>(\w+)</strong>", page(bob))
    alice.post("/ours/", action="compared")
    assert "Not available right now." in page(alice)
    bob.post("/ours/", action="compared")
    assert "Before you try again" in page(alice)


@pytest.mark.parametrize("state", [one for one in State if one != State.TOGETHER])
def test_it_is_closed_in_every_other_state(state: State) -> None:
    alice = settled(state)

    answer = alice.get("/ours/")

    assert answer.status_code == 403
    assert "Closed for now" in answer.content.decode()


def test_it_is_closed_to_one_with_nothing_recorded() -> None:
    assert person().get("/ours/").status_code == 403


def test_ones_own_danger_closes_it_for_both_without_a_reason() -> None:
    alice, bob = couple()

    in_danger(bob, Danger.BEING_HURT)

    assert "Not available right now." in page(alice)
    assert "Closed for now" in page(bob)
    assert space_for(alice).theirs(Away)


def test_waiting_and_a_danger_look_the_same_to_the_other() -> None:
    waiting, other = at_peace(), at_peace()
    joined(waiting, other)
    kept = page(waiting)
    alice, bob = couple()
    in_danger(bob)

    def told(text: str) -> str:
        return re.sub(r'value="[^"]+"', "", text[text.index("<main") :])

    assert "Compare six words" in kept
    other.vault.put(begin(Terms(state=State.SPACE, words="A month."), NOW))
    other.post("/people/", me="", them="")
    assert told(page(waiting)) == told(page(alice))


def test_when_the_reason_is_gone_the_sign_goes() -> None:
    alice, bob = couple()
    in_danger(bob)
    for kept in bob.vault.all(ScreeningAnswers):
        bob.vault.delete(kept.id)

    bob.post("/people/", me="", them="")

    assert not space_for(alice).theirs(Away)


def test_leaving_is_one_button_in_every_state() -> None:
    alice, bob = couple()
    in_danger(bob)

    bob.post("/ours/", action="leave", taking="on")

    assert space_of(bob.vault, NOW) is None
    assert "The shared space was closed for one of you." in page(alice)
    assert "Leave the shared space" not in page(alice)


def test_a_tool_is_wanted_by_each_for_themselves() -> None:
    alice, _ = couple("listening")

    alice.post("/ours/", action="want", tool="no-such-tool", wanted="yes")

    (mine,) = space_for(alice).mine(Consents)
    assert mine.item.tools == ("listening",)


def test_passing_on_locks_and_leads_the_other_to_the_space() -> None:
    alice, _ = couple()

    answer = alice.post("/pass-on/")

    assert answer.headers["Location"] == "/unlock/"
    assert alice.get("/path/").headers["Location"] == "/unlock/"


def test_a_newcomer_can_begin_where_others_are() -> None:
    alice = at_peace()

    assert (
        "Begin notes for someone else"
        in alice.post("/pass-on/").client.get("/unlock/").content.decode()
    )
    assert alice.client.get("/welcome/").status_code == 200


def test_a_space_that_waits_cannot_be_hurried() -> None:
    alice, bob = at_peace(), at_peace()
    bob.post("/ours/", action="accept", code=invited(alice))
    page(alice)
    page(bob)

    alice.post("/ours/", action="compared")
    assert "Not available right now." in page(alice)
    long_ago(alice.vault)
    assert "Compare six words" in page(alice)


@pytest.mark.django_db(transaction=True)
def test_who_deletes_everything_takes_their_part_of_the_space_along() -> None:
    alice, bob = couple()

    bob.post("/delete/", sure="yes")

    assert "The shared space was closed for one of you." in page(alice)
    assert not space_for(alice).all(Consents)[1:]


def test_a_shared_screen_shows_the_tool_and_nothing_else() -> None:
    alice, _ = couple()
    key = alice.client.cookies[settings.KEY_COOKIE].value

    narrow_session(key.partition(".")[0], "listening")

    assert alice.get("/").headers["Location"] == "/unlock/"
    assert alice.get("/journal/").headers["Location"] == "/unlock/"
    assert alice.get("/ours/").headers["Location"] == "/unlock/"
    assert alice.get("/crisis/").status_code == 200


def test_both_answer_three_questions_before_a_tool_opens() -> None:
    alice, bob = at_peace(), at_peace()
    joined(alice, bob)
    for someone in (alice, bob):
        someone.post("/ours/", action="compared")
    answers = {"cause": "The debts.", "different": "The post is open.", "know": "In May."}

    alice.post("/ours/", action="start", **answers)

    assert "The debts." not in page(bob)
    assert "What you do together" not in page(alice)
    assert bob.post("/ours/", action="start", cause="Silence.").status_code == 422
    bob.post("/ours/", action="start", **answers | {"cause": "Silence."})
    page(alice)
    assert "The debts." in page(bob)
    assert "Silence." in page(alice)
    assert "What you do together" in page(alice)


def test_an_old_answer_about_safety_is_not_enough() -> None:
    alice = settled(State.TOGETHER)
    for screening in screenings():
        none = tuple(one.id for one in screening.questions)
        alice.vault.put(ScreeningAnswers(screening.about, NOW - timedelta(days=2), (), none))

    assert alice.post("/ours/", action="invite").headers["Location"] == "/questions/"


def test_who_comes_back_compares_and_chooses_anew() -> None:
    """What was said in the space that ended counts for nothing: the other may be someone else."""
    alice, bob = couple("listening")
    alice.post("/listening/", action="propose", topic="Sundays", minutes="3", first="me")
    bob.post("/ours/", action="leave")
    page(alice)

    joined(alice, bob)

    assert "Compare six words" in page(alice)
    assert "Compare six words" in page(bob)
    for someone in (alice, bob):
        someone.post("/ours/", action="compared")
    assert "Before you try again" in page(alice)


def test_what_both_wrote_before_is_given_again_to_who_comes_back() -> None:
    alice, bob = couple()
    bob.post("/ours/", action="leave")
    page(alice)
    joined(alice, bob)
    answers = {"cause": "The debts.", "different": "The post is open.", "know": "In May."}

    for someone in (alice, bob):
        someone.post("/ours/", action="compared")
    for someone in (alice, bob):
        someone.post("/ours/", action="start", **answers)
    page(alice)

    assert page(bob).count("The debts.") == 2


def test_a_sign_that_time_has_made_untrue_goes_with_the_next_look() -> None:
    alice, bob = couple()
    space_for(bob).put(Away())

    assert "What you do together" in page(bob)
    assert "What you do together" in page(alice)


def test_who_stayed_can_delete_what_is_left() -> None:
    alice, bob = couple()
    bob.post("/ours/", action="leave", taking="on")
    assert "Delete what is left of it" in page(alice)

    alice.post("/ours/", action="leave")

    assert space_of(alice.vault, NOW) is None
    assert "There is nothing shared yet." in page(alice)


OPEN_PAGES = [name for name in page_names() if is_open(name)]
SHIFTING = re.compile(r'value="[\w-]{64}"|\d+ (seconds?|minutes?)')


def at_one_screen() -> Person:
    """Return Alice with a plan, a country and much else; the other looks at her screen, too."""
    alice, _ = couple("listening")
    alice.ids |= one_of_each(alice.vault, NOW)
    alice.vault.put(People(me="Alice", country="de"))
    key = alice.client.cookies[settings.KEY_COOKIE].value
    narrow_session(key.partition(".")[0], "listening")
    alice.client.cookies.pop(settings.LEFT_COOKIE, None)  # deleted by unlocking, as a browser does
    return alice


@pytest.mark.parametrize("name", OPEN_PAGES)
def test_at_one_screen_an_open_page_shows_what_it_shows_to_a_visitor(name: str) -> None:
    alice = at_one_screen()
    path = path_of(name, alice.ids)

    hers, visitors = alice.get(path), Client().get(path)

    assert hers.status_code == visitors.status_code
    shown, known = (SHIFTING.sub("", one.content.decode()) for one in (hers, visitors))
    assert shown == known


def test_at_one_screen_an_open_page_keeps_nothing() -> None:
    alice = at_one_screen()
    before = sorted(kept.id for kind in (Urge, Statement) for kept in alice.vault.all(kind))

    alice.post("/urge/", strength="8")
    alice.post("/crisis/", said="yes", country="at")

    assert sorted(kept.id for kind in (Urge, Statement) for kept in alice.vault.all(kind)) == before
    assert named(alice.vault).country == "de"


def test_at_one_screen_the_quick_exit_ends_every_session() -> None:
    alice = at_one_screen()

    alice.post("/leave/")

    assert not open_sessions(alice.vault.account, NOW)


def test_the_menu_names_the_space_once_there_is_one() -> None:
    alice = at_peace()
    assert ">Us<" not in alice.get("/").content.decode()

    alice.post("/ours/", action="invite")

    assert ">Us<" in alice.get("/").content.decode()


def test_before_the_three_questions_an_old_answer_about_safety_is_not_enough() -> None:
    alice, bob = at_peace(), at_peace()
    joined(alice, bob)
    for someone in (alice, bob):
        someone.post("/ours/", action="compared")
    for kept in alice.vault.all(ScreeningAnswers):
        old = replace(kept.record, at=NOW - timedelta(days=8))
        alice.vault.put(old, id=kept.id)

    answer = alice.post("/ours/", action="start", cause="Debts.", different="Open.", know="May.")

    assert answer.headers["Location"] == "/questions/"
    assert "Debts." in page(alice)
    assert "They are shown to both of you when both have written" not in page(alice)
